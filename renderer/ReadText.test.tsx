import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { Block } from '../shared/release/model';
import { atDepth, bold, bq, h2, inLanguage, italic, li, link, ni, p } from '../shared/testing/builders';
import { ReadBlocks } from './ReadText';

const html = (...blocks: readonly Block[]): string =>
  renderToStaticMarkup(<ReadBlocks blocks={blocks} part="body" release={null} />).replace(
    / (class|data-part|data-block)="[^"]*"/gu,
    '',
  );

test('a heading is one to a screen reader too, below the headline of its sheet', () => {
  expect(html(h2('Fares'))).toBe('<p role="heading" aria-level="3">Fares</p>');
});

test('words have the looks they have', () => {
  expect(html(p('All ', bold('aboard'), ' ', italic(bold('now'))))).toBe(
    '<p>All <strong>aboard</strong> <strong><em>now</em></strong></p>',
  );
  expect(html(bq(link('Fares', 'https://f.example/'), inLanguage('ar', 'ar')))).toBe(
    '<blockquote><p><span title="https://f.example/">Fares</span><span lang="ar" dir="rtl">ar</span></p></blockquote>',
  );
});

test('lists are lists, each within the item it stands under', () => {
  expect(html(p('We need'), li('rope'), atDepth(1, ni('long')), atDepth(1, ni('strong')), li('oars'), ni('one'))).toBe(
    '<p>We need</p><ul><li><p>rope</p><ol><li><p>long</p></li><li><p>strong</p></li></ol></li><li><p>oars</p></li></ul>' +
      '<ol><li><p>one</p></li></ol>',
  );
  expect(html(atDepth(2, li('deep')), li('high'))).toBe('<ul><li><p>deep</p></li><li><p>high</p></li></ul>');
});
