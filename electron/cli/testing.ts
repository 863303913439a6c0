import { Readable, Writable } from 'node:stream';
import type { CliIo, ExitCode } from './command';
import { COMMANDS } from './commands';
import { runCommandLine } from './run';

export type Ran = { readonly code: ExitCode; readonly out: string; readonly err: string };

/** Runs the command line in this process, with its streams in memory and a clock that stands still. */
export const runCli = async (argv: readonly string[], stdin: readonly (string | Uint8Array)[] = []): Promise<Ran> => {
  const written = { out: '', err: '' };
  const into = (which: 'out' | 'err') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        written[which] += chunk.toString('utf8');
        done();
      },
    });
  const io: CliIo = {
    stdin: Readable.from(stdin),
    stdout: into('out'),
    stderr: into('err'),
    now: () => new Date('2026-11-22T12:00:00.000Z'),
    device: 'test',
    appData: null,
    who: 'Ada',
  };
  const code = await runCommandLine(COMMANDS, argv, io);
  return { code, ...written };
};
