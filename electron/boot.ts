import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { Script } from 'node:vm';

/* What runs first. It starts the main process from the code that V8 made of it when the app was built (`scripts/build/compiled.cjs`),
   which takes less than half the time of reading it anew. That lies in the package beside the source, and is taken only
   where it was made of this very source; V8 itself refuses what another runtime made. Without it all is as it would be. */

const file = path.join(__dirname, 'main.cjs');
const source = readFileSync(file);

/** The compiled code, behind the SHA-256 of its source. */
const compiled = (): Buffer | undefined => {
  try {
    const made = readFileSync(path.join(__dirname, 'main.compiled'));
    const of = createHash('sha256').update(source).digest();
    return made.subarray(0, of.length).equals(of) ? made.subarray(of.length) : undefined;
  } catch {
    return undefined; // the build could not make it
  }
};

const cachedData = compiled();
/** The build writes ASCII, which is read in a quarter of the time. */
const text = source.toString(isAscii(source) ? 'latin1' : 'utf8');
const script = new Script(Module.wrap(text), {
  filename: file,
  ...(cachedData === undefined ? {} : { cachedData }),
});
const run = script.runInThisContext() as (...parts: readonly unknown[]) => void;
const main = { exports: {} };
run.call(main.exports, main.exports, createRequire(file), main, file, __dirname);
