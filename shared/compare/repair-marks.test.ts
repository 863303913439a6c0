import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../quotes/approval';
import { resolveQuotes } from '../quotes/resolve';
import type { Block, Release } from '../release/model';
import { blockText } from '../release/text';
import { image, p, release, speaker, storedQuote } from '../testing/builders';
import { carryOut } from './carry-out';
import { compare } from './compare';
import { allPlaces } from './take-over';

const LEAD = 'The harbour office opened its doors on Monday.';
const ONE = '“We will begin with the eastern steps, where the sea came in.';
const TWO = '“The lamps along the front will be lit again by Christmas.';
const THREE = '“Nobody will have to walk home in the dark next winter.';

const of = (...body: readonly (string | Block)[]): Release =>
  release({ body: body.map((each) => (typeof each === 'string' ? p(each) : each)) });

/** What is left of a text once the rows of some kinds, or with some words, are taken over from the other. */
const after = (own: Release, other: Release, wanted: RegExp, working = own): readonly string[] => {
  const comparison = compare(own, other);
  const taken = allPlaces(comparison).filter((place) => {
    const row = place.in === 'body' ? comparison.blocks[place.row] : undefined;
    return row !== undefined && wanted.test(`${row.kind} ${row.words.map(({ text }) => text).join('')}`);
  });
  const places = taken.map((place) => ({ place, from: 'after' as const }));
  return carryOut({ working, comparison, before: own, after: other, taken: places }).release.body.map(blockText);
};

describe('the marks of a running quotation, once a part of its changes was taken over', () => {
  test('follow a paragraph that moved: the one that is last now closes, the one that was does not', () => {
    const own = of(LEAD, ONE, TWO, `${THREE}”`);
    const other = of(LEAD, THREE, ONE, `${TWO}”`);
    expect(after(own, other, /^moved/)).toEqual([LEAD, THREE, ONE, `${TWO}”`]);
  });

  test('close the one before, where the last paragraph went', () => {
    const own = of(LEAD, ONE, TWO, `${THREE}”`);
    const other = of(LEAD, ONE, `${TWO}”`);
    expect(after(own, other, /^removed/)).toEqual([LEAD, ONE, `${TWO}”`]);
  });

  test('and open it again, where a paragraph came behind', () => {
    const own = of(LEAD, ONE, `${TWO}”`);
    const other = of(LEAD, ONE, TWO, `${THREE}”`);
    expect(after(own, other, /^added/)).toEqual([LEAD, ONE, TWO, `${THREE}”`]);
  });

  test('stand as the other has them, where all of it was taken', () => {
    const own = of(LEAD, ONE, TWO, `${THREE}”`);
    const other = of(LEAD, `${ONE}”`, `${TWO}”`);
    expect(after(own, other, /^(changed|removed)/)).toEqual([LEAD, `${ONE}”`, `${TWO}”`]);
  });

  test('and where both texts share a paragraph', () => {
    const own = of(LEAD);
    const other = of(LEAD, ONE, image(), TWO, 'The last bus” left at ten.');
    expect(after(own, other, /^added/)).toEqual(other.body.map(blockText));
  });

  test('stay open where the quotation goes on behind a picture', () => {
    const own = of(LEAD, ONE, image(), `${THREE}”`);
    const other = of(LEAD, ONE, TWO, image(), `${THREE.replace('winter', 'year')}”`);
    expect(after(own, other, /^added/)).toEqual([LEAD, ONE, TWO, '', `${THREE}”`]);
  });

  test('are not guessed where one was missing before', () => {
    const own = of(LEAD, ONE, TWO, THREE);
    const other = of(LEAD, THREE, ONE, TWO);
    expect(after(own, other, /^moved/)).toEqual([LEAD, THREE, ONE, TWO]);
  });

  test('of two quotations that were never one stay as they are', () => {
    const own = of(LEAD, `${ONE}”`, 'Tom Hale said:', `${TWO}”`, `${THREE}”`);
    const other = of(LEAD, `${ONE}”`, 'Tom Hale said:', `${THREE}”`, `${TWO}”`);
    expect(after(own, other, /^moved/)).toEqual([LEAD, `${ONE}”`, 'Tom Hale said:', `${THREE}”`, `${TWO}”`]);
  });

  test('are put right in a third text too', () => {
    const own = of(LEAD, ONE, TWO, `${THREE}”`);
    const working = of('A line of its own.', LEAD, ONE, TWO, `${THREE}”`);
    expect(after(own, of(LEAD, ONE, `${TWO}”`), /^removed/, working)).toEqual([
      'A line of its own.',
      LEAD,
      ONE,
      `${TWO}”`,
    ]);
  });

  test('belong to the stored quote, whose approval stands by the words that are left', () => {
    const ada = speaker('Ada Reed', { role: 'harbour master' });
    const whole = of(LEAD, ONE, TWO, `${THREE}”`);
    const ranges = [ONE, TWO, `${THREE}”`].map((text, nth): [number, number, number] => [nth + 1, 0, text.length]);
    const approved = `${ONE}\n${TWO}”`;
    const approval = {
      digest: quoteDigest(approved, ada.name, ada.role),
      words: approved,
      speaker: ada.name,
      role: ada.role,
      approvedBy: 'Private office',
      how: 'phone' as const,
      at: '2026-11-19T16:20:00.000Z',
      recordedBy: 'Test Writer',
    };
    const own = { ...whole, quotes: [storedQuote('q-1', ranges, { speaker: ada, approvals: [approval] })] };
    const other = { ...of(LEAD, ONE, `${TWO}”`), quotes: [] };
    const comparison = compare(own, other);
    const place = { in: 'body' as const, row: comparison.blocks.findIndex(({ kind }) => kind === 'removed') };
    const now = carryOut({
      working: own,
      comparison,
      before: own,
      after: other,
      taken: [{ place, from: 'after' }],
    }).release;
    const [quote] = resolveQuotes(now, { people: [], approvals: 'persons' });
    expect(quote?.ranges.map(({ block, start, end }) => blockText(now.body[block] ?? p()).slice(start, end))).toEqual([
      ONE,
      `${TWO}”`,
    ]);
    expect(quote?.status).toBe('approved');
  });

  test('make nobody the speaker of another’s paragraph that was moved into a quotation', () => {
    const [ada, tom] = [speaker('Ada Reed'), speaker('Tom Hale')];
    const [last, said] = ['“It was dark.”', '“We asked for lamps in the spring of last year.'];
    const of2 = (body: readonly string[], adas: readonly number[], toms: readonly number[]): Release => {
      const whole = (nth: number): [number, number, number] => [nth, 0, body[nth]?.length ?? 0];
      const quotes = [
        storedQuote('q-ada00001', adas.map(whole), { speaker: ada }),
        storedQuote('q-tom00001', toms.map(whole), { speaker: tom }),
      ];
      return { ...of(...body), quotes };
    };
    const own = of2([ONE, TWO, `${THREE}”`, LEAD, said, last], [0, 1, 2], [4, 5]);
    const other = of2([ONE, last, `${THREE}”`, LEAD, said, TWO], [0, 2, 5], [1, 4]);
    const comparison = compare(own, other);
    const place = { in: 'body' as const, row: comparison.blocks.findIndex(({ before }) => before === 5) };
    const taken = [{ place, from: 'after' as const }];
    const now = carryOut({ working: own, comparison, before: own, after: other, taken }).release;
    for (const { words, stored } of resolveQuotes(now, { people: [], approvals: 'persons' }))
      if (words.includes('It was dark')) expect(stored?.speaker ?? null).toBeNull();
    const ofTom = now.quotes[1]?.ranges.map(({ block }) => blockText(now.body[block] ?? p()));
    expect(ofTom).toContain(last.replace('”', ''));
  });
});
