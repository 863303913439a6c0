import type { ThinnedLine } from '../../shared/newsroom/model';
import { objectsToThin } from '../../shared/newsroom/thin';
import type { VersionHash } from '../../shared/release/model';
import type { FileSystem } from './file-system';
import { namesIn, objectFile, objectsIn } from './history';
import { type Appended, appendLine, logFolder, readLogs, thinnedObjects } from './history-log';
import { isPlaceholderName } from './placeholder';

type Thinning = {
  readonly device: string;
  readonly now: Date;
  /** Texts that are needed whatever the lines say. */
  readonly needed: ReadonlySet<VersionHash>;
  readonly fs: FileSystem;
};

export type Thinned = {
  /** The texts that were let go. */
  readonly objects: readonly VersionHash[];
  /** The line that says so; null where it stood there before. */
  readonly appended: Appended<ThinnedLine> | null;
};

/**
 * Lets go texts of this device's old autosaves (shared/newsroom/thin.ts). The line that says so is on the disk before
 * the first text goes; what a kill in between leaves is taken away the next time. A history with a line that cannot be
 * read, or a log that is not here, is left alone: that line might name any of them.
 */
export const thinHistory = async (folder: string, { device, now, needed, fs }: Thinning): Promise<Thinned> => {
  const logs = await readLogs(folder);
  const own = logs.find((log) => log.device === device);
  const nothing: Thinned = { objects: [], appended: null };
  if (own === undefined || logs.some((log) => log.problems.length > 0 || log.texts.length === 0)) return nothing;
  if ((await namesIn(logFolder(folder))).some(isPlaceholderName)) return nothing;
  const others = logs.filter((log) => log !== own).flatMap((log) => log.lines);
  const there = new Set(await objectsIn(folder));
  const objects = objectsToThin(own.lines, others, { now: now.getTime(), needed }).filter((each) => there.has(each));
  if (objects.length === 0) return nothing;
  const said = thinnedObjects(own.lines);
  const isNew = objects.some((each) => !said.has(each));
  const appended = isNew
    ? await appendLine(folder, device, { time: now.toISOString(), who: 'Standfirst', kind: 'thinned', objects }, fs)
    : null;
  for (const object of objects) await fs.remove(objectFile(folder, object));
  return { objects, appended };
};
