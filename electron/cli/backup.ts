import { resolve } from 'node:path';
import { fault } from '../../shared/fault';
import { failed, ok } from '../../shared/result';
import { makeBackup } from '../backup/make-backup';
import { backupFolder } from '../backup/place';
import { readSettings } from '../newsroom/read-all';
import { type Command, needed, noPositionals, report, textOption } from './command';
import { withLock } from './write-lock';

export const backup: Command = {
  name: 'backup',
  usage: '--newsroom DIR [--to FOLDER] [--app-data DIR]',
  summary: 'Backs a newsroom up into one file',
  help: [
    '--newsroom DIR   the newsroom',
    '--to FOLDER      where the backup goes; there no older one is let go',
    '--app-data DIR   the app’s own folder, where backups go unless --to is given; its usual one unless given',
    'Where nothing has changed since the newest backup there, none is made.',
  ],
  options: { newsroom: { type: 'string' }, to: { type: 'string' }, 'app-data': { type: 'string' } },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const named = needed(given, 'newsroom', 'which newsroom');
    if (!named.ok) return named;
    const newsroom = resolve(named.value);
    const settings = await readSettings(newsroom);
    if (!settings.ok && settings.fault.code === 'no-newsroom') return settings;
    const chosen = textOption(given, 'to');
    const data = textOption(given, 'app-data') ?? io.appData;
    if (chosen === null && data === null)
      return failed(fault('invalid', 'Where the app keeps its data is not known here: say where with --to.'));
    const to = chosen === null ? await backupFolder(resolve(data ?? ''), newsroom) : resolve(chosen);
    const made = await withLock(newsroom, io.who, io, () =>
      makeBackup({ newsroom, to, why: 'asked', now: io.now, rotate: chosen === null }),
    );
    if (!made.ok) return made;
    const { isNew, backup: file } = made.value;
    const { releases = 0, files = 0, leftOut = 0 } = file.facts ?? {};
    await report(given, io, { ...made.value, folder: to }, [
      isNew ? `${releases} releases, ${files} files in ${to}` : `Nothing has changed since ${file.at}: none was made`,
      ...(leftOut === 0 ? [] : [`${leftOut} files are not in it, since their names cannot stand in a zip file`]),
      file.name,
    ]);
    return ok(0);
  },
};
