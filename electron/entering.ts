import type { Fault } from '../shared/fault';
import type { Access } from '../shared/newsroom/model';
import type { Result } from '../shared/result';
import { putBack } from './export/bundle-folder';
import type { AccessKeeper } from './lock/access';
import type { Log } from './log';
import { bringUp } from './newsroom/bring-up';
import type { FileSystem } from './newsroom/file-system';
import type { NewsroomStore } from './newsroom/model';
import type { After } from './newsroom/pauses';
import { mendUnreadable, sweepOwnData, sweepTemporary } from './newsroom/tidy';
import type { Entering } from './session';
import type { SettingsStore } from './settings/store';

/** When what was left behind is swept, in milliseconds after a newsroom is entered: its list is drawn first. */
const SWEEP_AFTER = 2_000;

type Needs = {
  readonly access: AccessKeeper;
  readonly settings: SettingsStore;
  readonly log: Log;
  readonly fs: FileSystem;
  readonly after: After;
  /** The app's own folder. */
  readonly data: string;
  /** Makes a backup of a newsroom before it is brought to today's format. */
  readonly backupFirst: (store: NewsroomStore) => Promise<Result<unknown, Fault>>;
};

/** What happens to a newsroom as it is entered, and what can be tried again. */
export type EnteringActs = Omit<Entering, 'leave'> & {
  /** Brings the open newsroom to today's format where it is of an older one and this program may write in it. */
  readonly bringUp: (withoutBackup: boolean) => Promise<Access>;
};

/** What happens to a newsroom as it is entered: its lock, and, by who may write, its format, mending and sweeping. */
export const makeEntering = ({ access, settings, log, fs, after, data, backupFirst }: Needs): EnteringActs => {
  const now = () => new Date();
  const mayWrite = () => access.current().kind === 'write';
  let entered = 0;
  let store: NewsroomStore | null = null;

  const bringUpOpen = async (withoutBackup: boolean): Promise<Access> => {
    const current = access.current();
    const isHindered = current.kind === 'read' && current.hindrance?.kind === 'no-backup';
    const open = store;
    if (open === null || !(mayWrite() || isHindered)) return current;
    const done = await bringUp(open.folder, withoutBackup ? null : () => backupFirst(open), fs);
    if (!done.ok) {
      log.info('newsroom not brought to the present format', { code: done.fault.code });
      return access.hinder({ kind: 'no-backup', message: done.fault.message });
    }
    if (done.value) log.info('newsroom brought to the present format', { withoutBackup });
    return access.hinder(null);
  };

  /** A bundle that was on its way as the program stopped is put in its place, whoever asks for the next one and when. */
  const finishExport = (folder: string): void => {
    const out = settings.get().recent.find((each) => each.folder === folder)?.exportFolder ?? null;
    if (out === null) return;
    putBack(out, fs).catch((error: unknown) => log.fault('bundle not put in its place', error));
  };

  /** Nobody waits for it, and it ends with the newsroom. */
  const sweep = (folder: string): void => {
    const mine = entered;
    const sweeping = { now, fs, mayGoOn: () => mayWrite() && mine === entered };
    after(SWEEP_AFTER, () => {
      for (const done of [sweepTemporary(folder, sweeping), sweepOwnData(data, sweeping)])
        done.then(
          (swept) => {
            if (swept > 0) log.info('temporary files swept', { files: swept });
          },
          (error: unknown) => log.fault('temporary files not swept', error),
        );
    });
  };

  return {
    enter: async (opened) => {
      const guarded = await access.enter(opened);
      store = opened;
      if (mayWrite()) await bringUpOpen(false);
      return guarded;
    },
    bringUp: bringUpOpen,
    mend: async (newsroom) => {
      entered += 1;
      if (!mayWrite()) return [];
      sweep(newsroom.folder);
      finishExport(newsroom.folder);
      try {
        const { device, who } = settings.get();
        return await mendUnreadable(newsroom, { now, device, who, fs });
      } catch (error) {
        log.fault('releases not mended', error);
        return [];
      }
    },
  };
};
