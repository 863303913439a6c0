// Makes a checkout ready: npm packages, system packages, Electron's runtime. Does only what is missing, on plain Node 20.
import { runMain, say as sayOut } from './lib/say.mjs';
import { isEntry } from './lib/tree.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { describeRuntime, ensureRuntime } from './setup/runtime.mjs';
import { ensureSystemPackages } from './setup/system-packages.mjs';

/**
 * @param {import('./lib/say.mjs').Say} say
 * @returns {Promise<import('./setup/runtime.mjs').Runtime>}
 */
export async function setUp(say) {
  await ensurePackages(say);
  await ensureSystemPackages(say);
  const runtime = await ensureRuntime(say);
  say(`Runtime: ${describeRuntime(runtime)}`);
  return runtime;
}

if (isEntry(import.meta.url)) await runMain(async () => void (await setUp(sayOut)));
