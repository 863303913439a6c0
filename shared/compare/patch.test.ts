import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Release } from '../release/model';
import { blockText } from '../release/text';
import { link, p, withBody } from '../testing/builders';
import { compare } from './compare';
import type { BlockChange, WordOp } from './model';
import { patch } from './patch';
import { anyRelease, edited, edits } from './testing';

const side = (ops: readonly WordOp[], not: WordOp['op']): string =>
  ops
    .filter(({ op }) => op !== not)
    .map(({ text }) => text)
    .join('');
const indices = (at: BlockChange['before']): readonly number[] =>
  at === null ? [] : typeof at === 'number' ? [at] : at;
const textAt = (body: readonly Block[], at: BlockChange['before']): string =>
  indices(at)
    .map((index) => blockText(body[index] ?? p()))
    .join('\n');

const checkWhole = (a: Release, b: Release): void => {
  const comparison = compare(a, b);
  expect(patch(comparison, a)).toEqual({ ...b, id: a.id, quotes: a.quotes });

  for (const row of comparison.blocks) {
    expect(side(row.words, 'added')).toBe(textAt(a.body, row.before));
    expect(side(row.words, 'removed')).toBe(textAt(b.body, row.after));
    for (const look of row.formatting) expect(look.before).not.toBe(look.after);
  }
  const numbersUpTo = (length: number): number[] => Array.from({ length }, (_, index) => index);
  expect(comparison.blocks.flatMap((row) => indices(row.after))).toEqual(numbersUpTo(b.body.length));
  const before = comparison.blocks.flatMap((row) => indices(row.before));
  expect(before.sort((one, other) => one - other)).toEqual(numbersUpTo(a.body.length));

  const back = compare(b, a).summary;
  expect({ ...back, added: back.removed, removed: back.added, split: back.joined, joined: back.split }).toEqual(
    comparison.summary,
  );
};

describe('taking a whole comparison over', () => {
  test('gives the other release, for any two releases; rows tell both texts; backwards tells the same story', () => {
    fc.assert(fc.property(anyRelease, anyRelease, checkWhole), { numRuns: 300 });
  });

  test('gives the edited release, for any edits of a writer', () => {
    fc.assert(
      fc.property(anyRelease, edits, (a, list) => {
        checkWhole(a, { ...a, body: list.reduce(edited, a.body) });
      }),
      { numRuns: 500 },
    );
  });

  test('a release compared with itself has only rows that are the same', () => {
    fc.assert(
      fc.property(anyRelease, (a) => {
        const { blocks: rows, fields, quotes } = compare(a, JSON.parse(JSON.stringify(a)) as Release);
        expect(rows.filter(({ kind }) => kind !== 'same')).toEqual([]);
        expect(rows.filter(({ becomes }) => becomes !== undefined)).toEqual([]);
        expect(fields).toEqual([]);
        expect(quotes.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
      }),
    );
  });

  test('runs cut differently but looking alike are the same to a reader, and still taken over exactly', () => {
    const a = withBody(p('One two three'));
    const b = withBody(p('One ', 'two three'));
    const comparison = compare(a, b);
    expect(comparison.blocks.map(({ kind }) => kind)).toEqual(['same']);
    expect(patch(comparison, a).body).toEqual(b.body);
  });

  test('a link put under words that stay is taken over', () => {
    const a = withBody(p('Read the plan online.'));
    const b = withBody(p('Read ', link('the plan', 'https://plan.example/'), ' online.'));
    expect(patch(compare(a, b), a).body).toEqual(b.body);
  });
});
