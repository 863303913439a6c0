// `npm run torture:disk`: saves on a disk that is full at 100 positions, on tmpfs and on ext4, and on a disk that became
// read-only. After each try the newsroom holds the old text whole or the new one, an answer “saved” is true, and once there
// is room the next save succeeds. A script of its own: mounting needs root on Linux.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, openSync, writeSync, closeSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { runMain, say, StepFailure } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';

const POSITIONS = 100;
const STEP = 1_024;
const DISK = 16 * 2 ** 20;

/**
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
const load = async (file) => /** @type {Module} */ ((await runnerImport(inTop(file))).module);

/** @typedef {{ name: string, mount: (at: string, top: string) => void }} Kind */
/** @type {readonly Kind[]} */
const KINDS = [
  { name: 'tmpfs', mount: (at) => void run('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'tmpfs', at]) },
  {
    name: 'ext4',
    mount: (at, top) => {
      const image = join(top, 'image');
      run('truncate', ['-s', String(2 * DISK), image]);
      run('mkfs.ext4', ['-q', '-b', '1024', '-m', '0', image]);
      run('mount', ['-o', 'loop', image, at]);
    },
  },
];

/** @param {string} command @param {readonly string[]} args */
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });

/** Fills a disk but for so many bytes. @param {string} file @param {number} left */
const fill = (file, left) => {
  const filler = openSync(file, 'w');
  for (const size of [65_536, 1_024]) {
    try {
      for (;;) if (writeSync(filler, Buffer.alloc(size)) === 0) break;
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
    }
  }
  closeSync(filler);
  truncateSync(file, Math.max(0, statSync(file).size - left));
};

await runMain(async () => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    throw new StepFailure('mounting needs root on Linux.', 'run it as root on a Linux machine.');
  const { createNewsroom, openNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
    await load('electron/newsroom/store.ts')
  );
  const { examine } = /** @type {typeof import('../electron/newsroom/doctor')} */ (
    await load('electron/newsroom/doctor.ts')
  );
  const { emptyRelease } = /** @type {typeof import('../shared/release/empty')} */ (
    await load('shared/release/empty.ts')
  );
  const settings = {
    format: /** @type {const} */ (3),
    organisation: 'Torture',
    language: 'en-GB',
    zone: 'Europe/London',
    siteAddress: '',
    boilerplate: '',
    contacts: [],
    newsEmail: '',
    approvals: /** @type {const} */ ('persons'),
  };
  const id = /** @type {import('../shared/release/model').ReleaseId} */ ('r-torture0001');
  /** @type {string[]} */
  const wrong = [];

  say('disk    tries  saved  refused  wrong');
  for (const kind of KINDS) {
    const top = mkdtempSync(join(tmpdir(), 'standfirst-torture-'));
    const disk = join(top, 'disk');
    mkdirSync(disk);
    kind.mount(disk, top);
    try {
      const newsroom = join(disk, 'newsroom');
      const filler = join(disk, 'filler');
      // A version a save, so that the history is written on the full disk too.
      let clock = Date.parse('2026-11-22T09:00:00.000Z');
      const options = { device: 'torture', now: () => new Date((clock += 31_000)) };
      const made = await createNewsroom(newsroom, settings, options);
      if (!made.ok) throw new Error(made.fault.message);
      const added = await made.value.addRelease(emptyRelease(id), 'created', 'Torture');
      if (!added.ok) throw new Error(added.fault.message);
      let { release, version } = added.value;
      let [saved, refused] = [0, 0];
      const wrongBefore = wrong.length;
      for (let position = 0; position < POSITIONS; position += 1) {
        const where = `${kind.name}, ${position * STEP} bytes left`;
        // Some 20 KB, other words each time: history and text together pass every position on the way.
        const text = `Try ${position}. ${'The footbridge at Hexley opens in March. '.repeat(480)}`;
        const next = { ...release, body: [{ type: /** @type {const} */ ('paragraph'), runs: [{ text }] }] };
        fill(filler, position * STEP);
        const answer = await made.value.saveRelease(next, version, 'Torture');
        const full = await textOn(openNewsroom, newsroom, id);
        const [before, after] = [JSON.stringify(release.body), JSON.stringify(next.body)];
        if (full !== before && full !== after) wrong.push(`${where}: the text is neither the old nor the new one`);
        if (answer.ok && full !== after) wrong.push(`${where}: said to be saved, and is not`);
        if (!answer.ok && answer.fault.code !== 'disk') wrong.push(`${where}: ${answer.fault.message}`);
        if (answer.ok) saved += 1;
        else refused += 1;
        rmSync(filler);
        const again = await made.value.saveRelease(next, version, 'Torture');
        if (!again.ok) wrong.push(`${where}: not saved with room again: ${again.fault.message}`);
        else [release, version] = [next, again.value];
        const { findings } = await examine(newsroom);
        for (const finding of findings) wrong.push(`${where}: ${JSON.stringify(finding)}`);
      }
      run('mount', ['-o', 'remount,ro', disk]);
      const denied = await made.value.saveRelease({ ...release, headline: 'Read only' }, version, 'Torture');
      if (denied.ok) wrong.push(`${kind.name}: said to be saved on a read-only disk`);
      run('mount', ['-o', 'remount,rw', disk]);
      const allowed = await made.value.saveRelease({ ...release, headline: 'Read only' }, version, 'Torture');
      if (!allowed.ok) wrong.push(`${kind.name}: not saved after the disk was read-only: ${allowed.fault.message}`);
      const figures = [POSITIONS, saved, refused, wrong.length - wrongBefore];
      say(`${kind.name.padEnd(6)} ${figures.map((figure) => String(figure).padStart(6)).join(' ')}`);
    } finally {
      run('umount', [disk]);
      rmSync(top, { recursive: true, force: true });
    }
  }
  for (const line of wrong.slice(0, 20)) say(line);
  if (wrong.length > 0) throw new StepFailure(`${wrong.length} of the tries went wrong.`, 'see the lines above.');
});

/**
 * The body of the release as another program would find it on the disk, as JSON.
 * @param {typeof import('../electron/newsroom/store').openNewsroom} openNewsroom
 * @param {string} newsroom
 * @param {import('../shared/release/model').ReleaseId} id
 */
async function textOn(openNewsroom, newsroom, id) {
  const opened = await openNewsroom(newsroom, { device: 'torture' });
  if (!opened.ok) return opened.fault.message;
  const read = await opened.value.openRelease(id);
  return read.ok ? JSON.stringify(read.value.release.body) : read.fault.message;
}
