import { execFile } from 'node:child_process';
import { closeSync, fstatSync, openSync, writeSync } from 'node:fs';
import { mkdir, open, rename, rm, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** A file open for writing. `write` may write less than it was given and says how much. */
export type WritableFile = {
  readonly write: (bytes: Uint8Array, offset: number, length: number) => Promise<number>;
  readonly sync: () => Promise<void>;
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/**
 * The handful of calls through which bytes reach the disk. One seam, so that a test can fail any of them, and the one
 * place where systems differ.
 */
export type FileSystem = {
  readonly createExclusive: (path: string) => Promise<WritableFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder with all that lies in it; fine where there is none. */
  readonly removeTree: (path: string) => Promise<void>;
  /** Makes a folder and those above it. Answers the topmost one that was not there, or null. */
  readonly makeFolder: (path: string) => Promise<string | null>;
  /** Makes names within a folder durable, where the system has that. */
  readonly syncFolder: (path: string) => Promise<void>;
  /**
   * Writes a file that must not be there yet, whole, before anything else is done; for many files of which none counts
   * without the others. Only `syncFiles` makes it durable.
   */
  readonly writeNew: (path: string, bytes: Uint8Array) => void;
  /** Makes files durable that lie below a folder, with the folders on the way to them. */
  readonly syncFiles: (folder: string, files: readonly string[]) => Promise<void>;
  /** Milliseconds to wait before each retry of a rename that another program blocks (virus scanners, sync clients). */
  readonly renameRetries: readonly number[];
};

/** From so many files on, a system that can confirm all of a disk at once does so sooner than one by one. */
const MANY = 64;

/** Has everything of a folder's disk confirmed at once, where the system has a tool for that (coreutils). */
const syncAllOf = async (folder: string): Promise<boolean> => {
  try {
    await promisify(execFile)('sync', ['-f', folder]);
    return true;
  } catch {
    // There is no such tool, or it cannot: the files are confirmed one by one, and that says what is wrong.
    return false;
  }
};

/** A folder and all above it, up to another one. */
const upTo = (top: string, folder: string): string[] =>
  folder.length < top.length ? [] : [folder, ...upTo(top, dirname(folder))];

const onWindows = process.platform === 'win32';

/** What a file system answers that does not know how to sync a folder. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF']);

/**
 * Makes folders with `make`. Of a disk that can only be read, or that fails, Node says of several at once that they are
 * not there; made singly, the topmost that is missing has the reason.
 */
export const folderMaker = (make: typeof mkdir): FileSystem['makeFolder'] => {
  const makeSingly = async (path: string): Promise<void> => {
    try {
      await make(path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
      await makeSingly(dirname(path));
    }
  };
  const makeAll = async (path: string): Promise<string | null> => (await make(path, { recursive: true })) ?? null;
  return (path) =>
    makeAll(path).catch(async (error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await makeSingly(path);
      return makeAll(path);
    });
};

export const nodeFileSystem: FileSystem = {
  createExclusive: async (path) => {
    const file = await open(path, 'wx', 0o644);
    return {
      write: async (bytes, offset, length) => (await file.write(bytes, offset, length)).bytesWritten,
      sync: () => file.sync(),
      size: async () => (await file.stat()).size,
      close: () => file.close(),
    };
  },
  rename,
  remove: unlink,
  removeTree: (path) => rm(path, { recursive: true, force: true, maxRetries: onWindows ? 8 : 0, retryDelay: 100 }),
  makeFolder: folderMaker(mkdir),
  syncFolder: async (path) => {
    if (onWindows) return; // a folder cannot be opened there; NTFS journals its names
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } catch (error) {
      // Some network shares and FUSE mounts cannot: what was saved is there, and saying that it failed would be wrong.
      if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    } finally {
      await folder.close();
    }
  },
  writeNew: (path, bytes) => {
    const file = openSync(path, 'wx', 0o644);
    try {
      let written = 0;
      while (written < bytes.length) {
        const now = writeSync(file, bytes, written);
        if (now <= 0) throw Object.assign(new Error(`nothing more could be written to ${path}`), { code: 'ENOSPC' });
        written += now;
      }
      const { size } = fstatSync(file);
      if (size !== bytes.length)
        throw Object.assign(new Error(`${path} holds ${size} bytes, not ${bytes.length}`), { code: 'EIO' });
    } finally {
      closeSync(file);
    }
  },
  syncFiles: async (folder, files) => {
    if (files.length > MANY && process.platform === 'linux' && (await syncAllOf(folder))) return;
    const folders = new Set(files.flatMap((file) => upTo(folder, dirname(file))));
    const queue = files.values();
    const syncNext = async (): Promise<void> => {
      for (const path of queue) {
        const file = await open(path, 'r+');
        try {
          await file.sync();
        } finally {
          await file.close();
        }
      }
    };
    await Promise.all(Array.from({ length: 16 }, syncNext));
    for (const each of folders) await nodeFileSystem.syncFolder(each);
  },
  // 5 s in all. Elsewhere a blocked rename does not pass by waiting.
  renameRetries: onWindows ? [20, 50, 100, 200, 400, 800, 1400, 2030] : [],
};
