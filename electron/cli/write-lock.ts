import { randomUUID } from 'node:crypto';
import type { Fault } from '../../shared/fault';
import { type Result, failed } from '../../shared/result';
import { every } from '../every';
import { readOnlyFault } from '../lock/guard';
import { makeLock } from '../lock/lock';
import { thisProgram } from '../lock/access';
import { nodeFileSystem } from '../newsroom/file-system';
import type { CliIo } from './command';

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
