import { randomUUID } from 'node:crypto';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import { every } from '../every';
import { readOnlyFault } from '../lock/guard';
import { makeLock } from '../lock/lock';
import { thisProgram } from '../lock/access';
import { isOlder } from '../newsroom/bring-up';
import { nodeFileSystem } from '../newsroom/file-system';
import { laterFault } from '../newsroom/read-all';
import type { CliIo } from './command';

/**
 * As `withLock`, for work that changes releases or settings. Faults also: `newer-format` where a later Standfirst wrote the
 * newsroom; `refused` where it is of an older format, which the app backs up and brings to today's when it opens it.
 */
export const withWriting = async <Value>(
  newsroom: string,
  who: string,
  io: CliIo,
  work: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  const later = await laterFault(newsroom);
  if (later !== null) return failed(later);
  if (await isOlder(newsroom))
    return failed(
      fault(
        'refused',
        'This newsroom is of an older format. Open it in Standfirst once: it is backed up then, and brought to the present format.',
        { where: newsroom },
      ),
    );
  return withLock(newsroom, who, io, work);
};

/** Does something that writes in a newsroom, with its lock. Fault: `denied`, with who has it open. */
export const withLock = async <Value>(
  newsroom: string,
  who: string,
  io: CliIo,
  work: () => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  const lock = makeLock({
    ...thisProgram,
    newsroom,
    who: () => who,
    token: randomUUID(),
    fs: nodeFileSystem,
    log: (what, facts) => {
      if (what === 'stale lock taken over')
        io.stderr.write(`standfirst: a lock left in the newsroom was taken over: ${String(facts?.['why'])}.\n`);
    },
  });
  const why = readOnlyFault(await lock.open(), newsroom);
  if (why !== null) return failed(why);
  const stop = every(60_000, () => void lock.beat());
  try {
    return await work();
  } finally {
    stop();
    await lock.close();
  }
};
