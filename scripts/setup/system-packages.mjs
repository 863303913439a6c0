// The system libraries a window needs, and a display without a screen for the tests: Debian and its relatives only.
import { spawnSync } from 'node:child_process';
import { lastLines, runQuietly } from '../lib/run.mjs';
import { seconds, StepFailure, withProgress } from '../lib/say.mjs';

/** @typedef {readonly (readonly string[])[]} SystemPackages each by the names it goes by: newer releases renamed some */

/**
 * What a window needs, and a display without a screen.
 * @type {SystemPackages}
 */
export const FOR_WINDOWS = [
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
];

/**
 * What the packager calls.
 * @type {SystemPackages}
 */
export const FOR_PACKAGING = [['zip'], ['fakeroot']];

/**
 * What is missing, by each package's names.
 * @param {SystemPackages} wanted
 * @param {ReadonlySet<string>} installed
 * @returns {SystemPackages}
 */
export function missingPackages(wanted, installed) {
  return wanted.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * @param {SystemPackages} wanted
 * @returns {ReadonlySet<string> | undefined} undefined where this is no Debian
 */
function installedPackages(wanted) {
  const format = '${db:Status-Status} ${Package}\\n';
  const { status, error, stdout } = spawnSync('dpkg-query', ['-W', '-f', format, ...wanted.flat()], {
    encoding: 'utf8',
  });
  if (error !== undefined || status === null) return undefined;
  const lines = stdout.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(lines.map((line) => line.slice('installed '.length)));
}

/**
 * @param {readonly string[]} names
 * @returns {Promise<string>} the one this release has
 */
async function availableName(names) {
  for (const name of names) {
    const { output } = await runQuietly('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } });
    if (/Candidate: (?!\(none\))/.test(output)) return name;
  }
  return names[0] ?? '';
}

/**
 * @param {import('../lib/say.mjs').Say} say
 * @param {string} doing
 * @param {readonly string[]} args of apt-get
 */
async function aptGet(say, doing, args) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await withProgress(say, doing, runQuietly('apt-get', args, { env }));
  if (code === 0) return;
  throw new StepFailure(
    `apt-get ${args[0] ?? ''} did not work:\n${lastLines(output)}`,
    `run \`apt-get ${args.join(' ')}\` by hand, then \`npm run setup\` again.`,
  );
}

/**
 * Installs what is missing where we may, else says what to install.
 * @param {import('../lib/say.mjs').Say} say
 * @param {SystemPackages} [wanted]
 */
export async function ensureSystemPackages(say, wanted = FOR_WINDOWS) {
  if (process.platform !== 'linux') return;
  const installed = installedPackages(wanted);
  if (installed === undefined) return;
  const missing = missingPackages(wanted, installed);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const names = missing.map((alternatives) => alternatives[0]).join(' ');
    say(`System packages are missing; it may not work before: sudo apt-get install -y ${names}`);
    return;
  }
  const started = performance.now();
  await aptGet(say, 'reading the package lists', ['update', '-q']);
  const names = await Promise.all(missing.map(availableName));
  await aptGet(say, 'installing system packages', ['install', '-q', '-y', '--no-install-recommends', ...names]);
  say(`Installed system packages in ${seconds(started)}: ${names.join(' ')}`);
}
