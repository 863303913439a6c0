import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Access } from '../../shared/newsroom/model';
import type { Instant } from '../../shared/release/model';
import type { Facts } from '../log';
import type { FileSystem } from '../newsroom/file-system';
import { SETTINGS_FILE } from '../newsroom/folders';
import { makeQueue } from '../newsroom/queue';
import { createFile, saveFile, systemCode } from '../newsroom/save-file';
import {
  type FoundLock,
  claimPath,
  type Here,
  type LockText,
  holderOf,
  lockPath,
  lockText,
  readLock,
  whyStale,
} from './lock-file';

/** The lock of one newsroom, from opening to closing it. */
export type NewsroomLock = {
  /** As last looked at. */
  readonly state: () => Access;
  /** Whether a lock was found at opening that nobody had given back, and was replaced. */
  readonly wasLeft: () => boolean;
  /** Takes the lock where it is free or stale; reads where somebody has it. */
  readonly open: () => Promise<Access>;
  /** Looks at the file again. One that was ours and is another's now is lost. */
  readonly check: () => Promise<Access>;
  /** Looks again, and writes a sign of life while the lock is ours. */
  readonly beat: () => Promise<Access>;
  /** Takes the lock from whoever has it. Throws errors of the file system. */
  readonly takeOver: () => Promise<Access>;
  /** Gives the lock back while it is ours. */
  readonly close: () => Promise<void>;
};

export type LockParts = Here & {
  readonly newsroom: string;
  readonly who: () => string;
  /** Tells this opening from every other. */
  readonly token: string;
  readonly fs: FileSystem;
  readonly log: (what: string, facts?: Facts) => void;
};

const WRITE: Access = { kind: 'write' };

/** Makes the lock of a newsroom; nothing is read or written before `open`. */
export const makeLock = (parts: LockParts): NewsroomLock => {
  const { newsroom, who, token, fs, log, now, machine, device, pid, boot } = parts;
  const queue = makeQueue();
  let state: Access = WRITE;
  /** Whether the file was ours when it was last looked at. Writing without a lock goes on where none could be written. */
  let isOurs = false;
  let isClosed = false;
  let isTold = false;
  let wasLeft = false;
  let since: Instant = now().toISOString();

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => queue.run('lock', work);
  const text = (): string => {
    const lock: LockText = { who: who(), machine, device, pid, boot, since, heartbeat: now().toISOString(), token };
    return lockText(lock);
  };
  const ours = (): Access => {
    isOurs = true;
    isTold = false;
    state = WRITE;
    return state;
  };

  /** Puts our lock in the place of a stale one, unless another program does, or did. */
  const replaceStale = async (found: FoundLock): Promise<boolean> => {
    const claim = claimPath(newsroom, found);
    try {
      await createFile(claim, '', fs);
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw error;
    }
    try {
      const now = await readLock(newsroom);
      if (now?.text?.token !== found.text?.token || now?.changed !== found.changed) return false;
      await saveFile(lockPath(newsroom), text(), fs);
      return true;
    } finally {
      await fs.remove(claim);
    }
  };

  const open = async (): Promise<Access> => {
    since = now().toISOString();
    const found = await readLock(newsroom);
    if (found !== null && found.text?.token !== token) {
      const stale = whyStale(found, parts);
      if (stale === null) {
        state = { kind: 'read', holder: holderOf(found), lost: false };
        return state;
      }
      if (!(await replaceStale(found))) {
        const now = await readLock(newsroom);
        const isHeld = now !== null && whyStale(now, parts) === null;
        state = { kind: 'read', holder: isHeld ? holderOf(now) : null, lost: false };
        return state;
      }
      wasLeft = true;
      log('stale lock taken over', { why: stale });
    } else if (found === null) await createFile(lockPath(newsroom), text(), fs);
    return ours();
  };

  /** Once, until it can be written again: a folder that is away is looked for at every save. */
  const notWritten = (error: unknown): void => {
    if (!isTold) log('lock not written', { code: systemCode(error) });
    isTold = true;
  };

  const giveSign = async (): Promise<void> => {
    try {
      await saveFile(lockPath(newsroom), text(), fs);
    } catch (error) {
      notWritten(error);
    }
  };

  /** A folder that cannot be written has no use for a lock: what fails is told when something is saved. */
  const openOrGoOn = async (): Promise<Access> => {
    try {
      return await open();
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return open();
      notWritten(error);
      return state;
    }
  };

  const check = async (): Promise<Access> => {
    if (isClosed) return state;
    if (!isOurs && state.kind === 'write') return openOrGoOn();
    let found: Awaited<ReturnType<typeof readLock>>;
    try {
      found = await readLock(newsroom);
    } catch (error) {
      log('lock not read', { code: systemCode(error) });
      return state;
    }
    if (isOurs) {
      if (found?.text?.token === token) {
        // At a first start the lock is there before the writer has said a name.
        if (found.text.who !== who()) await giveSign();
        return state;
      }
      if (found === null) {
        // Somebody deleted it, or the whole folder is away; then nothing can be saved, and that is told where it is tried.
        isOurs = !(await isThere(join(newsroom, SETTINGS_FILE)));
        return isOurs ? state : openOrGoOn();
      }
      isOurs = false;
      log('lock lost');
      state = { kind: 'read', holder: holderOf(found), lost: true };
      return state;
    }
    const isFree = found === null || whyStale(found, parts) !== null;
    const lost = state.kind === 'read' && state.lost;
    state = { kind: 'read', holder: found === null || isFree ? null : holderOf(found), lost };
    return state;
  };

  return {
    state: () => state,
    wasLeft: () => wasLeft,
    open: () => inTurn(openOrGoOn),
    check: () => inTurn(check),
    beat: () =>
      inTurn(async () => {
        const after = await check();
        if (isOurs && (await isThere(newsroom))) await giveSign();
        return after;
      }),
    takeOver: () =>
      inTurn(async () => {
        since = now().toISOString();
        await saveFile(lockPath(newsroom), text(), fs);
        log('lock taken over');
        return ours();
      }),
    close: () =>
      inTurn(async () => {
        isClosed = true;
        try {
          if (isOurs && (await readLock(newsroom))?.text?.token === token) await fs.remove(lockPath(newsroom));
        } catch (error) {
          log('lock not removed', { code: systemCode(error) });
        }
        isOurs = false;
      }),
  };
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false;
  }
};
