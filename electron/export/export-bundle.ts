import { rmSync } from 'node:fs';
import { MANIFEST, PAYLOAD } from '../../shared/archive/bag';
import { type BundleParts, bundle } from '../../shared/archive/bundle';
import { stops } from '../../shared/archive/checks';
import type { ExportReport } from '../../shared/archive/model';
import type { ArchiveRelease } from '../../shared/archive/site';
import { type Fault, fault } from '../../shared/fault';
import type { Instant } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { writeKnownTexts } from '../newsroom/known-texts';
import type { Aide } from './aide';
import { type ExportRequest, type Ground, lookAtGround, tellOf } from './export-request';
import { type Gathered, gather } from './gather';
import { type MadeBag, makeBag } from './make-bag';
import { type SigningKey, signatureOf } from './minisign';
import { keepPages } from './plan-pages';
import { changesOf, leaksFound, notShown, releasePages } from './report';
import type { ReadReleases } from './read-releases';
import { SIGNATURE, type SealedFile } from './seal';
import { type FileSearch, makeFileSearch } from './search-files';
import { type ExportState, writeState } from './state';
import { Cancelled, writeBundle } from './write-bundle';
import { entriesIn, folderInZip, writeZip } from './zip-bundle';

/**
 * Makes the bundle: select, check, make, prove, write. A finding that nobody let pass stops it before anything takes the
 * last bundle's place; the report then says what and where. Each file is made once, hashed, searched and written beside
 * the last bundle; one that is as it was, by all it depends on and by what the disk says, is not made again. Faults:
 * `refused` (a future instant that is no preview, or none; a folder in or around the newsroom, or a link to one),
 * `not-empty`, `cancelled`, `disk`. An error of the program itself is thrown.
 */
export const exportBundle = async (request: ExportRequest): Promise<Result<ExportReport, Fault>> => {
  const ground = await lookAtGround(request);
  if (!ground.ok) return ground;
  try {
    return await exportOn(request, ground.value);
  } catch (error) {
    if (error instanceof Cancelled) return failed(fault('cancelled', error.message));
    throw error;
  }
};

const exportOn = async (request: ExportRequest, ground: Ground): Promise<Result<ExportReport, Fault>> => {
  const { out, asOf, preview, plan, zip = null, sign = null } = request;
  const { settings, before } = ground;
  const { organisation } = settings;
  const gathered = await gather(request, ground);
  const { parts, proofParts, pictures, beside, own, selection } = gathered;
  const aide = aideOf(request, ground, gathered);
  const tell = tellOf(request);
  const { state } = ground;
  const search = makeFileSearch({ proofParts, state, own, aide });
  const make = makeBag({
    parts,
    search,
    state,
    before,
    folder: out,
    about: { organisation, asOf, preview },
    more: { beside, pictures, ...(sign === null ? {} : { sign: signing(sign, asOf) }) },
    onFile: (done, of) => {
      tell({ doing: 'making', done, of });
    },
  });
  const mayWrite = !plan && !gathered.findings.some(stops);
  const isSame = (): boolean => sign === null && !before.hasLitter && make.isSame();
  let said: readonly string[] = [];
  if (mayWrite && out !== null) {
    const put = await putInPlace(request, out, { before, make, search, isSame, aide });
    if (!put.ok) return put;
    said = put.value;
  } else await lookThrough(request, parts, make.files(isSame), search);
  const leaks = await search.leaks();
  const isProved = leaks.length === 0;
  const isWritten = mayWrite && isProved && (out !== null || zip !== null);
  if (isWritten && zip !== null) {
    // A folder's files were just read again, each against its hash; without one, all are made once more.
    const entries =
      out === null
        ? [...make.again()].map(({ path, hash, bytes }) => ({ path, hash, read: () => bytes }))
        : entriesIn(out, make.hashes());
    const zipped = await writeZip(zip, entries, folderInZip(organisation, preview));
    if (!zipped.ok) return zipped;
  }
  const notNoted = isProved && !preview ? await noteState(request, ground, gathered.read, make, isWritten) : [];
  // What is noted is what is known of public texts, and of the bundle that holds them.
  if (!preview) await noteTexts(request, parts.releases);
  const { files, changes } = changesOf(before.hashes, make.hashes());
  return ok({
    asOf,
    preview,
    written: isWritten,
    folder: out,
    files,
    changes,
    pages: releasePages(selection, changes),
    withheld: selection.withheld,
    findings: [...gathered.findings, ...leaksFound(leaks, bundle(parts))],
    notes: [
      ...(settings.siteAddress === '' ? [NO_ADDRESS] : []),
      ...(isWritten && sign === null && before.hashes.has(SIGNATURE) ? [UNSIGNED] : []),
      ...parts.releases.flatMap((each) => notShown(each, settings.zone)),
      ...said,
      ...notNoted,
      ...ground.left.map((place) => `${place} was left by an earlier export. Delete it if nothing in it is needed.`),
    ],
  });
};

const NO_ADDRESS = 'The newsroom has no site address: canonical links, the sitemap and the feed’s links are left out.';

const UNSIGNED =
  'The bundle that stood there was signed, and is not any more: there was no key. Sign the next one, or tell those who check the signature.';

/** A second thread, where all files of many releases are to be made. */
const aideOf = ({ help }: ExportRequest, { state }: Ground, { parts }: Gathered): Aide | null =>
  help !== undefined && (state?.files.size ?? 0) === 0 && parts.releases.length >= help.many ? help.aide : null;

/** The signature's comment says for which instant the bundle is. */
const signing =
  (key: SigningKey, asOf: Instant) =>
  (manifest: Uint8Array): string =>
    signatureOf(manifest, key, `${MANIFEST} as of ${asOf}`);

type Put = Pick<Ground, 'before'> & {
  readonly make: MadeBag;
  readonly search: FileSearch;
  readonly isSame: () => boolean;
  readonly aide: Aide | null;
};

/** Writes the bundle, if nothing withheld is found in it and anything is new. Gives what is to be said of that. */
const putInPlace = async (
  request: ExportRequest,
  out: string,
  { before, make, search, isSame, aide }: Put,
): Promise<Result<readonly string[], Fault>> => {
  const tell = tellOf(request);
  const written = await writeBundle(out, make.files(isSame), undefined, {
    // What a system left between the files goes with the folder.
    ...(before.hasLitter ? {} : { before: before.hashes }),
    whole: make.hashes,
    room: search.room,
    ...(aide === null ? {} : { elsewhere: { write: aide.write, written: search.leaks } }),
    mayGo: async () => {
      if (request.signal?.aborted === true) throw new Cancelled();
      return (await search.leaks()).length === 0 && !isSame();
    },
    onChecked: (done, of) => {
      tell({ doing: 'placing', done, of });
    },
  });
  return written.ok ? ok(written.value ?? []) : written;
};

/** Makes and searches the files, and writes none but the pages of a plan that are to be looked at. */
const lookThrough = async (
  { preview, plan, pages = null }: ExportRequest,
  parts: BundleParts,
  files: Iterable<SealedFile>,
  search: FileSearch,
): Promise<void> => {
  const keep = plan && pages !== null ? keepPages(pages, preview ? marked(parts) : undefined) : () => undefined;
  for (const file of files) {
    keep(file);
    await search.room();
  }
  if ((await search.leaks()).length > 0 && pages !== null) rmSync(pages, { recursive: true, force: true });
};

/** Gives the bytes of a file as they are with the mark of a preview, of what has none. */
const marked = (parts: BundleParts): ((file: SealedFile) => Uint8Array) => {
  const files = new Map([...bundle({ ...parts, preview: true })].map((file) => [`${PAYLOAD}${file.path}`, file]));
  return (file) => {
    const contents = files.get(file.path)?.contents ?? file.bytes;
    return typeof contents === 'string' ? Buffer.from(contents, 'utf8') : contents;
  };
};

/** Notes what was exported, unless it stands there already. Gives what is to be said where that could not be done. */
const noteState = async (
  { out }: ExportRequest,
  { stateFile, base, state, before }: Ground,
  { passed }: ReadReleases,
  make: MadeBag,
  isWritten: boolean,
): Promise<readonly string[]> => {
  // Of what stands there now: a preview is noted nowhere.
  const preview = !isWritten && before.preview;
  const isNoted = make.isAsKnown() && state?.preview === preview && isAsPassed(state, passed);
  if (stateFile === null || out === null || isNoted) return [];
  const noted = { ...make.state(isWritten ? out : null), base, preview, releases: passed };
  const failure = await writeState(stateFile, noted);
  return failure === null
    ? []
    : [`What was exported could not be noted (${failure.message}): the next export looks at every file again.`];
};

/** Whether the releases that passed are those that passed before. */
const isAsPassed = ({ releases }: ExportState, passed: ReadReleases['passed']): boolean =>
  releases.size === passed.size && [...passed].every(([address, known]) => releases.get(address) === known);

/** Notes what is known of public texts. That it cannot be costs the next export a look at each, and no more. */
const noteTexts = async (
  { texts, program = '', contents }: ExportRequest,
  open: readonly ArchiveRelease[],
): Promise<void> => {
  if (texts === undefined || contents.texts === undefined) return;
  const isOpen = new Set(open.map(({ facts }) => facts.id));
  await writeKnownTexts(texts, program, contents.texts, (id) => isOpen.has(id));
};
