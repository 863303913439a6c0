import { join } from 'node:path';
import type { Backup, Backups, BackupManifest, BackupReason, BackupState } from '../../shared/backup/model';
import { isDue } from '../../shared/backup/rotation';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import type { ReleaseId } from '../../shared/release/model';
import type { Log } from '../log';
import { onDisk } from '../newsroom/disk-fault';
import type { FileSystem } from '../newsroom/file-system';
import type { NewsroomStore } from '../newsroom/model';
import type { After } from '../newsroom/pauses';
import { makeQueue } from '../newsroom/queue';
import { type ErasedBackups, eraseBackups } from './erase-backups';
import { listBackups } from './list-backups';
import { type MadeBackup, makeBackup } from './make-backup';
import { backupFolder, instantOf } from './place';
import { restoreBackup, restoredFrom } from './restore';

/** So long after opening, so that the first screen does not wait for it; and how often it is looked whether one is due. */
const FIRST = 15_000;
const AGAIN = 60 * 60 * 1000;
/** How often progress is told, in milliseconds. */
const TOLD_EVERY = 200;

type Parts = {
  /** The app's own folder. */
  readonly data: string;
  readonly log: Pick<Log, 'info'>;
  readonly now: () => Date;
  readonly after: After;
  readonly fs: FileSystem;
  /** Whether this program writes in the open newsroom: only then does it back it up of itself. */
  readonly mayWrite: () => boolean;
  readonly onState: (state: BackupState) => void;
};

/** The backups of the newsroom that is open. */
export type BackupKeeper = {
  /** A newsroom was opened: it is backed up soon, and daily while it stays open. Hands on what it is given. */
  readonly tend: (opened: Result<NewsroomStore, Fault>) => Result<NewsroomStore, Fault>;
  readonly list: (newsroom: string) => Promise<Result<Backups, Fault>>;
  readonly now: (store: NewsroomStore) => Promise<Result<MadeBackup, Fault>>;
  /** The same, before the newsroom is written in a newer form. */
  readonly beforeChange: (store: NewsroomStore) => Promise<Result<MadeBackup, Fault>>;
  /** Restores a backup of a newsroom, by its name, or any backup by its path, to a folder. */
  readonly restore: (file: string, folder: string) => Promise<Result<BackupManifest, Fault>>;
  /** Where a backup of this name lies. Fault: `not-found` where that is not the name of one. */
  readonly fileOf: (newsroom: string, name: string) => Promise<Result<string, Fault>>;
  /** Takes a removed release, whose folder lies at `path` below the newsroom, out of every backup of it. */
  readonly erase: (
    newsroom: string,
    id: ReleaseId,
    path: string,
    onProgress: (done: number, total: number) => void,
  ) => Promise<Result<ErasedBackups, Fault>>;
  readonly folderOf: (newsroom: string) => Promise<string>;
  /** Calls off what is under way. */
  readonly callOff: () => void;
  /** Calls off what is under way, and waits until it has ended. */
  readonly end: () => Promise<void>;
};

export const makeBackups = ({ data, log, now, after, fs, mayWrite, onState }: Parts): BackupKeeper => {
  const queue = makeQueue();
  let stop = (): void => {};
  /** Raised to call off what is under way. */
  let round = 0;
  let hasEnded = false;

  const progress = (kind: 'making' | 'restoring'): ((done: number, total: number) => void) => {
    let told = Number.NEGATIVE_INFINITY;
    return (done, total) => {
      if (Math.abs(now().getTime() - told) < TOLD_EVERY) return;
      told = now().getTime();
      onState({ kind, done, total });
    };
  };

  /** One at a time: what is asked for twice is made once, since then nothing has changed. */
  const make = (store: NewsroomStore, why: BackupReason): Promise<Result<MadeBackup, Fault>> =>
    queue.run('backup', async () => {
      const mine = round;
      const to = await onDisk(store.folder, async () => ok(await backupFolder(data, store.folder)));
      const made = to.ok
        ? await makeBackup({
            newsroom: store.folder,
            to: to.value,
            why,
            now,
            fs,
            inTurn: store.inTurn,
            mayGoOn: () => mine === round && !hasEnded,
            onProgress: progress('making'),
          })
        : to;
      if (made.ok) log.info('backup', { isNew: made.value.isNew, files: made.value.backup.facts?.files ?? 0 });
      else log.info('no backup', { code: made.fault.code, detail: made.fault.detail ?? '' });
      onState(made.ok || made.fault.code === 'cancelled' ? { kind: 'idle' } : { kind: 'failed', fault: made.fault });
      return made;
    });

  const daily = async (store: NewsroomStore): Promise<void> => {
    if (!mayWrite()) return;
    const known = await onDisk(store.folder, async () => ok(await listBackups(await backupFolder(data, store.folder))));
    // Where they cannot be listed, making one says why.
    if (!known.ok || isDue(known.value.filter(isWhole), now().toISOString())) await make(store, 'daily');
  };
  const plan = (store: NewsroomStore, milliseconds: number): void => {
    stop = after(milliseconds, () => {
      plan(store, AGAIN);
      void daily(store);
    });
  };

  return {
    tend: (opened) => {
      if (opened.ok) {
        stop();
        plan(opened.value, FIRST);
      }
      return opened;
    },
    list: (newsroom) =>
      onDisk<Backups>(newsroom, async () => {
        const folder = await backupFolder(data, newsroom);
        return ok({ folder, backups: await listBackups(folder), restored: await restoredFrom(data, newsroom) });
      }),
    now: (store) => make(store, 'asked'),
    beforeChange: (store) => make(store, 'before-change'),
    restore: (file, folder) =>
      queue.run('backup', async () => {
        const mine = round;
        const mayGoOn = () => mine === round && !hasEnded;
        const onProgress = progress('restoring');
        const restored = await restoreBackup({ file, folder, data, now, fs, mayGoOn, onProgress });
        onState({ kind: 'idle' });
        return restored;
      }),
    fileOf: async (newsroom, name) =>
      instantOf(name) === null
        ? failed(fault('not-found', 'There is no such backup.', { detail: name }))
        : onDisk(newsroom, async () => ok(join(await backupFolder(data, newsroom), name))),
    erase: (newsroom, id, path, onProgress) =>
      queue.run('backup', () =>
        onDisk(newsroom, async () => {
          const folder = await backupFolder(data, newsroom);
          return eraseBackups({ newsroom, id, path, folder, fs, onProgress });
        }),
      ),
    folderOf: (newsroom) => backupFolder(data, newsroom),
    callOff: () => {
      round += 1;
    },
    end: async () => {
      hasEnded = true;
      stop();
      await queue.settled();
    },
  };
};

const isWhole = ({ facts }: Backup): boolean => facts !== null;
