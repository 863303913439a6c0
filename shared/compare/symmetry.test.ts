import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Release } from '../release/model';
import { p, withBody } from '../testing/builders';
import { compare } from './compare';
import type { BlockChange, BlockKind, FormattingChange, MarkRepair, QuoteChange, WordOp } from './model';
import { anyRelease, edited, edits, saidRelease } from './testing';
import { diffWords } from './words';

/* A comparison read backwards tells the same story, row by row: what came went, what was split is joined. */

const KINDS: Partial<Record<BlockKind | QuoteChange['kind'], string>> = {
  added: 'removed',
  removed: 'added',
  split: 'joined',
  joined: 'split',
};
const MARKS: Record<MarkRepair, MarkRepair> = {
  'opening mark set': 'opening mark taken off',
  'opening mark taken off': 'opening mark set',
  'closing mark set': 'closing mark taken off',
  'closing mark taken off': 'closing mark set',
  'closing mark moved here': 'closing mark moved on',
  'closing mark moved on': 'closing mark moved here',
};

/** Which words stayed, came and went, without the order of what stands in the place of what. */
const wordsOf = (words: readonly WordOp[], isBackwards: boolean) =>
  (['same', 'added', 'removed'] as const).map((op) => {
    const wanted = !isBackwards || op === 'same' ? op : op === 'added' ? 'removed' : 'added';
    let at = 0;
    const stays = words.flatMap((word) => {
      const from = at;
      if (word.op === 'same') at += word.text.length;
      return word.op === wanted ? [`${from} ${word.text}`] : [];
    });
    return [op, stays];
  });

const looksOf = (looks: readonly FormattingChange[], isBackwards: boolean) =>
  [
    ...new Set(
      looks.map(({ what, before, after }) =>
        JSON.stringify(isBackwards ? [what, after, before] : [what, before, after]),
      ),
    ),
  ].sort();

const rowsOf = (rows: readonly BlockChange[], isBackwards: boolean): readonly string[] =>
  rows
    .map((row) =>
      JSON.stringify({
        kind: isBackwards ? (KINDS[row.kind] ?? row.kind) : row.kind,
        sides: isBackwards ? [row.after, row.before] : [row.before, row.after],
        words: wordsOf(row.words, isBackwards),
        looks: looksOf(row.formatting, isBackwards),
        inQuote: row.inQuote,
        marks: row.marks?.map((mark) => (isBackwards ? MARKS[mark] : mark)).sort(),
      }),
    )
    .sort();

const quotesOf = (quotes: readonly QuoteChange[], isBackwards: boolean): readonly string[] =>
  quotes
    .map((quote) =>
      JSON.stringify({
        kind: isBackwards ? (KINDS[quote.kind] ?? quote.kind) : quote.kind,
        sides: isBackwards ? [quote.after, quote.before] : [quote.before, quote.after],
        blocks: isBackwards ? [quote.blockAfter, quote.blockBefore] : [quote.blockBefore, quote.blockAfter],
        words: wordsOf(quote.words, isBackwards),
      }),
    )
    .sort();

const checkMirrored = (a: Release, b: Release): void => {
  const [there, back] = [compare(a, b), compare(b, a)];
  expect(rowsOf(back.blocks, true)).toEqual(rowsOf(there.blocks, false));
  expect(quotesOf(back.quotes, true)).toEqual(quotesOf(there.quotes, false));
  expect(
    back.fields.map(({ field, before, after, words, blocks = [] }) => [
      field,
      after,
      before,
      wordsOf(words, true),
      rowsOf(blocks, true),
    ]),
  ).toEqual(
    there.fields.map(({ field, before, after, words, blocks = [] }) => [
      field,
      before,
      after,
      wordsOf(words, false),
      rowsOf(blocks, false),
    ]),
  );
};

test('the words of two texts', () => {
  const words = fc.array(fc.constantFrom(...'the of harbour police budget night door ferry , . “ ”'.split(' ')));
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [one.join(' '), other.join(' ')];
      expect(wordsOf(diffWords(b, a), true)).toEqual(wordsOf(diffWords(a, b), false));
    }),
    { numRuns: 500 },
  );
});

test('quotes of one length that changed places', () => {
  const [one, other] = [p('“Sow,” said Ann Lee, mayor.'), p('“Mow,” said Bo Hart, clerk.')];
  checkMirrored(withBody(one, other), withBody(other, one));
});

test('any two releases', () => {
  fc.assert(fc.property(anyRelease, anyRelease, checkMirrored), { numRuns: 100 });
});

test('a release and what a writer made of it', () => {
  fc.assert(
    fc.property(anyRelease, edits, (a, list) => {
      checkMirrored(a, { ...a, body: list.reduce(edited, a.body) });
    }),
    { numRuns: 100 },
  );
});

test('a release with running quotations of several speakers, and what a writer made of it', () => {
  fc.assert(
    fc.property(saidRelease, edits, (a, list) => {
      checkMirrored(a, { ...a, body: list.reduce(edited, a.body) });
    }),
    { numRuns: 100 },
  );
});
