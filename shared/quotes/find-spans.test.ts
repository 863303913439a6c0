import { expect, test } from 'vitest';
import { chance } from '../testing/chance';
import { findQuotes } from './find';
import { findSpans } from './find-spans';
import type { FoundQuote, QuoteBlock } from './model';

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
  const next = chance(20261128);
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
