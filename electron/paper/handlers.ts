import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../shared/ipc/contract';
import { type HistoryPaper, historyPage, historyText } from '../../shared/paper/history';
import { slug } from '../../shared/release/slug';
import { fault } from '../../shared/fault';
import { failed } from '../../shared/result';
import type { Log } from '../log';
import type { Session } from '../session';
import { asPdf, askWhere, print, writeOut } from './paper-window';

type Needs = { readonly session: Session; readonly log: Log; readonly window: () => BrowserWindow };

/** Calls that put a version and the history it stands in on paper, or into a file. */
export const paperHandlers = ({ session, log, window }: Needs) =>
  ({
    'paper:history': async (id, object, form) => {
      const store = session.current();
      if (!store.ok) return store;
      const newsroom = await store.value.read();
      if (!newsroom.ok) return newsroom;
      const lines = await store.value.versions(id);
      if (!lines.ok) return lines;
      const version = lines.value.findLast((line) => line.object === object);
      if (version === undefined) return failed(fault('not-found', 'This version is not in the history.'));
      const text = await store.value.version(id, object);
      if (!text.ok) return text;
      const { zone } = newsroom.value.settings;
      const paper: HistoryPaper = { text: text.value, version, lines: lines.value, zone };
      if (form === 'print') return print(historyPage(paper), log);
      const called = `history-${slug(text.value.headline, 40)}`;
      const file = await askWhere(window(), { title: 'Save the version and its history', called, form });
      if (!file.ok) return file;
      return writeOut(file.value, form === 'pdf' ? await asPdf(historyPage(paper), log) : historyText(paper));
    },
  }) satisfies Pick<Handlers, 'paper:history'>;
