import { type BrowserWindow, shell } from 'electron';
import type { Fault } from '../../shared/fault';
import type { Answers, Handlers } from '../../shared/ipc/contract';
import { type Result, ok } from '../../shared/result';
import { askNewsroomFolder } from '../ask-newsroom-folder';
import { askPath } from '../ask-path';
import { onDisk } from '../newsroom/disk-fault';
import type { NewsroomStore } from '../newsroom/model';
import { saveFolder } from '../newsroom/save-file';
import type { Session } from '../session';
import type { BackupKeeper } from './backups';

type Needs = {
  readonly session: Session;
  readonly backups: BackupKeeper;
  readonly window: () => BrowserWindow;
  readonly open: (folder: string) => Promise<Result<NewsroomStore, Fault>>;
};

/** Calls about backups. A path never comes from the page: backups are known by name, folders are asked for. */
export const backupHandlers = ({ session, backups, window, open }: Needs) => {
  /** The file of a backup: by name in the open newsroom's folder, or asked for. */
  const fileOf = async (name: string | null): Promise<Result<string, Fault>> => {
    if (name === null)
      return askPath(window(), {
        title: 'Choose a backup',
        buttonLabel: 'Restore this one',
        properties: ['openFile'],
        filters: [{ name: 'Backups', extensions: ['zip'] }],
      });
    const store = session.current();
    return store.ok ? backups.fileOf(store.value.folder, name) : store;
  };
  return {
    'backup:list': async () => {
      const store = session.current();
      return store.ok ? backups.list(store.value.folder) : store;
    },
    'backup:now': async (): Promise<Answers['backup:now']> => {
      const store = session.current();
      if (!store.ok) return store;
      const made = await backups.now(store.value);
      return made.ok ? ok({ isNew: made.value.isNew }) : made;
    },
    'backup:restore': async (name): Promise<Answers['backup:restore']> => {
      const file = await fileOf(name);
      if (!file.ok) return file;
      const folder = await askNewsroomFolder(window(), {
        title: 'Choose an empty folder for the restored newsroom',
        buttonLabel: 'Restore here',
        properties: ['openDirectory', 'createDirectory'],
      });
      if (!folder.ok) return folder;
      const restored = await backups.restore(file.value, folder.value);
      if (!restored.ok) return restored;
      const entered = await session.enter(open(folder.value));
      return entered.ok ? ok({ newsroom: entered.value, of: restored.value.at }) : entered;
    },
    'backup:call-off': async () => {
      backups.callOff();
      return null;
    },
    'backup:show': async () => {
      const store = session.current();
      if (!store.ok) return store;
      return onDisk<null>(store.value.folder, async () => {
        const folder = await backups.folderOf(store.value.folder);
        await saveFolder(folder);
        await shell.openPath(folder);
        return ok(null);
      });
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `backup:${string}`>>;
};
