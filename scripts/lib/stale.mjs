import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The newest change below the given files and folders, in milliseconds since 1970; 0 when none of them exists. A folder's
 * own time counts too, so a file that was deleted or renamed is noticed. Tests do not count.
 * @param {readonly string[]} paths absolute
 * @returns {number}
 */
export function newestChange(paths) {
  let newest = 0;
  for (const place of paths) {
    const found = statSync(place, { throwIfNoEntry: false });
    if (found === undefined) continue;
    newest = Math.max(newest, found.mtimeMs);
    if (!found.isDirectory()) continue;
    const inside = readdirSync(place).filter((name) => !/\.test\.tsx?$/.test(name));
    newest = Math.max(newest, newestChange(inside.map((name) => path.join(place, name))));
  }
  return newest;
}

/**
 * Whether a product has to be made again: it is missing, or a source changed after it.
 * @param {{ product: string, sources: readonly string[] }} question absolute paths
 * @returns {boolean}
 */
export function isStale({ product, sources }) {
  const made = statSync(product, { throwIfNoEntry: false });
  return made === undefined || newestChange(sources) > made.mtimeMs;
}
