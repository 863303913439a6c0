import { join } from 'node:path';
import { type LookFile, type LookFiles, LOOK_FILES } from '../../shared/archive/look-files';
import { namesIn } from './history';
import { readItself } from './reads';

/** In a newsroom: the organisation's own templates and style for the archive, and its logo. */
export const LOOK_FOLDER = 'look';

/** The templates and the style of a newsroom's `look/`, by name; null where it has none. Other files there are left alone. */
export const readLook = async (newsroom: string): Promise<LookFiles | null> => {
  const there = new Set(await namesIn(join(newsroom, LOOK_FOLDER)));
  const files: Partial<Record<LookFile, string>> = {};
  for (const name of LOOK_FILES)
    if (there.has(name))
      files[name] = (await readItself(join(newsroom, LOOK_FOLDER, name))).toString('utf8').replace(/^\uFEFF/, '');
  return Object.keys(files).length === 0 ? null : files;
};
