import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AS_ROOT } from '../lib/as-root.mjs';

const SCRIPT = fileURLToPath(new URL('compiled.cjs', import.meta.url));

/** The program's place; null where it was not set up yet. */
function installedElectron() {
  try {
    const electron = /** @type {unknown} */ (createRequire(import.meta.url)('electron'));
    return typeof electron === 'string' ? electron : null;
  } catch {
    return null;
  }
}

/**
 * Has the installed Electron compile the main process of a folder that was built, so that the app starts sooner. Whether
 * it could: without it the app is the same, and slower to start.
 * @param {string} folder that holds main.cjs
 * @returns {boolean}
 */
export function compileMain(folder) {
  const out = path.join(folder, 'main.compiled');
  rmSync(out, { force: true });
  const electron = installedElectron();
  if (electron === null) return false;
  const args = [...AS_ROOT, SCRIPT, path.join(folder, 'main.cjs'), out];
  return spawnSync(electron, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;
}
