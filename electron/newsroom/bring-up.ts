import { join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { NEWSROOM_FORMAT } from '../../shared/newsroom/model';
import { type Result, failed, ok } from '../../shared/result';
import { writtenForm } from '../../shared/unknown';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { SETTINGS_FILE } from './folders';
import { readIfThere } from './history';
import { newsroomFormat, readSettings } from './read-all';
import { ChangedMeanwhile, saveFile } from './save-file';

/** Whether a newsroom is of an older format than today's. */
export const isOlder = async (newsroom: string): Promise<boolean> => {
  const format = await newsroomFormat(newsroom);
  return format !== null && format < NEWSROOM_FORMAT;
};

/**
 * Brings a newsroom of an older format to today's, once a backup of it is there; null for a newsroom that is not backed up
 * first. Its number is raised, so that an earlier Standfirst leaves it alone; each release is written in today's form at its
 * next save. Whatever fails, newsroom.json is the old one or the new one. Out: whether there was anything to do. Faults: those
 * of the backup, `disk`.
 */
export const bringUp = (
  newsroom: string,
  backupFirst: (() => Promise<Result<unknown, Fault>>) | null,
  fs: FileSystem,
): Promise<Result<boolean, Fault>> =>
  onDisk<boolean>(newsroom, async () => {
    if (!(await isOlder(newsroom))) return ok(false);
    const made = backupFirst === null ? ok(null) : await backupFirst();
    if (!made.ok) return made;
    const file = join(newsroom, SETTINGS_FILE);
    const bytes = await readIfThere(file);
    const settings = await readSettings(newsroom);
    if (!settings.ok) return settings;
    try {
      await saveFile(file, writtenForm(settings.value), fs, bytes);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return failed(fault('conflict', 'Another program is writing newsroom.json. Try again.', { where: file }));
    }
    return ok(true);
  });
