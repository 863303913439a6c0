// The npm packages of package-lock.json. Runs before anything is installed: no dependency, plain Node 20.
import { existsSync, readFileSync } from 'node:fs';
import { lastLines, runQuietly } from '../lib/run.mjs';
import { seconds, StepFailure, withProgress } from '../lib/say.mjs';
import { inTop } from '../lib/tree.mjs';

/** @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage */
/** @typedef {{ packages?: Record<string, LockedPackage> }} Lock */

/**
 * Whether what npm recorded in node_modules is what the lock asks for. npm writes its record last, so a broken-off
 * installation has none. Packages for other platforms are optional and may be missing.
 * @param {Lock} lock package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @returns {boolean}
 */
export function isInstalled(lock, installed) {
  const wanted = lock.packages ?? {};
  const present = installed.packages ?? {};
  const missing = Object.entries(wanted).some(
    ([place, { version, optional }]) =>
      place !== '' && (place in present ? present[place]?.version !== version : optional !== true),
  );
  return !missing && Object.keys(present).every((place) => place in wanted);
}

/** @param {string} file */
const readLock = (file) => /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8')));

function packagesAreInstalled() {
  const record = inTop('node_modules', '.package-lock.json');
  return existsSync(record) && isInstalled(readLock(inTop('package-lock.json')), readLock(record));
}

/** Forge and the test runner want a newer Node than the scripts do; the package `node` brings it. */
function newerNodeIsThere() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) return true;
  return ['node', 'node.exe'].some((name) => existsSync(inTop('node_modules', 'node', 'bin', name)));
}

/**
 * Installs the packages when node_modules is missing or not what package-lock.json says.
 * @param {import('../lib/say.mjs').Say} say
 */
export async function ensurePackages(say) {
  if (packagesAreInstalled() && newerNodeIsThere()) return;
  const started = performance.now();
  const { code, output } = await withProgress(say, 'installing npm packages', runQuietly('npm', ['ci']));
  if (code !== 0) {
    throw new StepFailure(
      `npm ci did not work:\n${lastLines(output)}`,
      'check that npm reaches its registry, then run `npm run setup` again.',
    );
  }
  if (!newerNodeIsThere()) {
    throw new StepFailure(
      'the package `node`, which brings a newer Node, did not run its install script.',
      'allow it (`npm config get ignore-scripts` must say false), or use Node 22.12 or newer; then run `npm run setup` again.',
    );
  }
  say(`Installed the npm packages in ${seconds(started)}`);
}
