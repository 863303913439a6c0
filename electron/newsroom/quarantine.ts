import { basename, dirname, join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { FileSystem } from './file-system';
import { QUARANTINE } from './folders';
import { readItself } from './reads';
import { renameInto, saveFile, saveFolder } from './save-file';

/* `quarantine/` beside a file is where it goes when it stands in the way and may hold words: nothing in it is deleted, and
   nothing there is examined. */

/** So much of a file's name is kept: in the deepest folder of a newsroom the whole path has 200 characters then. */
const NAME_LENGTH = 49;

/** The name is that of the file, with the hash of its bytes, so that two of one name both stay. */
const nameFor = (path: string, bytes: Uint8Array): string =>
  `${basename(path).replace(/^\.+/, '').slice(0, NAME_LENGTH)}.${sha256Hex(bytes).slice(0, 12)}`;

/** Moves a file into `quarantine/` beside it. Gives its name there, below the folder it lay in. */
export const putAside = async (path: string, fs: FileSystem): Promise<string> => {
  const name = nameFor(path, await readItself(path));
  const aside = join(dirname(path), QUARANTINE);
  await saveFolder(aside, fs);
  await renameInto(path, join(aside, name), fs);
  await fs.syncFolder(aside);
  return `${QUARANTINE}/${name}`;
};

/**
 * Puts a copy of a file into `quarantine/` beside it, for one that is to be replaced: it stands where it is until the new
 * one takes its place, so that a kill in between leaves no gap. Gives the copy's name, and the bytes.
 */
export const copyAside = async (
  path: string,
  fs: FileSystem,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const bytes = await readItself(path);
  const name = nameFor(path, bytes);
  const aside = join(dirname(path), QUARANTINE);
  await saveFolder(aside, fs);
  await saveFile(join(aside, name), bytes, fs);
  return { name: `${QUARANTINE}/${name}`, bytes };
};
