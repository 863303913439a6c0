import type { NewsroomSettings } from '../newsroom/model';
import type { Person } from '../people/model';
import type { Range, Release, StoredQuote } from '../release/model';
import { statusOf } from './approval';
import { stoodBefore } from './before';
import { findQuotes, type FindQuotes } from './find';
import type { FoundQuote, Quote, QuoteBlock } from './model';
import { quoteBlocks, wordsOfTexts } from './words';

/** What the status of a quote depends on besides the release. */
export type ResolveContext = { readonly people: readonly Person[]; readonly approvals: NewsroomSettings['approvals'] };

/** How many characters two lists of ranges share. */
export const overlap = (a: readonly Range[], b: readonly Range[]): number => {
  let shared = 0;
  for (const x of a)
    for (const y of b)
      if (x.block === y.block) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared;
};

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
const clamped = (blocks: readonly QuoteBlock[], ranges: readonly Range[]): readonly Range[] =>
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
const anchor = (
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

/** A found quote of which nothing changed is the same value (`QuoteFinder`), and so is what is shown of it. */
const shownAlone = new WeakMap<FoundQuote, Quote>();

const byPlace = (a: Quote, b: Quote): number => {
  const [x, y] = [a.ranges[0], b.ranges[0]];
  return (x?.block ?? 0) - (y?.block ?? 0) || (x?.start ?? 0) - (y?.start ?? 0);
};

/**
 * The quotes of a release as shown: what is found in the body joined with what a person settled. A stored quote that
 * overlaps a found one takes its ranges, unless its span was drawn by hand; "not a quote" hides what it overlaps; a
 * stored quote that matches nothing keeps its words; one with no words left is not in the list. One that was published
 * before Standfirst, and stands as it stood, needs nothing. In document order. An editor passes a finder of its own
 * (`createQuoteFinder`), which keeps what did not change between two calls.
 */
export const resolveQuotes = (
  release: Pick<Release, 'body' | 'quotes' | 'before'>,
  context: ResolveContext,
  find: FindQuotes = findQuotes,
): Quote[] => {
  const blocks = quoteBlocks(release.body);
  const { anchored, free } = anchor(blocks, release.quotes, find(blocks, context.people));
  const isFromBefore = release.before === undefined ? null : stoodBefore(release);
  const shown = (stored: StoredQuote | null, ranges: readonly Range[], found: FoundQuote | null): Quote => {
    const words = wordsOfTexts(blocks, ranges);
    const first = ranges[0];
    const status = statusOf({ stored, words, people: context.people, approvals: context.approvals });
    const isBefore = isFromBefore !== null && ranges.every(({ block }) => isFromBefore(blocks[block]?.text ?? ''));
    return {
      key: stored?.id ?? `found:${String(first?.block ?? 0)}:${String(first?.start ?? 0)}`,
      stored,
      ranges,
      words,
      type: found?.type ?? 'direct',
      missingClose: found?.missingClose ?? false,
      proposals: found?.proposals ?? [],
      cue: found?.cue ?? null,
      ...(isBefore && (status === 'no speaker' || status === 'needs approval')
        ? { status: 'no approval needed' as const, before: true as const }
        : { status }),
    };
  };
  const quotes = [
    ...anchored.map(({ stored, ranges, found }) => shown(stored, ranges, found)),
    ...free.map((found) => {
      // Whether it is from before depends on the whole text it stands in, which may change around it.
      if (isFromBefore !== null) return shown(null, found.ranges, found);
      const quote = shownAlone.get(found) ?? shown(null, found.ranges, found);
      shownAlone.set(found, quote);
      return quote;
    }),
  ];
  return quotes.sort(byPlace);
};

/** The words a person said are not a quote and that still stand in the text, so that they can be brought back. */
export const notQuotes = (
  release: Pick<Release, 'body' | 'quotes'>,
): { readonly stored: StoredQuote; readonly words: string }[] => {
  const blocks = quoteBlocks(release.body);
  return release.quotes.flatMap((stored) => {
    const ranges = stored.notAQuote === true ? clamped(blocks, stored.ranges) : [];
    return ranges.length === 0 ? [] : [{ stored, words: wordsOfTexts(blocks, ranges) }];
  });
};

/**
 * The stored quotes with their ranges fitted to the text as it is, for saving. Nothing is dropped; order is kept. An
 * editor passes its own finder, and the people it finds with, so that the text is not read again.
 */
export const anchorQuotes = (
  release: Pick<Release, 'body' | 'quotes'>,
  people: readonly Person[] = [],
  find: FindQuotes = findQuotes,
): StoredQuote[] => {
  const blocks = quoteBlocks(release.body);
  const { anchored } = anchor(blocks, release.quotes, find(blocks, people));
  const byStored = new Map(anchored.map((each) => [each.stored, each]));
  return release.quotes.map((stored) => {
    const now = byStored.get(stored);
    return now === undefined
      ? { ...stored, ranges: clamped(blocks, stored.ranges) }
      : { ...stored, ranges: now.ranges };
  });
};
