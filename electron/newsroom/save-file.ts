import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileSystem, nodeFileSystem } from './file-system';

/** A file is not the one that was to be replaced: something outside this program wrote it meanwhile. */
export class ChangedMeanwhile extends Error {
  constructor(path: string) {
    super(`${path} was changed outside this program`);
  }
}

/**
 * The one way bytes reach a newsroom's disk. They go to a new file in the same folder, are written in a loop (a single
 * write may be short on a full disk), synced, measured and read back; only then does a rename put them in the old file's
 * place, and the folder is synced. Whatever fails, the old file is there whole or the new one is. An error goes up as it came.
 * With `instead`, the bytes that the new ones stand on, the file is looked at once more right before the rename, and
 * `ChangedMeanwhile` is thrown where it holds others: writing and syncing take long enough for a sync program to come in between.
 * No bytes mean that there is no such file yet, or an empty one.
 */
export const saveFile = async (
  path: string,
  contents: string | Uint8Array,
  fs: FileSystem = nodeFileSystem,
  instead: Uint8Array | null = null,
): Promise<void> => saveFiles([{ path, contents, instead }], fs);

/** What goes into one file; `instead` as for `saveFile`. */
export type Save = {
  readonly path: string;
  readonly contents: string | Uint8Array;
  readonly instead?: Uint8Array | null;
};

/**
 * As `saveFile`, for files of one folder of which the others are made from the first: all are written, synced and looked
 * at before the first takes its place, and each follows at once. A kill in between leaves the first new and the rest old.
 */
export const saveFiles = async (saves: readonly Save[], fs: FileSystem = nodeFileSystem): Promise<void> => {
  const waiting: { readonly temporary: string; readonly path: string }[] = [];
  try {
    // The first one last: what it stands on is looked at as late as can be.
    for (const save of saves.toReversed()) waiting.unshift({ temporary: await prepared(save, fs), path: save.path });
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      await renameInto(next.temporary, next.path, fs);
      waiting.shift();
    }
  } catch (error) {
    for (const { temporary } of waiting) await removeQuietly(temporary, error, fs);
    throw error;
  }
  for (const folder of new Set(saves.map(({ path }) => dirname(path)))) await fs.syncFolder(folder);
};

const prepared = ({ path, contents, instead = null }: Save, fs: FileSystem): Promise<string> => {
  const bytes = typeof contents === 'string' ? Buffer.from(contents, 'utf8') : contents;
  const check = async (temporary: string): Promise<void> => {
    // Its size is right by now: a share or a failing disk may still hold other bytes.
    if (!(await readFile(temporary)).equals(bytes))
      throw Object.assign(new Error(`${temporary} does not hold what was written to it`), { code: 'EIO' });
    if (instead !== null && !(await holds(path, instead))) throw new ChangedMeanwhile(path);
  };
  return prepare(path, [bytes], fs, check);
};

/** Whether a file holds these bytes; one that is not there holds none. */
const holds = async (path: string, bytes: Uint8Array): Promise<boolean> => {
  try {
    return (await readFile(path)).equals(bytes);
  } catch (error) {
    if (bytes.length === 0 && systemCode(error) === 'ENOENT') return true;
    throw error;
  }
};

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
type StreamOptions = {
  readonly fs?: FileSystem;
  /** Looks at the new file, whole and synced, before it takes its place; what it throws goes up, and the file goes. */
  readonly check?: (temporary: string) => Promise<void>;
};

/** As `saveFile`, for what is too large to be held at once. Nothing is asked of `chunks` before the file is there. */
export const saveStream = async (
  path: string,
  chunks: Chunks,
  { fs = nodeFileSystem, check }: StreamOptions = {},
): Promise<void> => {
  const temporary = await prepare(path, chunks, fs, check);
  try {
    await renameInto(temporary, path, fs);
  } catch (error) {
    await removeQuietly(temporary, error, fs);
    throw error;
  }
  await fs.syncFolder(dirname(path));
};

/** The new file beside the old one, whole, synced and looked at. Out: its path. After a failure it is gone. */
const prepare = async (
  path: string,
  chunks: Chunks,
  fs: FileSystem,
  check: StreamOptions['check'],
): Promise<string> => {
  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    await writeWhole(temporary, chunks, fs);
    await check?.(temporary);
  } catch (error) {
    await removeQuietly(temporary, error, fs);
    throw error;
  }
  return temporary;
};

/** Makes a folder and those above it, each sure to be there after a power cut: a file is only as safe as the names on the way to it. */
export const saveFolder = async (path: string, fs: FileSystem = nodeFileSystem): Promise<void> => {
  const topmost = await fs.makeFolder(path);
  if (topmost === null) return;
  for (let made = path; made.length >= topmost.length; made = dirname(made)) await fs.syncFolder(dirname(made));
};

/**
 * Writes a file that must not be there yet, synced and measured. Throws `EEXIST` where it is, and leaves what is there;
 * any other failure leaves nothing. A reader may see it half written for a moment.
 */
export const createFile = async (path: string, contents: string, fs: FileSystem = nodeFileSystem): Promise<void> => {
  try {
    await writeWhole(path, [Buffer.from(contents, 'utf8')], fs);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') await removeQuietly(path, error, fs);
    throw error;
  }
  await fs.syncFolder(dirname(path));
};

const temporaryName = (name: string): string => `.${name.slice(0, 40)}.${randomBytes(6).toString('hex')}.tmp`;

/** Whether a file's name is one that `saveFile` gives before the rename: left behind only by a kill. */
export const isTemporaryName = (name: string): boolean => /^\..+\.[0-9a-f]{12}\.tmp$/.test(name);

/** Writes a file that must not be there yet, synced and measured. Whatever fails, what was written stays. */
export const writeWhole = async (path: string, chunks: Chunks, fs: FileSystem): Promise<void> => {
  const file = await fs.createExclusive(path);
  try {
    let length = 0;
    for await (const bytes of chunks) {
      length += bytes.length;
      let written = 0;
      while (written < bytes.length) {
        const now = await file.write(bytes, written, bytes.length - written);
        if (now <= 0) throw Object.assign(new Error(`nothing more could be written to ${path}`), { code: 'ENOSPC' });
        written += now;
      }
    }
    await file.sync();
    const size = await file.size();
    if (size !== length) throw Object.assign(new Error(`${path} holds ${size} bytes, not ${length}`), { code: 'EIO' });
  } finally {
    await file.close();
  }
};

const BLOCKED = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Renames a file or a folder, waiting where another program holds it for a moment. */
export const renameInto = async (from: string, to: string, fs: FileSystem): Promise<void> => {
  for (const wait of fs.renameRetries) {
    try {
      await fs.rename(from, to);
      return;
    } catch (error) {
      if (!BLOCKED.has(systemCode(error))) throw error;
      await pause(wait);
    }
  }
  await fs.rename(from, to);
};

/** Removes a temporary file after a failure. That it cannot be removed is said with the first error, which matters more. */
const removeQuietly = async (path: string, first: unknown, fs: FileSystem): Promise<void> => {
  try {
    await fs.remove(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && first instanceof Error)
      first.message += ` (and ${path} could not be removed: ${String(error)})`;
  }
};

/** The system's code of an error, such as `ENOSPC`; empty where it is not one of the system. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
