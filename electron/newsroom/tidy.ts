import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Mended, Newsroom } from '../../shared/newsroom/model';
import { isStale } from './doctor-names';
import { type FileSystem, nodeFileSystem } from './file-system';
import { QUARANTINE, idInFolderName } from './folders';
import { type MendOptions, restore } from './mend';
import { onlyIn } from './only-in';
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
  for (const { folder: where, code } of unreadable) {
    if (code === 'disk') continue;
    const place = join(folder, where);
    const id = idInFolderName(basename(where));
    if (id === null) continue;
    const read = await readRelease(place, id);
    if (read.ok || (read.fault.code !== 'unreadable' && read.fault.code !== 'invalid')) continue;
    const message = await restore(place, { ...options, fs: onlyIn([folder], options.fs ?? nodeFileSystem) });
    if (message !== null) mended.push({ where, message });
  }
  return mended;
};

type Sweep = { readonly now: () => Date; readonly fs: FileSystem; readonly mayGoOn: () => boolean };

/**
 * Moves temporary files that are older than a minute out of the way, into `quarantine/` beside them: they are left from
 * saves that a kill interrupted, and may hold words. One folder at a time, so that nobody waits for it. Gives how many
 * there were.
 */
export const sweepTemporary = async (newsroom: string, sweep: Sweep): Promise<number> =>
  sweepBelow(newsroom, sweep, async (path) => void (await putAside(path, sweep.fs)));

/** In the app's own data: folders in which files are saved. The rest is the system's that draws the windows. */
const OWN = ['recovery', 'documents', 'histories', 'seen', 'index', 'exports', 'backups', 'signing'];

/**
 * Deletes such files in the app's own data. Whatever is written there is in another place too, or can be computed, and words
 * are to stay nowhere longer than they are needed. Gives how many there were.
 */
export const sweepOwnData = async (data: string, sweep: Sweep): Promise<number> => {
  let swept = 0;
  for (const name of OWN) swept += await sweepBelow(join(data, name), sweep, (path) => sweep.fs.remove(path));
  return swept;
};

const sweepBelow = async (
  folder: string,
  { now, mayGoOn }: Pick<Sweep, 'now' | 'mayGoOn'>,
  act: (path: string) => Promise<void>,
): Promise<number> => {
  let swept = 0;
  for (const entry of await entriesIn(folder)) {
    if (!mayGoOn()) return swept;
    const path = join(folder, entry.name);
    // What lies in quarantine stays as it came there.
    if (entry.isDirectory() && entry.name !== QUARANTINE) swept += await sweepBelow(path, { now, mayGoOn }, act);
    else if (entry.isFile() && isTemporaryName(entry.name) && (await isStale(path, now()))) {
      await act(path);
      swept += 1;
    }
  }
  return swept;
};

const entriesIn = async (folder: string): Promise<readonly Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return [];
    throw error;
  }
};
