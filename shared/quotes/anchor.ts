import type { Range, StoredQuote } from '../release/model';
import type { FoundQuote, QuoteBlock } from './model';
import { overlap } from './ranges';

/** Things with ranges, to be asked who lies on given ones; each block is looked up by itself. */
class Places<T> {
  private readonly byBlock = new Map<number, { readonly of: T; readonly range: Range }[]>();

  add(of: T, ranges: readonly Range[]): void {
    for (const range of ranges) {
      const there = this.byBlock.get(range.block);
      if (there === undefined) this.byBlock.set(range.block, [{ of, range }]);
      else there.push({ of, range });
    }
  }

  /** Everything that shares words with the ranges, in the order in which it was added. */
  on(ranges: readonly Range[]): ReadonlySet<T> {
    const met = ranges.flatMap((own) =>
      (this.byBlock.get(own.block) ?? []).filter(({ range }) => range.start < own.end && own.start < range.end),
    );
    return new Set(met.map(({ of }) => of));
  }
}

/** Ranges cut to the text that is there; those that cover no words are dropped. */
export const clamped = (blocks: readonly QuoteBlock[], ranges: readonly Range[]): readonly Range[] =>
  ranges.flatMap((range) => {
    const text = blocks[range.block]?.text ?? '';
    const start = Math.max(0, range.start);
    const end = Math.min(range.end, text.length);
    return text.slice(start, end).trim() === '' ? [] : [{ block: range.block, start, end }];
  });

/** A stored quote and where it lies now; `found` is what the engine sees there. */
type Anchored = { readonly stored: StoredQuote; readonly ranges: readonly Range[]; readonly found: FoundQuote | null };
type Anchoring = { readonly anchored: readonly Anchored[]; readonly free: readonly FoundQuote[] };

/** Spans drawn by hand are settled first, then the others in stored order; each found quote goes to one of them. */
export const anchor = (
  blocks: readonly QuoteBlock[],
  stored: readonly StoredQuote[],
  found: readonly FoundQuote[],
): Anchoring => {
  const live = stored
    .map((quote) => ({ quote, own: clamped(blocks, quote.ranges) }))
    .filter(({ own }) => own.length > 0);
  const denied = live.filter(({ quote }) => quote.notAQuote === true);
  const wanted = live.filter(({ quote }) => quote.notAQuote !== true);
  const places = new Places<FoundQuote>();
  for (const each of found) places.add(each, each.ranges);
  const claimed = new Set<FoundQuote>(denied.flatMap(({ own }) => [...places.on(own)]));
  const taken = new Places<StoredQuote>();
  const anchored: Anchored[] = [];
  const isFree = (ranges: readonly Range[]): boolean => taken.on(ranges).size === 0;
  const settle = (quote: StoredQuote, ranges: readonly Range[], match: FoundQuote | null): void => {
    taken.add(quote, ranges);
    anchored.push({ stored: quote, ranges, found: match });
  };
  const bestFor = (own: readonly Range[]): FoundQuote | null => {
    let best: FoundQuote | null = null;
    for (const each of places.on(own)) {
      const shared = claimed.has(each) ? 0 : overlap(own, each.ranges);
      if (shared > 0 && (best === null || shared > overlap(own, best.ranges))) best = each;
    }
    return best;
  };
  for (const { quote, own } of wanted.filter((each) => each.quote.spanByHand === true)) {
    if (isFree(own)) settle(quote, own, bestFor(own));
  }
  for (const each of found) if (!isFree(each.ranges)) claimed.add(each);
  for (const { quote, own } of wanted.filter((each) => each.quote.spanByHand !== true)) {
    const match = bestFor(own);
    if (match !== null && isFree(match.ranges)) {
      claimed.add(match);
      settle(quote, match.ranges, match);
    } else if (isFree(own)) settle(quote, own, null);
  }
  return { anchored, free: found.filter((each) => !claimed.has(each) && isFree(each.ranges)) };
};
