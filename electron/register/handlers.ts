import path from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { fault } from '../../shared/fault';
import type { Handlers } from '../../shared/ipc/contract';
import { registerCsv } from '../../shared/newsroom/register';
import { filterRows, sortRows } from '../../shared/newsroom/register-view';
import { failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { saveFile } from '../newsroom/save-file';
import type { Session } from '../session';
import { SaidArchive } from './said-archive';
import { wholeRegister } from './whole';

type Needs = { readonly session: Session; readonly window: () => BrowserWindow };

/** Calls about the quote register. */
export const registerHandlers = ({ session, window }: Needs) => {
  const said = new SaidArchive();
  return {
    'register:read': async (from) => {
      const store = session.current();
      if (!store.ok) return store;
      // What was typed last is on its way to the disk.
      if (from === 0) await store.value.settled();
      return store.value.register(from);
    },
    'register:said-before': async (question) => {
      const store = session.current();
      if (!store.ok) return store;
      // What was typed last in the release that was open before is on its way to the disk.
      if (question.anew) await store.value.settled();
      return said.near(store.value, question);
    },
    'register:save-csv': async (filter, order) => {
      const store = session.current();
      if (!store.ok) return store;
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: 'Save the quotes shown as CSV',
        buttonLabel: 'Save',
        defaultPath: path.join(app.getPath('documents'), 'quote-register.csv'),
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      });
      if (canceled || filePath === '') return failed(fault('cancelled', 'Nothing was saved.'));
      const file = path.extname(filePath) === '' ? `${filePath}.csv` : filePath;
      const all = await wholeRegister(store.value);
      if (!all.ok) return all;
      const read = await store.value.read();
      if (!read.ok) return read;
      const rows = sortRows(filterRows(all.value.rows, filter, read.value.people.people, new Date()), order);
      return onDisk(file, async () => {
        await saveFile(file, registerCsv(rows));
        return ok(file);
      });
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `register:${string}`>>;
};
