import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { fault } from '../../shared/fault';
import type { Answers, Handlers } from '../../shared/ipc/contract';
import { releaseId } from '../../shared/release/id';
import type { Release } from '../../shared/release/model';
import { failed } from '../../shared/result';
import { nodeFileSystem } from '../newsroom/file-system';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import type { Recovery } from './recovery';
import { copyName, writeCopy } from './save-copy';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly recovery: Recovery;
  readonly window: () => BrowserWindow;
};

/** Calls about words that the newsroom does not have. */
export const recoveryHandlers = ({ session, settings, recovery, window }: Needs) => {
  const saveCopy = async (release: Release): Promise<Answers['recovery:save-copy']> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: 'Save a copy of the release',
      buttonLabel: 'Save the copy',
      defaultPath: path.join(app.getPath('documents'), copyName(release)),
      filters: [{ name: 'Releases', extensions: ['json'] }],
    });
    if (canceled || filePath === '') return failed(fault('cancelled', 'No copy was saved.'));
    return writeCopy(filePath, release, nodeFileSystem);
  };
  return {
    'recovery:keep': async (release, after) => {
      const store = session.current();
      return store.ok ? recovery.keep(store.value, release, after) : store;
    },
    'recovery:save-copy': saveCopy,
    'recovery:stranded': async () => {
      const store = session.current();
      return store.ok ? recovery.stranded.list(store.value) : store;
    },
    'recovery:bring-back': async (id) => {
      const store = session.current();
      if (!store.ok) return store;
      return recovery.stranded.bringBack(store.value, id, settings.get().who, () => releaseId(randomBytes(12)));
    },
    'recovery:copy-stranded': async (id) => {
      const store = session.current();
      if (!store.ok) return store;
      const words = await recovery.stranded.read(store.value, id);
      return words.ok ? saveCopy(words.value) : words;
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `recovery:${string}`>>;
};
