import type { Layout } from '../../shared/compare/line';
import { indicesAt } from '../../shared/compare/merge';
import type { Comparison, QuoteChange } from '../../shared/compare/model';

/** Where a quote of a comparison stands in the sheet: the key of its line, and the change of it, null where it has none. */
export type QuotePlace = { readonly line: string; readonly change: number | null };

/** The place of a quote: where it begins after, or began before where it is gone. Null where it has no place in the body. */
export const placeOfQuote = (quote: QuoteChange, comparison: Comparison, layout: Layout): QuotePlace | null => {
  const side = quote.blockAfter === null ? 'before' : 'after';
  const block = quote.blockAfter ?? quote.blockBefore;
  const row = comparison.blocks.findIndex((each) => block !== null && indicesAt(each, side).includes(block));
  if (row === -1) return null;
  const change = layout.changes.findIndex(({ place }) => place.in === 'body' && place.row === row);
  return { line: `body ${row}`, change: change === -1 ? null : change };
};
