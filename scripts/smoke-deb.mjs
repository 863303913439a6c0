// `npm run smoke:deb`: the made .deb on a clean Debian. A fresh root is made of Debian's own packages, the .deb installed there by
// apt-get, its command line run, its window started on the sample and looked into. Needs Debian, root and a network for the packages.
// Another .deb can be named; `--keep` leaves the root where it is.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lastLines, runQuietly } from './lib/run.mjs';
import { runMain, say, seconds, StepFailure, withProgress } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';
import { lookIntoWindow } from './lib/look-into-window.mjs';

/** As root Chromium starts only without its sandbox, which needs more than a changed root gives. */
const STANDFIRST = ['standfirst', '--no-sandbox'];
/* Places in the Debian that is made for it, not on the machine. */
const NEWSROOM = '/root/newsroom';
const DATA = '/root/data';
const SETTINGS = { format: 1, who: 'Ana Pryce', theme: 'light', device: '0123456789abcdef', window: null, recent: [] };

/** The mounts are seen by this command alone, and end with it. It is not the first process there: xvfb-run would wait for ever. */
const IN_ROOT =
  'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && ' +
  'chroot "$0" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; exit $?';

/**
 * The words that run a command in a root of its own. Whatever it started ends with it.
 * @param {string} root
 * @param {readonly string[]} words
 */
const inRoot = (root, words) => ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-c', IN_ROOT, root, ...words];

/**
 * @param {string} doing
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<string>} what it printed
 */
async function step(doing, command, args) {
  const started = performance.now();
  const { code, output } = await withProgress(say, doing, runQuietly(command, args));
  if (code !== 0)
    throw new StepFailure(`${doing}: ended with code ${code}:\n${lastLines(output)}`, 'see the lines above.');
  say(`${doing}: ${seconds(started)}`);
  return output;
}

/** @returns {string} the .deb that was named, or the one that was made last */
function debOf(/** @type {string | undefined} */ named) {
  if (named !== undefined) return path.resolve(named);
  const made = inTop('out', 'make', 'deb', process.arch);
  const name = existsSync(made) ? readdirSync(made).find((each) => each.endsWith('.deb')) : undefined;
  if (name === undefined) throw new StepFailure('there is no .deb.', 'make one with `npm run make`, or name one.');
  return path.join(made, name);
}

function refuseElsewhere() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version'))
    throw new StepFailure('this is no Debian: no root can be made of its packages.', 'run it on Debian.');
  if (process.getuid?.() !== 0)
    throw new StepFailure('a root is made and changed to: only root may.', 'run it as root, on a machine for tests.');
}

/** @param {string} root @param {string} deb */
async function install(root, deb) {
  const release = /^VERSION_CODENAME=(\w+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'stable';
  await step(`A clean Debian (${release})`, 'debootstrap', ['--variant=minbase', release, root]);
  // Nothing is started that runs on by itself.
  writeFileSync(path.join(root, 'usr', 'sbin', 'policy-rc.d'), '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const name = path.basename(deb);
  copyFileSync(deb, path.join(root, 'root', name));
  await step('Package lists', 'unshare', inRoot(root, ['apt-get', 'update', '-q']));
  await step(`apt-get install ./${name}`, 'unshare', inRoot(root, ['apt-get', 'install', '-q', '-y', `/root/${name}`]));
  const display = ['apt-get', 'install', '-q', '-y', '--no-install-recommends', 'xvfb', 'xauth'];
  await step('A display without a screen', 'unshare', inRoot(root, display));
}

/** @param {string} root */
async function commandLine(root) {
  const run = (/** @type {readonly string[]} */ words) =>
    inRoot(root, [...STANDFIRST, ...words, '--newsroom', NEWSROOM]);
  await step('standfirst sample', 'unshare', run(['sample']));
  const said = await step('standfirst doctor', 'unshare', run(['doctor']));
  if (!said.includes('nothing wrong'))
    throw new StepFailure(`doctor found:\n${lastLines(said)}`, 'see the lines above.');
}

/** @param {string} root */
async function windowOnSample(root) {
  const data = path.join(root, DATA);
  mkdirSync(data);
  writeFileSync(path.join(data, 'settings.json'), JSON.stringify(SETTINGS));
  const words = [
    'xvfb-run',
    '-a',
    ...STANDFIRST,
    `--user-data-dir=${DATA}`,
    '--remote-debugging-port=0',
    '--newsroom',
    NEWSROOM,
  ];
  const picture = inTop('out', 'smoke-deb.png');
  const { releases } = await lookIntoWindow({ command: 'unshare', args: inRoot(root, words), data, picture });
  say(`The window shows ${releases} releases of the sample; a picture is in ${picture}`);
}

await runMain(async () => {
  const given = process.argv.slice(2);
  refuseElsewhere();
  const deb = debOf(given.find((word) => !word.startsWith('--')));
  await ensureSystemPackages(say, [['debootstrap']]);
  const root = mkdtempSync(path.join(tmpdir(), 'standfirst-root-'));
  try {
    await install(root, deb);
    await commandLine(root);
    await windowOnSample(root);
    say(`${path.basename(deb)} is installed on a clean Debian, starts, and shows the sample.`);
  } finally {
    if (given.includes('--keep')) say(`Left where it is: ${root}`);
    else rmSync(root, { recursive: true, force: true });
  }
});
