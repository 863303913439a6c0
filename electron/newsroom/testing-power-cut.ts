import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system';

/*
 * A helper for tests: the disk as a power cut leaves it. The model is the harshest that POSIX allows: the bytes of a file are
 * sure once the file was synced, a name in a folder (also a folder's own name) once that folder was; what was not synced may
 * be there, or not.
 */

type Inode = { readonly steps: { readonly at: number; readonly bytes: Buffer }[]; readonly syncs: number[] };
type NameChange = { readonly at: number; readonly folder: string; readonly name: string; readonly to: Entry | null };
type Entry = Inode | 'folder';

/** Says of something not synced, by its number, whether it reached the disk before the cut. */
export type Fate = (number: number) => boolean;

export type Recorder = FileSystem & {
  /** How many calls were recorded so far. */
  readonly calls: () => number;
  /** Puts the disk as a cut after the first `calls` calls leaves it into an empty folder. */
  readonly cut: (calls: number, fate: Fate, into: string) => Promise<void>;
};

/** Records every call below `top`, and does it on the real disk as well. */
export const recordingFileSystem = (top: string): Recorder => {
  let at = 0;
  const live = new Map<string, Entry>();
  const changes: NameChange[] = [];
  const folderSyncs: { readonly at: number; readonly folder: string }[] = [];

  const place = (path: string): string => relative(top, path);
  const name = (path: string, to: Entry | null): void => {
    if (to === null) live.delete(path);
    else live.set(path, to);
    changes.push({ at, folder: dirname(path), name: path, to });
  };

  return {
    calls: () => at,
    renameRetries: [],
    createExclusive: async (path) => {
      const file = await nodeFileSystem.createExclusive(path);
      at += 1;
      const inode: Inode = { steps: [], syncs: [] };
      name(place(path), inode);
      return {
        ...file,
        write: async (bytes, offset, length) => {
          const written = await file.write(bytes, offset, length);
          at += 1;
          inode.steps.push({ at, bytes: Buffer.from(bytes.subarray(offset, offset + written)) });
          return written;
        },
        sync: async () => {
          await file.sync();
          at += 1;
          inode.syncs.push(at);
        },
      };
    },
    rename: async (from, to) => {
      await nodeFileSystem.rename(from, to);
      at += 1;
      const moved = live.get(place(from));
      if (moved === undefined || moved === 'folder') throw new Error(`not modelled: the rename of ${place(from)}`);
      name(place(to), moved);
      name(place(from), null);
    },
    remove: async (path) => {
      await nodeFileSystem.remove(path);
      at += 1;
      name(place(path), null);
    },
    removeTree: () => Promise.reject(new Error('not modelled: the removal of a folder')),
    makeFolder: async (path) => {
      const topmost = await nodeFileSystem.makeFolder(path);
      at += 1;
      const parts = place(path).split('/');
      for (let depth = 1; depth <= parts.length; depth += 1) {
        const folder = parts.slice(0, depth).join('/');
        if (folder !== '' && !live.has(folder)) name(folder, 'folder');
      }
      return topmost;
    },
    syncFolder: async (path) => {
      await nodeFileSystem.syncFolder(path);
      at += 1;
      folderSyncs.push({ at, folder: place(path) === '' ? '.' : place(path) });
    },
    writeNew: () => {
      throw new Error('not modelled: files that are confirmed together');
    },
    syncFiles: () => Promise.reject(new Error('not modelled: files that are confirmed together')),
    cut: async (calls, fate, into) => {
      const isSynced = ({ at: when, folder }: NameChange): boolean =>
        folderSyncs.some((sync) => sync.folder === folder && sync.at > when && sync.at <= calls);
      const names = new Map<string, Entry>();
      for (const [number, change] of changes.entries()) {
        if (change.at > calls) break;
        if (!isSynced(change) && !fate(number)) continue;
        if (change.to === null) names.delete(change.name);
        else names.set(change.name, change.to);
      }
      const isThere = (folder: string): boolean =>
        folder === '.' || (names.get(folder) === 'folder' && isThere(dirname(folder)));
      let number = changes.length;
      for (const [path, entry] of names) {
        if (!isThere(dirname(path))) continue;
        if (entry === 'folder') {
          await mkdir(join(into, path), { recursive: true });
          continue;
        }
        const synced = entry.syncs.findLast((sync) => sync <= calls) ?? 0;
        const bytes = entry.steps.filter((step) => step.at <= synced || (step.at <= calls && fate((number += 1))));
        await mkdir(dirname(join(into, path)), { recursive: true });
        await writeFile(join(into, path), Buffer.concat(bytes.map((step) => step.bytes)));
      }
    },
  };
};
