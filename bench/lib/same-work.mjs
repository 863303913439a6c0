// What a site generator does, done by our own parts and no more: a newsroom read, its pages, lists and feeds made and
// written; and their checksums besides. No search index, no data, no checks, no proof. Bundled by bench/archive.mjs.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readContents } from '../../electron/newsroom/contents';
import { bundle } from '../../shared/archive/bundle';
import { select } from '../../shared/archive/select';
import { withQuotes } from '../../shared/archive/site';

const [newsroom = '', out = '', asOf = ''] = process.argv.slice(2);
const KINDS = /\.(?:html|css|xml|txt)$|^_/;

const main = async () => {
  const contents = await readContents(newsroom);
  if (!contents.ok) throw new Error(contents.fault.message);
  const { published, unpublished, people, settings } = contents.value;
  const { public: open, gone } = select(published, unpublished, asOf);
  const releases = withQuotes(open, { people: people.people, approvals: settings.approvals });
  const folders = new Set();
  /** @type {string[]} */
  const lines = [];
  for (const file of bundle({ releases, gone, settings, preview: false })) {
    if (!KINDS.test(file.path)) continue;
    const target = path.join(out, file.path);
    const folder = path.dirname(target);
    if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
    folders.add(folder);
    const { contents: text } = file;
    writeFileSync(target, text);
    lines.push(`${createHash('sha256').update(text).digest('hex')}  ${file.path}\n`);
  }
  writeFileSync(path.join(out, 'manifest-sha256.txt'), lines.join(''));
  process.stdout.write(String(lines.length));
};
void main();
