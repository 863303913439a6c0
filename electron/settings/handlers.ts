import { dialog, shell } from 'electron';
import { fault } from '../../shared/fault';
import type { Handlers, StartState, Theme } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import { tellPage } from '../ipc';
import type { Log } from '../log';
import { shortcuts } from '../menu';
import { outsideLink } from '../outside-link';
import type { Session } from '../session';
import type { Windows } from '../windows';
import type { SettingsStore } from './store';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly windows: Windows;
  readonly applyTheme: (theme: Theme) => void;
};

/** Calls about the app itself: how it starts, who writes, how it looks, links that lead outside. */
export const appHandlers = ({ session, settings, log, windows, applyTheme }: Needs) =>
  ({
    'app:start': async (): Promise<StartState> => {
      const asEntered = await session.started();
      const { who, theme, recent } = settings.get();
      const store = session.current();
      const newsroom = asEntered !== null ? ok(asEntered) : store.ok ? await store.value.read() : null;
      const window = windows.calling();
      window.flush.pageStarted();
      return {
        who,
        theme,
        newsroom: newsroom?.ok === true ? { ...newsroom.value, mended: session.mended() } : null,
        recent: recent.map(({ organisation, folder }) => ({ organisation, folder })),
        platform: platform(),
        fault: newsroom?.ok === false ? newsroom.fault : session.takeStartFault(),
        release: window.wanted(),
      };
    },
    'app:set-who': async (who) => {
      settings.change({ who });
      return null;
    },
    'app:set-theme': async (theme) => {
      applyTheme(theme);
      return null;
    },
    'app:open-link': async (text) => {
      const address = outsideLink(text);
      if (address === null) {
        return failed(fault('refused', 'Standfirst opens only web, mail and telephone links.'));
      }
      const { response } = await dialog.showMessageBox(windows.calling().browser, {
        type: 'question',
        message: 'Leave Standfirst and open this link?',
        detail: address,
        buttons: ['Open link', 'Stay here'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      if (response !== 0) return failed(fault('cancelled', 'The link was not opened.'));
      try {
        await shell.openExternal(address);
        return ok(null);
      } catch (error) {
        log.fault('link not opened', error);
        return failed(fault('refused', 'The system found no program that opens this link.'));
      }
    },
    'app:preferences': async () => {
      const { who, theme } = settings.get();
      return { who, theme };
    },
    'app:shortcuts': async () => shortcuts(),
    'app:command': async (command) => {
      tellPage(windows.calling().browser.webContents, 'menu:command', command);
      return null;
    },
    'app:flushed': async (how) => {
      windows.calling().flush.answered(how);
      return null;
    },
    'app:showing': async (id) => {
      windows.calling().show(id);
      return null;
    },
    'app:open-window': async (id) => {
      windows.openFor(id);
      return null;
    },
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `app:${string}`>>;

const platform = (): StartState['platform'] =>
  process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux';
