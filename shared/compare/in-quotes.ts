import type { Quote } from '../quotes/model';
import type { Release } from '../release/model';
import { blockText } from '../release/text';
import { markRepairs } from './mark-repairs';
import { type Side, indicesAt } from './merge';
import type { BlockChange } from './model';
import { stretchesOf } from './offsets';

type Sides = {
  readonly before: Release;
  readonly after: Release;
  readonly quotesBefore: readonly Quote[];
  readonly quotesAfter: readonly Quote[];
};

/**
 * Marks the rows of a body that touch a quotation: some of its words changed, came or went, or it stands in a block that
 * moved; and says which marks of running quotations came or went. In: the rows, the two releases and their quotes as resolved.
 * Out: the rows, with `inQuote` and `marks` where they hold.
 */
export const markQuotes = (rows: readonly BlockChange[], sides: Sides): readonly BlockChange[] => {
  const marksOf = markRepairs(sides);
  const ranges = { before: rangesByBlock(sides.quotesBefore), after: rangesByBlock(sides.quotesAfter) };
  return rows.map((row): BlockChange => {
    if (row.kind === 'same' || row.kind === 'formatting') return row;
    const isTouched = (['before', 'after'] as const).some((side) => touches(row, side, ranges[side], sides[side]));
    const marks = marksOf(row);
    return isTouched || marks.length > 0 ? { ...row, inQuote: true, ...(marks.length > 0 ? { marks } : {}) } : row;
  });
};

type Spans = readonly { readonly start: number; readonly end: number }[];

const rangesByBlock = (quotes: readonly Quote[]): ReadonlyMap<number, Spans> => {
  const found = new Map<number, Spans>();
  for (const { block, start, end } of quotes.flatMap(({ ranges }) => ranges)) {
    found.set(block, [...(found.get(block) ?? []), { start, end }]);
  }
  return found;
};

const touches = (row: BlockChange, side: Side, ranges: ReadonlyMap<number, Spans>, release: Release): boolean => {
  let from = 0;
  const spans = indicesAt(row, side).flatMap((index) => {
    const start = from;
    const block = release.body[index];
    from += (block === undefined ? 0 : blockText(block).length) + 1;
    return (ranges.get(index) ?? []).map((range) => ({ start: start + range.start, end: start + range.end }));
  });
  if (spans.length === 0) return false;
  if (row.kind.startsWith('moved')) return true;
  // What was only put in or taken out beside the marks is no word of the quotation.
  return stretchesOf(row.words).some((stretch) => {
    const { start, end } = stretch[side];
    return spans.some((span) =>
      start === end ? span.start < start && start < span.end : start < span.end && span.start < end,
    );
  });
};
