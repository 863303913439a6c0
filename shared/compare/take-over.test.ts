import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteDigest } from '../quotes/approval';
import { resolveQuotes } from '../quotes/resolve';
import type { Approval, Block, Release, StoredQuote } from '../release/model';
import { rangeText } from '../release/text';
import { p, quoteId, release, speaker, storedQuote, withBody } from '../testing/builders';
import { compare } from './compare';
import { type Side, across, indicesAt } from './merge';
import { patch } from './patch';
import { type ChangePlace, allPlaces, takeOver } from './take-over';
import { anyRelease, edited, edits } from './testing';

const NOBODY = { people: [], approvals: 'persons' } as const;
const pairs = fc.oneof(
  fc.tuple(anyRelease, anyRelease),
  fc.tuple(anyRelease, edits).map(([a, list]): [Release, Release] => [a, { ...a, body: list.reduce(edited, a.body) }]),
);
const sides = fc.constantFrom<Side>('before', 'after');
const keeps = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });
const some = (places: readonly ChangePlace[], keep: readonly boolean[]): readonly ChangePlace[] =>
  places.filter((_, index) => keep[index % keep.length] === true);

describe('taking changes over', () => {
  test('all of them give the other release, into either side', () => {
    fc.assert(
      fc.property(pairs, sides, ([a, b], into) => {
        const comparison = compare(a, b);
        const [own, other] = into === 'before' ? [a, b] : [b, a];
        const taken = takeOver({ comparison, before: a, after: b, into, taken: allPlaces(comparison) });
        expect(taken).toEqual({ ...other, id: own.id, state: own.state, quotes: own.quotes });
        if (into === 'before') expect(taken).toEqual({ ...patch(comparison, a), state: a.state });
      }),
      { numRuns: 400 },
    );
  });

  test('none of them gives the release itself', () => {
    fc.assert(
      fc.property(pairs, sides, ([a, b], into) => {
        const taken = takeOver({ comparison: compare(a, b), before: a, after: b, into, taken: [] });
        expect(taken).toEqual(into === 'before' ? a : b);
      }),
    );
  });

  test('some of them leave every other block as it was, in its order, and bring just the blocks of theirs', () => {
    fc.assert(
      fc.property(pairs, sides, keeps, ([a, given], into, keep) => {
        const b = JSON.parse(JSON.stringify(given)) as Release; // shares no block with the other
        const comparison = compare(a, b);
        const places = some(allPlaces(comparison), keep);
        const rows = new Set(places.flatMap((place) => (place.in === 'body' ? [place.row] : [])));
        const [own, other] = into === 'before' ? [a, b] : [b, a];
        const { body } = takeOver({ comparison, before: a, after: b, into, taken: places });

        const indices = (side: Side, isTaken: boolean): number[] =>
          comparison.blocks
            .flatMap((row, index) => (rows.has(index) === isTaken ? indicesAt(row, side) : []))
            .sort((one, next) => one - next);
        const untouched = indices(into, false).flatMap((index) => own.body[index] ?? []);
        const brought = indices(across(into), true).flatMap((index) => other.body[index] ?? []);
        // Every block is one of the two texts' own values, so identity tells which.
        const origin = new Set<Block>(untouched);
        expect(body.filter((block) => origin.has(block))).toEqual(untouched);
        expect(body.filter((block) => !origin.has(block))).toEqual(brought);
      }),
      { numRuns: 400 },
    );
  });

  test('some of the fields leave the others, and the state is never taken', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, keeps, (a, b, keep) => {
        const comparison = compare(a, b);
        const places = some(allPlaces(comparison), keep);
        const has = (field: string): boolean => places.some((place) => place.in === 'fields' && place.field === field);
        const taken = takeOver({ comparison, before: a, after: b, into: 'before', taken: places });
        expect(taken.state).toBe(a.state);
        expect(taken.headline).toBe((has('headline') ? b : a).headline);
        expect(taken.embargo).toEqual((has('embargo') ? b : a).embargo);
        expect(taken.dateline).toEqual({
          place: (has('place') ? b : a).dateline.place,
          date: (has('date') ? b : a).dateline.date,
        });
      }),
    );
  });
});

const LEAD = 'The county opens two libraries in the spring.';
const TEAM = 'The larger building stands beside the old market hall.';
const SAID = 'Ada Reed said: “Ten rooms are ready and two more will follow in May.”';
const ADA = speaker('Ada Reed', { role: 'county librarian' });

/** The words between the quote marks of a text, marks included, as a range. */
const quoted = (text: string, block: number): [number, number, number] => [
  block,
  text.indexOf('“'),
  text.lastIndexOf('”') + 1,
];
const approvalOf = (text: string, who = ADA): Approval => {
  const words = text.slice(text.indexOf('“'), text.lastIndexOf('”') + 1);
  return {
    digest: quoteDigest(words, who.name, who.role),
    words,
    speaker: who.name,
    role: who.role,
    approvedBy: 'Private office',
    how: 'phone',
    at: '2026-11-19T16:20:00.000Z',
    recordedBy: 'Test Writer',
  };
};
const withQuote = (body: readonly Block[], quote: StoredQuote | null): Release =>
  release({ body, quotes: quote === null ? [] : [quote] });
const takeAll = (before: Release, after: Release, into: Side): Release => {
  const comparison = compare(before, after, NOBODY);
  return takeOver({ comparison, before, after, into, taken: allPlaces(comparison) });
};
/** The words of the only quote, and its status. */
const only = (of: Release): readonly [string, string] | undefined =>
  resolveQuotes(of, NOBODY).map(({ words, status }) => [words, status] as const)[0];

describe('quotes that are taken over', () => {
  const changed = SAID.replace('Ten', 'Twelve');
  const approved = { speaker: ADA, approvals: [approvalOf(SAID)] };
  const draft = withQuote([p(LEAD), p(SAID)], storedQuote('q-ada00001', [quoted(SAID, 1)], approved));

  test('an approval lapses with the words that come in, and is back with the words it binds', () => {
    const working = withQuote([p(LEAD), p(changed)], storedQuote('q-ada00001', [quoted(changed, 1)], approved));
    expect(only(draft)?.[1]).toBe('approved');
    expect(only(working)?.[1]).toBe('changed since approval');
    expect(only(takeAll(draft, working, 'after'))).toEqual([
      '“Ten rooms are ready and two more will follow in May.”',
      'approved',
    ]);
    expect(only(takeAll(draft, working, 'before'))?.[1]).toBe('changed since approval');
  });

  test('a quote in a block that is not taken keeps its place although a block comes in above it', () => {
    const after = withQuote([p(TEAM), p(LEAD), p(SAID)], null);
    const taken = takeAll(draft, after, 'before');
    expect(taken.quotes[0]?.ranges).toEqual([{ block: 2, start: 15, end: SAID.length }]);
    expect(rangeText(taken.body, taken.quotes[0]?.ranges[0] ?? { block: 0, start: 0, end: 0 })).toBe(SAID.slice(15));
  });

  test('an approval that only the other draft has comes with the words it binds', () => {
    const working = withQuote(
      [p(LEAD), p(changed)],
      storedQuote('q-ada00001', [quoted(changed, 1)], { speaker: ADA, approvals: [] }),
    );
    const taken = takeAll(draft, working, 'after');
    expect(only(taken)?.[1]).toBe('approved');
    expect(taken.quotes[0]?.approvals).toEqual([approvalOf(SAID)]);
  });

  test('a speaker set here stays when only words of the quotation come in', () => {
    const corrected = storedQuote('q-ada00001', [quoted(changed, 1)], { speaker: speaker('Tom Hale'), approvals: [] });
    const taken = takeAll(draft, withQuote([p(LEAD), p(changed)], corrected), 'after');
    expect(taken.quotes[0]?.speaker?.name).toBe('Tom Hale');
    expect(only(taken)?.[1]).toBe('changed since approval');
  });

  test('a speaker comes with the words that name her', () => {
    const tom = changed.replace('Ada Reed', 'Tom Hale');
    const by = storedQuote('q-ada00001', [quoted(tom, 1)], { speaker: speaker('Tom Hale'), approvals: [] });
    const taken = takeAll(draft, withQuote([p(LEAD), p(tom)], by), 'after');
    expect(taken.quotes[0]?.speaker?.name).toBe('Ada Reed');
    expect(only(taken)?.[1]).toBe('approved');
  });

  test('a paragraph that comes back brings the quote that was settled in it', () => {
    const taken = takeAll(draft, withQuote([p(LEAD)], null), 'after');
    expect(taken.quotes).toEqual(draft.quotes);
    expect(only(taken)?.[1]).toBe('approved');
  });

  test('a quote whose paragraph is taken out keeps its facts and no place', () => {
    const taken = takeAll(draft, withQuote([p(LEAD)], null), 'before');
    expect(taken.quotes).toEqual([{ ...draft.quotes[0], ranges: [] }]);
  });

  test('one that the other draft has not settled follows its words through a split', () => {
    const [lead, rest] = ['The rooms are nearly done, and the lifts with them.', SAID];
    const whole = `${lead} ${rest}`;
    const working = withQuote([p(whole)], storedQuote('q-ada00001', [quoted(whole, 0)], approved));
    const taken = takeAll(working, withQuote([p(lead), p(rest)], null), 'before');
    expect(taken.body).toEqual([p(lead), p(rest)]);
    expect(taken.quotes[0]?.ranges).toEqual([{ block: 1, start: 15, end: SAID.length }]);
    expect(only(taken)?.[1]).toBe('approved');
  });

  test('a moved paragraph of a running quotation takes its part of the quote with it', () => {
    const [one, two] = ['Ada Reed said: “The first hall opens in March.', '“The second hall opens in June.”'];
    const id = quoteId('q-ada00001');
    const [first, second] = [
      { start: 15, end: one.length },
      { start: 0, end: two.length },
    ];
    const at = (a: number, b: number): StoredQuote => ({
      ...storedQuote('q-ada00001', [], { speaker: ADA }),
      id,
      ranges: [
        { block: a, ...first },
        { block: b, ...second },
      ],
    });
    const before = withQuote([p(one), p(two), p(LEAD), p(TEAM)], at(0, 1));
    const after = withQuote([p(LEAD), p(TEAM), p(one), p(two)], at(2, 3));
    expect(takeAll(before, after, 'before').quotes[0]?.ranges).toEqual(after.quotes[0]?.ranges);
    expect(takeAll(before, after, 'after').quotes[0]?.ranges).toEqual(before.quotes[0]?.ranges);
  });

  test('every range lies within its block, whatever is taken', () => {
    const settled = (of: Release, nth: number): Release => ({
      ...of,
      quotes: of.body.flatMap((block, index) => {
        const { length } = block.runs.map(({ text }) => text).join('');
        return length < 3 ? [] : [storedQuote(`q-any0000${index + nth}`, [[index, 1, length]])];
      }),
    });
    fc.assert(
      fc.property(pairs, sides, keeps, fc.nat(1), ([a, b], into, keep, nth) => {
        const [before, after] = [settled(a, 0), settled(b, nth)];
        const comparison = compare(before, after, NOBODY);
        const { body, quotes } = takeOver({
          comparison,
          before,
          after,
          into,
          taken: some(allPlaces(comparison), keep),
        });
        const own = into === 'before' ? before : after;
        expect(quotes.map(({ id }) => id)).toEqual(expect.arrayContaining(own.quotes.map(({ id }) => id)));
        for (const range of quotes.flatMap(({ ranges }) => ranges)) {
          expect(rangeText(body, range)).toHaveLength(range.end - range.start);
          expect(range.end).toBeGreaterThan(range.start);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('with nothing taken from the body the quotes are the very same', () => {
    const after = { ...withBody(p(changed)), headline: 'New rooms' };
    const comparison = compare(draft, after, NOBODY);
    const taken = takeOver({
      comparison,
      before: draft,
      after,
      into: 'before',
      taken: [{ in: 'fields', field: 'headline' }],
    });
    expect(taken).toEqual({ ...draft, headline: 'New rooms' });
  });
});
