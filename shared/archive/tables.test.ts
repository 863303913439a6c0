import { describe, expect, test } from 'vitest';
import type { Block } from '../release/model';
import { bold, headRow, image, p, row, tableCaption } from '../testing/builders';
import { blocksHtml } from './blocks';

const ways = { person: () => null, media: (file: string) => `../media/${file}` };
const htmlOf = (...body: readonly Block[]): string => blocksHtml(body, [], ways);
const NAME = `${'a'.repeat(64)}.png`;

describe('a table', () => {
  test('has a caption, headings of columns and rows with their scope, and a name by which it is reached', () => {
    expect(
      htmlOf(
        p('Before.'),
        tableCaption('Thefts & losses'),
        headRow('', '2025', '2026'),
        { ...row('Wyr', '12', '9'), rowHeader: true },
        p('After.'),
      ),
    ).toBe(`<p>Before.</p>
<div class="table" role="group" tabindex="0" aria-label="Thefts &amp; losses"><table>
<caption>Thefts &amp; losses</caption>
<thead>
<tr><td></td><th scope="col">2025</th><th scope="col">2026</th></tr>
</thead>
<tbody>
<tr><th scope="row">Wyr</th><td>12</td><td>9</td></tr>
</tbody>
</table></div>
<p>After.</p>`);
  });
  test('without a caption is called by its first row, and short rows are filled up', () => {
    expect(htmlOf(row('a', 'b'), row('c'))).toBe(`<div class="table" role="group" tabindex="0" aria-label="a, b"><table>
<tbody>
<tr><td>a</td><td>b</td></tr>
<tr><td>c</td><td></td></tr>
</tbody>
</table></div>`);
  });
  test('ends where a heading row or a caption begins another', () => {
    const html = htmlOf(headRow('a'), row('b'), headRow('c'), row('d'), tableCaption('Third'), row('e'));
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<thead>/g)).toHaveLength(2);
  });
  test('that has a caption alone is a paragraph', () => {
    expect(htmlOf(tableCaption('Thefts'), p('x'))).toBe('<p>Thefts</p>\n<p>x</p>');
  });
  test('lets no word of a cell out of it', () => {
    expect(htmlOf(row('<td>', '"\n&'))).toContain('<td>&lt;td&gt;</td><td>&quot;<br>&amp;</td>');
  });
});

describe('an image', () => {
  test('has its size, what it shows, its caption and its credit', () => {
    expect(htmlOf(image({ alternative: 'A "new" bridge', credit: 'Ceri & Co' }, 'The ', bold('bridge')))).toBe(
      `<figure class="image"><img src="../media/${NAME}" alt="A &quot;new&quot; bridge" width="40" height="30" loading="lazy" decoding="async"><figcaption>The <strong>bridge</strong> <small class="credit">Ceri &amp; Co</small></figcaption></figure>`,
    );
  });
  test('that is decorative says nothing, even where something is left written', () => {
    expect(htmlOf(image({ decorative: true }))).toContain('alt=""');
  });
  test('whose file cannot be reached is told in words', () => {
    expect(blocksHtml([image({}, 'Caption')], [])).toBe(
      '<figure class="image"><p>A bridge over a river</p><figcaption>Caption</figcaption></figure>',
    );
    expect(blocksHtml([image({ decorative: true })], [])).toBe('');
  });
});
