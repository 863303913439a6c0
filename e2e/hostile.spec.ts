import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../shared/canonical';
import type { Block, Release } from '../shared/release/model';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { releaseFolder } from './release-folder';

const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const BEFORE = 'what is cut first if the grant falls';

/** Texts that a page, an editor or a bridge loses, changes or stumbles over. */
const TEXTS: readonly string[] = [
  '\u202Edrawkcab\u202C \u2067\u0645\u0631\u062D\u0628\u0627\u2069 \u200F\u061C end',
  'before \uD83D after, and \uDE00 alone, and \uDE00\uD83D the wrong way round',
  'a\u0000b and \u0001\u0007\u0008\u000B\u000C\u001B[31m\u007F\u0085\u009F',
  'parted\u2028by\u2029signs, a\u00A0space that holds, a\u00ADsoft hyphen, \uFEFF a mark, \uFFFE\uFFFF',
  'a line\nand a line below it, with \r in it and \r\n too',
  '👩🏽‍🚒 🏴󠁧󠁢󠁷󠁬󠁳󠁿 1️⃣ ❤️‍🔥',
  'Cafe\u0301 Ty\u0302 Mo\u0302n A\u030A, q\u0307\u0323 q\u0323\u0307',
  `Z${'\u0300\u0335\u0489'.repeat(60)}`,
  '  spaces  at   both ends\tand a tab  ',
  '<script>alert(1)</script>{{x}}${x}%s%n&lt;&amp;"\'',
  // A minute book pasted without its line ends. A megabyte, which a page lays out slowly, goes through the store's own test.
  'A long line. '.repeat(8_000),
];

test('a text that other programs would change comes back exactly through the page, a save, and the next start', async ({
  standfirst,
  newsroom,
}) => {
  const begun = new Desk(standfirst.page);
  await begun.enter();
  await standfirst.quit();
  const file = path.join(await releaseFolder(newsroom, HEADLINE), 'release.json');
  const read = async (): Promise<Release> => JSON.parse(await readFile(file, 'utf8')) as Release;
  const before = await read();
  const hostile: readonly Block[] = TEXTS.map((text) => ({ type: 'paragraph', runs: [{ text }] }));
  const standfirstText = TEXTS[0] ?? '';
  await writeFile(file, canonicalJson({ ...before, standfirst: standfirstText, body: [...before.body, ...hostile] }));

  for (const typed of [', and why', ', and when']) {
    const desk = new Desk(await standfirst.launch());
    await desk.list.getByRole('option', { name: HEADLINE }).click();
    await desk.caretAfter(BEFORE);
    await desk.page.keyboard.type(typed);
    await desk.saved();
    await standfirst.quit();
    const after = await read();
    expect(after.body.slice(before.body.length)).toEqual(hostile);
    expect(after.standfirst).toBe(standfirstText);
    expect(JSON.stringify(after.body)).toContain(`${BEFORE}${typed}`);
  }
});
