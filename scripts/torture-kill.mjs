// `npm run torture:kill -- 20`: the app is killed while somebody types, again and again, and the disk is asked what it has:
// the newsroom, and the release as it opens again with what was kept beside it. With `--long` the typing goes on in a release
// of 20,000 words.
import { randomInt } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from 'playwright';
import { buildWhenStale } from './build.mjs';
import { AS_ROOT } from './lib/as-root.mjs';
import { withDisplay } from './lib/display.mjs';
import { endWhole } from './lib/end-whole.mjs';
import { load } from './lib/load.mjs';
import { lastLines, runQuietly } from './lib/run.mjs';
import { runMain, say, StepFailure } from './lib/say.mjs';
import { inTop, top } from './lib/tree.mjs';
import { setUp } from './setup.mjs';

const ROUNDS = 10;
/** Ten keys a second. */
const EVERY_KEY = 100;
/** The kill comes at a moment between these, in milliseconds after the first key: versions of the history are written in it too. */
const EARLIEST = 1_000;
const LATEST = 34_000;
/** A key older than this, in milliseconds, must be on the disk. */
const ALLOWED = 1_000;
/** A long release has so many paragraphs of 50 words; every tenth is a quote. */
const LONG = 400;
const LONG_ID = 'r-torture00001';
const LONG_HEADLINE = 'The long report';
/** What a kill may leave for `doctor --fix`: all that can be lost by it is derived or in two places. */
const LEFT_OVER = new Set(['text-stale', 'object-orphan', 'stale-temporary']);

/** Runs in the page. */
const TELL_LONG_TASKS = `new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) console.debug('long task ' + Math.round(duration));
}).observe({ type: 'longtask' })`;
const WORDS = 'the warden town market street survey officers money plan bridge winter bus people safe night farm'.split(
  ' ',
);

/**
 * @typedef {object} Round
 * @property {number} killedAfter milliseconds since the first key
 * @property {number} typed keys
 * @property {number} longest the longest that the page was busy with one thing while typing, in milliseconds
 * @property {number} saved keys that are in the newsroom
 * @property {number} kept keys that are there when the release is opened again
 * @property {number} oldestLost age of the oldest key that is not there then, in milliseconds at the kill; 0 where none is lost
 * @property {number} versions of the release in its history
 * @property {readonly string[]} found by doctor, before `--fix`
 * @property {boolean} mended whether doctor finds nothing after it
 * @property {string} wrong what else is wrong, or empty
 */

/**
 * @param {readonly string[]} args
 * @returns {Promise<import('./lib/run.mjs').Finished>}
 */
const cli = (args) => runQuietly('node', [inTop('.vite', 'build', 'cli.cjs'), ...args]);

/**
 * Types a counter into a new release, or into a new last paragraph of the long one, and kills the app at a random moment.
 * @param {{ newsroom: string, data: string, env: Record<string, string>, isLong: boolean }} where
 */
async function typeAndKill({ newsroom, data, env, isLong }) {
  const app = await _electron.launch({
    args: ['.', ...AS_ROOT, `--user-data-dir=${data}`, '--newsroom', newsroom],
    cwd: top,
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
  });
  const { pid } = app.process();
  if (pid === undefined) throw new Error('Standfirst has no process');
  const closed = new Promise((/** @type {(value: void) => void} */ resolve) => app.once('close', () => resolve()));
  let isGone = false;
  const kill = () => {
    isGone = true;
    endWhole(pid);
  };
  try {
    const page = await app.firstWindow();
    await page.getByLabel('Your name, for the record of who did what').fill('Anwen Pugh');
    await page.getByRole('button', { name: /^Go on to/ }).click();
    let longest = 0;
    page.on('console', (message) => {
      const [, task = '0'] = /^long task (\d+)$/.exec(message.text()) ?? [];
      longest = Math.max(longest, Number(task));
    });
    const releases = page.getByRole('listbox', { name: 'Releases' });
    if (isLong) await releases.getByRole('option', { name: LONG_HEADLINE }).click();
    else await page.getByRole('button', { name: 'New release' }).click();
    const body = page.getByRole('textbox', { name: 'Body' });
    await body.click();
    if (isLong) {
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.locator('[data-save="saved"]').waitFor();
    }
    await page.evaluate(TELL_LONG_TASKS);

    /** When each key was pressed. @type {number[]} */
    const keys = [];
    /** @type {Promise<void>[]} */
    const presses = [];
    const text = counter(Math.ceil(LATEST / EVERY_KEY) + 10);
    const killAfter = randomInt(EARLIEST, LATEST);
    const first = performance.now();
    let killedAt = 0;
    const killing = pause(killAfter).then(() => {
      killedAt = performance.now();
      kill();
    });
    while (!isGone) {
      await pause(Math.max(0, first + keys.length * EVERY_KEY - performance.now()));
      if (isGone) break;
      const key = text.charAt(keys.length);
      keys.push(performance.now());
      // Nobody waits for the page before the next key: one that it is too busy for is as old as it is.
      presses.push(
        page.keyboard.press(key === ' ' ? 'Space' : key).catch((error) => {
          // The keys under way when the app was killed never arrived; any other failure is one of the test.
          if (!isGone) throw error;
        }),
      );
    }
    await killing;
    await Promise.all(presses);
    return { text: text.slice(0, keys.length), keys, killedAt, killedAfter: killedAt - first, longest };
  } finally {
    if (!isGone) kill();
    await closed;
  }
}

/** @param {number} length @returns {string} "1 2 3 …", so long */
function counter(length) {
  let text = '';
  for (let number = 1; text.length < length; number += 1) text += `${number} `;
  return text.slice(0, length);
}

/**
 * The release that was being written, as the newsroom has it.
 * @param {string} newsroom
 * @param {ReadonlySet<string>} before folders of other releases
 * @param {string} above what stands above the paragraph that was typed
 */
async function releaseOnDisk(newsroom, before, above) {
  const folder = [...(await releaseFolders(newsroom))].find((each) => !before.has(each));
  if (folder === undefined) throw new Error('The release is not on the disk');
  const release = /** @type {import('../shared/release/model').Release} */ (
    JSON.parse(await readFile(path.join(folder, 'release.json'), 'utf8'))
  );
  return { folder, id: release.id, text: typedIn(release, above) };
}

/**
 * What was typed into a release, below what was there before.
 * @param {import('../shared/release/model').Release} release @param {string} above @returns {string}
 */
function typedIn({ body }, above) {
  const words = body.map((block) => block.runs.map((run) => run.text).join('')).join('\n');
  return words.startsWith(above) ? words.slice(above.length) : words;
}

/** Adds the long release. @param {string} newsroom @param {string} data @returns {Promise<string>} its words, as they stand above what is typed */
async function addLongRelease(newsroom, data) {
  const { openNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
    await load('electron/newsroom/store.ts')
  );
  const { p, release, releaseId } = /** @type {typeof import('../shared/testing/builders')} */ (
    await load('shared/testing/builders.ts')
  );
  const texts = Array.from({ length: LONG }, (_, at) => {
    const words = Array.from(
      { length: 50 },
      (_unused, word) => `${WORDS[(at * 7 + word * word) % WORDS.length] ?? ''}`,
    );
    return at % 10 === 0
      ? `Mary Vale, leader of the council, said: “${words.slice(8).join(' ')}.”`
      : `${words.join(' ')}.`;
  });
  const store = await openNewsroom(newsroom, { device: 'torture', data });
  if (!store.ok) throw new Error(store.fault.message);
  const long = release({ id: releaseId(LONG_ID), headline: LONG_HEADLINE, body: texts.map((text) => p(text)) });
  const added = await store.value.addRelease(long, 'created', 'Torture');
  if (!added.ok) throw new Error(added.fault.message);
  await store.value.settled();
  return `${texts.join('\n')}\n`;
}

/**
 * The release as it opens again, with what was kept of it beside the newsroom: the app's own code, without a window.
 * @param {string} newsroom @param {string} data @param {import('../shared/release/model').ReleaseId} id
 * @param {string} above
 */
async function openAgain(newsroom, data, id, above) {
  const { makeRecovery } = /** @type {typeof import('../electron/recovery/recovery')} */ (
    await load('electron/recovery/recovery.ts')
  );
  const { openNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
    await load('electron/newsroom/store.ts')
  );
  const { nodeFileSystem } = /** @type {typeof import('../electron/newsroom/file-system')} */ (
    await load('electron/newsroom/file-system.ts')
  );
  const log = { file: '', info: () => undefined, fault: () => undefined };
  const folder = path.join(data, 'recovery');
  const recovery = makeRecovery({ folder, log, now: () => new Date(), fs: nodeFileSystem });
  const store = await openNewsroom(newsroom, { device: 'torture', data });
  if (!store.ok) throw new Error(store.fault.message);
  const opened = await recovery.open(store.value, id, 'Torture');
  if (!opened.ok) throw new Error(opened.fault.message);
  await recovery.settled();
  await store.value.settled();
  return { text: typedIn(opened.value.release, above), outcome: opened.value.recovery?.outcome ?? 'none' };
}

/** How many versions the app logged before it was killed: none where it came to none. @param {string} release its folder */
async function versionsOf(release) {
  const folder = path.join(release, 'history', 'log');
  const log = (await readdir(folder)).find((name) => name.endsWith('.jsonl') && name !== 'torture.jsonl');
  return log === undefined ? 0 : (await readFile(path.join(folder, log), 'utf8')).trimEnd().split('\n').length;
}

/** @param {string} newsroom @returns {Promise<ReadonlySet<string>>} */
async function releaseFolders(newsroom) {
  const files = await readdir(path.join(newsroom, 'releases'), { recursive: true });
  const releases = files.filter((file) => path.basename(file) === 'release.json');
  return new Set(releases.map((file) => path.join(newsroom, 'releases', path.dirname(file))));
}

/** @param {readonly string[]} more @param {string} newsroom @param {string} data @returns {Promise<readonly string[]>} the codes found */
async function examine(newsroom, data, ...more) {
  const { out } = await cli(['doctor', '--newsroom', newsroom, '--app-data', data, '--json', ...more]);
  const { findings } = /** @type {{ findings: { code: string }[] }} */ (JSON.parse(out));
  return findings.map(({ code }) => code);
}

/** @param {Record<string, string>} env @param {boolean} isLong @returns {Promise<Round>} */
async function playRound(env, isLong) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'standfirst-torture-'));
  try {
    const newsroom = path.join(folder, 'newsroom');
    const data = path.join(folder, 'data');
    await mkdir(data);
    const made = await cli(['sample', '--newsroom', newsroom]);
    if (made.code !== 0) throw new StepFailure(lastLines(made.output), 'see the lines above.');
    const before = await releaseFolders(newsroom);
    const above = isLong ? await addLongRelease(newsroom, data) : '';
    const { text, keys, killedAt, killedAfter, longest } = await typeAndKill({ newsroom, data, env, isLong });

    const found = await examine(newsroom, data);
    const disk = await releaseOnDisk(newsroom, before, above);
    const versions = await versionsOf(disk.folder);
    const mended = (await examine(newsroom, data, '--fix')).length === 0;
    const { text: after } = await releaseOnDisk(newsroom, before, above);
    const again = await openAgain(newsroom, data, disk.id, above);
    const kept = again.text.length;
    const lost = keys[kept];
    const isWhole = (await examine(newsroom, data)).length === 0;
    return {
      killedAfter,
      typed: keys.length,
      longest,
      saved: disk.text.length,
      kept,
      oldestLost: lost === undefined ? 0 : killedAt - lost,
      versions,
      found,
      mended: mended && isWhole,
      wrong: !text.startsWith(disk.text)
        ? 'the text on the disk is not what was typed'
        : after !== disk.text
          ? 'mending changed the text'
          : !text.startsWith(again.text) || kept < disk.text.length
            ? 'the text that opens is not what was typed'
            : again.outcome === 'diverged' || again.outcome === 'unsaved'
              ? `what was kept is ${again.outcome}`
              : '',
    };
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** @param {Round} round @returns {string} what is wrong with it, or empty */
const faultOf = ({ oldestLost, found, mended, wrong }) =>
  [
    wrong,
    oldestLost > ALLOWED ? 'a key older than 1 s is lost' : '',
    found.every((code) => LEFT_OVER.has(code)) ? '' : 'doctor found damage',
    mended ? '' : 'not mended',
  ]
    .filter(Boolean)
    .join('; ');

const COLUMNS = [
  'round',
  'killed after',
  'keys',
  'in newsroom',
  'open again',
  'oldest lost',
  'page busy',
  'versions',
  'doctor',
  'after --fix',
  '',
];

/** @param {readonly (string | number)[]} cells */
const row = (cells) =>
  cells
    .map((cell, index) => String(cell).padEnd(COLUMNS[index]?.length ?? 0))
    .join('  ')
    .trimEnd();

await runMain(async () => {
  const isLong = process.argv.includes('--long');
  const asked = process.argv.slice(2).find((word) => word !== '--long') ?? String(ROUNDS);
  const rounds = Number(asked);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new StepFailure(`“${asked}” is no number of rounds.`, 'use `npm run torture:kill -- 20`.');
  await setUp(say);
  await buildWhenStale(say);
  say(row(COLUMNS));
  /** @type {Round[]} */
  const played = [];
  await withDisplay(async (env) => {
    for (let number = 1; number <= rounds; number += 1) {
      const round = await playRound(env, isLong);
      played.push(round);
      say(
        row([
          number,
          `${(round.killedAfter / 1000).toFixed(1)} s`,
          round.typed,
          round.saved,
          round.kept,
          `${Math.round(round.oldestLost)} ms`,
          `${round.longest} ms`,
          round.versions,
          round.found.join(', ') || 'clean',
          round.mended ? 'clean' : 'not clean',
          faultOf(round),
        ]),
      );
    }
  });
  const ages = played.map(({ oldestLost }) => oldestLost).sort((one, other) => one - other);
  const [worst = 0, middle = 0] = [ages.at(-1), ages[Math.floor(ages.length / 2)]];
  const leftOver = played.filter(({ found }) => found.length > 0).length;
  const bad = played.filter((round) => faultOf(round) !== '').length;
  say(
    `${rounds} kills: oldest key lost ${Math.round(worst)} ms (allowed ${ALLOWED}, median ${Math.round(middle)}), ${leftOver} with something left to tidy, ${bad} bad`,
  );
  if (bad > 0) process.exitCode = 1;
});
