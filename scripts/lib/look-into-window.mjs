// A packaged app's window, looked into from outside by Chromium's own protocol: a release has no other way in.
import { chromium } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, watch } from 'node:fs';
import path from 'node:path';
import { lastLines } from './run.mjs';
import { StepFailure } from './say.mjs';

/** How long the app may take until its list is there, in milliseconds. */
const LIMIT = 60_000;
/** Chromium writes here on which port it listens. */
const PORT_FILE = 'DevToolsActivePort';

/**
 * The port, once it is written down.
 * @param {string} data
 * @returns {Promise<number>}
 */
function portIn(data) {
  const file = path.join(data, PORT_FILE);
  return new Promise((resolve) => {
    const look = () => {
      const [line = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
      if (line === '') return;
      watcher.close();
      resolve(Number(line));
    };
    const watcher = watch(data, look);
    look();
  });
}

/**
 * Starts an app that opens a newsroom, waits for the list, takes a picture and has the app end as a person would.
 * @param {{ command: string, args: readonly string[], data: string, picture: string }} start `data`: the app's own folder
 * @returns {Promise<{ releases: number }>} how many releases the list has
 */
export async function lookIntoWindow({ command, args, data, picture }) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += String(part)));
  const fail = (/** @type {string} */ what) =>
    new StepFailure(`${what}\n${lastLines(printed)}`, 'see the lines above.');
  const ended = new Promise((resolve) => void child.once('exit', resolve));
  const endedEarly = ended.then((code) => Promise.reject(fail(`the app ended with code ${String(code)}.`)));
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
  try {
    const releases = await Promise.race([look(await Promise.race([portIn(data), endedEarly]), picture), endedEarly]);
    const code = await ended;
    if (code !== 0) throw fail(`the app did not end well: code ${String(code)}.`);
    return { releases };
  } finally {
    endedEarly.catch(() => undefined); // told already, or it was to end
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}

/** @param {number} port @param {string} picture */
async function look(port, picture) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const context = browser.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (page === undefined) throw new StepFailure('the app shows no window.', 'see its log.');
  const list = page.getByRole('listbox', { name: 'Releases' });
  await list.getByRole('option').first().waitFor();
  const releases = Number(await list.getByRole('option').first().getAttribute('aria-setsize'));
  await page.screenshot({ path: picture });
  const session = await browser.newBrowserCDPSession();
  // It goes before it has answered.
  await Promise.all([
    new Promise((resolve) => void browser.once('disconnected', resolve)),
    session.send('Browser.close').catch(() => undefined),
  ]);
  return releases;
}
