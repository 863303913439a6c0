/**
 * The checker of the W3C over every page of a bundle: `npm run check:html -- DIR`. An extra, for it needs Java and is large:
 * without Java it says so and is done. The tests hold every kind of page against html-validate.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';

const CHECKER = 'vnu-jar@26.9.27';
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Say the folder of a bundle: npm run check:html -- DIR');
  process.exit(2);
}
if (spawnSync('java', ['-version']).error) {
  console.log('Skipped: the checker of the W3C needs Java, which is not here.');
  process.exit(0);
}
const pages = readdirSync(path.join(folder, 'data'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => path.join(folder, 'data', name))
  .sort();
// Its own script would fetch a Java besides, which is here.
const checker = [
  'exec',
  '--yes',
  '--ignore-scripts',
  `--package=${CHECKER}`,
  '--',
  'vnu',
  '--errors-only',
  '--no-langdetect',
];
const { status } = spawnSync('npm', [...checker, ...pages], { stdio: 'inherit' });
console.log(`${pages.length} pages: ${status === 0 ? 'no error' : 'errors, see above'}`);
process.exit(status ?? 2);
