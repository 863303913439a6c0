import { readdirSync } from 'node:fs';
import path from 'node:path';

/** All that lies in a folder, at any depth, but for folders: relative paths, `/` between parts, sorted. */
export const filesOf = (folder: string): readonly string[] => {
  const found: string[] = [];
  const waiting = [''];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop())
    for (const entry of readdirSync(path.join(folder, place), { withFileTypes: true }))
      (entry.isDirectory() ? waiting : found).push(entry.isDirectory() ? `${place}${entry.name}/` : `${place}${entry.name}`); // prettier-ignore
  return found.sort();
};
