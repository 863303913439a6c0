import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The folder of a newsroom's release whose headline begins so. */
export const releaseFolder = async (newsroom: string, headline: string): Promise<string> => {
  const top = path.join(newsroom, 'releases');
  for (const entry of await readdir(top, { recursive: true })) {
    if (path.basename(entry) !== 'release.json') continue;
    const file = path.join(top, entry);
    if ((await readFile(file, 'utf8')).includes(`"headline": "${headline}`)) return path.dirname(file);
  }
  throw new Error(`No release has the headline ${headline}`);
};
