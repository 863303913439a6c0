import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Fault } from '../../shared/fault';
import type { Access, Hindrance } from '../../shared/newsroom/model';
import { type Result, ok } from '../../shared/result';
import type { Log } from '../log';
import { onDisk } from '../newsroom/disk-fault';
import type { FileSystem } from '../newsroom/file-system';
import type { NewsroomStore } from '../newsroom/model';
import { laterFault } from '../newsroom/read-all';
import { guardStore, readOnlyFault } from './guard';
import { type NewsroomLock, makeLock } from './lock';
import { type Here, bootOf, isProcessAlive } from './lock-file';

/** How often the lock is looked at, and how many looks pass between two signs of life, in milliseconds and looks. */
const LOOK_EVERY = 5_000;
const BEAT_EVERY = 12;

/** Who may write in the open newsroom. */
export type AccessKeeper = {
  /** Leaves the newsroom before, takes the lock of this one or reads beside who has it, and guards its writing. */
  readonly enter: (store: NewsroomStore) => Promise<NewsroomStore>;
  readonly current: () => Access;
  /** Whether whoever wrote in the newsroom before ended without giving it back: by a crash, or a power cut. */
  readonly wasLeft: () => boolean;
  readonly takeOver: () => Promise<Result<Access, Fault>>;
  /** Says why nothing is written from here whoever has the lock, or that nothing stands in the way any more. */
  readonly hinder: (hindrance: Hindrance | null) => Access;
  /** Gives the lock back. */
  readonly leave: () => Promise<void>;
};

type AccessParts = {
  readonly who: () => string;
  readonly log: Log;
  readonly fs: FileSystem;
  /** Hears of every change that the page did not ask for. */
  readonly onChange: (access: Access) => void;
  /** Calls again and again; the answer stops it. */
  readonly every: (milliseconds: number, call: () => void) => () => void;
  readonly here?: Here;
};

const WRITE: Access = { kind: 'write' };

/** This program, on the system's clock. */
export const thisProgram: Here = {
  machine: hostname(),
  device: '',
  pid: process.pid,
  boot: bootOf(),
  now: () => new Date(),
  isAlive: isProcessAlive,
};

/** Whether a later Standfirst wrote the newsroom. One that cannot be looked at is away, and that is told where it is saved into. */
const isLater = async (newsroom: string): Promise<boolean> => {
  const looked = await onDisk(newsroom, async () => ok(await laterFault(newsroom)));
  return looked.ok && looked.value !== null;
};

/** Keeps the lock of the newsroom that is open. */
export const makeAccess = ({ who, log, fs, onChange, every, here = thisProgram }: AccessParts): AccessKeeper => {
  let lock: NewsroomLock | null = null;
  let folder = '';
  let told: Access = WRITE;
  let hindrance: Hindrance | null = null;
  /** What the lock says, unless something else stands in the way. */
  const seen = (access: Access): Access =>
    hindrance === null ? access : { kind: 'read', holder: null, lost: false, hindrance };
  let stopLooking = (): void => {};

  const tell = (found: Access): Access => {
    const access = seen(found);
    const isNews = JSON.stringify(access) !== JSON.stringify(told);
    told = access;
    if (isNews) onChange(access);
    return access;
  };
  const leave = async (): Promise<void> => {
    stopLooking();
    const left = lock;
    lock = null;
    await left?.close();
  };

  return {
    enter: async (store) => {
      await leave();
      folder = store.folder;
      hindrance = (await isLater(folder)) ? { kind: 'later' } : null;
      if (hindrance !== null) {
        // Nothing at all is written there, no lock either.
        told = seen(WRITE);
        return guardStore(store, async () => readOnlyFault(told, folder));
      }
      const entered = makeLock({ ...here, newsroom: store.folder, who, token: randomUUID(), fs, log: log.info });
      lock = entered;
      told = await entered.open();
      let looks = 0;
      stopLooking = every(LOOK_EVERY, () => {
        looks += 1;
        void (looks % BEAT_EVERY === 0 ? entered.beat() : entered.check()).then(tell);
      });
      return guardStore(store, async () => {
        // A later Standfirst on another computer may have brought it to its format while it is open here.
        if (hindrance === null && (await isLater(store.folder))) hindrance = { kind: 'later' };
        return readOnlyFault(tell(await entered.check()), store.folder);
      });
    },
    current: () => told,
    wasLeft: () => lock?.wasLeft() ?? false,
    takeOver: () =>
      onDisk<Access>(folder, async () => {
        if (hindrance === null) told = lock === null ? WRITE : await lock.takeOver();
        return ok(told);
      }),
    hinder: (next) => {
      hindrance = next;
      return tell(lock?.state() ?? WRITE);
    },
    leave,
  };
};
