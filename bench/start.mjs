// Prints how long the app takes from its start to the list of the sample newsroom, drawn; beside a floor: a bare window with a
// heading in it, on the same runtime, by turns in the same run. Measured is the start of a morning: each has a copy of a data
// folder in which the same program was started and quitted before, so that both have what a browser keeps of its pages. The very
// first start on a computer stands beside it.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../scripts/build.mjs';
import { AS_ROOT } from '../scripts/lib/as-root.mjs';
import { withDisplay } from '../scripts/lib/display.mjs';
import { say, runMain, StepFailure } from '../scripts/lib/say.mjs';
import { inTop } from '../scripts/lib/tree.mjs';
import { runQuietly } from '../scripts/lib/run.mjs';
import { setUp } from '../scripts/setup.mjs';

const ROUNDS = Number(process.argv[2] ?? 9);
/** How a run that hangs alone is ended, in milliseconds. */
const LIMIT = 120_000;

/** So many starts come before those that are measured: scripts are kept compiled once they were read twice. */
const BEFORE = 3;

/**
 * Says when what is waited for is drawn, two frames after it is in the page, and quits as a person does, so that nothing
 * is left to be looked after at the next start. The starts before wait for the page to be idle.
 */
const HOOK = `
const { app } = require('electron');
app.on('browser-window-created', (_event, { webContents }) => {
  webContents.once('dom-ready', async () => {
    await webContents.executeJavaScript(\`new Promise((resolve) => {
      const drawn = () => requestAnimationFrame(() => requestAnimationFrame(resolve));
      const look = () => (document.querySelector(\${JSON.stringify(process.env.BENCH_FOR)}) ? drawn() : setTimeout(look, 1));
      look();
    })\`);
    console.log('DRAWN ' + Date.now());
    if (process.env.BENCH_BEFORE) await webContents.executeJavaScript('new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 1000)))');
    app.quit();
  });
});
`;
const BARE = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('page.html');
});
`;

/**
 * From the start of the program to the drawing, in milliseconds.
 * @param {readonly string[]} args
 * @param {string} wanted a selector
 * @param {Record<string, string>} env
 * @returns {Promise<number>}
 */
const start = (args, wanted, env) =>
  new Promise((resolve, reject) => {
    const electron = /** @type {string} */ (createRequire(import.meta.url)('electron'));
    const began = Date.now();
    const child = spawn(electron, [...AS_ROOT, ...args], {
      cwd: inTop(),
      env: { ...process.env, ...env, BENCH_FOR: wanted },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
    let printed = '';
    child.stdout.on('data', (part) => (printed += String(part)));
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      const drawn = /DRAWN (\d+)/.exec(printed)?.[1];
      if (drawn === undefined) reject(new StepFailure('a start drew nothing.', 'see what `npm start` says.'));
      else resolve(Number(drawn) - began);
    });
  });

/** @param {readonly number[]} times @param {number} share */
const at = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

await runMain(async () => {
  await setUp(say);
  await buildWhenStale(say);
  const top = mkdtempSync(join(tmpdir(), 'standfirst-bench-start-'));
  try {
    const [bare, hook, newsroom, first] = ['bare', 'hook.cjs', 'newsroom', 'first'].map((name) => join(top, name));
    if (!bare || !hook || !newsroom || !first) return;
    mkdirSync(bare);
    mkdirSync(first);
    writeFileSync(hook, HOOK);
    writeFileSync(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}');
    writeFileSync(join(bare, 'main.cjs'), BARE);
    writeFileSync(
      join(bare, 'page.html'),
      '<!doctype html><meta charset="utf-8"><title>Bare</title><h1>Bare window</h1>',
    );
    const settings = {
      format: 1,
      who: 'Ana Pryce',
      theme: 'system',
      device: '0123456789abcdef',
      window: null,
      recent: [],
    };
    writeFileSync(join(first, 'settings.json'), JSON.stringify(settings));
    const made = await runQuietly('node', [inTop('.vite', 'build', 'cli.cjs'), 'sample', '--newsroom', newsroom]);
    if (made.code !== 0) throw new StepFailure('the sample newsroom could not be made.', made.output);
    /** @type {Record<'floor' | 'app' | 'floorFirst' | 'appFirst', number[]>} */
    const times = { floor: [], app: [], floorFirst: [], appFirst: [] };
    await withDisplay(async (env) => {
      /** @param {string} data @param {Record<string, string>} more */
      const floor = (data, more = {}) =>
        start(['-r', hook, bare, `--user-data-dir=${join(top, data)}`], 'h1', { ...env, ...more });
      /** @param {string} data @param {Record<string, string>} more */
      const app = (data, more = {}) =>
        start(['-r', hook, '.', `--user-data-dir=${join(top, data)}`, '--newsroom', newsroom], '[role="listbox"]', {
          ...env,
          ...more,
        });
      const copied = (/** @type {string} */ from, /** @type {string} */ to) => {
        cpSync(join(top, from), join(top, to), { recursive: true });
        return to;
      };
      copied('first', 'app-used');
      for (let before = 0; before < BEFORE; before += 1) {
        await floor('floor-used', { BENCH_BEFORE: '1' });
        await app('app-used', { BENCH_BEFORE: '1' });
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        times.floor.push(await floor(copied('floor-used', `floor-${round}`)));
        times.app.push(await app(copied('app-used', `app-${round}`)));
        times.floorFirst.push(await floor(`floor-first-${round}`));
        times.appFirst.push(await app(copied('first', `app-first-${round}`)));
      }
    });
    const ratios = (/** @type {readonly number[]} */ own, /** @type {readonly number[]} */ beside) =>
      at(
        own.map((time, round) => time / (beside[round] ?? 1)),
        0.5,
      ).toFixed(2);
    say(`bare window      median ${at(times.floor, 0.5)} ms, p90 ${at(times.floor, 0.9)} ms  (${ROUNDS} starts)`);
    say(`sample newsroom  median ${at(times.app, 0.5)} ms, p90 ${at(times.app, 0.9)} ms`);
    say(`ratio by turns   median ${ratios(times.app, times.floor)}  (goal: at most 1.5)`);
    say(
      `the very first   median ${at(times.appFirst, 0.5)} ms beside ${at(times.floorFirst, 0.5)} ms, ratio ${ratios(times.appFirst, times.floorFirst)}`,
    );
  } finally {
    rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  }
});
