// `npm run torture:export -- 20`: exports with the command line and kills it (SIGKILL), most often while it writes, again and
// again; after each, `verify` must find a whole bundle: the old one or the new one, byte for byte. By turns an update of a
// few files and a whole folder that takes the other's place. Then an update is killed before each of its calls that change the
// disk, from the one by which its journal gets its name to the last (`lib/kill-at.cjs`; with more of them than rounds, before
// as many, evenly spread): the old bundle until the journal stands, and from then on the new one, as soon as `verify` was there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { buildBundle } from './build.mjs';
import { runMain, say, StepFailure } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';

const CLI = inTop('.vite', 'build', 'cli.cjs');
const rounds = Number(process.argv[2] ?? 20);
const AS_OF = '2026-11-20T00:00:00Z';

/** A hash of every file of a folder, names and all. @param {string} folder */
const treeOf = (folder) => {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  for (const file of files.map((each) => path.join(each.parentPath, each.name)).sort())
    hash.update(path.relative(folder, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** @param {readonly string[]} args */
const cli = (...args) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });

/** Whether a staging folder lies beside the bundle: the export has begun to write. @param {string} home */
const isWriting = (home) => existsSync(home) && readdirSync(home).some((name) => name.includes('.making-'));

/** Kills an export, at a moment while it writes. Gives whether it had ended before. @param {string} home @param {readonly string[]} args */
const killed = async (home, args) => {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && !isWriting(home)) await pause(1);
  await pause(Math.random() * 60);
  const isOver = child.exitCode !== null;
  child.kill('SIGKILL');
  await ended;
  return isOver;
};

const KILL_AT = inTop('scripts', 'lib', 'kill-at.cjs');

/**
 * Runs an export that kills itself before one of its calls; 0: it lives, and says how many there are.
 * @param {number} at @param {readonly string[]} args
 */
const killedAt = (at, args) => {
  const env = { ...process.env, KILL_AT: String(at) };
  const done = spawnSync(process.execPath, ['--require', KILL_AT, CLI, ...args], { encoding: 'utf8', env });
  return { isKilled: done.signal === 'SIGKILL', calls: Number(/^calls: (\d+)$/m.exec(done.stderr)?.[1] ?? 0) };
};

/** @param {number} count @param {number} most */
const spread = (count, most) =>
  count <= most
    ? Array.from({ length: count }, (_, index) => index + 1)
    : [...new Set(Array.from({ length: most }, (_, index) => 1 + Math.round((index * (count - 1)) / (most - 1))))];

await runMain(async () => {
  await buildBundle('cli');
  const top = mkdtempSync(path.join(tmpdir(), 'standfirst-torture-'));
  try {
    const home = path.join(top, 'web');
    const out = path.join(home, 'bundle');
    // Two newsrooms that differ in the words about the organisation, which stand on every page.
    const exports = [0, 1].map((number) => {
      const newsroom = path.join(top, `newsroom-${number}`);
      cli('sample', '--newsroom', newsroom);
      const file = path.join(newsroom, 'newsroom.json');
      const settings = /** @type {{ boilerplate: string }} */ (JSON.parse(readFileSync(file, 'utf8')));
      const other = { ...settings, boilerplate: `${settings.boilerplate} Number ${number}.` };
      writeFileSync(file, `${JSON.stringify(other, null, 2)}\n`);
      return (/** @type {string} */ into) => ['export', '--newsroom', newsroom, '--out', into, '--as-of', AS_OF];
    });
    const trees = exports.map((argsOf, number) => {
      const made = path.join(top, `made-${number}`);
      const done = cli(...argsOf(made));
      if (done.status !== 0) throw new StepFailure('the sample could not be exported', done.stdout + done.stderr);
      return treeOf(made);
    });
    cli(...(exports[0]?.(out) ?? []));
    const outcomes = { old: 0, new: 0, over: 0 };
    let stands = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const to = 1 - stands;
      // What a system leaves between the files makes the whole folder be replaced.
      const isWhole = round % 2 === 0;
      if (isWhole) writeFileSync(path.join(out, 'data', '.DS_Store'), '');
      const isOver = await killed(home, exports[to]?.(out) ?? []);
      const verified = cli('verify', out);
      if (isWhole) rmSync(path.join(out, 'data', '.DS_Store'), { force: true });
      const found = trees.indexOf(treeOf(out));
      if (found < 0 || (verified.status !== 0 && !isWhole))
        throw new StepFailure(`round ${round}: neither the old bundle nor the new one stands`, verified.stdout);
      outcomes[isOver ? 'over' : found === stands ? 'old' : 'new'] += 1;
      stands = found;
      for (const name of readdirSync(home)) if (name !== 'bundle') rmSync(path.join(home, name), { recursive: true });
    }
    const argsTo = (/** @type {number} */ which) => exports[which]?.(out) ?? [];
    const { calls } = killedAt(0, argsTo(1 - stands));
    stands = 1 - stands;
    if (calls < 10) throw new StepFailure(`the update is not put in place by a journal: ${calls} calls`, '');
    const found = { old: 0, half: 0, new: 0 };
    const kills = spread(calls, rounds);
    for (const at of kills) {
      const to = 1 - stands;
      if (!killedAt(at, argsTo(to)).isKilled) throw new StepFailure(`the export outlived its kill at call ${at}`, '');
      const left = trees.indexOf(treeOf(out));
      found[left === stands ? 'old' : left === to ? 'new' : 'half'] += 1;
      const verified = cli('verify', out);
      // The first of the calls gives the journal its name: until then nothing is decided.
      const expected = at === 1 ? stands : to;
      if (verified.status !== 0 || trees.indexOf(treeOf(out)) !== expected)
        throw new StepFailure(`killed at call ${at} of ${calls}: not the bundle that was decided on`, verified.stdout);
      if (at > 1 && readdirSync(home).length > 1)
        throw new StepFailure(`killed at call ${at} of ${calls}: something was left`, readdirSync(home).join('\n'));
      stands = expected;
      for (const name of readdirSync(home)) if (name !== 'bundle') rmSync(path.join(home, name), { recursive: true });
    }
    say(
      `${kills.length} kills within the journal’s ${calls} calls: they left the old files ${found.old} times, half of the new ones ${found.half} times, all of them ${found.new} times; verify made each whole`,
    );
    say(
      `${rounds} kills: ${outcomes.old} left the old bundle, ${outcomes.new} the new one, ${outcomes.over} came too late; each was whole`,
    );
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
});
