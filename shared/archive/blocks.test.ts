import { describe, expect, test } from 'vitest';
import { resolveQuotes } from '../quotes/resolve';
import type { Block, StoredQuote } from '../release/model';
import { blockText } from '../release/text';
import { atDepth, bold, bq, h2, h4, li, ni, p, release, speaker, storedQuote } from '../testing/builders';
import { blocksHtml } from './blocks';

const htmlOf = (body: readonly Block[], quotes: readonly StoredQuote[] = []): string =>
  blocksHtml(body, resolveQuotes(release({ body, quotes }), { people: [], approvals: 'persons' }));

const whole = (body: readonly Block[], ...blocks: readonly number[]) =>
  blocks.map((block) => [block, 0, blockText(body[block] ?? p()).length] as const);

describe('quotes', () => {
  const running = [
    p('The walk reopens on Monday.'),
    p('“The river took the path away.'),
    p('“It took the lamps ', bold('and'), ' the railings.'),
    p('“We have put them all back.”'),
    p('Work cost less than planned.'),
  ];
  const by = { speaker: speaker('Mara Quill', { role: 'Engineer & diver' }) };

  test('a running quotation of three paragraphs is one quotation in one figure, with who said it outside', () => {
    expect(htmlOf(running, [storedQuote('q-1', whole(running, 1, 2, 3), by)])).toBe(
      `<p>The walk reopens on Monday.</p>
<figure class="quote"><blockquote><p>“The river took the path away.</p>
<p>“It took the lamps <strong>and</strong> the railings.</p>
<p>“We have put them all back.”</p></blockquote><figcaption><b>Mara Quill</b>, Engineer &amp; diver</figcaption></figure>
<p>Work cost less than planned.</p>`,
    );
  });

  test('a running quotation that a paragraph leads into is one quotation too, the words that lead into it before it', () => {
    const body = [
      p('Mara Quill, who mended it, ', bold('said: “The river')),
      p('“It took the lamps and the railings.'),
      p('“We have put them all back.”'),
    ];
    const ranges = [[0, 33, 43], ...whole(body, 1, 2)] as const;
    expect(htmlOf(body, [storedQuote('q-1', ranges, by)])).toBe(
      `<p>Mara Quill, who mended it, <strong>said:</strong></p>
<figure class="quote"><blockquote><p><strong>“The river</strong></p>
<p>“It took the lamps and the railings.</p>
<p>“We have put them all back.”</p></blockquote><figcaption><b>Mara Quill</b>, Engineer &amp; diver</figcaption></figure>`,
    );
  });

  test('a running quotation that begins in the middle of a sentence begins in its paragraph', () => {
    const body = [p('It was, Mara Quill wrote, “the river'), p('“that took the lamps.”')];
    const html = htmlOf(body, [storedQuote('q-1', [[0, 26, 36], ...whole(body, 1)], by)]);
    expect(html).toContain('<p>It was, Mara Quill wrote, “the river</p>');
  });

  test('two whole quotes that follow one another are two figures', () => {
    const body = [p('“The path is open again.”'), p('“I shall walk it every day.”')];
    const html = htmlOf(body, [
      storedQuote('q-1', whole(body, 0), { speaker: speaker('Mara Quill') }),
      storedQuote('q-2', whole(body, 1), { speaker: speaker('Ola <Finch>') }),
    ]);
    expect(html.match(/<figure/g)).toHaveLength(2);
    expect(html).toContain('“The path is open again.”</p></blockquote><figcaption><b>Mara Quill</b></figcaption>');
    expect(html).toContain('<b>Ola &lt;Finch&gt;</b>');
  });

  test('a quote within a sentence stays in its paragraph', () => {
    const body = [p('“The path is open again,” said Mara Quill.')];
    expect(htmlOf(body, [storedQuote('q-1', [[0, 0, 26]], by)])).toBe(
      '<p>“The path is open again,” said Mara Quill.</p>',
    );
  });

  test('a whole quote with no accepted speaker stays a paragraph', () => {
    expect(htmlOf([p('“The path is open again.”')])).toBe('<p>“The path is open again.”</p>');
  });
});

describe('lists', () => {
  test('a list holds the deeper list within the item above it', () => {
    expect(htmlOf([li('a'), atDepth(1, ni('b')), atDepth(2, li('c')), atDepth(1, ni('d')), li('e')])).toBe(
      '<ul><li>a<ol><li>b<ul><li>c</li></ul></li><li>d</li></ol></li><li>e</li></ul>',
    );
  });

  test('neighbouring lists of two kinds are two lists', () => {
    expect(htmlOf([li('a'), ni('b'), ni('c')])).toBe('<ul><li>a</li></ul><ol><li>b</li><li>c</li></ol>');
  });

  test('two kinds side by side below one item are two lists too', () => {
    expect(htmlOf([li('a'), atDepth(1, li('b')), atDepth(1, ni('c'))])).toBe(
      '<ul><li>a<ul><li>b</li></ul><ol><li>c</li></ol></li></ul>',
    );
  });

  test('a list that starts deep, or skips a depth, is still whole', () => {
    expect(htmlOf([atDepth(2, li('a')), li('b'), atDepth(3, li('c')), atDepth(1, li('d'))])).toBe(
      '<ul><li>a</li><li>b<ul><li>c</li><li>d</li></ul></li></ul>',
    );
  });
});

describe('other blocks', () => {
  test('headings keep their level, block quotes have no speaker, empty blocks are left out', () => {
    expect(htmlOf([h2('One & two'), p(), h4('Three'), bq('Said <long> ago')])).toBe(
      '<h2>One &amp; two</h2>\n<h4>Three</h4>\n<blockquote class="block"><p>Said &lt;long&gt; ago</p></blockquote>',
    );
  });
});
