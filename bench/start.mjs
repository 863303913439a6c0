// Prints how long the app takes from its start to the list of the sample newsroom, drawn; beside a floor: a bare window with a
// heading in it, on the same runtime, by turns in the same run. Each start has a data folder of its own.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenStale } from '../scripts/build.mjs';
import { withDisplay } from '../scripts/lib/display.mjs';
import { say, runMain, StepFailure } from '../scripts/lib/say.mjs';
import { inTop } from '../scripts/lib/tree.mjs';
import { runQuietly } from '../scripts/lib/run.mjs';
import { setUp } from '../scripts/setup.mjs';

const ROUNDS = Number(process.argv[2] ?? 9);
/** How a run that hangs alone is ended, in milliseconds. */
const LIMIT = 120_000;
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Says when what is waited for is drawn, two frames after it is in the page, and ends the program. */
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
    app.exit(0);
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
    child.once('exit', () => {
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
    /** @type {Record<'floor' | 'app', number[]>} */
    const times = { floor: [], app: [] };
    await withDisplay(async (env) => {
      for (let round = -1; round < ROUNDS; round += 1) {
        const data = (/** @type {string} */ name) => `--user-data-dir=${join(top, `${name}-${round}`)}`;
        cpSync(first, join(top, `app-${round}`), { recursive: true });
        const floor = await start(['-r', hook, bare, data('floor')], 'h1', env);
        const app = await start(['-r', hook, '.', data('app'), '--newsroom', newsroom], '[role="listbox"]', env);
        if (round < 0) continue; // the first ones read the program from the disk
        times.floor.push(floor);
        times.app.push(app);
      }
    });
    const ratios = times.app.map((time, round) => time / (times.floor[round] ?? 1));
    say(`bare window      median ${at(times.floor, 0.5)} ms, p90 ${at(times.floor, 0.9)} ms  (${ROUNDS} starts)`);
    say(`sample newsroom  median ${at(times.app, 0.5)} ms, p90 ${at(times.app, 0.9)} ms`);
    say(`ratio by turns   median ${at(ratios, 0.5).toFixed(2)}  (goal: at most 1.5)`);
  } finally {
    rmSync(top, { recursive: true, force: true, maxRetries: 5 });
  }
});
