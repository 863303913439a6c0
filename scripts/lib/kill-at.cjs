// Required before a program: counts its calls that change the disk from the one on by which the journal of an update gets its
// name, and kills the program before the one that KILL_AT says. At 0 it lives, and says how many there were.
const fs = require('node:fs/promises');

const at = Number(process.env['KILL_AT'] ?? 0);
const JOURNAL = /\.update-[0-9a-f]{8}\.json$/;
let calls = 0;

/** @typedef {(...args: readonly unknown[]) => Promise<unknown>} Call */
for (const name of /** @type {const} */ (['rename', 'unlink', 'rm', 'mkdir'])) {
  const own = /** @type {Call} */ (/** @type {unknown} */ (fs[name]));
  /** @type {Call} */
  const counted = (...args) => {
    if (calls > 0 || (name === 'rename' && JOURNAL.test(String(args[1])))) {
      calls += 1;
      if (calls === at) process.kill(process.pid, 'SIGKILL');
    }
    return own.apply(fs, [...args]);
  };
  Object.assign(fs, { [name]: counted });
}
process.on('exit', () => process.stderr.write(`calls: ${calls}\n`));
