import { resolve } from 'node:path';
import { fault } from '../../shared/fault';
import { failed, ok } from '../../shared/result';
import { restoreBackup } from '../backup/restore';
import { type Command, needed, report, textOption } from './command';

export const restore: Command = {
  name: 'restore',
  usage: 'BACKUP --newsroom NEWDIR [--app-data DIR]',
  summary: 'Restores a backup to a new folder',
  help: [
    'BACKUP            the backup’s file',
    '--newsroom NEWDIR where the newsroom is to be: an empty folder, or one that is not there yet',
    '--app-data DIR    the app’s own folder, where the restoring is noted; its usual one unless given',
    'Every byte is compared with the backup’s manifest. Exit code 1: the backup is not whole, and nothing was restored.',
  ],
  options: { newsroom: { type: 'string' }, 'app-data': { type: 'string' } },
  run: async (given, io) => {
    const [named, more] = given.positionals;
    if (named === undefined || more !== undefined) return failed(fault('invalid', 'Say one backup.'));
    const folder = needed(given, 'newsroom', 'where the newsroom is to be');
    if (!folder.ok) return folder;
    const data = textOption(given, 'app-data') ?? io.appData;
    const restored = await restoreBackup({
      file: resolve(named),
      folder: resolve(folder.value),
      data: data === null ? null : resolve(data),
      now: io.now,
    });
    if (!restored.ok && restored.fault.code === 'unreadable') {
      const { message, where = '', detail } = restored.fault;
      await report(given, io, { fault: restored.fault }, [message, where, ...(detail === undefined ? [] : [detail])]);
      return ok(1);
    }
    if (!restored.ok) return restored;
    const { contents: _, ...facts } = restored.value;
    await report(given, io, { ...facts, folder: resolve(folder.value) }, [
      `${facts.releases} releases, ${facts.files} files, as they were at ${facts.at}`,
      resolve(folder.value),
    ]);
    return ok(0);
  },
};
