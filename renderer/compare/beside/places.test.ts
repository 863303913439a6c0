import { describe, expect, test } from 'vitest';
import { compare } from '../../../shared/compare/compare';
import { layOut } from '../../../shared/compare/lines';
import type { Block, Release } from '../../../shared/release/model';
import { p, release } from '../../../shared/testing/builders';
import { addedRanges, identities } from './places';

const ONE = 'The night shelter in Wyrdale has thirty beds.';
const TWO = 'A kitchen serves soup until the morning.';
const THREE = 'Volunteers come from four villages round the town.';
const NEW = 'Nobody is asked for a reason at the door.';
const OTHER = 'Dogs are welcome in the smaller of the rooms.';

const text = (...lines: readonly string[]): Release =>
  release({ headline: 'A shelter', body: lines.map((line) => p(line)) });

/** Each change's excerpt with its identity. */
const known = (before: Release, after: Release): Readonly<Record<string, string>> => {
  const comparison = compare(before, after);
  const { changes } = layOut(comparison, before, after, { before: 'Draft 1', after: 'the working text' });
  const names = identities(changes, comparison);
  expect(new Set(names).size).toBe(changes.length);
  return Object.fromEntries(changes.map(({ excerpt }, nth) => [excerpt, names[nth] ?? '']));
};

describe('which change it is', () => {
  const before = text(ONE, TWO, THREE);
  const reworded = THREE.replace('four', 'five');

  test('stays while changes come before it', () => {
    const first = known(before, text(ONE, TWO, reworded));
    const wanted = first['four → five'];
    expect(wanted).toBeDefined();
    const moreBefore: Release = {
      ...text(NEW, ONE.replace('thirty', 'forty'), TWO, reworded),
      headline: 'A shelter for all',
    };
    const later = known(before, moreBefore);
    expect(Object.keys(later).at(-1)).toBe('four → five');
    expect(later['four → five']).toBe(wanted);
  });

  test('stays for a paragraph that came, and for one that went', () => {
    const shortOf = (names: Readonly<Record<string, string>>, start: string): string | undefined =>
      Object.entries(names).find(([excerpt]) => start.startsWith(excerpt.replace(/…$/u, '').trimEnd()))?.[1];
    const first = known(before, text(ONE, TWO, NEW));
    const later = known(before, text(OTHER, ONE, TWO, NEW));
    for (const line of [NEW, THREE]) {
      expect(shortOf(first, line)).toBeDefined();
      expect(shortOf(later, line)).toBe(shortOf(first, line));
    }
    expect(shortOf(later, OTHER)).not.toBe(shortOf(later, NEW));
  });

  test('of a field is the field', () => {
    const elsewhere = { ...before, dateline: { ...before.dateline, place: 'Ravensby' } };
    expect(Object.values(known(before, elsewhere))).toEqual(['field place']);
  });
});

test('new words are ranges in the blocks they stand in, also where a paragraph was split', () => {
  const words = (after: Release, before: Release): readonly string[] =>
    addedRanges(compare(before, after), after).map(({ block, start, end }) => said(after.body[block], start, end));
  const said = (block: Block | undefined, start: number, end: number): string =>
    (block?.runs ?? [])
      .map(({ text: run }) => run)
      .join('')
      .slice(start, end);
  expect(words(text(ONE.replace('thirty', 'forty'), TWO), text(ONE, TWO))).toEqual(['forty']);
  expect(words(text(ONE, TWO.replace('soup', 'hot soup')), text(`${ONE} ${TWO}`)).map((each) => each.trim())).toEqual([
    'hot',
  ]);
  expect(words(text(ONE, NEW), text(ONE))).toEqual([NEW]);
});
