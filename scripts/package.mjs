// `npm run package`: the unpacked app in out/. `npm run make`: what is installed (zip, deb). Other arguments go to Forge.
// A release is built with the official runtime only: the fallback is an older Electron without its security fixes.
import { existsSync, mkdtempSync, realpathSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { lastLines, runQuietly, runShown } from './lib/run.mjs';
import { runMain, say, seconds, StepFailure, withProgress } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';
import { MARK } from './setup/fallback-runtime.mjs';
import { declaredVersion, describeRuntime } from './setup/runtime.mjs';
import { ensureSystemPackages, FOR_PACKAGING } from './setup/system-packages.mjs';
import { setUp } from './setup.mjs';

const ALLOW = '--allow-fallback-runtime';

/**
 * Packs a runtime as the packager expects it from a download: named after the version declared in package.json, and
 * without our default app, which would stand in the way of the real one.
 * @param {string} runtime folder
 * @param {string} folder where the archive goes
 */
async function packRuntime(runtime, folder) {
  const bare = path.join(folder, 'bare');
  await cp(realpathSync(runtime), bare, { recursive: true, verbatimSymlinks: true });
  await rm(path.join(bare, 'resources', 'default_app.asar'), { recursive: true, force: true });
  await rm(path.join(bare, MARK));
  const archive = path.join(folder, `electron-v${declaredVersion()}-${process.platform}-${process.arch}.zip`);
  const { code, output } = await runQuietly('zip', ['-q', '-r', '-1', archive, '.'], { cwd: bare });
  await rm(bare, { recursive: true });
  if (code !== 0) throw new StepFailure(`zip could not pack the runtime:\n${lastLines(output)}`, 'install zip.');
}

/**
 * @param {readonly string[]} args for Forge
 * @param {Record<string, string>} env
 */
async function forge(args, env) {
  const started = performance.now();
  const code = await runShown('electron-forge', args, { env });
  if (code !== 0)
    throw new StepFailure(`electron-forge ${args.join(' ')} ended with code ${code}.`, 'see the lines above.');
  say(`Packaged in ${seconds(started)}: ${inTop('out')}`);
}

await runMain(async () => {
  const given = process.argv.slice(2);
  const allowed = given.includes(ALLOW);
  const folderOnly = given.includes('--folder');
  const args = [folderOnly ? 'package' : 'make', ...given.filter((arg) => arg !== ALLOW && arg !== '--folder')];
  const runtime = await setUp(say);
  await ensureSystemPackages(say, FOR_PACKAGING);
  if (process.env['STANDFIRST_E2E_BUILD'] === '1') say('Test build: the inspector is on. Not for release.');
  if (runtime.kind === 'official') {
    await forge(args, {});
    return;
  }
  if (!allowed) {
    throw new StepFailure(
      `a release is not built on ${describeRuntime(runtime)}: it is older than Electron ${declaredVersion()} and lacks its security fixes.`,
      `build where Electron can be downloaded; for a trial that stays on this machine, add \`-- ${ALLOW}\`.`,
    );
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'standfirst-runtime-'));
  try {
    say(`Trial build on ${describeRuntime(runtime)}. Not for release.`);
    await withProgress(say, 'packing the runtime', packRuntime(runtime.folder, folder));
    await forge(args, { STANDFIRST_RUNTIME_ARCHIVE: folder });
  } finally {
    if (existsSync(folder)) await rm(folder, { recursive: true });
  }
});
