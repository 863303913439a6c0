import { resolve } from 'node:path';
import { registerCsv, registerRows, registeredText } from '../../shared/newsroom/register';
import { isHeld } from '../../shared/newsroom/register-view';
import { ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { saveFile } from '../newsroom/save-file';
import { type Command, noPositionals, report, textOption } from './command';
import { openNamed } from './open';

export const register: Command = {
  name: 'register',
  usage: '--newsroom DIR [--csv FILE]',
  summary: 'Lists every quote of a newsroom by speaker',
  help: [
    '--newsroom DIR   the newsroom',
    '--csv FILE       saves the register as CSV, safe to open in a spreadsheet',
    'Of a published release the text frozen at publication counts.',
  ],
  options: { newsroom: { type: 'string' }, csv: { type: 'string' } },
  run: async (given, io) => {
    const none = noPositionals(given);
    if (!none.ok) return none;
    const store = await openNamed(given, io);
    if (!store.ok) return store;
    const contents = await store.value.contents();
    if (!contents.ok) return contents;
    const { published, unpublished, people, settings, unreadable } = contents.value;
    const releases = [...published.map(registeredText), ...unpublished];
    const rows = registerRows(releases, { people: people.people, approvals: settings.approvals });
    const csv = textOption(given, 'csv');
    const file = csv === null ? null : resolve(csv);
    if (file !== null) {
      const saved = await onDisk(file, async () => ok(await saveFile(file, registerCsv(rows))));
      if (!saved.ok) return saved;
    }
    await report(given, io, { rows, unreadable, csv: file }, [
      ...(file === null
        ? rows.map(
            (row) =>
              `${row.speaker || '(no speaker)'}, ${row.date} [${row.status}] ${row.release}${isHeld(row, io.now()) ? ` (embargoed until ${row.embargo})` : ''}: ${row.words}`,
          )
        : [`${rows.length} quotes saved in ${file}`]),
      ...unreadable.map((each) => `not read: ${each.folder}: ${each.message}`),
    ]);
    return ok(0);
  },
};
