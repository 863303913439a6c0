// Prints how long a save takes, alone and with the recovery slot beside it, and what a slot and the look at the lock
// cost by themselves; beside a floor: one temporary file written, synced and renamed, measured in the same run.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROUNDS = 200;
const SIZES = [30, 400];

/**
 * @template Module
 * @param {string} path
 * @returns {Promise<Module>}
 */
const load = async (path) => /** @type {Module} */ ((await runnerImport(join(ROOT, path))).module);
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** @type {typeof import('../electron/newsroom/store')} */
const { createNewsroom } = await load('electron/newsroom/store.ts');
/** @type {typeof import('../electron/newsroom/file-system')} */
const { nodeFileSystem } = await load('electron/newsroom/file-system.ts');
/** @type {typeof import('../electron/recovery/recovery')} */
const { makeRecovery } = await load('electron/recovery/recovery.ts');
/** @type {typeof import('../electron/lock/lock')} */
const { makeLock } = await load('electron/lock/lock.ts');
/** @type {typeof import('../shared/testing/builders')} */
const { newsroomSettings, p, release, releaseId } = await load('shared/testing/builders.ts');

const top = mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), 'standfirst-bench-'));
const now = () => new Date();
/** @type {import('../electron/log').Log} */
const log = { file: '', info: () => {}, fault: (what, error) => say(`${what}: ${String(error)}`) };
const SETTINGS = newsroomSettings({ organisation: 'Bench' });

/**
 * Times one call a round; gives the median and the 95th of a hundred, in milliseconds.
 * @param {string} name
 * @param {(round: number) => Promise<unknown>} work
 * @param {() => Promise<unknown>} [between]
 */
const time = async (name, work, between = async () => null) => {
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begin = performance.now();
    await work(round);
    times.push(performance.now() - begin);
    await between();
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2).padStart(8);
  say(`  ${name.padEnd(46)} p50${at(0.5)} ms   p95${at(0.95)} ms`);
};

try {
  for (const paragraphs of SIZES) {
    const body = (/** @type {number} */ round) =>
      Array.from({ length: paragraphs }, (_, at) =>
        p(`Paragraph ${at} of round ${round}. ${'Fifty words more. '.repeat(17)}`),
      );
    const id = releaseId('r-bench0001');
    const words = (/** @type {number} */ round) => release({ id, headline: 'Bench', body: body(round) });
    const folder = join(top, `newsroom-${paragraphs}`);
    const made = await createNewsroom(folder, SETTINGS, { device: 'bench' });
    if (!made.ok) throw new Error(made.fault.message);
    const store = made.value;
    const added = await store.addRelease(words(-1), 'created', 'Bench');
    if (!added.ok) throw new Error(added.fault.message);
    let { version } = added.value;
    const recovery = makeRecovery({ folder: join(top, 'recovery'), log, now, fs: nodeFileSystem });
    const bytes = Buffer.from(JSON.stringify(words(0)));
    say(`${paragraphs} paragraphs, ${Math.round(bytes.length / 1024)} KB`);

    const floor = join(top, 'floor');
    await mkdir(floor, { recursive: true });
    await time('floor: write, sync, rename', async () => {
      const temporary = join(floor, randomBytes(4).toString('hex'));
      const file = await open(temporary, 'wx');
      await file.write(bytes);
      await file.sync();
      await file.close();
      await rename(temporary, join(floor, 'floor.json'));
    });
    /** @param {{ ok: true, value: typeof version } | { ok: false, fault: { message: string } }} saved */
    const landed = (saved) => {
      if (!saved.ok) throw new Error(saved.fault.message);
      version = saved.value;
    };
    await time('save (release.json and release.txt), no slot', async (round) =>
      landed(await store.saveRelease(words(round), version, 'Bench')),
    );
    await time(
      'save with a slot beside it',
      async (round) => landed(await recovery.save(store, words(1_000 + round), version, 'Bench')),
      recovery.settled,
    );
    await time('slot alone', (round) => recovery.keep(store, words(2_000 + round), version));
    await recovery.removeSlots(folder, id);
    const lock = makeLock({
      newsroom: folder,
      who: () => 'Bench',
      machine: 'bench',
      device: '',
      boot: '',
      pid: process.pid,
      token: 'bench',
      now,
      isAlive: () => true,
      fs: nodeFileSystem,
      log: () => {},
    });
    await lock.open();
    await time('look at the lock', () => lock.check());
    await lock.close();
  }
} finally {
  rmSync(top, { recursive: true, force: true });
}
