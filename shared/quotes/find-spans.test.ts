import { expect, test } from 'vitest';
import { findQuotes } from './find';
import { findSpans } from './find-spans';
import type { FoundQuote, QuoteBlock } from './model';

/** A generator of numbers that is the same on every run (mulberry32). */
const random = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const without = ({ ranges, type, missingClose }: FoundQuote) => ({ ranges, type, missingClose });

/** What texts with quotes are made of: speech, titles, marks that are none, ways to say who speaks, breaks and headings. */
const PIECES = [
  '“We will mend every lamp,” ',
  'said Mary Vale. ',
  'she added, “and the bridge too.” ',
  'Ann Hart, leader of the council, said: ',
  '“This is the first paragraph of many.',
  '“And this one ends it.”',
  'The report, “Lamps and Bridges”, is out. ',
  "'It isn't done,' he said. ",
  'The so-called “quick fix” failed. ',
  '“Is it?” asked Mr Owl. “It is,” said the mayor. ',
  'Nothing is said here. ',
  '5 o’clock, Mrs Vale’s bus, the 1990s’ end. ',
  '"Straight," she said. ',
  '« Non », dit-il. ',
  '“No close and no end ',
  '” ',
  'She told reporters that the work was “nearly over” and “on time”. ',
  '',
];

const KINDS: readonly QuoteBlock['kind'][] = ['heading', 'block-quote', 'block-quote'];

test('finds the very quotes that are found with their speakers, in texts of all kinds', () => {
  const next = random(20261128);
  const pick = (count: number): number => Math.floor(next() * count);
  let found = 0;
  for (let document = 0; document < 500; document += 1) {
    const blocks = Array.from({ length: 1 + pick(6) }, (): QuoteBlock => ({
      text: Array.from({ length: pick(5) }, () => PIECES[pick(PIECES.length)] ?? '').join(''),
      kind: KINDS[pick(10)] ?? 'text',
    }));
    const expected = findQuotes(blocks, []).map(without);
    expect([blocks, findSpans(blocks, []).map(without)]).toEqual([blocks, expected]);
    found += expected.length;
  }
  expect(found).toBeGreaterThan(500);
});

test('says nothing of who spoke', () => {
  const [quote] = findSpans([{ text: '“We will mend every lamp,” said Mary Vale.', kind: 'text' }], []);
  expect(quote).toMatchObject({ proposals: [], cue: null });
});
