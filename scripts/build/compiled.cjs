// Run by Electron, not by Node: writes what its V8 makes of a module, behind the SHA-256 of the source, for electron/boot.ts.
// Arguments: the source, and where the compiled code goes.
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { Script } = require('node:vm');

const [file = '', out = ''] = process.argv.slice(-2);
const source = readFileSync(file);
const script = new Script(Module.wrap(source.toString('utf8')), { filename: file });
writeFileSync(out, Buffer.concat([createHash('sha256').update(source).digest(), script.createCachedData()]));
process.exit(0);
