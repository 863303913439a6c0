// Puts an Electron runtime where Electron's launcher looks for it: the official one, else the fallback.
import { existsSync, readFileSync } from 'node:fs';
import { rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { lastLines, runQuietly } from '../lib/run.mjs';
import { seconds, StepFailure, withProgress } from '../lib/say.mjs';
import { inTop } from '../lib/tree.mjs';
import { ensureFallbackRuntime, fallbackFolder, isFallbackPossible, MARK } from './fallback-runtime.mjs';

/** @typedef {{ kind: 'official' | 'fallback', version: string, folder: string }} Runtime */

const electronPackage = (/** @type {string[]} */ ...parts) => inTop('node_modules', 'electron', ...parts);
const dist = electronPackage('dist');
const pathFile = electronPackage('path.txt');

/** @param {string} file */
const readTrimmed = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '');

/** @returns {string} the version that a release is built with */
export function declaredVersion() {
  const manifest = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(electronPackage('package.json'), 'utf8'))
  );
  return manifest.version;
}

/** @returns {Runtime | undefined} the runtime that is in place and can be launched */
export function currentRuntime() {
  const executable = readTrimmed(pathFile);
  if (executable === '' || !existsSync(path.join(dist, executable))) return undefined;
  const version = readTrimmed(path.join(dist, 'version')).replace(/^v/, '');
  if (existsSync(path.join(dist, MARK))) {
    return existsSync(path.join(fallbackFolder(), MARK)) ? { kind: 'fallback', version, folder: dist } : undefined;
  }
  return version === declaredVersion() ? { kind: 'official', version, folder: dist } : undefined;
}

/**
 * @param {Runtime} runtime
 * @returns {string} as in "Electron 33.2.1 (fallback, development and tests only)"
 */
export const describeRuntime = ({ kind, version }) =>
  `Electron ${version}${kind === 'official' ? '' : ' (fallback, development and tests only)'}`;

/**
 * @param {import('../lib/say.mjs').Say} say
 * @returns {Promise<string | undefined>} why the official runtime is not to be had; undefined when it is in place
 */
async function installOfficial(say) {
  const started = performance.now();
  const script = inTop('scripts', 'setup', 'official-runtime.mjs');
  const fetched = await withProgress(say, `fetching Electron ${declaredVersion()}`, runQuietly('node', [script]));
  if (fetched.code !== 0) return lastLines(fetched.output, 1);
  await rm(dist, { recursive: true, force: true });
  const installed = await runQuietly('node', [electronPackage('install.js')]);
  if (installed.code !== 0) return lastLines(installed.output, 3);
  say(`Installed Electron ${declaredVersion()} in ${seconds(started)}`);
  return undefined;
}

/** @param {string} folder */
async function linkFallback(folder) {
  await rm(dist, { recursive: true, force: true });
  await symlink(folder, dist, 'dir');
  await writeFile(pathFile, 'electron');
}

/**
 * @param {import('../lib/say.mjs').Say} say
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime(say) {
  const there = currentRuntime();
  if (there !== undefined) return there;
  const reason = await installOfficial(say);
  if (reason !== undefined) {
    if (!isFallbackPossible()) {
      throw new StepFailure(
        `Electron ${declaredVersion()} could not be fetched: ${reason}`,
        'check the network (Electron is downloaded from its own release site), then run `npm run setup` again.',
      );
    }
    say(`Electron ${declaredVersion()} cannot be had here (${reason}); using the fallback runtime`);
    await linkFallback(await ensureFallbackRuntime(say));
  }
  const runtime = currentRuntime();
  if (runtime !== undefined) return runtime;
  throw new StepFailure(
    'the Electron runtime was installed, but does not start from node_modules/electron.',
    'delete node_modules/electron and run `npm run setup` again.',
  );
}
