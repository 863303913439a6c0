import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, Release } from '../release/model';
import { blockText } from '../release/text';
import { resolveQuotes } from '../quotes/resolve';
import { image, p, release, speaker, storedQuote } from '../testing/builders';
import { carryOut, isSameText } from './carry-out';
import { compare } from './compare';
import type { Side } from './merge';
import { type ChangePlace, allPlaces } from './take-over';
import { type Edit, anyRelease, edited, edits } from './testing';

const LEAD = p('The county opens two libraries in the spring.');
const TEN = p('The larger building has ten rooms for children and their teachers.');
const TWELVE = p('The larger building has twelve rooms for children and their teachers.');
const OLD = p('The old reading room closes for good when the new one opens its doors.');
const OWN = p('A line that only the working text has, about parking on market days.');

const of = (...body: readonly Block[]): Release => release({ body });
type Which = (place: ChangePlace) => boolean;
const carried = (before: Release, after: Release, working: Release, from: Side, which: Which = () => true) => {
  const comparison = compare(before, after);
  const places = allPlaces(comparison).filter(which);
  return carryOut({ working, comparison, before, after, taken: places.map((place) => ({ place, from })) });
};
const taken = (...of: Parameters<typeof carried>): Release => carried(...of).release;

describe('changes between two drafts, carried out on the working text', () => {
  test('where the working text is one of the two, all of them give the other, with its own state', () => {
    fc.assert(
      fc.property(anyRelease, anyRelease, (a, b) => {
        const now = taken(a, b, { ...b, state: 'agreed' }, 'before');
        expect(now).toEqual({ ...a, state: 'agreed', quotes: b.quotes });
      }),
      { numRuns: 50 },
    );
  });

  test('where it is a third text, changed words come to where they stand in it, and its own lines stay', () => {
    const working = of(OWN, LEAD, TEN);
    expect(taken(of(LEAD, TEN), of(LEAD, TWELVE), working, 'after').body).toEqual([OWN, LEAD, TWELVE]);
  });

  test('a paragraph that one draft lacks goes from the working text, or comes to it', () => {
    expect(taken(of(LEAD, OLD, TEN), of(LEAD, TEN), of(LEAD, OLD, TEN, OWN), 'after').body).toEqual([LEAD, TEN, OWN]);
    expect(taken(of(LEAD, OLD, TEN), of(LEAD, TEN), of(LEAD, TEN, OWN), 'before').body).toEqual([LEAD, OLD, TEN, OWN]);
  });

  test('words that the working text has already leave it the very same', () => {
    const working = of(LEAD, TWELVE, OWN);
    expect(taken(of(LEAD, TEN), of(LEAD, TWELVE), working, 'after')).toBe(working);
  });

  test('a running quotation that becomes shorter, with a mark to be put right, takes nobody else’s quote', () => {
    const unas = '“No, we shall not do that, neither now nor in all the years to come.”';
    const una = p(`${unas} said Una Hill.`);
    const quotes = (ofTom: readonly (readonly [number, number, number])[], block: number) => [
      storedQuote('q-tom', ofTom, { speaker: speaker('Tom Cole') }),
      storedQuote('q-una', [[block, 0, unas.length]], { speaker: speaker('Una Hill') }),
    ];
    const before = {
      ...of(p('Tom Cole said: “We start in May.'), p('“We end in June.”'), una),
      quotes: quotes(
        [
          [0, 15, 32],
          [1, 0, 17],
        ],
        2,
      ),
    };
    const after = { ...of(p('Tom Cole said: “We start in May.”'), una), quotes: quotes([[0, 15, 33]], 1) };
    const removed = compare(before, after).blocks.findIndex(({ kind }) => kind === 'removed');
    const now = taken(before, after, before, 'after', (place) => place.in === 'body' && place.row === removed);
    const shown = resolveQuotes(now, { people: [], approvals: 'persons' });
    expect(shown.map(({ words, stored }) => [words, stored?.speaker?.name])).toEqual([
      ['“We start in May.”', 'Tom Cole'],
      [unas, 'Una Hill'],
    ]);
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
    }).release;
    expect(now.body).toEqual([OWN, LEAD, TWELVE, OLD]);
  });
});

describe('words that only the working text has', () => {
  const SINCE = ' Parking is free on market days, the council decided last night.';
  const more = p('The larger building has ten rooms for children and their teachers.' + SINCE);
  const row = { in: 'body', row: 1 };

  test('stay where they were added to a paragraph, and the change is told as passed over', () => {
    const working = of(LEAD, more);
    const now = carried(of(LEAD, TEN), of(LEAD, TWELVE), working, 'after');
    expect(now.release).toBe(working);
    expect(now.passedOver).toEqual([row]);
  });

  test('stay where a paragraph that goes is only like theirs', () => {
    const removed = p('Mayor Ann Lee opens the new library in Hexley on Friday.');
    const caption = 'Mayor Ann Lee opens the new library in Hexley.';
    for (const own of [image({}, caption), p(caption), image({}, blockText(removed))]) {
      const working = of(LEAD, own);
      const now = carried(of(LEAD), of(LEAD, removed), working, 'before');
      expect(now.release).toBe(working);
      expect(now.passedOver).toEqual([row]);
    }
  });

  test('stay where a paragraph that comes is only like theirs', () => {
    const working = of(LEAD, more);
    const now = carried(of(LEAD), of(LEAD, TWELVE), working, 'after');
    expect(now.release).toBe(working);
    expect(now.passedOver).toEqual([row]);
  });

  test('stay in a field, and in the notes', () => {
    const [before, after] = [
      release({ headline: 'Ten rooms', notes: [TEN] }),
      release({ headline: 'Twelve rooms', notes: [TWELVE] }),
    ];
    const working = release({ headline: 'Rooms for all', notes: [more] });
    const now = carried(before, after, working, 'after');
    expect(now.release).toBe(working);
    expect(now.passedOver).toEqual([
      { in: 'notes', row: 0 },
      { in: 'fields', field: 'headline' },
    ]);
    const beside = release({ headline: 'Ten rooms', notes: [TEN], body: [OWN] });
    expect(carried(before, after, beside, 'after')).toEqual({
      release: release({ headline: 'Twelve rooms', notes: [TWELVE], body: [OWN] }),
      passedOver: [],
    });
  });

  test('stay whatever the three texts are', () => {
    const edit = (body: readonly Block[], list: readonly Edit[]) => list.reduce(edited, body);
    // Marks are put right where a quotation comes apart.
    const words = (block: Block): string => blockText(block).replace(/[“”]/g, '');
    fc.assert(
      fc.property(anyRelease, edits, edits, edits, fc.constantFrom('before', 'after'), (start, a, b, own, from) => {
        const texts = { before: of(...edit(start.body, a)), after: of(...edit(start.body, b)) };
        const working = of(...edit(start.body, own));
        const into = texts[from === 'before' ? 'after' : 'before'];
        if (isSameText(working, into)) return;
        const now = taken(texts.before, texts.after, working, from).body.map(words);
        const known = new Set(into.body.map(words));
        for (const each of working.body.map(words)) if (!known.has(each)) expect(now).toContain(each);
      }),
    );
  });
});
