import { expect, test } from 'vitest';
import { releaseId } from '../testing/builders';
import { utf8 } from '../utf8';
import { offsetOf } from './leak-offset';
import type { Leak } from './proof';

const PAGE = 'news/2026/11/bridge.html';
const leak = (kind: Leak['kind'], words: string, path = PAGE): Leak => ({
  path,
  kind,
  words,
  release: { id: releaseId('r-secret01'), headline: 'Barge to sink' },
});

test.each([
  ['words in a paragraph, after letters of two bytes', leak('words', 'barge to sink'), '<p>Tŷ, “Pontŵen”.</p>\n<p>The ', 'Barge to <b>sink</b>.</p>'], // prettier-ignore
  ['words in an attribute', leak('words', 'barge to sink'), '<meta content="', 'Barge to sink">'],
  [
    'words that a feed has as text',
    leak('words', 'barge to sink'),
    '<content>&lt;p&gt;',
    'Barge&amp;#32;to sink&lt;/p&gt;',
  ],
  ['words in a string of JSON', leak('words', 'barge to sink'), '{"a": "x",\n "b": "', 'barge\\nto sink"}'],
  ['the first of two', leak('words', 'barge to sink'), '<p>', 'Barge to sink</p><p>Barge to sink</p>'],
  ['a single word of the index', leak('words', 'barge', 'search/0.js'), '{"words":{"a":[1],"', 'barge":[2]}}'],
  ['a number for the media only', leak('contact', '07700 900002'), '<a href="tel:07', '700900002">'],
  ['a place', leak('place', 'r-secret01'), '{"id": "', 'r-secret01"}'],
])('%s: is where it begins, in bytes', (_, found, before, after) => {
  expect(offsetOf(found, `${before}${after}`)).toBe(utf8(before).length);
});

test('what stands in the name of a file has no place in it', () => {
  expect(
    offsetOf(leak('words', 'barge to sink', 'news/2026/11/barge-to-sink.html'), '<p>Barge to sink</p>'),
  ).toBeNull();
});

test('what a file does not hold has none either', () => {
  expect(offsetOf(leak('words', 'barge to sink'), '<p>The bridge is open.</p>')).toBeNull();
});
