import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsIn } from './folded-words';
import { placesIn } from './place-names';
import { makeSieve } from './sieve';
import { utf8 } from '../utf8';

const SOUGHT = ['r-secret01', 'news/2026/11/barge-sinks.html', 'news/2026/11/sli.html'];
const sieve = makeSieve({ spans: [], places: SOUGHT, fold: wordsIn });

test('places are named by ids and by the ends of addresses', () => {
  expect(placesIn('see R-secret01, ../news/2026/11/barge-sinks.html and 2025/01/x--y')).toEqual([
    'r-secret01',
    'news/2026/11/barge-sinks.html',
    'news/2025/01/x.html',
  ]);
  expect(placesIn('xr-secret01 r-secret 12026/11/barge our-secret01')).toEqual([]);
});

test('the first look passes over no file that names one of those sought', () => {
  const parts = ['r-', 'R-', 'secret01', 'secret', '2026', '/', '11/', '2026/11/', 'barge', 'barge-sinks', '-sinks', 'sl', 'i', 'İ', 'K', 'é', '-', '--', '.html', ' ', '\n', '\\', '\\/', '"', 'x', '0', '<a href="', '">', '&amp;', '%2f']; // prettier-ignore
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 8 }), (all) => {
      const text = all.join('');
      if (!placesIn(text).some((place) => SOUGHT.includes(place))) return;
      found += 1;
      expect(sieve.file(utf8(text))).toBe(true);
    }),
    {
      numRuns: 20_000,
      examples: [[['r-', 'secret01']], [['2026/11/', 'sl', 'İ']], [['x', '/', '2026/11/', 'barge-sinks', '-']]],
    },
  );
  expect(found).toBeGreaterThan(20);
});

test('the first look passes over places of others', () => {
  for (const text of ['news/2026/11/barge-sinks-not.html', '2026/10/barge-sinks', 'r-secret02', 'over-the-barge'])
    expect(sieve.file(utf8(text))).toBe(false);
});
