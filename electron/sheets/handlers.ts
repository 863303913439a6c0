import { type BrowserWindow, clipboard } from 'electron';
import type { Fault } from '../../shared/fault';
import type { Arguments, Handlers } from '../../shared/ipc/contract';
import { slug } from '../../shared/release/slug';
import { type Result, ok } from '../../shared/result';
import type { Issuing } from '../../shared/sheets/model';
import { sheetPage } from '../../shared/sheets/page';
import { sheetText } from '../../shared/sheets/text';
import type { Log } from '../log';
import type { NewsroomStore } from '../newsroom/model';
import { asPdf, askWhere, print, writeOut } from '../paper/paper-window';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import { composeSheet, noteSheet } from './compose';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly window: () => BrowserWindow;
};
type Asked = Arguments<'sheets:issue'>[0];

/** Calls about sheets for approval. Nothing leaves before its line is in the history; only the printer answers first. */
export const sheetHandlers = ({ session, settings, log, window }: Needs) => {
  const issue = async (store: NewsroomStore, asked: Asked): Promise<Result<string | null, Fault>> => {
    const { who: by } = settings.get();
    const composed = await composeSheet(store, asked);
    if (!composed.ok) return composed;
    const { sheet } = composed.value;
    const { to, form } = asked;
    const issuing: Issuing = { at: new Date().toISOString(), by, to };
    const note = () => noteSheet(store, composed.value, { to, form, who: by });

    if (form === 'print') {
      const printed = await print(sheetPage(sheet, issuing), log);
      if (!printed.ok) return printed;
      const noted = await note();
      return noted.ok ? ok(null) : noted;
    }
    if (form === 'e-mail') {
      const noted = await note();
      if (noted.ok) await clipboard.writeText(sheetText(sheet, issuing));
      return noted.ok ? ok(null) : noted;
    }
    const file = await askWhere(window(), {
      title: 'Save the approval sheet',
      called: `approval-${slug(sheet.speaker, 24)}-${slug(sheet.headline, 32)}`,
      form,
    });
    if (!file.ok) return file;
    const contents = form === 'pdf' ? await asPdf(sheetPage(sheet, issuing), log) : sheetText(sheet, issuing);
    const noted = await note();
    if (!noted.ok) return noted;
    return writeOut(file.value, contents);
  };

  return {
    'sheets:issue': async (asked) => {
      const store = session.current();
      if (!store.ok) return store;
      // What was typed last is on its way to the disk, and the sheet is made from there.
      await store.value.settled();
      return issue(store.value, asked);
    },
  } satisfies Pick<Handlers, 'sheets:issue'>;
};
