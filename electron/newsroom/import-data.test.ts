import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importHtml } from '../../shared/import/html';
import { importText } from '../../shared/import/text';
import type { ImportPreview } from '../../shared/import/model';
import { blockText } from '../../shared/release/text';
import { releaseId } from '../../shared/testing/builders';

/* Releases as they really were published, where the folder with them lies beside the checkout. */
const FOLDER = join(import.meta.dirname, '../../../shared/data/releases');
const there = existsSync(FOLDER);
if (!there) process.stderr.write(`Skipped: importing published releases, since ${FOLDER} is not there.\n`);
const files = there ? readdirSync(FOLDER).filter((name) => /\.(?:txt|html)$/.test(name)) : [];

const read = (name: string): ImportPreview => {
  const options = { fileName: name, id: releaseId('r-import0001'), language: 'en-GB' };
  const text = readFileSync(join(FOLDER, name), 'utf8');
  return name.endsWith('.html') ? importHtml(text, options) : importText(text, options);
};

const wordsOf = (text: string): readonly string[] =>
  text.split(/[\s\u00A0]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** The words of a source that its import does not hold in the same order. */
const lost = (source: readonly string[], { release, dropped }: ImportPreview): readonly string[] => {
  const held = [release.headline, ...[...release.body, ...release.notes].map(blockText)].flatMap(wordsOf);
  const set = dropped.flatMap((each) => wordsOf(each.text));
  let at = 0;
  let aside = 0;
  return source.filter((word) => {
    if (held[at] === word) at += 1;
    else if (set[aside] === word) aside += 1;
    else return true;
    return false;
  });
};

/** The words between a page's tags, without its scripts. */
const wordsOfPage = (html: string): readonly string[] => {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
  const blocks = /<\/?(?:p|div|h[1-6]|li|ul|ol|blockquote|br|table|tr|td|th|section|figure|figcaption|span)\b[^>]*>/g;
  const plain = html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(blocks, (tag) => (tag.includes('span') ? '' : ' '));
  return wordsOf(plain.replace(/<[^>]*>/g, '').replace(/&([a-z]+|#39);/g, (all, name: string) => named[name] ?? all));
};

describe.skipIf(!there)('published releases', () => {
  test('the one with page furniture gives nine paragraphs and 324 words, with headline and date missing', () => {
    const preview = read('seed-release.txt');
    expect(preview.release.body).toHaveLength(9);
    expect(preview.words).toBe(324);
    expect(preview.missing).toEqual(['headline', 'date']);
    expect(preview.dropped).toHaveLength(6);
  });

  test.each(files.filter((name) => name.endsWith('.txt')))('%s loses no word', (name) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
    const kept = lines.filter((line) => !/^\W*(?:ends|notes to editors)\W*$/i.test(line));
    expect(lost(wordsOf(kept.join('\n')), read(name))).toEqual([]);
  });

  test.each(files.filter((name) => name.endsWith('.html')))('%s loses no word', (name) => {
    const html = readFileSync(join(FOLDER, name), 'utf8').replace(
      /<h[1-6][^>]*>\s*notes to editors\s*<\/h[1-6]>/gi,
      '',
    );
    expect(lost(wordsOfPage(html), read(name))).toEqual([]);
  });
});
