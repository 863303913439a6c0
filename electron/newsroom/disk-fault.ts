import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import { systemCode } from './save-file';

const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, or save a copy elsewhere; saving is then tried again.',
  EDQUOT: 'Your share of the disk is used up. Make room, or save a copy elsewhere.',
  EROFS: 'The disk can only be read. Make it writable, or save a copy elsewhere.',
  EACCES: 'The folder may not be written to. Ask for the right to, or save a copy elsewhere.',
  EPERM: 'The system did not allow it. Ask for the right to, or save a copy elsewhere.',
  ENOENT: 'The folder is no longer there. Bring it back, or save a copy elsewhere.',
  EAWAY: 'A file of the history is not downloaded yet. Make the folder available offline, then try again.',
  ESTALE: 'A file was changed while it was read. Nothing was written; try again.',
  ELOOP:
    'A link stands where a file or a folder of the newsroom should be, and may lead anywhere: it is not followed. Put the file or the folder itself there.',
  EIO: 'The disk reported an error. Save a copy on another disk.',
};

/** An error of the file system as a fault for people; an error of the program is thrown again. */
export const diskFault = (error: unknown, where: string): Fault => {
  const code = systemCode(error);
  if (!/^E[A-Z0-9]+$/.test(code) || code.startsWith('ERR_')) throw error;
  const said = SAID[code] ?? 'The disk could not be read or written. Try again, or save a copy elsewhere.';
  return fault('disk', said, { where, detail: String(error) });
};

const READ: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file. Look whether its name and its folder are right, or choose another.',
  EACCES: 'The file may not be read. Ask for the right to, or choose another.',
  EISDIR: 'This is a folder. Choose a file in it.',
};

/** As `diskFault`, of a file that a person named to be read: nothing that is to be saved depends on it. */
export const readingFault = (error: unknown, file: string): Fault => {
  const found = diskFault(error, file);
  return { ...found, message: READ[systemCode(error)] ?? found.message };
};

/** Runs disk work; an error of the file system becomes a failed Result. */
export const onDisk = async <Value>(
  where: string,
  work: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  try {
    return await work();
  } catch (error) {
    return failed(diskFault(error, where));
  }
};
