import { homedir, hostname, userInfo } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { appDataFolder } from './cli/app-data';
import { COMMANDS } from './cli/commands';
import type { CliIo } from './cli/command';
import { runCommandLine } from './cli/run';
import { serveAsAide } from './export/aide-thread';
import { systemCode } from './newsroom/save-file';

/** The command line: the same core as the app's, on plain Node, without a window. */
const io: CliIo = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  now: () => new Date(),
  device: hostname(),
  appData: appDataFolder(process.platform, process.env, homedir()),
  who: userName(),
};

function userName(): string {
  try {
    return userInfo().username;
  } catch (error) {
    // A user without an entry in the system's list, as in some containers: then nobody's name is known.
    if (systemCode(error).startsWith('ERR_')) return 'command line';
    throw error;
  }
}

// Whoever reads our output may stop early, as `head` does: that is no failure.
process.stdout.on('error', (error) => {
  if (systemCode(error) === 'EPIPE') process.exit(0);
  throw error;
});

/** The exit code, once the command has ended: the app, which carries the command line too, waits for it. */
export const done: Promise<number> = isMainThread ? run() : Promise.resolve(0);

if (!isMainThread) serveAsAide();

async function run(): Promise<number> {
  try {
    process.exitCode = await runCommandLine(COMMANDS, process.argv.slice(2), io);
  } catch (error) {
    process.stderr.write(`standfirst: something is broken in the program itself. ${String(error)}\n`);
    process.exitCode = 2;
  }
  return process.exitCode;
}
