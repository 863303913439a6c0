import { dirname } from 'node:path';
import { isWithin, truePath } from './within';
import type { FileSystem } from './file-system';

/**
 * A file system that makes, moves and removes nothing but in these folders. A newsroom may come by mail or lie on a shared
 * drive, and a link in it would have what is written or erased there written or erased wherever it leads. Throws `ELOOP`.
 * Links on the way to a folder, and those that lead to another place in it, are followed.
 */
export const onlyIn = (folders: readonly string[], fs: FileSystem): FileSystem => {
  const mustBeIn = async (folder: string): Promise<void> => {
    const place = await truePath(folder);
    for (const each of folders) if (isWithin(place, await truePath(each))) return;
    throw Object.assign(new Error(`a link leads from ${folder} to ${place}`), { code: 'ELOOP' });
  };
  return {
    ...fs,
    createExclusive: async (path) => {
      await mustBeIn(dirname(path));
      return fs.createExclusive(path);
    },
    rename: async (from, to) => {
      for (const path of [from, to]) await mustBeIn(dirname(path));
      await fs.rename(from, to);
    },
    remove: async (path) => {
      await mustBeIn(dirname(path));
      await fs.remove(path);
    },
    removeTree: async (path) => {
      await mustBeIn(dirname(path));
      await fs.removeTree(path);
    },
    makeFolder: async (path) => {
      await mustBeIn(path);
      return fs.makeFolder(path);
    },
  };
};
