import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup/model';
import { namesIn } from '../newsroom/history';
import { instantOf } from './place';
import { readFacts } from './zip-in';

/** The backups in a folder, newest first; none where there is no such folder. Throws errors of the file system. */
export const listBackups = async (folder: string): Promise<readonly Backup[]> => {
  const found: Backup[] = [];
  for (const name of await namesIn(folder)) {
    const at = instantOf(name);
    if (at === null) continue;
    const path = join(folder, name);
    found.push({ name, at, size: (await stat(path)).size, facts: await readFacts(path) });
  }
  return found.reverse();
};
