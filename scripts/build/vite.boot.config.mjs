import { nodeBundle } from './node-bundle.mjs';

export default nodeBundle({ name: 'boot', entry: 'electron/boot.ts', target: 'node20' });
