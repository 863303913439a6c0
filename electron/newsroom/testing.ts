import { statfsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach } from 'vitest';
import type { Fault } from '../../shared/fault';
import type { Result } from '../../shared/result';
import { type FileSystem, nodeFileSystem } from './file-system';
import type { After } from './pauses';

/** Linux has a file system in memory, in containers often a small one. */
const IN_MEMORY = '/dev/shm';
const ENOUGH = 2 ** 30;

/**
 * Where tests make their folders: in memory where there is room for it, unless `TMPDIR` says where. It is a real file system,
 * on which the thousands of syncs that no test looks at take no time. A true disk's own manners are for `torture:disk`.
 */
const top = (): string => {
  if (process.env['TMPDIR'] !== undefined) return tmpdir();
  try {
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize >= ENOUGH ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
};

/** A helper for tests: makes real folders, and removes them after each test. */
export const temporaryFolders = (): (() => Promise<string>) => {
  const made: string[] = [];
  afterEach(async () => {
    for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true });
  });
  return async () => {
    const folder = await mkdtemp(join(top(), 'standfirst-test-'));
    made.push(folder);
    return folder;
  };
};

/** Every file below a folder: its path, `/` between parts, and its bytes as latin1 text, so that equality is equality of bytes. */
export const filesBelow = async (folder: string): Promise<Record<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: Record<string, string> = {};
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files[relative(folder, path).split(sep).join('/')] = await readFile(path, 'latin1');
  }
  return files;
};

/** The value of a Result that must be a success; the fault is the error of the test. */
export const valueOf = <Value>(result: Result<Value, Fault>): Value => {
  if (result.ok) return result.value;
  throw new Error(JSON.stringify(result.fault));
};

/** The fault of a Result that must be a failure. */
export const faultOf = <Value>(result: Result<Value, Fault>): Fault => {
  if (!result.ok) return result.fault;
  throw new Error('this was expected to fail');
};

/** A file system on which another program writes too: once, as a file of this name is about to be written, `act` comes first. */
export const beforeWriting = (name: string, act: (file: string) => Promise<void>): FileSystem => {
  let isDone = false;
  return {
    ...nodeFileSystem,
    createExclusive: async (path) => {
      if (!isDone && basename(path).startsWith(`.${name}.`)) {
        isDone = true;
        await act(join(dirname(path), name));
      }
      return nodeFileSystem.createExclusive(path);
    },
  };
};

/** What a disk may answer instead of doing what it was asked. */
export const REFUSALS = ['ENOSPC', 'EIO', 'EACCES', 'EPERM'] as const;
/** Something that goes wrong with one call to the file system: it throws with a code, a write is cut short, it answers late, or nothing comes after. */
export const TROUBLES = [...REFUSALS, 'short write', 'slow', 'killed'] as const;
export type Trouble = (typeof TROUBLES)[number];
/** So late answers a slow call, in milliseconds: whatever did not wait for it is done by then. */
const LATE = 20;

/** A file system with a call that goes wrong. */
export type TroubledFileSystem = FileSystem & {
  /** All calls so far. */
  readonly calls: () => number;
  /** Whether anything has gone wrong: a call that writes nothing cannot write half. */
  readonly isStruck: () => boolean;
};

/**
 * A file system on which the `at`-th call (from 1) goes wrong and every other one works; a write that is cut short
 * writes half, and nothing from then on, as a full disk does. After `killed` nothing works any more, not even tidying up.
 */
export const troubledFileSystem = (at: number, trouble: Trouble): TroubledFileSystem => {
  let calls = 0;
  let full = false;
  let struck = false;
  const strike = (): Promise<void> | null => {
    calls += 1;
    const isHere = trouble === 'killed' ? at > 0 && calls >= at : trouble !== 'short write' && calls === at;
    if (!isHere) return null;
    struck = true;
    if (trouble === 'slow') return pause(LATE);
    throw Object.assign(new Error('made to fail'), { code: trouble === 'killed' ? 'EIO' : trouble });
  };
  return {
    calls: () => calls,
    isStruck: () => struck || full,
    renameRetries: [],
    createExclusive: async (path) => {
      await strike();
      const file = await nodeFileSystem.createExclusive(path);
      return {
        write: async (bytes, offset, length) => {
          await strike();
          if (full) return 0;
          full = calls === at && trouble === 'short write';
          return file.write(bytes, offset, full ? Math.floor(length / 2) : length);
        },
        sync: async () => {
          await strike();
          await file.sync();
        },
        size: async () => {
          await strike();
          return file.size();
        },
        close: async () => {
          await file.close();
          await strike();
        },
      };
    },
    rename: async (from, to) => {
      await strike();
      await nodeFileSystem.rename(from, to);
    },
    remove: async (path) => {
      await strike();
      await nodeFileSystem.remove(path);
    },
    removeTree: async (path) => {
      await strike();
      await nodeFileSystem.removeTree(path);
    },
    makeFolder: async (path) => {
      await strike();
      return nodeFileSystem.makeFolder(path);
    },
    syncFolder: async (path) => {
      await strike();
      await nodeFileSystem.syncFolder(path);
    },
    writeNew: (path, bytes) => {
      void strike();
      const isShort = full || (calls === at && trouble === 'short write');
      full = isShort;
      nodeFileSystem.writeNew(path, isShort ? bytes.subarray(0, bytes.length / 2) : bytes);
      if (isShort) throw Object.assign(new Error('made to fail'), { code: 'ENOSPC' });
    },
    syncFiles: async (folder, files) => {
      await strike();
      await nodeFileSystem.syncFiles(folder, files);
    },
  };
};

/** Does something again and again, each time with a later call to the disk going wrong, until all calls were reached. */
export const atEveryCall = async (
  trouble: Trouble,
  work: (fs: TroubledFileSystem, at: number) => Promise<void>,
): Promise<void> => {
  for (let at = 1; ; at += 1) {
    const fs = troubledFileSystem(at, trouble);
    await work(fs, at);
    if (fs.calls() < at) return;
  }
};

/** A timer for which no time has to pass: what waits is done in the next turn. */
export const inNextTurn: After = (_milliseconds, call) => {
  const turn = setImmediate(call);
  return () => clearImmediate(turn);
};
