// `node unpack-runtime.mjs ARCHIVE FOLDER`: unpacks the carrier's archive and makes it a bare Electron. Runs on the newer
// Node of node_modules, with the libraries that Electron's own installer brings.
import { rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { inTop } from '../lib/tree.mjs';

const [archive = '', folder = ''] = process.argv.slice(2);
const electron = createRequire(inTop('node_modules', 'electron', 'package.json'));
const { extract } = /** @type {typeof import('@electron-internal/extract-zip')} */ (
  await import(pathToFileURL(electron.resolve('@electron-internal/extract-zip')).href)
);

await extract(archive, { dir: folder });
const runtime = path.join(folder, 'Cypress');
await rm(path.join(runtime, 'resources'), { recursive: true });
// Made for the carrier's own app; without it the fuse must be off, or Electron looks for it in vain.
await rm(path.join(runtime, 'browser_v8_context_snapshot.bin'));
await rename(path.join(runtime, 'LICENSE.electron.txt'), path.join(runtime, 'LICENSE'));
const executable = path.join(runtime, 'electron');
await rename(path.join(runtime, 'Cypress'), executable);
await flipFuses(executable, {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
