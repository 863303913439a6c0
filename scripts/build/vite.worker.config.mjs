import { nodeBundle } from './node-bundle.mjs';

export default nodeBundle({ name: 'worker', entry: 'electron/export/worker.ts', target: 'node20' });
