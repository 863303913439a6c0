/// <reference lib="dom" />
// Prints how long a key takes to be painted in a release of 20,000 words with everything on (quotes found and shown in
// the text, the margin and the panel, checks, counts, autosave), beside bare Lexical with the same words in the same
// run. Rounds go by turns, so that a busy machine is as busy for both.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright';
import { build } from 'vite';
import { buildWhenStale } from '../scripts/build.mjs';
import { AS_ROOT } from '../scripts/lib/as-root.mjs';
import { withDisplay } from '../scripts/lib/display.mjs';
import { endWhole } from '../scripts/lib/end-whole.mjs';
import { load, releaseOf, say, SETTINGS } from './lib/made-up.mjs';

/** @typedef {import('playwright').Page} Page */
/** @typedef {typeof globalThis & { fill: (paragraphs: readonly string[]) => void, painted: number[], tasks: number[] }} Measured */

const TOP = fileURLToPath(new URL('..', import.meta.url));
const PARAGRAPHS = 400;
const ROUNDS = 3;
const KEYS = 60;
/** Between two keys, as a quick typist has it: what waits for a pause of 60 ms or more runs between them. */
const RHYTHM = 110;

/** 400 paragraphs of 50 words; every tenth has a quote. */
const texts = Array.from({ length: PARAGRAPHS }, (_, at) => {
  const words = releaseOf(at).body[0]?.runs[0]?.text.split(' ').slice(0, 50).join(' ') ?? '';
  return at % 10 === 0
    ? `Mary Vale, leader of the council, said: “${words.split(' ').slice(0, 42).join(' ')}.”`
    : `${words}.`;
});
const WRITTEN_IN = Math.floor(PARAGRAPHS / 2) + 1;

/** From the key to the end of the frame that shows it, for each key typed in the page. @param {Page} page */
const watch = (page) =>
  page.evaluate(() => {
    const measured = /** @type {Measured} */ (globalThis);
    measured.painted = [];
    measured.tasks = [];
    new PerformanceObserver((list) => {
      for (const each of list.getEntries()) measured.tasks.push(Math.round(each.duration));
    }).observe({ type: 'longtask' });
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            measured.painted.push(performance.now() - timeStamp);
            port1.close();
          };
          port2.postMessage(null);
        });
      },
      true,
    );
  });

/** Puts the caret at the end of a paragraph in the middle of the text. @param {Page} page */
const caret = async (page) => {
  await page.locator('[contenteditable="true"]').first().focus();
  await page.evaluate((at) => {
    const paragraph = document.querySelectorAll('[contenteditable="true"] p')[at];
    paragraph?.scrollIntoView({ block: 'center' });
    if (paragraph) document.getSelection()?.collapse(paragraph.firstElementChild?.firstChild ?? paragraph, 20);
  }, WRITTEN_IN);
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
};

/** Types, and gives the times of the keys. @param {Page} page @returns {Promise<number[]>} */
const round = async (page) => {
  await page.bringToFront();
  await caret(page);
  await page.evaluate(() => {
    const measured = /** @type {Measured} */ (globalThis);
    measured.painted.length = 0;
  });
  for (let key = 0; key < KEYS; key += 1) await page.keyboard.press('plain words '.charAt(key % 12), { delay: RHYTHM });
  const painted = () =>
    page.evaluate(() => {
      const measured = /** @type {Measured} */ (globalThis);
      return measured.painted;
    });
  while ((await painted()).length < KEYS)
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return painted();
};

const at = (/** @type {readonly number[]} */ times, /** @type {number} */ share) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
const row = (/** @type {string} */ name, /** @type {readonly number[]} */ times) =>
  `  ${name.padEnd(34)} p50${at(times, 0.5).toFixed(1).padStart(7)} ms   p95${at(times, 0.95).toFixed(1).padStart(7)} ms   most${Math.max(
    ...times,
  )
    .toFixed(1)
    .padStart(8)} ms`;

const scratch = mkdtempSync(path.join(process.env['BENCH_DIR'] ?? tmpdir(), 'standfirst-typing-'));

/** The floor's page, built as the app's is. */
const buildBare = async () => {
  const root = path.join(scratch, 'bare');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(TOP, 'bench', 'typing'),
    build: {
      target: 'chrome130',
      outDir: root,
      lib: {
        entry: path.join(TOP, 'bench', 'typing', 'bare.mjs'),
        formats: ['iife'],
        name: 'bare',
        fileName: () => 'bare.js',
      },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  writeFileSync(
    path.join(root, 'bare.html'),
    '<!doctype html><meta charset="utf-8"><title>Bare</title><style>#text{width:34em;margin:auto;font:16px/1.5 serif}</style><div id="text" contenteditable="true"></div><script src="bare.js"></script>',
  );
  writeFileSync(
    path.join(root, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.setPath('userData', __dirname + '/data');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(__dirname + '/bare.html'));`,
  );
  return path.join(root, 'main.cjs');
};

/** A newsroom with one long release. */
const buildNewsroom = async () => {
  /** @type {typeof import('../electron/newsroom/store')} */
  const { createNewsroom } = await load('electron/newsroom/store.ts');
  const folder = path.join(scratch, 'newsroom');
  const made = await createNewsroom(folder, SETTINGS, { device: 'bench' });
  if (!made.ok) throw new Error(made.fault.message);
  const long = {
    ...releaseOf(1),
    headline: 'Twenty thousand words',
    body: texts.map((text) => ({ type: /** @type {const} */ ('paragraph'), runs: [{ text }] })),
  };
  const added = await made.value.addRelease(long, 'created', 'Bench');
  if (!added.ok) throw new Error(added.fault.message);
  return folder;
};

// Loading the app's modules says “development”; both pages are measured as they are shipped.
process.env['NODE_ENV'] = 'production';
await buildWhenStale(say);
const [bareMain, newsroom] = [await buildBare(), await buildNewsroom()];
try {
  await withDisplay(async (display) => {
    const env = { ...process.env, ...display, NODE_ENV: 'production' };
    const launch = (/** @type {string[]} */ ...args) =>
      _electron.launch({ args: [...args, ...AS_ROOT], cwd: TOP, env });
    const bareApp = await launch(bareMain);
    const app = await launch('.', `--user-data-dir=${path.join(scratch, 'data')}`, '--newsroom', newsroom);
    try {
      const bare = await bareApp.firstWindow();
      await bare.waitForFunction(() => 'fill' in globalThis);
      await bare.evaluate((words) => {
        const measured = /** @type {Measured} */ (globalThis);
        measured.fill(words);
      }, texts);
      const page = await app.firstWindow();
      await page.getByLabel('Your name, for the record of who did what').fill('Bench');
      await page.getByRole('button', { name: /^Go on to/ }).click();
      await page.getByRole('option', { name: 'Twenty thousand words' }).click();
      await page.getByRole('textbox', { name: 'Body' }).waitFor();
      for (const each of [bare, page]) await watch(each);
      /** @type {{ bare: number[], app: number[] }} */
      const times = { bare: [], app: [] };
      for (const each of [bare, page]) await round(each); // warms up
      for (let turn = 0; turn < ROUNDS; turn += 1) {
        times.bare.push(...(await round(bare)));
        times.app.push(...(await round(page)));
      }
      const tasks = await page.evaluate(() => {
        const measured = /** @type {Measured} */ (globalThis);
        return measured.tasks;
      });
      say(
        `Key to paint, ${PARAGRAPHS} paragraphs of 50 words, ${ROUNDS} rounds of ${KEYS} keys, one each ${RHYTHM} ms`,
      );
      say(row('floor: bare Lexical', times.bare));
      say(row('Standfirst, everything on', times.app));
      const ratio = at(times.app, 0.95) / at(times.bare, 0.95);
      say(
        `  p95 is ${ratio.toFixed(2)} of the floor's (goal: at most 0.40); p50 ${(at(times.app, 0.5) / at(times.bare, 0.5)).toFixed(2)}`,
      );
      say(
        `  tasks over 50 ms in Standfirst: ${tasks.length}${tasks.length === 0 ? '' : `, the longest ${Math.max(...tasks)} ms`}`,
      );
    } finally {
      // Nothing is to be saved, and nothing of them may write on where their folders are taken away.
      for (const each of [app, bareApp]) {
        const { pid } = each.process();
        if (pid === undefined) continue;
        const closed = each.waitForEvent('close');
        endWhole(pid);
        await closed;
      }
    }
  });
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
