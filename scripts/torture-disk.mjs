// `npm run torture:disk`: saves on a disk that is full at 100 positions, on tmpfs and on ext4. After each try the newsroom
// holds the old text whole or the new one, an answer “saved” is true, and once there is room the next save succeeds. Then,
// while words are typed, the disk or the release's folder becomes read-only, and the release's folder, the newsroom or the
// whole disk goes away: each time the writer is told, what was typed last is kept beside, and it is there when all is well
// again. A script of its own: mounting needs root on Linux.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './lib/load.mjs';
import { runMain, say, StepFailure } from './lib/say.mjs';

const POSITIONS = 100;
const STEP = 1_024;
const DISK = 16 * 2 ** 20;

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

/**
 * What can happen to a folder while somebody types, and how it is made good again.
 * @typedef {{ name: string, begin: () => void, end: () => void }} Trouble
 * @param {string} disk @param {string} newsroom @param {string} top
 * @returns {readonly Trouble[]}
 */
const troubles = (disk, newsroom, top) => {
  const year = join(newsroom, 'releases', '2026');
  const place = join(year, readdirSync(year)[0] ?? '');
  const copy = join(top, 'copy');
  /** @param {string} folder @returns {Pick<Trouble, 'begin' | 'end'>} */
  const removed = (folder) => ({
    begin: () => {
      cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
      rmSync(folder, { recursive: true });
    },
    end: () => {
      cpSync(copy, folder, { recursive: true, preserveTimestamps: true });
      rmSync(copy, { recursive: true });
    },
  });
  return [
    {
      name: 'the disk read-only',
      begin: () => void run('mount', ['-o', 'remount,ro', disk]),
      end: () => void run('mount', ['-o', 'remount,rw', disk]),
    },
    {
      name: 'the release’s folder read-only',
      begin: () => {
        run('mount', ['--bind', place, place]);
        run('mount', ['-o', 'remount,ro,bind', place]);
      },
      end: () => void run('umount', [place]),
    },
    { name: 'the release’s folder removed', ...removed(place) },
    { name: 'the newsroom removed', ...removed(newsroom) },
    {
      name: 'the disk gone',
      begin: () => void run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]),
      end: () => void run('umount', [disk]),
    },
  ];
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
  const { newsroomSettings } = /** @type {typeof import('../shared/testing/builders')} */ (
    await load('shared/testing/builders.ts')
  );
  const settings = newsroomSettings({ organisation: 'Torture' });
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
      await made.value.settled();
      for (const trouble of troubles(disk, newsroom, top))
        for (const problem of await typeThrough(trouble, newsroom, join(top, 'data'), id))
          wrong.push(`${kind.name}, ${trouble.name}: ${problem}`);
      const figures = [POSITIONS, saved, refused, wrong.length - wrongBefore];
      say(`${kind.name.padEnd(6)} ${figures.map((figure) => String(figure).padStart(6)).join(' ')}`);
    } finally {
      run('umount', ['--recursive', disk]);
      rmSync(top, { recursive: true, force: true });
    }
  }
  for (const line of wrong.slice(0, 20)) say(line);
  if (wrong.length > 0) throw new StepFailure(`${wrong.length} of the tries went wrong.`, 'see the lines above.');
});

/**
 * Types while something is wrong with the folder: says what of it went other than it must.
 * @param {Trouble} trouble @param {string} newsroom @param {string} data
 * @param {import('../shared/release/model').ReleaseId} id
 * @returns {Promise<readonly string[]>}
 */
async function typeThrough(trouble, newsroom, data, id) {
  const { openNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
    await load('electron/newsroom/store.ts')
  );
  const { makeRecovery } = /** @type {typeof import('../electron/recovery/recovery')} */ (
    await load('electron/recovery/recovery.ts')
  );
  const { nodeFileSystem } = /** @type {typeof import('../electron/newsroom/file-system')} */ (
    await load('electron/newsroom/file-system.ts')
  );
  const log = { file: '', info: () => undefined, fault: () => undefined };
  /** The program as it starts. */
  const start = async () => {
    const opened = await openNewsroom(newsroom, { device: 'torture' });
    if (!opened.ok) throw new Error(opened.fault.message);
    const recovery = makeRecovery({ folder: data, log, now: () => new Date(), fs: nodeFileSystem });
    return { store: opened.value, recovery };
  };
  /** @type {string[]} */
  const wrong = [];
  const { store, recovery } = await start();
  const before = await recovery.open(store, id, 'Torture');
  if (!before.ok) return [`not opened before: ${before.fault.message}`];
  let { release, version } = before.value;
  /** @param {string} words */
  const save = async (words) => {
    release = { ...release, headline: `${trouble.name}, ${words}` };
    const saved = await recovery.save(store, release, version, 'Torture');
    if (saved.ok) version = saved.value;
    return saved;
  };
  const first = await save('before it');
  if (!first.ok) wrong.push(`not saved before: ${first.fault.message}`);
  trouble.begin();
  try {
    for (const words of ['one', 'two', 'three']) {
      const saved = await save(words);
      if (saved.ok) wrong.push('said to be saved');
      else if (saved.fault.code !== 'disk' || saved.fault.message === '')
        wrong.push(`the writer is told ${saved.fault.code}, “${saved.fault.message}”`);
      else if (saved.fault.kept !== true) wrong.push('the words are not kept');
    }
    if (trouble.name.includes('read-only') && !(await recovery.open(store, id, 'Torture')).ok)
      wrong.push('cannot be read');
  } finally {
    trouble.end();
  }
  // Killed at this moment: another start has the words.
  const next = await start();
  const again = await next.recovery.open(next.store, id, 'Torture');
  if (!again.ok) wrong.push(`not opened afterwards: ${again.fault.message}`);
  else if (again.value.release.headline !== `${trouble.name}, three`)
    wrong.push(`opens with “${again.value.release.headline}”`);
  else if (again.value.recovery !== null && again.value.recovery.outcome !== 'continued')
    wrong.push(`the words are ${again.value.recovery.outcome}`);
  await next.recovery.settled();
  await next.store.settled();
  // Not killed: the page's next try goes through by itself.
  trouble.begin();
  try {
    if (again.ok) ({ release, version } = again.value);
    await recovery.save(store, { ...release, headline: 'Tried once more' }, version, 'Torture');
  } finally {
    trouble.end();
  }
  const late = await recovery.save(store, { ...release, headline: 'Tried once more' }, version, 'Torture');
  if (!late.ok) wrong.push(`not saved once all was well: ${late.fault.message}`);
  await recovery.settled();
  await store.settled();
  return wrong;
}

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
