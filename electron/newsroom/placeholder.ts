import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Reads, patiently } from './reads';
import { systemCode } from './save-file';

/* Sync programs keep files elsewhere and leave a placeholder: one with another name (iCloud), or one of the same name that
   takes no room on the disk and is fetched when it is read, unless there is no network. Such a file is neither deleted
   nor damaged: it is left alone until it comes. */

/** A file as it can be read now: its bytes, null where there is none, or `away` where only a placeholder is here. */
export type Here = Buffer | null | 'away';

/** Reads a file that may be a placeholder. Throws errors of the file system. */
export const readHere = async (path: string, reads: Reads = patiently): Promise<Here> => {
  let bytes: Buffer;
  try {
    bytes = await reads.file(path);
  } catch (error) {
    const isThere = systemCode(error) !== 'ENOENT';
    if (isThere ? await takesNoRoom(path) : (await sizeOf(iCloudName(path))) !== null) return 'away';
    if (isThere) throw error;
    return null;
  }
  // Small files take no room on some file systems either: one that holds anything is as it should be.
  return bytes.length > 0 && bytes.every((byte) => byte === 0) && (await takesNoRoom(path)) ? 'away' : bytes;
};

/** What is said of a file that is not here yet. */
export const awayFault = (where: string): Fault =>
  fault(
    'not-downloaded',
    'It is not downloaded yet: a sync program keeps it elsewhere. Make the folder available offline, then look again.',
    { where },
  );

/** The error of something that needs a file which is not here yet. */
export const awayError = (path: string): Error =>
  Object.assign(new Error(`${path} is not downloaded yet`), { code: 'EAWAY' });

/** As `readHere`, for what needs the file. Throws `awayError` too. */
export const readOrThrow = async (path: string): Promise<Buffer | null> => {
  const bytes = await readHere(path);
  if (bytes === 'away') throw awayError(path);
  return bytes;
};

/** Whether a name is that of a placeholder for another file. */
export const isPlaceholderName = (name: string): boolean => /^\..+\.icloud$/u.test(name);

const iCloudName = (path: string): string => join(dirname(path), `.${basename(path)}.icloud`);

const sizeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

const takesNoRoom = async (path: string): Promise<boolean> => {
  try {
    const { size, blocks } = await stat(path);
    return size > 0 && blocks === 0;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false; // the first error says more
  }
};
