// A module of the benches as the app has it: one bundle. Module by module, as tests run, each call goes through a getter, and
// a tight loop takes twice as long.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const LIB = fileURLToPath(new URL('.', import.meta.url));

/**
 * Bundles a module of this folder and loads it.
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
export const bundled = async (file) => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, target: 'esnext', lib: { entry: join(LIB, file), formats: ['es'] } },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0].code ?? '';
  return /** @type {Module} */ (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`));
};
