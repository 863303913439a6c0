import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { canonicalAgain } from '../../shared/canonical';
import type { Mended } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { bringTogether, partedIn } from './bring-together';
import { type FoundCopy, copiesAtTop, copiesIn } from './copies';
import { examine } from './doctor';
import type { DoctorFinding, FindingCode } from './doctor-findings';
import { type FileSystem, nodeFileSystem } from './file-system';
import {
  PEOPLE_FILE,
  RELEASES_FOLDER,
  RELEASE_FILE,
  SETTINGS_FILE,
  deviceName,
  findReleaseFolders,
  idInFolderName,
} from './folders';
import { objectFile, readIfThere, readObject, writeObject } from './history';
import { appendLine } from './history-log';
import { type Indexes, forgetIn } from './indexes';
import { copyAside, putAside } from './quarantine';
import { hasLostPublication, newestWhole } from './newest-whole';
import { onlyIn } from './only-in';
import { readPeople, readSettings } from './read-all';
import { readItself } from './reads';
import type { Review } from '../../shared/review/model';
import { REVIEW_FILE } from '../../shared/review/parse';
import { readReview, writeReview } from './review-file';
import { readRelease, writeBoth, writeReleaseText } from './release-file';
import { renameInto, saveFile } from './save-file';
import { TRASH_FOLDER, findTrashed, noteName, writeNote } from './trash';

export type MendOptions = {
  readonly now: () => Date;
  readonly device: string;
  /** Who asked for it, for the history. */
  readonly who: string;
  readonly fs?: FileSystem;
  readonly indexes?: Indexes | null;
  /** As for `examine`. */
  readonly inTurn?: <Value>(id: ReleaseId, work: () => Promise<Value>) => Promise<Value>;
};

/**
 * Mends what can be mended, or of that `only` what has one of the codes, and says what was done: only adds and moves. Left-over temporary files and damaged
 * releases go to `quarantine/` beside them; a damaged release opens again with the newest whole text of its history.
 */
export const mend = async (
  newsroom: string,
  given: MendOptions,
  only?: readonly FindingCode[],
): Promise<readonly Mended[]> => {
  const options = { ...given, fs: onlyIn([newsroom], given.fs ?? nodeFileSystem) };
  const { findings } = await examine(newsroom, options);
  const mended: Mended[] = [];
  for (const finding of findings) {
    if (only?.includes(finding.code) === false) continue;
    const message = await inTurnOf(finding, options, () => mendOne(newsroom, finding, options));
    if (message !== null) mended.push({ where: finding.where, message });
  }
  return mended;
};

/** Does something to what a finding is about while the store does nothing with it. */
const inTurnOf = <Value>({ where }: DoctorFinding, { inTurn }: MendOptions, work: () => Promise<Value>) => {
  const id = where
    .split('/')
    .map(idInFolderName)
    .find((each) => each !== null);
  return id === undefined || id === null || inTurn === undefined ? work() : inTurn(id, work);
};

const mendOne = async (newsroom: string, finding: DoctorFinding, options: MendOptions): Promise<string | null> => {
  const { fs = nodeFileSystem } = options;
  const path = join(newsroom, finding.where);
  const folder = dirname(path);
  switch (finding.code) {
    case 'stale-temporary':
    case 'media-orphan':
      return `It was moved to ${await putAside(path, fs)}.`;
    case 'text-stale': {
      const read = await readIn(folder);
      if (read === null) return null;
      const aside = (await readIfThere(path)) === null ? null : await copyAside(path, fs);
      await writeReleaseText(folder, read, fs);
      return `It was written again from release.json.${aside === null ? '' : ` As it was it is in ${aside.name}.`}`;
    }
    case 'not-canonical': {
      const again = await inOneForm(newsroom, finding.where);
      if (again === null) return null;
      const { name, bytes } = await copyAside(path, fs);
      await saveFile(path, again, fs, bytes);
      return `It was written in the one form; the file as it was is in ${name}.`;
    }
    case 'object-orphan':
      return nameOrphan(dirname(dirname(folder)), basename(path, '.json') as VersionHash, options);
    case 'no-history': {
      const place = dirname(dirname(path));
      const read = await readIn(place);
      if (read === null) return null;
      await addLine(place, await writeObject(place, read, fs), { kind: 'imported' }, options);
      return 'Its text as it stands is its first version.';
    }
    case 'trash-note':
      return finding.where.endsWith('.json')
        ? `It was moved to ${await putAside(path, fs)}.`
        : writeNoteAgain(newsroom, basename(path), options);
    case 'conflict-copy':
      return putCopyAside(newsroom, finding.where, fs);
    case 'duplicate-id':
      return putTogether(newsroom, finding.where, fs);
    case 'release-unreadable':
      return restore(folder, options);
    case 'publication-lost':
      return publishedAgain(folder, options);
    case 'index-differs':
      if (!options.indexes) return null;
      await forgetIn(newsroom, options.indexes, finding.where);
      return 'What the list and the quote register know of it is computed anew.';
    default:
      return null; // what is left needs a person
  }
};

const readIn = async (folder: string): Promise<Release | null> => {
  const id = idInFolderName(basename(folder));
  const read = id === null ? null : await readRelease(folder, id);
  return read?.ok === true ? read.value.release : null;
};

const readReviewIn = async (folder: string): Promise<Review | null> => {
  const id = idInFolderName(basename(folder));
  const read = id === null ? null : await readReview(folder, id);
  return read?.ok === true ? read.value.review : null;
};

/** The files of a release that a move to the trash parted are brought together; null where it is parted by something else. */
const putTogether = async (newsroom: string, where: string, fs: FileSystem): Promise<string | null> => {
  const parted = await partedIn(newsroom, await findReleaseFolders(newsroom), await findTrashed(newsroom));
  const found = parted.find(({ other }) => other.path === where);
  if (found === undefined) return null;
  const aside = await bringTogether(newsroom, found, fs);
  return aside === null ? null : `What it held is in ${found.own.path} too. It was moved to ${aside}.`;
};

/** A conflict copy in which nothing new stands is moved aside; null where a person decides. `where` is below the newsroom. */
const putCopyAside = async (newsroom: string, where: string, fs: FileSystem): Promise<string | null> => {
  const folders = [...(await findReleaseFolders(newsroom)), ...(await findTrashed(newsroom))];
  const found = folders.find(({ path }) => where.startsWith(`${path}/`));
  const all = found === undefined ? await copiesAtTop(newsroom) : await copiesIn(newsroom, found);
  const copy = all.find((each) => each.where === where);
  return copy === undefined ? null : settleCopy(newsroom, copy, fs);
};

/**
 * Does with a conflict copy what needs no person: what holds nothing new, and a log's copy, is moved aside; a text that its
 * history lacks is put in its place. Answers what was done; null where nothing was.
 */
export const settleCopy = async (
  newsroom: string,
  { where, original, verdict }: FoundCopy,
  fs: FileSystem,
): Promise<string | null> => {
  const path = join(newsroom, where);
  switch (verdict.kind) {
    case 'spare':
    case 'log':
      return `${verdict.because} It was moved to ${await putAside(path, fs)}.`;
    case 'object': {
      const place = join(newsroom, original);
      if ((await readIfThere(place)) !== null) await putAside(place, fs);
      await renameInto(path, place, fs);
      await fs.syncFolder(dirname(place));
      return 'What it holds was missing, and stands in its place again.';
    }
    case 'review':
      await writeReview(dirname(path), verdict.merged, await readIfThere(join(newsroom, original)), fs);
      return `Its remarks stand in ${basename(original)} now. It was moved to ${await putAside(path, fs)}.`;
    case 'text':
    case 'document':
    case 'unreadable':
      return null;
  }
};

/** Adds a line of this device to a release's history. */
const addLine = async (
  folder: string,
  object: VersionHash,
  line: { readonly kind: 'imported' | 'restored' | 'found'; readonly note?: string },
  { now, device, who, fs = nodeFileSystem }: MendOptions,
): Promise<void> => {
  await appendLine(folder, deviceName(device), { time: now().toISOString(), who, name: '', object, ...line }, fs);
};

/** The one written form of a document that can be read, of whatever format; null where it cannot. `where` is below the newsroom. */
const inOneForm = async (newsroom: string, where: string): Promise<string | null> => {
  const path = join(newsroom, where);
  const isWhole =
    where === SETTINGS_FILE
      ? (await readSettings(newsroom)).ok
      : where === PEOPLE_FILE
        ? (await readPeople(newsroom)).ok
        : basename(path) === REVIEW_FILE
          ? (await readReviewIn(dirname(path))) !== null
          : (await readIn(dirname(path))) !== null;
  return isWhole ? canonicalAgain((await readItself(path)).toString('utf8')) : null;
};

/** A text that no line names becomes a version. */
const nameOrphan = async (folder: string, object: VersionHash, options: MendOptions): Promise<string | null> => {
  const id = idInFolderName(basename(folder));
  const read = await readObject(folder, object);
  if (!read.ok || read.value.id !== id) return null;
  const { mtime } = await stat(objectFile(folder, object));
  await addLine(folder, object, { kind: 'found', note: `Written at ${mtime.toISOString()}` }, options);
  return 'It is a version of the history now.';
};

/** What stands in the place of a published release becomes a version, and the release as it was published is put back. */
const publishedAgain = async (folder: string, options: MendOptions): Promise<string | null> => {
  const { fs = nodeFileSystem } = options;
  const there = await readIn(folder);
  if (there === null || !(await hasLostPublication(folder, there))) return null;
  if ((await newestWhole(folder, there.id)) === null) return null;
  const note = 'It stood in the place of the published release';
  await addLine(folder, await writeObject(folder, there, fs), { kind: 'found', note }, options);
  return restore(folder, options);
};

/** A note for a folder in the trash: that it lay in the year of its name is all that is known. */
const writeNoteAgain = async (newsroom: string, name: string, options: MendOptions): Promise<string | null> => {
  const { now, who, fs = nodeFileSystem } = options;
  const id = idInFolderName(name);
  if (id === null) return null;
  const file = join(newsroom, TRASH_FOLDER, noteName(name));
  const aside = (await readIfThere(file)) === null ? null : await putAside(file, fs);
  await writeNote(newsroom, `${RELEASES_FOLDER}/${name.slice(0, 4)}/${name}`, { id, at: now().toISOString(), who }, fs);
  return `A note was written beside it.${aside === null ? '' : ` The one that could not be read is in ${aside}.`}`;
};

/**
 * Puts the newest whole text of its history in the place of a damaged release, whose file is moved aside. Gives what was
 * done, or null where the history has no such text.
 */
export const restore = async (folder: string, options: MendOptions): Promise<string | null> => {
  const { fs = nodeFileSystem } = options;
  const id = idInFolderName(basename(folder));
  const good = id === null ? null : await newestWhole(folder, id);
  if (good === null) return null;
  const there = await readIfThere(join(folder, RELEASE_FILE));
  const aside = there === null ? null : await copyAside(join(folder, RELEASE_FILE), fs);
  await writeBoth(folder, good.release, fs, aside?.bytes);
  const object = await writeObject(folder, good.release, fs);
  await addLine(folder, object, { kind: 'restored', note: `As it was at ${good.time}` }, options);
  const old = aside === null ? '' : ` The damaged file is in ${aside.name}.`;
  return `It was restored from the version of ${good.time}.${old}`;
};
