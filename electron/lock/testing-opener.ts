import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { nodeFileSystem } from '../newsroom/file-system';
import { thisProgram } from './access';
import { makeLock } from './lock';

/* A program for a test: opens the lock of a newsroom when it is told to, says what it got, looks again when it is told to,
   and gives the lock back when nobody tells it anything any more. */

const [newsroom = '', who = ''] = process.argv.slice(2);
const lock = makeLock({
  ...thisProgram,
  newsroom,
  who: () => who,
  token: randomUUID(),
  fs: nodeFileSystem,
  log: () => undefined,
});
const say = (what: string): void => void process.stdout.write(`${what}\n`);

const run = async (): Promise<void> => {
  say('ready');
  for await (const line of createInterface({ input: process.stdin }))
    say((line === 'open' ? await lock.open() : await lock.check()).kind);
  await lock.close();
};
void run();
