import path from 'node:path';
import { shell } from 'electron';
import { fault } from '../../shared/fault';
import type { Handlers } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import type { AccessKeeper } from '../lock/access';
import type { Log } from '../log';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import { SETTINGS_FILE } from './folders';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly access: AccessKeeper;
  readonly log: Log;
};

/** Calls about what other programs did to the newsroom's folder. */
export const outsideHandlers = ({ session, settings, access, log }: Needs) => {
  const who = () => settings.get().who;
  return {
    'outside:copies': async (id) => {
      const store = session.current();
      if (!store.ok) return store;
      if (access.current().kind === 'read') return ok({ copies: [], aside: [], mended: [] });
      const found = await store.value.tidyCopies(id, who());
      if (!found.ok) log.info('conflict copies not looked for', { code: found.fault.code });
      else if (found.value.aside.length > 0)
        log.info('conflict copies moved aside', { files: found.value.aside.length });
      return found;
    },
    'outside:keep-copy': async (id, key) => {
      const store = session.current();
      return store.ok ? store.value.keepCopy(id, key, who()) : store;
    },
    'outside:put-aside': async (key) => {
      const store = session.current();
      return store.ok ? store.value.putCopyAside(key) : store;
    },
    'outside:accept-missing': async () => {
      const store = session.current();
      if (!store.ok) return store;
      if (who() === '') return failed(fault('refused', 'Say who you are first: this is kept with a name.'));
      const done = await store.value.acceptMissing(who());
      if (done.ok) log.info('missing releases given up');
      return done;
    },
    'outside:show-folder': async () => {
      const store = session.current();
      if (!store.ok) return store;
      // Shown from outside: a folder that is opened may be one that the system takes for a program (`News.app`).
      shell.showItemInFolder(path.join(store.value.folder, SETTINGS_FILE));
      return ok(null);
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `outside:${string}`>>;
};
