import react from '@vitejs/plugin-react';
import { inTop } from '../lib/tree.mjs';

/**
 * The page. Its policy forbids inline scripts, inline styles and data: addresses, so nothing is inlined; it is opened
 * from a file, so addresses are relative. The folder is absolute: a relative one would land below renderer/.
 * @type {import('vite').UserConfig}
 */
export default {
  root: inTop('renderer'),
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    outDir: inTop('.vite', 'renderer', 'main_window'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000,
  },
};
