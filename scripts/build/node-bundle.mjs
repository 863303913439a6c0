import { builtinModules } from 'node:module';
import { inTop } from '../lib/tree.mjs';

const builtins = builtinModules.filter((name) => !name.startsWith('_'));
const external = ['electron', /^electron\//, ...builtins, ...builtins.map((name) => `node:${name}`)];

/**
 * One script for Node or Electron's main side: everything in it except Electron and Node's own modules, since the
 * package carries no node_modules.
 * @param {{ name: string, entry: string, target: string }} bundle entry below the top folder
 * @returns {import('vite').UserConfig}
 */
export function nodeBundle({ name, entry, target }) {
  return {
    root: inTop(),
    publicDir: false,
    logLevel: 'warn',
    resolve: { conditions: ['node'], mainFields: ['module', 'jsnext:main', 'jsnext'] },
    build: {
      target,
      outDir: inTop('.vite', 'build'),
      emptyOutDir: false,
      minify: false,
      reportCompressedSize: false,
      lib: { entry: inTop(entry), formats: ['cjs'], fileName: () => `${name}.cjs` },
      rolldownOptions: {
        external,
        output: { codeSplitting: false, charset: 'ascii', comments: { annotation: false, jsdoc: false } },
      },
    },
  };
}
