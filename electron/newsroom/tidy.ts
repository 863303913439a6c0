import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Mended, Newsroom } from '../../shared/newsroom/model';
import { isStale } from './doctor-names';
import type { FileSystem } from './file-system';
import { findReleaseFolders, idInFolderName } from './folders';
import { objectsFolder } from './history';
import { logFolder } from './history-log';
import { type MendOptions, restore } from './mend';
import { putAside } from './quarantine';
import { readRelease } from './release-file';
import { isTemporaryName, systemCode } from './save-file';

/**
 * Brings back releases whose file is there and cannot be read: it goes to `quarantine/` beside it, and the newest whole
 * text of the history takes its place. A file that is missing may be on its way from another machine, one of a newer
 * form is a newer Standfirst's: both are left. Says what was done.
 */
export const mendUnreadable = async (
  { folder, unreadable }: Pick<Newsroom, 'folder' | 'unreadable'>,
  options: MendOptions,
): Promise<readonly Mended[]> => {
  const mended: Mended[] = [];
  for (const { folder: where } of unreadable) {
    const place = join(folder, where);
    const id = idInFolderName(basename(where));
    if (id === null) continue;
    const read = await readRelease(place, id);
    if (read.ok || (read.fault.code !== 'unreadable' && read.fault.code !== 'invalid')) continue;
    const message = await restore(place, options);
    if (message !== null) mended.push({ where, message });
  }
  return mended;
};

type Sweep = { readonly now: () => Date; readonly fs: FileSystem; readonly mayGoOn: () => boolean };

/**
 * Moves temporary files that are older than a minute out of the way, into `quarantine/` beside them: they are left from
 * saves that a kill interrupted. One folder at a time, so that nobody waits for it. Gives how many there were.
 */
export const sweepTemporary = async (newsroom: string, { now, fs, mayGoOn }: Sweep): Promise<number> => {
  const releases = await findReleaseFolders(newsroom);
  const places = releases.flatMap(({ path }) => {
    const place = join(newsroom, path);
    return [place, objectsFolder(place), logFolder(place)];
  });
  let swept = 0;
  for (const place of [newsroom, ...places]) {
    for (const name of await temporaryIn(place)) {
      if (!mayGoOn()) return swept;
      const path = join(place, name);
      if (!(await isStale(path, now()))) continue;
      await putAside(path, fs);
      swept += 1;
    }
  }
  return swept;
};

const temporaryIn = async (place: string): Promise<readonly string[]> => {
  try {
    return (await readdir(place)).filter(isTemporaryName);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
};
