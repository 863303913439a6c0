import { join } from 'node:path';
import type { ReleaseId } from '../../shared/release/model';
import type { FileSystem } from '../newsroom/file-system';
import { foldersIn } from '../newsroom/folders';
import { namesIn, readIfThere } from '../newsroom/history';

/**
 * Takes a removed release out of what this computer keeps beside the newsroom: rows of the list, which are computed
 * again, and older notes of what its history was, which name its folder by the headline. Throws errors of the file system.
 */
export const eraseData = async (data: string, id: ReleaseId, fs: FileSystem): Promise<void> => {
  const index = join(data, 'index');
  for (const name of await namesIn(index)) {
    const bytes = await readIfThere(join(index, name));
    if (bytes?.includes(id) === true) await fs.remove(join(index, name));
  }
  await syncIfThere(index, fs);
  // What is known of bundles names pages by their headlines, and the last plan's pages lie there. All of it is only a saving.
  await fs.removeTree(join(data, 'exports'));
  const histories = join(data, 'histories');
  for (const newsroom of await foldersIn(histories)) {
    const place = join(histories, newsroom);
    const isAside = newsroom.includes('.before-');
    const gone = (await namesIn(place)).filter((name) => name.startsWith(isAside ? `${id}.` : `${id}.before-`));
    for (const name of gone) await fs.remove(join(place, name));
    if (gone.length > 0) await fs.syncFolder(place);
  }
};

const syncIfThere = async (folder: string, fs: FileSystem): Promise<void> => {
  if ((await namesIn(folder)).length > 0) await fs.syncFolder(folder);
};
