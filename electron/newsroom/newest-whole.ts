import { isVersion } from '../../shared/newsroom/thin';
import type { VersionLine } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import { objectsIn, readObject } from './history';
import { PUBLISHING, inOrder, readLogs, withTexts } from './history-log';
import { lostAct, unknownAct } from './lost-act';

/** A text of a history, and when it was as it is. */
export type Whole = { readonly release: Release; readonly time: string };

/**
 * The newest whole text of a history, to stand in the place of a damaged file; null where there is none. Once a release is
 * published, only a text that knows of all that was done with it will do: an older one would unfreeze it, take a correction
 * back, or put on the web again what was withdrawn. By what it knows, not by when it was: clocks of computers differ.
 */
export const newestWhole = async (folder: string, id: ReleaseId): Promise<Whole | null> => {
  const all = inOrder(await readLogs(folder));
  const lines = all.filter(isVersion);
  for (const { object, time } of (await withTexts(folder, all)).toReversed()) {
    const read = await readObject(folder, object);
    if (read.ok && read.value.id === id && unknownAct(read.value, lines) === null) return { release: read.value, time };
  }
  const last = lines.findLast(({ kind }) => PUBLISHING.has(kind));
  return last === undefined ? null : asPublished(folder, id, last, lines);
};

/** The release as it stood right after a publication: no line names it. */
const asPublished = async (
  folder: string,
  id: ReleaseId,
  { time }: VersionLine,
  lines: readonly VersionLine[],
): Promise<Whole | null> => {
  let found: Release | null = null;
  for (const hash of await objectsIn(folder)) {
    const read = await readObject(folder, hash);
    if (!read.ok || read.value.id !== id || unknownAct(read.value, lines) !== null) continue;
    // What was written with an open change is no more than a beginning of the next.
    if (found === null || read.value.publication?.change === null) found = read.value;
  }
  return found === null ? null : { release: found, time };
};

/** Whether a history tells of an act after publication, or of publication itself, that the release does not know of. */
export const hasLostPublication = async (folder: string, release: Release): Promise<boolean> =>
  (await lostAct(folder, release, await readLogs(folder))) !== null;
