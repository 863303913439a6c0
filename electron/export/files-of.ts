import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** All that lies in a folder, at any depth, but for folders: relative paths, `/` between parts, sorted. */
export const filesOf = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
};
