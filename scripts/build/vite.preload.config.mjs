import { nodeBundle } from './node-bundle.mjs';

export default nodeBundle({ name: 'preload', entry: 'electron/preload.ts', target: 'node20' });
