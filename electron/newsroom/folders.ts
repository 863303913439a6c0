import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day, ReleaseId } from '../../shared/release/model';
import { slug } from '../../shared/release/slug';
import { systemCode } from './save-file';
import { sha256 } from './sha256';

/* Where things lie in a newsroom. The longest path below it is
   releases/2026/2026-11-22-<slug 32>--r-<id 32>/history/objects/<hash 64>.json with 196 characters, and a temporary file
   beside it is shorter; so every path stays within 200. Windows knows no difference of case: names are lower case. */

export const SETTINGS_FILE = 'newsroom.json';
export const PEOPLE_FILE = 'people.json';
export const README_FILE = 'README.txt';
export const RELEASES_FOLDER = 'releases';
export const RELEASE_FILE = 'release.json';
export const TEXT_FILE = 'release.txt';
export const MAX_PATH = 200;
/** Where damaged files are put aside, beside where they lay; what lies there is not examined. */
export const QUARANTINE = 'quarantine';

/** The folder of a new release, below the newsroom, `/` between parts. It keeps its name for ever. */
export const newReleaseFolder = (id: ReleaseId, headline: string, created: Day): string =>
  `${RELEASES_FOLDER}/${created.slice(0, 4)}/${created}-${slug(headline, 32)}--${id}`;

const FOLDER_NAME = /^[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(?:-[a-z0-9]+)*--(r-[0-9a-z]{8,32})$/;

/** The id in a release folder's name; null where the name is not one that Standfirst gives. */
export const idInFolderName = (name: string): ReleaseId | null =>
  (FOLDER_NAME.exec(name)?.[1] ?? null) as ReleaseId | null;

const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** Whether Windows keeps a name to itself, with whatever ending. */
export const isReservedName = (name: string): boolean => RESERVED.test(name.toLowerCase().split('.')[0] ?? '');

/**
 * A machine's name as the name of its log: lower-case letters, digits, hyphens, never one that Windows keeps to itself. One
 * of whose letters none is left is known by its hash: else all such machines would have one log.
 */
export const deviceName = (text: string): string => {
  const name = slug(text, 32, '');
  const isLost = name === '' || (/\p{L}/u.test(text) && !/[a-z]/.test(name));
  if (isLost) return `device-${sha256(text).slice(0, 8)}`;
  return RESERVED.test(name) ? `device-${name}` : name;
};

/** A folder found below `releases/`: `path` is relative to the newsroom; `id` null where the name is not ours. */
export type FoundFolder = { readonly path: string; readonly name: string; readonly id: ReleaseId | null };

/** What a release's folder is called once it was removed: without words of its headline. `name` is what it was called. */
export const removedName = (name: string, id: ReleaseId): string => `${name.slice(0, 10)}-removed--${id}`;

/**
 * Every folder in which a release may lie, sorted by path. Of two of one release the first is the release: what is left of one
 * that was removed comes before what another computer brought back of it. Names that begin with a dot are the system's.
 */
export const findReleaseFolders = async (newsroom: string): Promise<readonly FoundFolder[]> => {
  const top = join(newsroom, RELEASES_FOLDER);
  const found: FoundFolder[] = [];
  for (const year of await foldersIn(top)) {
    for (const name of await foldersIn(join(top, year)))
      found.push({ path: `${RELEASES_FOLDER}/${year}/${name}`, name, id: idInFolderName(name) });
  }
  const removed = new Set(found.flatMap(({ id, name }) => (id !== null && name === removedName(name, id) ? [id] : [])));
  const isBack = ({ id, name }: FoundFolder): boolean =>
    id !== null && removed.has(id) && name !== removedName(name, id);
  const back = removed.size === 0 ? [] : found.filter(isBack);
  return back.length === 0 ? found : [...found.filter((each) => !isBack(each)), ...back];
};

/** The folders in a folder, sorted; none where it is not there. Names that begin with a dot are left out. */
export const foldersIn = async (path: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};
