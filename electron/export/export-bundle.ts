import path from 'node:path';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { MANIFEST, PAYLOAD, TAG_MANIFEST } from '../../shared/archive/bag';
import { bundle } from '../../shared/archive/bundle';
import { checkAddressesStay } from '../../shared/archive/check-addresses';
import { checkContacts } from '../../shared/archive/check-contacts';
import { checkReleases, stops } from '../../shared/archive/checks';
import { handover } from '../../shared/archive/handover';
import type { BundleFile, ExportReport, Finding } from '../../shared/archive/model';
import { type Leak, prove, prover } from '../../shared/archive/proof';
import { type Selection, select } from '../../shared/archive/select';
import { withQuotes } from '../../shared/archive/site';
import { invariant } from '../../shared/assert';
import { type Fault, fault } from '../../shared/fault';
import type { Instant, Release } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import type { NewsroomContents } from '../newsroom/model';
import { type ExistingBundle, existingBundle, leftOvers, putBack } from './bundle-folder';
import { lookAtPictures } from './pictures';
import { apartFrom, isWithin } from './within';
import { type SigningKey, signatureOf } from './minisign';
import { SIGNATURE, type SealedFile, seal } from './seal';
import { writeBundle } from './write-bundle';
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
};

/**
 * Makes the bundle: select, check, make, prove, write. A finding that nobody let pass stops it before anything is
 * written; the report then says what and where. Faults: `refused` (a future instant that is no preview, or none; a folder
 * in or around the newsroom, or a link to one), `not-empty`, `disk`. An error of the program itself is thrown.
 */
export const exportBundle = async (request: ExportRequest): Promise<Result<ExportReport, Fault>> => {
  const { contents, out, asOf, preview, plan, now = Date.now() } = request;
  const { zip = null, sign = null } = request;
  if (!isInstant(asOf)) return failed(fault('refused', `“${asOf}” is no instant.`));
  if (Date.parse(asOf) > now && !preview)
    return failed(fault('refused', 'The bundle cannot be made for an instant to come. Make a preview instead.'));
  if (preview && sign !== null) return failed(fault('refused', 'A preview cannot be signed.'));
  const { settings, people } = contents;
  const context = { people: people.people, approvals: settings.approvals };
  const selection = select(contents.published, contents.unpublished, asOf);
  const open = withQuotes(selection.public, context);
  const { organisation } = settings;
  const { gone } = selection;
  const beside = request.handover === true ? handover({ releases: open, gone, organisation, context }) : [];
  const { pictures, findings: withoutPicture } = await lookAtPictures(open, contents.media);
  /** The bag's files, made anew each time: what is held is the releases, never all pages at once. */
  const make = (look: (file: BundleFile) => void = () => undefined): Iterable<SealedFile> =>
    seal(
      each(bundle({ releases: open, gone, settings, preview }), look),
      { organisation, asOf, preview },
      { beside, pictures, ...(sign === null ? {} : { sign: signing(sign, asOf) }) },
    );
  const secret = secretOf(contents, selection);
  const proofParts = { secret, open, gone, settings, people: people.people };
  const before = out === null ? ok(NOTHING) : await lookAt(request, out);
  if (!before.ok) return before;
  const search = prover(proofParts);
  const leaks: Leak[] = [];
  const files = await hashesOf(make((file) => void leaks.push(...search(file))));
  const findings = [
    ...unreadable(contents),
    ...checkReleases(open, context),
    ...withoutPicture,
    ...checkAddressesStay(selection, before.value.addresses),
    ...checkContacts(proofParts),
    ...leaksFound(leaks),
    ...(beside.length === 0 ? [] : leaksFound(prove(beside, { ...proofParts, whole: true }))),
  ];
  const zipPlace = zip === null ? ok(null) : await lookAtZip(request, zip);
  if (!zipPlace.ok) return zipPlace;
  const left = out === null ? ok([]) : await onDisk(out, async () => ok(await leftOvers(out)));
  if (!left.ok) return left;
  const isWritten = !plan && (out !== null || zip !== null) && !findings.some(stops);
  const isSame = sign === null && !before.value.hasLitter && stays(before.value.hashes, files);
  const done = isWritten && out !== null && !isSame ? await writeBundle(out, proved(make(), files)) : null;
  if (done?.ok === false) return done;
  const zipped =
    isWritten && zip !== null ? await writeZip(zip, [...proved(make(), files)], folderInZip(organisation)) : null;
  if (zipped?.ok === false) return zipped;
  return ok({
    asOf,
    preview,
    written: isWritten,
    folder: out,
    files: [...files.keys()].filter(isWebsite).sort(),
    changes: changesOf(before.value.hashes, files),
    withheld: selection.withheld,
    findings,
    notes: [
      ...(settings.siteAddress === '' ? [NO_ADDRESS] : []),
      ...(done?.value ?? []),
      ...left.value.map((place) => `${place} was left by an earlier export. Delete it if nothing in it is needed.`),
    ],
  });
};

const NOTHING: ExistingBundle = { hashes: new Map<string, string>(), addresses: [], hasLitter: false };
/** The signature's comment says for which instant the bundle is. */
const signing =
  (key: SigningKey, asOf: Instant) =>
  (manifest: Uint8Array): string =>
    signatureOf(manifest, key, `${MANIFEST} as of ${asOf}`);

const lookAtZip = async ({ newsroom, out }: ExportRequest, zip: string): Promise<Result<null, Fault>> => {
  const apart = await onDisk(zip, () => apartFrom(newsroom, zip));
  if (!apart.ok) return apart;
  if (out !== null && isWithin(path.resolve(zip), path.resolve(out)))
    return failed(
      fault('refused', 'The zip would lie in the bundle’s own folder. Choose another place.', { where: zip }),
    );
  return mayReplace(zip);
};

/** Looks at each file as it goes by. */
function* each(files: Iterable<BundleFile>, look: (file: BundleFile) => void): Generator<BundleFile> {
  for (const file of files) {
    look(file);
    yield file;
  }
}

/** So long, in milliseconds, the program may be kept from answering by the pages of an export. */
const SLICE = 20;

/** The hashes of files by path. Between files others have their turn, so that what is written meanwhile is saved. */
const hashesOf = async (files: Iterable<SealedFile>): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  let since = performance.now();
  for (const { path: name, hash } of files) {
    hashes.set(name, hash);
    if (performance.now() - since < SLICE) continue;
    await othersTurn();
    since = performance.now();
  }
  return hashes;
};

/** Files made once more: each is the one that was proved, byte for byte. */
function* proved(files: Iterable<SealedFile>, hashes: ReadonlyMap<string, string>): Generator<SealedFile> {
  for (const file of files) {
    invariant(hashes.get(file.path) === file.hash, 'a bundle that is made twice is the same');
    yield file;
  }
}

/** Whether a bundle would hold nothing new: all but what says for which instant it was made is as it stands. */
const stays = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean => {
  const saysWhen = new Set(['bag-info.txt', SIGNATURE, TAG_MANIFEST]);
  const [was, is] = [before, after].map((hashes) => [...hashes].filter(([name]) => !saysWhen.has(name)));
  return (
    before.has(SIGNATURE) === after.has(SIGNATURE) &&
    was?.length === is?.length &&
    is?.every(([name, hash]) => before.get(name) === hash) === true
  );
};

const NO_ADDRESS = 'The newsroom has no site address: canonical links, the sitemap and the feed’s links are left out.';

/** Whether a text is an instant in the one form that means the same on every machine. */
const isInstant = (text: string): boolean => {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString() === text;
};

/** The bundle that is there, put back into its place first where an export was cut short; a plan moves nothing. */
const lookAt = ({ newsroom, plan }: ExportRequest, out: string): Promise<Result<ExistingBundle, Fault>> =>
  onDisk(out, async () => {
    const apart = await apartFrom(newsroom, out);
    if (!apart.ok) return apart;
    if (!plan) await putBack(out);
    return existingBundle(out);
  });

/** All that must not be in the bundle: withheld texts as frozen and as they are now, and working texts that went on. */
const secretOf = ({ published, unpublished }: NewsroomContents, selection: Selection): Release[] => {
  const open = new Set(selection.public.map(({ current }) => current));
  const held = published
    .filter(({ current }) => !open.has(current))
    .flatMap(({ current, frozen }) => [frozen, current]);
  return [...unpublished, ...held, ...open];
};

const unreadable = ({ unreadable: folders }: NewsroomContents): Finding[] =>
  folders.map(({ folder, message }) => ({
    code: 'frozen-text-altered',
    release: null,
    headline: folder,
    message: `${folder} could not be read whole, so it cannot be said what is public: ${message}`,
    quote: null,
    words: null,
    override: null,
  }));

const LEAKS: Readonly<Record<Leak['kind'], string>> = {
  words: 'words that are withheld',
  contact: 'a number or an address for the media only',
  place: 'the place of a release that is withheld',
};

/** One finding for each file, release and kind: where it is matters more than how often. */
const leaksFound = (leaks: readonly Leak[]): Finding[] => {
  const seen = new Map<string, Finding>();
  for (const { path, kind, release, words } of leaks) {
    const key = `${path} ${kind} ${release?.id ?? ''}`;
    if (seen.has(key)) continue;
    seen.set(key, {
      code: 'withheld-text-found',
      release: release?.id ?? null,
      headline: release?.headline ?? 'The newsroom’s settings',
      message: `${path} would hold ${LEAKS[kind]}: “${words}”.`,
      quote: null,
      words: null,
      override: null,
    });
  }
  return [...seen.values()];
};

/** Whether a file is the web team's concern; what stands beside the website only says of it that it is whole. */
const isWebsite = (name: string): boolean => name.startsWith(PAYLOAD);

const changesOf = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ExportReport['changes'] => {
  const paths = [...after.keys()].filter(isWebsite).sort();
  return {
    added: paths.filter((path) => !before.has(path)),
    changed: paths.filter((path) => before.has(path) && before.get(path) !== after.get(path)),
    removed: [...before.keys()].filter((path) => isWebsite(path) && !after.has(path)).sort(),
    same: paths.filter((path) => before.get(path) === after.get(path)).length,
  };
};
