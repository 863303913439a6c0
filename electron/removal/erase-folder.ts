import { basename, dirname, join } from 'node:path';
import { parseHistoryLine } from '../../shared/newsroom/parse';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import type { FileSystem } from '../newsroom/file-system';
import { QUARANTINE, RELEASE_FILE, TEXT_FILE, findReleaseFolders, foldersIn, removedName } from '../newsroom/folders';
import { namesIn, objectFile, objectsFolder, objectsIn, readIfThere, readObject } from '../newsroom/history';
import { FIRST_PREVIOUS, logFolder, logName, readLogs } from '../newsroom/history-log';
import { lineHash } from '../../shared/newsroom/chain';
import { awayError, isPlaceholderName, readOrThrow } from '../newsroom/placeholder';
import { readRelease } from '../newsroom/release-file';
import { renameInto, saveFile, saveFolder } from '../newsroom/save-file';
import { copyOfFolder } from '../newsroom/copy-names';
import { TRASH_FOLDER, findTrashed, noteName } from '../newsroom/trash';
import { eraseLine } from './erase-log';
import type { Intention } from './intention';

/* What is erased in the newsroom. Of the release's folder stay the tombstone, as JSON and as text, and the logs without
   words; every other folder of the same release goes whole. Each step may be done again: a kill in between harms nothing. */

/** Every folder of a release in a newsroom besides its own, absolute: second folders, and what lies in the trash or was put aside there. */
const otherFolders = async (newsroom: string, id: ReleaseId, own: string): Promise<readonly string[]> => {
  const aside = join(newsroom, TRASH_FOLDER, QUARANTINE);
  const found = [...(await findReleaseFolders(newsroom)), ...(await findTrashed(newsroom))]
    .filter((each) => each.id === id || copyOfFolder(basename(own), each.name) !== null)
    .map(({ path }) => join(newsroom, path));
  const put = (await foldersIn(aside)).filter((name) => name.includes(`--${id}`)).map((name) => join(aside, name));
  return [...found, ...put].filter((path) => path !== own);
};

/** Every text of a release that can be read in the newsroom: as it stands and as it was. */
export const textsInNewsroom = async (newsroom: string, id: ReleaseId, own: string): Promise<readonly Release[]> => {
  const texts: Release[] = [];
  for (const folder of [own, ...(await otherFolders(newsroom, id, own))]) {
    const now = await readRelease(folder, id);
    if (now.ok) texts.push(now.value.release);
    for (const hash of await objectsIn(folder)) {
      const read = await readObject(folder, hash);
      if (read.ok && read.value.id === id) texts.push(read.value);
    }
  }
  return texts;
};

export const eraseOtherFolders = async (
  newsroom: string,
  id: ReleaseId,
  own: string,
  fs: FileSystem,
): Promise<void> => {
  for (const folder of await otherFolders(newsroom, id, own)) {
    await fs.removeTree(folder);
    const note = join(dirname(folder), noteName(basename(folder)));
    if ((await readIfThere(note)) !== null) await fs.remove(note);
    await fs.syncFolder(dirname(folder));
  }
};

/** Takes the words out of every log, and says in this device's that the release was removed. */
export const eraseLogs = async (
  folder: string,
  device: string,
  intention: Intention,
  fs: FileSystem,
): Promise<void> => {
  const place = logFolder(folder);
  const own = `${device}.jsonl`;
  await saveFolder(place, fs);
  const names = await namesIn(place);
  const logs = names.filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'));
  const texts = new Map<string, readonly string[]>();
  for (const name of logs) texts.set(name, linesOf((await readOrThrow(join(place, name)))?.toString('utf8') ?? ''));
  // Who did what stays: a log is not deleted because it is elsewhere just now.
  const away = names.find((name) => isPlaceholderName(name));
  if (away !== undefined) throw awayError(join(place, away));
  const isSaid = [...texts.values()].flat().some(isRemoval);
  // This device's first: with its last line the others are read as those of a removed release.
  for (const name of [own, ...logs.filter((each) => each !== own)]) {
    const before = texts.get(name) ?? [];
    const after = before.map(eraseLine);
    if (name === own && !isSaid) after.push(removalLine(before, intention));
    if (after.join('\n') !== before.join('\n')) await saveFile(join(place, name), `${after.join('\n')}\n`, fs);
  }
  await eraseAllBut(place, new Set([...logs, basename(logName(device))]), fs);
};

const linesOf = (text: string): readonly string[] => text.split('\n').filter((each) => each !== '');

const isRemoval = (text: string): boolean => {
  const parsed = parseHistoryLine(text);
  return parsed.ok && parsed.value.kind === 'removed';
};

const removalLine = (before: readonly string[], { by, at, reason, last }: Intention): string => {
  const previous = before.at(-1);
  const parsed = previous === undefined ? null : parseHistoryLine(previous);
  return JSON.stringify({
    seq: (parsed?.ok === true ? parsed.value.seq : before.length) + 1,
    time: at,
    who: by,
    kind: 'removed',
    name: '',
    object: last,
    note: reason,
    previous: previous === undefined ? FIRST_PREVIOUS : lineHash(previous),
  });
};

/** What stays of a removed release beside its logs: in each of its folders these names. */
const keptOf = (folder: string, tombstone: VersionHash): readonly (readonly [string, ReadonlySet<string>])[] => {
  const objects = objectsFolder(folder);
  return [
    [objects, new Set([basename(objectFile(folder, tombstone))])],
    [dirname(objects), new Set([basename(objects), basename(logFolder(folder))])],
    [folder, new Set([RELEASE_FILE, TEXT_FILE, basename(dirname(objects))])],
  ];
};

/** Deletes everything of a release's folder but its tombstone and its logs. */
export const eraseRest = async (folder: string, tombstone: VersionHash, fs: FileSystem): Promise<void> => {
  for (const [place, kept] of keptOf(folder, tombstone)) await eraseAllBut(place, kept, fs);
};

/** Whether more than the tombstone and the logs of a removed release is there: another computer, which did not know, wrote it. */
export const hasComeBack = async (
  newsroom: string,
  id: ReleaseId,
  own: string,
  tombstone: VersionHash,
): Promise<boolean> => {
  if ((await otherFolders(newsroom, id, own)).length > 0) return true;
  for (const [place, kept] of keptOf(own, tombstone)) if ((await namesBeside(place, kept)).length > 0) return true;
  return (await readLogs(own)).some(({ texts }) => texts.some((text) => eraseLine(text) !== text));
};

const namesBeside = async (folder: string, kept: ReadonlySet<string>): Promise<readonly string[]> =>
  (await namesIn(folder)).filter((name) => !kept.has(name));

const eraseAllBut = async (folder: string, kept: ReadonlySet<string>, fs: FileSystem): Promise<void> => {
  const gone = await namesBeside(folder, kept);
  for (const name of gone) await fs.removeTree(join(folder, name));
  // Else a power cut could bring them back.
  if (gone.length > 0) await fs.syncFolder(folder);
};

/** Gives a release's folder a name without words of its headline. Out: the folder as it is called now. */
export const renameRemoved = async (folder: string, id: ReleaseId, fs: FileSystem): Promise<string> => {
  const next = join(dirname(folder), removedName(basename(folder), id));
  if (next === folder) return folder;
  await renameInto(folder, next, fs);
  await fs.syncFolder(dirname(next));
  return next;
};
