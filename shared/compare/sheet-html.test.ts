import { expect, test } from 'vitest';
import type { Block } from '../release/model';
import { atDepth, li, ni, p, row, withBody } from '../testing/builders';
import { compare } from './compare';
import { layOut } from './lines';
import { SHEET_STYLE, columnsHtml, inlineHtml } from './sheet-html';

test('each paragraph runs the way its own words do, whichever way the sheet around it runs', () => {
  const [before, after] = [withBody(p('یہ خبر ہے۔')), withBody(p('یہ نئی خبر ہے۔'))];
  const names = { before: 'Draft 1', after: 'Draft 2' };
  const html = columnsHtml(layOut(compare(before, after), before, after, names), names);
  const paragraphs = html.match(/<p[^>]* class="is-[^>]*>/g) ?? [];
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const paragraph of paragraphs) expect(paragraph).toContain('dir="auto"');
});

const names = { before: 'Draft 1', after: 'Draft 2' };
const sheets = (these: readonly Block[], those: readonly Block[]): readonly string[] => {
  const [before, after] = [withBody(...these), withBody(...those)];
  const layout = layOut(compare(before, after), before, after, names);
  return [columnsHtml(layout, names), inlineHtml(layout)];
};

test('an item of a list is one, with its number and at its depth', () => {
  const items = [li('boats'), atDepth(1, ni('one here')), atDepth(1, ni('one there'))];
  for (const html of sheets(items, items)) {
    expect(html).toContain('<ul class="depth-0"><li dir="auto" class="is-list-item">boats</li></ul>');
    expect(html).toContain('<ol class="depth-1" start="2"><li dir="auto" class="is-list-item">one there</li></ol>');
  }
});

test('that a paragraph moved, or was split, is said once where it stands now', () => {
  const [one, two] = ['The ferry runs again from May.', 'Tickets are sold at the pier, day and night.'];
  for (const html of sheets([p(one), p(two)], [p(two), p(one)]))
    expect(html.match(/Moved (paragraph|from)/g)).toHaveLength(1);
  for (const html of sheets([p(`${one} ${two}`)], [p(one), p(two)])) expect(html.match(/Split/g)).toHaveLength(1);
});

test('cells of a table stay apart', () => {
  for (const html of sheets([row('2028', '', '£1m')], [row('2028', '', '£1m')])) expect(html).toContain('2028\t\t£1m');
  expect(SHEET_STYLE).toMatch(/\.is-table-row \{ white-space: pre-wrap/);
});
