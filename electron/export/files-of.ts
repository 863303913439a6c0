import { readdir } from 'node:fs/promises';
import path from 'node:path';

/** All that lies in a folder, at any depth, but for folders: relative paths, `/` between parts, sorted. */
export const filesOf = async (folder: string): Promise<readonly string[]> => {
  const found: string[] = [];
  const waiting = [''];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
    for (const entry of await readdir(path.join(folder, place), { withFileTypes: true }))
      (entry.isDirectory() ? waiting : found).push(entry.isDirectory() ? `${place}${entry.name}/` : `${place}${entry.name}`); // prettier-ignore
  return found.sort();
};
