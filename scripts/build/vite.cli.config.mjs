import { nodeBundle } from './node-bundle.mjs';

export default nodeBundle({ name: 'cli', entry: 'electron/cli.ts', target: 'node20' });
