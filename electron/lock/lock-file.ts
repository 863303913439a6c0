import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import type { Holder } from '../../shared/newsroom/model';
import { systemCode } from '../newsroom/save-file';

/** In a newsroom: who has it open to write in it. Advisory: it keeps programs that ask from writing over each other. */
export const LOCK_FILE = 'newsroom.lock';
export const lockPath = (newsroom: string): string => join(newsroom, LOCK_FILE);

/** A lock that shows no sign of life for so long is stale: five missed heartbeats. In milliseconds. */
export const STALE_AFTER = 5 * 60_000;

const lockSchema = z.strictObject({
  format: z.literal(1),
  who: z.string(),
  machine: z.string(),
  /** Which copy of Standfirst: two machines may have one name. Empty where it is not known, as on the command line. */
  device: z.string().default(''),
  pid: z.int(),
  /** Which run of the machine: after a restart the numbers of processes are given anew. Empty where the system does not say. */
  boot: z.string().default(''),
  since: z.iso.datetime({ precision: 3 }),
  heartbeat: z.iso.datetime({ precision: 3 }),
  /** Tells one opening from another on the same machine. */
  token: z.string(),
});

/** What stands in a lock file. */
export type LockText = Readonly<Omit<z.infer<typeof lockSchema>, 'format'>>;

/** A lock as found: `text` is null where it cannot be read. `changed` is when the file last was, in milliseconds. */
export type FoundLock = { readonly text: LockText | null; readonly changed: number };

export const lockText = (lock: LockText): string => canonicalJson({ format: 1, ...lock });

/** Waits between looks at a lock that cannot be read: it may be in the middle of being written. */
const LOOKS = [20, 50, 100];

/**
 * Whoever makes this file may replace that stale lock, and nobody else: many may find it stale at the same moment. It is
 * named as other temporary files are, so that one which a kill left is swept with them; until then a person's word is needed.
 */
export const claimPath = (newsroom: string, { text, changed }: FoundLock): string =>
  join(newsroom, `.${LOCK_FILE}.${sha256Hex(text?.token ?? String(changed)).slice(0, 12)}.tmp`);

/** Reads a newsroom's lock; null where there is none. Throws other errors of the file system. */
export const readLock = async (newsroom: string): Promise<FoundLock | null> => {
  for (const wait of [...LOOKS, null]) {
    try {
      const path = lockPath(newsroom);
      const [bytes, { mtimeMs }] = [await readFile(path, 'utf8'), await stat(path)];
      const text = parsed(bytes);
      if (text !== null || wait === null) return { text, changed: mtimeMs };
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return null;
      throw error;
    }
    await pause(wait);
  }
  return null;
};

const parsed = (text: string): LockText | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const lock = lockSchema.safeParse(value);
  if (!lock.success) return null;
  const { who, machine, device, pid, boot, since, heartbeat, token } = lock.data;
  return { who, machine, device, pid, boot, since, heartbeat, token };
};

/** This program and its clock, as a lock is judged by them. */
export type Here = {
  readonly machine: string;
  readonly device: string;
  readonly pid: number;
  readonly boot: string;
  readonly now: () => Date;
  /** Whether a process of this machine runs. */
  readonly isAlive: (pid: number) => boolean;
};

/**
 * Why a lock binds nobody, for the log; null while it does. The file's own time counts beside the heartbeat written in
 * it, so that another machine's wrong clock does not make a living lock look stale.
 */
export const whyStale = ({ text, changed }: FoundLock, here: Here): string | null => {
  const { pid, now, isAlive } = here;
  const place = text === null ? 'elsewhere' : placeOf(text, here);
  if (place === 'before a restart') return 'its machine was started again';
  // A lock with our own number that is not ours is left from a process that had it before us.
  if (text !== null && place === 'here' && (text.pid === pid || !isAlive(text.pid))) return 'its process has ended';
  const lastSign = Math.max(changed, text === null ? 0 : Date.parse(text.heartbeat));
  return now().getTime() - lastSign > STALE_AFTER ? 'no sign of life' : null;
};

/** Where whoever wrote a lock runs. What is not known does not part two of one name; what is known and differs does. */
const placeOf = (text: LockText, { machine, device, boot }: Here): 'here' | 'before a restart' | 'elsewhere' => {
  if (text.machine !== machine) return 'elsewhere';
  const isOneRun = text.boot !== '' && text.boot === boot;
  if (isOneRun) return 'here';
  const isKnown = text.device !== '' && device !== '';
  if (isKnown && text.device !== device) return 'elsewhere';
  if (text.boot === '' || boot === '') return 'here';
  // Another run, of this machine or of another one that has its name.
  return isKnown ? 'before a restart' : 'elsewhere';
};

/** Tells this run of the machine from every other, where the system has that; else empty. */
export const bootOf = (file = '/proc/sys/kernel/random/boot_id'): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return '';
  }
};

/** Who a lock says it is, for people. */
export const holderOf = ({ text, changed }: FoundLock): Holder =>
  text === null
    ? { who: '', machine: '', since: new Date(changed).toISOString() }
    : { who: text.who, machine: text.machine, since: text.since };

/** Whether a process of this machine runs: one that is not ours to signal does. */
export const isProcessAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
};
