import { mkdir, open, rename, rm, unlink } from 'node:fs/promises';

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
  /** Milliseconds to wait before each retry of a rename that another program blocks (virus scanners, sync clients). */
  readonly renameRetries: readonly number[];
};

const onWindows = process.platform === 'win32';

/** What a file system answers that does not know how to sync a folder. */
const CANNOT_SYNC = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EBADF']);

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
  makeFolder: async (path) => (await mkdir(path, { recursive: true })) ?? null,
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
  // 5 s in all. Elsewhere a blocked rename does not pass by waiting.
  renameRetries: onWindows ? [20, 50, 100, 200, 400, 800, 1400, 2030] : [],
};
