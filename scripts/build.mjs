// Builds the app into .vite/: its first lines (boot), main process, preload, command line, export worker and page. `--only NAME`
// builds one.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compileMain } from './build/compile-main.mjs';
import { runMain, say, seconds, StepFailure, withProgress } from './lib/say.mjs';
import { isStale } from './lib/stale.mjs';
import { inTop, isEntry } from './lib/tree.mjs';

const NAMES = /** @type {const} */ (['boot', 'main', 'preload', 'cli', 'worker', 'renderer']);
/** @typedef {(typeof NAMES)[number]} BundleName */

const SHARED_SOURCES = [inTop('shared'), inTop('electron'), inTop('scripts', 'build'), inTop('package-lock.json')];
const STAMP = inTop('.vite', 'built');

/**
 * @param {BundleName} name
 * @returns {Promise<import('vite').UserConfig>}
 */
async function configOf(name) {
  const loaded = /** @type {{ default: import('vite').UserConfig }} */ (
    await import(`./build/vite.${name}.config.mjs`)
  );
  return loaded.default;
}

/**
 * Builds one bundle. A Node bundle is written aside and moved into place, so that a command line that is just being
 * started never reads half a file.
 * @param {BundleName} name
 */
export async function buildBundle(name) {
  try {
    await bundle(name);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice = 'mend the file named above; `npm run types` may say more.';
    throw new StepFailure(`the ${name} bundle could not be built: ${why}`, advice, { cause: error });
  }
}

/** @param {BundleName} name */
async function bundle(name) {
  if (name === 'worker' && !existsSync(inTop('electron', 'export', 'worker.ts'))) return;
  const { build, mergeConfig } = await import('vite');
  const config = { ...(await configOf(name)), configFile: /** @type {const} */ (false) };
  const define = { MAIN_WINDOW_VITE_DEV_SERVER_URL: 'undefined', MAIN_WINDOW_VITE_NAME: JSON.stringify('main_window') };
  if (name === 'renderer') {
    await build(config);
    return;
  }
  mkdirSync(inTop('.vite', 'build'), { recursive: true });
  const aside = mkdtempSync(inTop('.vite', `${name}-`));
  try {
    await build(mergeConfig(config, { define, build: { outDir: aside } }));
    renameSync(path.join(aside, `${name}.cjs`), inTop('.vite', 'build', `${name}.cjs`));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  if (name === 'main' && !compileMain(inTop('.vite', 'build')))
    say('Electron could not compile the main process: the app starts more slowly.');
}

/** Builds everything. */
export async function buildAll() {
  await Promise.all(NAMES.map(buildBundle));
  writeFileSync(STAMP, '');
}

/**
 * Whether the built app is older than its sources, or was replaced by a development build since.
 * @returns {boolean}
 */
export function isAppStale() {
  if (isStale({ product: STAMP, sources: [...SHARED_SOURCES, inTop('renderer')] })) return true;
  const main = statSync(inTop('.vite', 'build', 'main.cjs'), { throwIfNoEntry: false });
  return main === undefined || main.mtimeMs > statSync(STAMP).mtimeMs;
}

/**
 * Builds the app when it is older than its sources, and says so.
 * @param {import('./lib/say.mjs').Say} say
 */
export async function buildWhenStale(say) {
  if (!isAppStale()) return;
  const started = performance.now();
  await withProgress(say, 'building the app', buildAll());
  say(`Built the app in ${seconds(started)}`);
}

/** @returns {boolean} whether the command line is older than its sources */
export function isCommandLineStale() {
  return isStale({ product: inTop('.vite', 'build', 'cli.cjs'), sources: SHARED_SOURCES });
}

async function main() {
  const started = performance.now();
  const only = process.argv.indexOf('--only');
  const wanted = only === -1 ? undefined : process.argv[only + 1];
  const name = NAMES.find((known) => known === wanted);
  if (only !== -1 && name === undefined) {
    throw new StepFailure(`there is no bundle "${wanted ?? ''}".`, `name one of ${NAMES.join(', ')}.`);
  }
  await (name === undefined ? buildAll() : buildBundle(name));
  say(`Built ${name ?? 'the app'} in ${seconds(started)}`);
}

if (isEntry(import.meta.url)) await runMain(main);
