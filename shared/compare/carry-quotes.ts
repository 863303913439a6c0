import type { Range, Release, StoredQuote } from '../release/model';
import { blockText } from '../release/text';
import { type MergedBlock, type Side, across, indicesAt } from './merge';
import type { BlockChange } from './model';
import { rangeAcross, stretchesOf } from './offsets';

type Carry = {
  readonly rows: readonly BlockChange[];
  /** The rows whose blocks are the other release's now. */
  readonly taken: ReadonlySet<number>;
  readonly merged: readonly MergedBlock[];
  readonly own: Release;
  readonly other: Release;
  readonly into: Side;
};

/**
 * The stored quotes of a release after some rows of a comparison were taken into it.
 *
 * Where a row was taken, a quote lies where the other release has it, if that has the same quote there; else where its
 * words went, word by word. One whose words are gone keeps its facts and no place. A quote that only the other release has
 * comes with its words. Approvals are kept from both, since each binds exact words. The speaker stays as it was set in
 * this release, unless every word of the quote was taken and words outside the quotation changed with them, as where "said Ada"
 * became "said Tom": then the other's speaker comes with its words.
 */
export const carryQuotes = (carry: Carry): readonly StoredQuote[] => {
  const { own, other } = carry;
  const places = placesOf(carry);
  const others = new Map(other.quotes.map((quote) => [quote.id, quote]));
  const kept = own.quotes.map((quote) => carried(quote, others.get(quote.id), carry, places));
  const known = new Set(own.quotes.map(({ id }) => id));
  const covered = kept.flatMap(({ ranges }) => ranges);
  const brought = other.quotes.flatMap((quote): readonly StoredQuote[] => {
    if (known.has(quote.id)) return [];
    const ranges = inTaken(quote.ranges, carry, places);
    return ranges.length === 0 || ranges.some((range) => covered.some((there) => overlaps(range, there)))
      ? []
      : [{ ...quote, ranges }];
  });
  return [...kept, ...brought];
};

type Places = {
  /** Where each block of a side stands in the merged text, if it does. */
  readonly at: Readonly<Record<Side, ReadonlyMap<number, number>>>;
  /** The row that each block of a side belongs to. */
  readonly rowAt: Readonly<Record<Side, ReadonlyMap<number, number>>>;
};

const placesOf = ({ rows, merged }: Carry): Places => {
  const at = { before: new Map<number, number>(), after: new Map<number, number>() };
  merged.forEach(({ from, index }, place) => at[from].set(index, place));
  const rowAt = { before: new Map<number, number>(), after: new Map<number, number>() };
  rows.forEach((row, nth) => {
    for (const side of ['before', 'after'] as const)
      for (const index of indicesAt(row, side)) rowAt[side].set(index, nth);
  });
  return { at, rowAt };
};

const overlaps = (one: Range, next: Range): boolean =>
  one.block === next.block && one.start < next.end && next.start < one.end;

const carried = (quote: StoredQuote, there: StoredQuote | undefined, carry: Carry, places: Places): StoredQuote => {
  const { own, into, taken } = carry;
  const rowOf = (range: Range): number | undefined => places.rowAt[into].get(range.block);
  const isTaken = (range: Range): boolean => taken.has(rowOf(range) ?? -1);
  const staying = quote.ranges.filter((range) => !isTaken(range));
  const going = quote.ranges.filter(isTaken);
  const kept = staying.flatMap((range): readonly Range[] => {
    const block = places.at[into].get(range.block);
    return block === undefined ? [] : [{ ...range, block }];
  });

  // The other release's own place for the quote, in the rows it shares with this one, or where nothing of it stays here.
  const ownRows = new Set(going.map(rowOf));
  const fromOther = inTaken(there?.ranges ?? [], carry, places, (row) => {
    if (staying.length === 0 || ownRows.has(row)) return true;
    return indicesAt(carry.rows[row] ?? NO_ROW, into).length === 0;
  });
  const followed =
    fromOther.length > 0 ? [] : going.flatMap((range) => follow(range, own, carry, places, rowOf(range) ?? -1));
  const ranges = [...kept, ...fromOther, ...followed].sort(
    (one, next) => one.block - next.block || one.start - next.start,
  );
  if (there === undefined || fromOther.length === 0) return { ...quote, ranges };
  const isWhole = staying.length === 0;
  const speaker =
    isWhole && changesAround(quote, there, carry, places) ? (there.speaker ?? quote.speaker) : quote.speaker;
  return { ...quote, ranges, speaker: speaker ?? there.speaker, approvals: bothApprovals(quote, there) };
};

const NO_ROW: BlockChange = {
  kind: 'same',
  before: null,
  after: null,
  words: [],
  formatting: [],
  type: 'paragraph',
};

/** The other release's ranges that lie in rows that were taken (and pass a test), where they stand now. */
const inTaken = (
  ranges: readonly Range[],
  { taken, into }: Carry,
  { at, rowAt }: Places,
  passes: (row: number) => boolean = () => true,
): readonly Range[] => {
  const other = across(into);
  return ranges.flatMap((range): readonly Range[] => {
    const row = rowAt[other].get(range.block) ?? -1;
    const block = at[other].get(range.block);
    return taken.has(row) && block !== undefined && passes(row) ? [{ ...range, block }] : [];
  });
};

/** Where the words of a range of this release went in the blocks of the row that was taken. */
const follow = (range: Range, own: Release, carry: Carry, places: Places, row: number): readonly Range[] => {
  const { rows, into, other } = carry;
  const change = rows[row];
  if (change === undefined) return [];
  const start = indicesAt(change, into)
    .filter((index) => index < range.block)
    .reduce((sum, index) => sum + lengthOf(own, index) + 1, 0);
  const place = rangeAcross(change.words, into, { start: start + range.start, end: start + range.end });
  if (place === null) return [];
  let from = 0;
  return indicesAt(change, across(into)).flatMap((index): readonly Range[] => {
    const length = lengthOf(other, index);
    const [first, last] = [Math.max(place.start - from, 0), Math.min(place.end - from, length)];
    from += length + 1;
    const block = places.at[across(into)].get(index);
    return block === undefined || first >= last ? [] : [{ block, start: first, end: last }];
  });
};

const lengthOf = (release: Release, index: number): number => {
  const block = release.body[index];
  return block === undefined ? 0 : blockText(block).length;
};

/** Whether words outside a quotation changed in the rows in which it stands. */
const changesAround = (quote: StoredQuote, there: StoredQuote, carry: Carry, places: Places): boolean => {
  const { rows, into, own, other } = carry;
  const sides = [
    { side: into, ranges: quote.ranges, release: own },
    { side: across(into), ranges: there.ranges, release: other },
  ];
  return sides.some(({ side, ranges, release }) => {
    const touched = new Set(ranges.map(({ block }) => places.rowAt[side].get(block) ?? -1));
    return [...touched].some((row) => {
      const change = rows[row];
      if (change === undefined) return false;
      let from = 0;
      const inside = indicesAt(change, side).flatMap((index) => {
        const start = from;
        from += lengthOf(release, index) + 1;
        return ranges
          .filter(({ block }) => block === index)
          .map((range) => ({ start: start + range.start, end: start + range.end }));
      });
      return stretchesOf(change.words).some(({ [side]: { start, end } }) => {
        const isWithin = inside.some((range) => range.start <= start && end <= range.end);
        return start < end && !isWithin;
      });
    });
  });
};

/** All approvals ever recorded in either, oldest first, each once. */
const bothApprovals = (one: StoredQuote, next: StoredQuote): StoredQuote['approvals'] => {
  const keyOf = ({ digest, at, approvedBy }: StoredQuote['approvals'][number]): string =>
    `${digest} ${at} ${approvedBy}`;
  const known = new Set(one.approvals.map(keyOf));
  const more = next.approvals.filter((approval) => !known.has(keyOf(approval)));
  if (more.length === 0) return one.approvals;
  return [...one.approvals, ...more].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
};
