import { nodeBundle } from './node-bundle.mjs';

export default nodeBundle({ name: 'main', entry: 'electron/main.ts', target: 'node20' });
