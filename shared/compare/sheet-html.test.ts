import { expect, test } from 'vitest';
import { p, withBody } from '../testing/builders';
import { compare } from './compare';
import { layOut } from './lines';
import { columnsHtml } from './sheet-html';

test('each paragraph runs the way its own words do, whichever way the sheet around it runs', () => {
  const [before, after] = [withBody(p('یہ خبر ہے۔')), withBody(p('یہ نئی خبر ہے۔'))];
  const names = { before: 'Draft 1', after: 'Draft 2' };
  const html = columnsHtml(layOut(compare(before, after), before, after, names), names);
  const paragraphs = html.match(/<p[^>]* class="is-[^>]*>/g) ?? [];
  expect(paragraphs.length).toBeGreaterThan(0);
  for (const paragraph of paragraphs) expect(paragraph).toContain('dir="auto"');
});
