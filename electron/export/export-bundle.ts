import { rmSync } from 'node:fs';
import path from 'node:path';
import { MANIFEST } from '../../shared/archive/bag';
import { type BundleParts, bundle } from '../../shared/archive/bundle';
import { checkAddressesStay } from '../../shared/archive/check-addresses';
import { checkContacts } from '../../shared/archive/check-contacts';
import { checkLinks } from '../../shared/archive/check-links';
import { checkLook } from '../../shared/archive/check-look';
import { checkAddresses, stops } from '../../shared/archive/checks';
import { handover } from '../../shared/archive/handover';
import type { ExportProgress, ExportReport } from '../../shared/archive/model';
import { mediaOnlyKeys } from '../../shared/archive/media-only';
import { prove } from '../../shared/archive/proof';
import { select } from '../../shared/archive/select';
import type { ArchiveSettings } from '../../shared/archive/theme';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { Instant } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import type { NewsroomContents } from '../newsroom/model';
import { type ExistingBundle, NO_BUNDLE, existingBundle, leftOvers, putBack } from './bundle-folder';
import { writeKnownTexts } from '../newsroom/known-texts';
import { lookAtPictures } from './pictures';
import { apartFrom, isWithin } from './within';
import { archiveFonts } from './fonts';
import { type SigningKey, signatureOf } from './minisign';
import type { Aide } from './aide';
import type { Help } from './help';
import { contextHash, together } from './ahead';
import { makeBag } from './make-bag';
import { keepPages } from './plan-pages';
import { type ReadReleases, keyHash, readReleases } from './read-releases';
import { changesOf, leaksFound, notShown, releasePages, secretOf, unreadable } from './report';
import type { Picture, SealedFile } from './seal';
import { type ExportState, readState, statePlace, writeState } from './state';
import { finishUpdates } from './update-bundle';
import { Cancelled, writeBundle } from './write-bundle';
import { folderInZip, mayReplace, writeZip } from './zip-bundle';

export type ExportRequest = {
  /** The newsroom's folder, in and around which no bundle may go. */
  readonly newsroom: string;
  readonly contents: NewsroomContents;
  /** The folder the bundle goes to; null only for a plan. */
  readonly out: string | null;
  readonly asOf: Instant;
  readonly preview: boolean;
  /** Write nothing; say what would be. */
  readonly plan: boolean;
  /** Besides, the bag as a zip goes here. */
  readonly zip?: string | null;
  /** Signs the manifest. A preview cannot be signed. */
  readonly sign?: SigningKey | null;
  /** Sources, register and dates lie beside the website: for the next office, not for the web. */
  readonly handover?: boolean;
  /** Milliseconds since 1970; an `asOf` after it must be a preview. */
  readonly now?: number;
  /** The app's own data, where it is noted what was exported; left out, every file is made and compared. */
  readonly data?: string;
  /** Names the program that makes the bundle: what another one noted is not believed. */
  readonly program?: string;
  /** Where it is noted what is known of public texts (`known-texts`); left out, nothing is. */
  readonly texts?: string;
  /** What helps where there is much to do; left out, all is done here. */
  readonly help?: Help;
  /** Hears how far the work is. */
  readonly progress?: (now: ExportProgress) => void;
  /** Of a plan: pages that would be new or changed are put into this folder of the app's own, to be looked at. */
  readonly pages?: string | null;
  /** Stops it: the last bundle stays. */
  readonly signal?: AbortSignal | null;
};

/**
 * Makes the bundle: select, check, make, prove, write. A finding that nobody let pass stops it before anything takes the
 * last bundle's place; the report then says what and where. Each file is made once, hashed, searched and written beside
 * the last bundle; one that is as it was, by all it depends on and by what the disk says, is not made again. Faults:
 * `refused` (a future instant that is no preview, or none; a folder in or around the newsroom, or a link to one),
 * `not-empty`, `cancelled`, `disk`. An error of the program itself is thrown.
 */
export const exportBundle = async (request: ExportRequest): Promise<Result<ExportReport, Fault>> => {
  const { contents, out, asOf, preview, plan, now = Date.now() } = request;
  const { zip = null, sign = null, progress = () => undefined, signal = null } = request;
  if (!isInstant(asOf)) return failed(fault('refused', `“${asOf}” is no instant.`));
  if (Date.parse(asOf) > now && !preview)
    return failed(fault('refused', 'The bundle cannot be made for an instant to come. Make a preview instead.'));
  if (preview && sign !== null) return failed(fault('refused', 'A preview cannot be signed.'));
  const { people, lookFiles } = contents;
  const settings: ArchiveSettings = lookFiles === undefined ? contents.settings : { ...contents.settings, lookFiles };
  const { organisation } = settings;
  const context = { people: people.people, approvals: settings.approvals };
  const base = keyHash(
    [request.program ?? '', canonicalJson(settings), canonicalJson(people), String(preview)].join('\n'),
  );
  const stateFile = out === null || request.data === undefined ? null : statePlace(request.data, request.newsroom, out);
  const state = stateFile === null ? null : await readState(stateFile, base);
  const before = out === null ? ok(NO_BUNDLE) : await lookAt(request, out, state);
  if (!before.ok) return before;
  const zipPlace = zip === null ? ok(null) : await lookAtZip(request, zip);
  if (!zipPlace.ok) return zipPlace;
  const left = out === null ? ok([]) : await onDisk(out, async () => ok(await leftOvers(out)));
  if (!left.ok) return left;

  const selection = select(contents.published, contents.unpublished, asOf);
  const { gone } = selection;
  const ahead = state === null ? together(request.help?.ahead() ?? [], contextHash(context)) : null;
  const secret = secretOf(contents, selection);
  const mediaOnly = mediaOnlyKeys({ secret, open: selection.public, gone, settings });
  let read: ReadReleases;
  try {
    read = await readReleases(selection.public, context, {
      known: ahead === null ? (state?.releases ?? new Map()) : ahead.releases,
      onRead: (done) => {
        if (signal?.aborted === true) throw new Cancelled();
        progress({ doing: 'reading', done, of: selection.public.length });
      },
      mayShow: (ways) => !ways.some((way) => mediaOnly.has(way)),
    });
  } catch (error) {
    if (error instanceof Cancelled) return failed(fault('cancelled', error.message));
    throw error;
  }
  const open = read.releases;
  const parts = { releases: open, gone, settings, preview };
  const proofParts = { secret, open, gone, settings, people: people.people };
  const { pictures: own, findings: withoutPicture } = await lookAtPictures(
    open,
    contents.media,
    settings.look?.logo?.file,
  );
  const pictures = [...archiveFonts(), ...own];
  const beside = request.handover === true ? handover({ releases: open, gone, organisation, context }) : [];
  const findings = [
    ...unreadable(contents),
    ...checkLook(settings),
    ...checkAddresses(open),
    ...read.findings,
    ...withoutPicture,
    ...checkAddressesStay(selection, before.value.addresses),
    ...checkContacts(proofParts),
    ...checkLinks(open, settings.siteAddress, () => pathsOf(parts, pictures)),
    ...(beside.length === 0 ? [] : leaksFound(prove(beside, { ...proofParts, whole: true }))),
  ];

  const aide = helperOf(request, state, open.length);
  const make = makeBag({
    parts,
    proofParts,
    state,
    own: ahead?.own ?? new Map(),
    aide,
    before: before.value,
    folder: out,
    about: { organisation, asOf, preview },
    more: { beside, pictures, ...(sign === null ? {} : { sign: signing(sign, asOf) }) },
    onFile: (done, of) => {
      if (signal?.aborted === true) throw new Cancelled();
      progress({ doing: 'making', done, of });
    },
  });
  const mayWrite = !plan && !findings.some(stops);
  const isSame = (): boolean => sign === null && !before.value.hasLitter && make.isSame();
  let notes: readonly string[] = [];
  if (mayWrite && out !== null) {
    const done = await writeBundle(out, make.files(isSame), undefined, {
      // What a system left between the files goes with the folder.
      ...(before.value.hasLitter ? {} : { before: before.value.hashes }),
      whole: make.hashes,
      room: make.room,
      ...(aide === null ? {} : { elsewhere: { write: aide.write, written: make.searched } }),
      mayGo: async () => {
        if (signal?.aborted === true) throw new Cancelled();
        await make.searched();
        return make.leaks().length === 0 && !isSame();
      },
      onChecked: (done, of) => {
        if (signal?.aborted === true) throw new Cancelled();
        progress({ doing: 'placing', done, of });
      },
    });
    if (!done.ok) return done;
    notes = done.value ?? [];
  } else {
    const pages = plan && request.pages ? keepPages(request.pages) : () => undefined;
    const looked = await goThrough(make.files(isSame), pages, make.room);
    if (!looked.ok) return looked;
    await make.searched();
    if (make.leaks().length > 0 && request.pages) rmSync(request.pages, { recursive: true, force: true });
  }
  const found = [...findings, ...leaksFound(make.leaks())];
  const isWritten = mayWrite && make.leaks().length === 0 && (out !== null || zip !== null);
  if (isWritten && zip !== null) {
    const zipped = await writeZip(zip, [...make.again()], folderInZip(organisation));
    if (!zipped.ok) return zipped;
  }
  const isNoted = make.isAsKnown() && state?.preview === preview && isAsPassed(state, read);
  if (stateFile !== null && out !== null && make.leaks().length === 0 && !isNoted) {
    const failure = await writeState(stateFile, {
      ...make.state(isWritten ? out : null),
      base,
      preview,
      releases: read.passed,
    });
    if (failure !== null)
      notes = [
        ...notes,
        `What was exported could not be noted (${failure.message}): the next export looks at every file again.`,
      ];
  }
  if (request.texts !== undefined && contents.texts !== undefined) {
    const isOpen = new Set(open.map(({ facts }) => facts.id));
    // That they cannot be kept costs the next export a look at every text, and no more.
    await writeKnownTexts(request.texts, request.program ?? '', contents.texts, (id) => isOpen.has(id));
  }
  const { files, changes } = changesOf(before.value.hashes, make.hashes());
  return ok({
    asOf,
    preview,
    written: isWritten,
    folder: out,
    files,
    changes,
    pages: releasePages(selection, changes),
    withheld: selection.withheld,
    findings: found,
    notes: [
      ...(settings.siteAddress === '' ? [NO_ADDRESS] : []),
      ...open.flatMap(notShown),
      ...notes,
      ...left.value.map((place) => `${place} was left by an earlier export. Delete it if nothing in it is needed.`),
    ],
  });
};

/** A second thread, where all files of many releases are to be made. */
const helperOf = ({ help }: ExportRequest, state: ExportState | null, releases: number): Aide | null =>
  help !== undefined && (state?.files.size ?? 0) === 0 && releases >= help.many ? help.aide : null;

/** Whether the releases that passed are those that passed before. */
const isAsPassed = ({ releases }: ExportState, { passed }: ReadReleases): boolean =>
  releases.size === passed.size && [...passed].every(([address, known]) => releases.get(address) === known);

/** Every path of the website. Nothing is made for it. */
const pathsOf = (parts: BundleParts, pictures: readonly Picture[]): string[] => [
  ...[...bundle(parts)].map(({ path: name }) => name),
  ...pictures.map(({ path: name }) => name),
];

/** The signature's comment says for which instant the bundle is. */
const signing =
  (key: SigningKey, asOf: Instant) =>
  (manifest: Uint8Array): string =>
    signatureOf(manifest, key, `${MANIFEST} as of ${asOf}`);

/** Makes files, shows each, and writes none. Others have their turn between them. */
const goThrough = async (
  files: Iterable<SealedFile>,
  look: (file: SealedFile) => void,
  room: () => Promise<void>,
): Promise<Result<null, Fault>> => {
  try {
    for (const file of files) {
      look(file);
      await room();
    }
  } catch (error) {
    if (error instanceof Cancelled) return failed(fault('cancelled', error.message));
    throw error;
  }
  return ok(null);
};

const lookAtZip = async ({ newsroom, out }: ExportRequest, zip: string): Promise<Result<null, Fault>> => {
  const apart = await onDisk(zip, () => apartFrom(newsroom, zip));
  if (!apart.ok) return apart;
  if (out !== null && isWithin(path.resolve(zip), path.resolve(out)))
    return failed(
      fault('refused', 'The zip would lie in the bundle’s own folder. Choose another place.', { where: zip }),
    );
  return mayReplace(zip);
};

const NO_ADDRESS = 'The newsroom has no site address: canonical links, the sitemap and the feed’s links are left out.';

/** Whether a text is an instant in the one form that means the same on every machine. */
const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** The bundle that is there, put back into its place first where an export was cut short; a plan moves nothing. */
const lookAt = (
  { newsroom, plan }: ExportRequest,
  out: string,
  state: ExportState | null,
): Promise<Result<ExistingBundle, Fault>> =>
  onDisk(out, async () => {
    const apart = await apartFrom(newsroom, out);
    if (!apart.ok) return apart;
    if (plan) await finishUpdates(out);
    else await putBack(out);
    return existingBundle(out, state ?? undefined);
  });
