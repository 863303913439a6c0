import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Release } from '../release/model';
import { p, release } from '../testing/builders';
import { carryOut } from './carry-out';
import { compare } from './compare';
import type { Side } from './merge';
import { type ChangePlace, allPlaces } from './take-over';
import { anyRelease } from './testing';

const LEAD = p('The county opens two libraries in the spring.');
const TEN = p('The larger building has ten rooms for children and their teachers.');
const TWELVE = p('The larger building has twelve rooms for children and their teachers.');
const OLD = p('The old reading room closes for good when the new one opens its doors.');
const OWN = p('A line that only the working text has, about parking on market days.');

const of = (...body: readonly Block[]): Release => release({ body });
const taken = (before: Release, after: Release, working: Release, from: Side, which: (of: ChangePlace) => boolean) => {
  const comparison = compare(before, after);
  const places = allPlaces(comparison).filter(which);
  return carryOut({ working, comparison, before, after, taken: places.map((place) => ({ place, from })) });
};
const every = (): boolean => true;

describe('changes between two drafts, carried out on the working text', () => {
  test('where the working text is one of the two, all of them give the other, with its own state', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, (a, b) => {
        const now = taken(a, b, { ...b, state: 'agreed' }, 'before', every);
        expect(now).toEqual({ ...a, state: 'agreed', quotes: b.quotes });
      }),
      { numRuns: 50 },
    );
  });

  test('where it is a third text, changed words come to where they stand in it, and its own lines stay', () => {
    const working = of(OWN, LEAD, TEN);
    expect(taken(of(LEAD, TEN), of(LEAD, TWELVE), working, 'after', every).body).toEqual([OWN, LEAD, TWELVE]);
  });

  test('a paragraph that one draft lacks goes from the working text, or comes to it', () => {
    expect(taken(of(LEAD, OLD, TEN), of(LEAD, TEN), of(LEAD, OLD, TEN, OWN), 'after', every).body).toEqual([
      LEAD,
      TEN,
      OWN,
    ]);
    expect(taken(of(LEAD, OLD, TEN), of(LEAD, TEN), of(LEAD, TEN, OWN), 'before', every).body).toEqual([
      LEAD,
      OLD,
      TEN,
      OWN,
    ]);
  });

  test('words that the working text has already leave it the very same', () => {
    const working = of(LEAD, TWELVE, OWN);
    expect(taken(of(LEAD, TEN), of(LEAD, TWELVE), working, 'after', every)).toBe(working);
  });

  test('changes can come from both drafts', () => {
    const [before, after] = [of(LEAD, TEN, OLD), of(LEAD, TWELVE)];
    const comparison = compare(before, after);
    const working = of(OWN, LEAD, TEN);
    const [changed, gone] = allPlaces(comparison);
    if (changed === undefined || gone === undefined) throw new Error('There are two changes');
    const now = carryOut({
      working,
      comparison,
      before,
      after,
      taken: [
        { place: changed, from: 'after' },
        { place: gone, from: 'before' },
      ],
    });
    expect(now.body).toEqual([OWN, LEAD, TWELVE, OLD]);
  });
});
