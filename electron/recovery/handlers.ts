import path from 'node:path';
import { type BrowserWindow, app, dialog } from 'electron';
import { fault } from '../../shared/fault';
import type { Handlers } from '../../shared/ipc/contract';
import { failed } from '../../shared/result';
import { nodeFileSystem } from '../newsroom/file-system';
import type { Session } from '../session';
import type { Recovery } from './recovery';
import { copyName, writeCopy } from './save-copy';

type Needs = { readonly session: Session; readonly recovery: Recovery; readonly window: () => BrowserWindow };

/** Calls about words that the newsroom does not have. */
export const recoveryHandlers = ({ session, recovery, window }: Needs) =>
  ({
    'recovery:keep': async (release, after) => {
      const store = session.current();
      return store.ok ? recovery.keep(store.value, release, after) : store;
    },
    'recovery:save-copy': async (release) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: 'Save a copy of the release',
        buttonLabel: 'Save the copy',
        defaultPath: path.join(app.getPath('documents'), copyName(release)),
        filters: [{ name: 'Releases', extensions: ['json'] }],
      });
      if (canceled || filePath === '') return failed(fault('cancelled', 'No copy was saved.'));
      return writeCopy(filePath, release, nodeFileSystem);
    },
  }) satisfies Pick<Handlers, Extract<keyof Handlers, `recovery:${string}`>>;
