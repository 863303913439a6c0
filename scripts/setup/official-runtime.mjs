// Fetches Electron's official runtime through Electron's own downloader, which keeps it in its cache and checks it.
// Runs on the newer Node of node_modules. A network that does not answer is given up after a few seconds; a slow one is not.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inTop } from '../lib/tree.mjs';

const PATIENCE = 5_000;

const electron = createRequire(inTop('node_modules', 'electron', 'package.json'));
/** @param {string} file */
const readJson = (file) =>
  /** @type {unknown} */ (JSON.parse(readFileSync(inTop('node_modules', 'electron', file), 'utf8')));

const { version } = /** @type {{ version: string }} */ (readJson('package.json'));
const checksums = /** @type {Record<string, string>} */ (readJson('checksums.json'));
const { downloadArtifact } = /** @type {typeof import('@electron/get')} */ (
  await import(pathToFileURL(electron.resolve('@electron/get')).href)
);

const giveUp = new AbortController();
const wait = () => setTimeout(() => giveUp.abort(new Error(`no answer within ${PATIENCE / 1000} seconds`)), PATIENCE);
let timer = wait();
try {
  await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums,
    downloadOptions: {
      quiet: true,
      signal: giveUp.signal,
      getProgressCallback: async () => {
        clearTimeout(timer);
        timer = wait();
      },
    },
  });
} catch (error) {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
