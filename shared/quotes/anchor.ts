import type { Range, Speaker, StoredQuote } from '../release/model';
import type { FoundQuote, QuoteBlock } from './model';
import { common, overlap, rangesOutside } from './ranges';

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

const LETTER = /[\p{L}\p{N}]/u;

const holdWords = (blocks: readonly QuoteBlock[], ranges: readonly Range[]): boolean =>
  ranges.some(({ block, start, end }) => LETTER.test((blocks[block]?.text ?? '').slice(start, end)));

/** A range without the white space at its edges; none where it holds no words. */
const withoutEdges = (blocks: readonly QuoteBlock[], { block, start, end }: Range): readonly Range[] => {
  const text = (blocks[block]?.text ?? '').slice(start, end);
  if (!LETTER.test(text)) return [];
  return [{ block, start: start + text.length - text.trimStart().length, end: start + text.trimEnd().length }];
};

/** Whether words of a found quote lie on the ranges. A mark alone is no word, save where the quote has none: “…”. */
const shareWords = (blocks: readonly QuoteBlock[], own: readonly Range[], { ranges }: FoundQuote): boolean => {
  const shared = common(own, ranges);
  return shared.length > 0 && (holdWords(blocks, shared) || !holdWords(blocks, ranges));
};

/** A stored quote, its words as far as they are still there, and the found quotes that have some of them. */
type Wanted = {
  readonly quote: StoredQuote;
  readonly own: readonly Range[];
  readonly matches: readonly FoundQuote[];
};

/** Who may take which found quote: whoever has most of its words first. */
const pairsOf = (wanted: readonly Wanted[]) =>
  wanted
    .flatMap(({ quote, own, matches }) => matches.map((match) => ({ quote, match, size: overlap(own, match.ranges) })))
    .sort((a, b) => b.size - a.size);

/** A stored quote and where it lies now; `found` is what the engine sees there. */
export type Anchored = {
  readonly stored: StoredQuote;
  readonly ranges: readonly Range[];
  readonly found: FoundQuote | null;
  /** The words in it of another speaker's quote: the two run together. */
  readonly others: readonly Range[];
  /** Its own words that another speaker's quote has so. */
  readonly elsewhere: readonly Range[];
};
type Anchoring = { readonly anchored: readonly Anchored[]; readonly free: readonly FoundQuote[] };

/**
 * Says where stored quotes lie. Each found quote goes to one of them at most: spans drawn by hand are settled first, then
 * the others, whoever has most of its words before the rest, in stored order where they have as many. One that matches
 * nothing keeps its words, if no other has them; one of which a found quote has but a mark has no place. In: the texts,
 * the stored quotes, the found ones. Out: those with a place, and the found ones that none has, or what spans drawn by hand
 * leave of them.
 */
export const anchor = (
  blocks: readonly QuoteBlock[],
  stored: readonly StoredQuote[],
  found: readonly FoundQuote[],
): Anchoring => {
  const places = new Places<FoundQuote>();
  for (const each of found) places.add(each, each.ranges);
  const live = stored.flatMap((quote): readonly Wanted[] => {
    const own = clamped(blocks, quote.ranges);
    const met = [...places.on(own)];
    const matches = met.filter((each) => shareWords(blocks, own, each));
    const isMarkAlone = met.length > 0 && matches.length === 0;
    return own.length === 0 || isMarkAlone ? [] : [{ quote, own, matches }];
  });
  const denied = live.filter(({ quote }) => quote.notAQuote === true);
  const wanted = live.filter(({ quote }) => quote.notAQuote !== true);
  const byHand = wanted.filter(({ quote }) => quote.spanByHand === true);
  const fitted = wanted.filter(({ quote }) => quote.spanByHand !== true);

  const claimed = new Set<FoundQuote>(denied.flatMap(({ matches }) => matches));
  const taken = new Places<StoredQuote>();
  const anchored = new Map<StoredQuote, Anchored>();
  const isFree = (ranges: readonly Range[]): boolean => taken.on(ranges).size === 0;
  const settle = (quote: StoredQuote, ranges: readonly Range[], match: FoundQuote | null): void => {
    taken.add(quote, ranges);
    anchored.set(quote, { stored: quote, ranges, found: match, others: [], elsewhere: [] });
  };

  for (const each of byHand) {
    const best = pairsOf([each]).find(({ match }) => !claimed.has(match));
    if (isFree(each.own)) settle(each.quote, each.own, best?.match ?? null);
  }
  // Of a quote in marks that a span drawn by hand has a part of, the rest is in somebody's mouth all the same.
  const cut = found.filter((each) => !claimed.has(each) && !each.missingClose && !isFree(each.ranges));
  for (const each of found) if (!isFree(each.ranges)) claimed.add(each);
  for (const { quote, match } of pairsOf(fitted)) {
    if (anchored.has(quote) || claimed.has(match) || !isFree(match.ranges)) continue;
    claimed.add(match);
    settle(quote, match.ranges, match);
  }
  for (const { quote, own } of fitted) if (!anchored.has(quote) && isFree(own)) settle(quote, own, null);

  return {
    anchored: runTogether(blocks, [...anchored.values()], wanted),
    free: [
      ...found.filter((each) => !claimed.has(each) && isFree(each.ranges)),
      ...cut.flatMap((each) => {
        const own = [...taken.on(each.ranges)].flatMap((quote) => anchored.get(quote)?.ranges ?? []);
        const ranges = rangesOutside(each.ranges, own).flatMap((range) => withoutEdges(blocks, range));
        return ranges.length === 0 ? [] : [{ ...each, ranges }];
      }),
    ],
  };
};

/** Whether two speakers are one: by the person, where both are known, else by the name. */
const isOneSpeaker = (a: Speaker | null, b: Speaker | null): boolean => {
  if (a === null || b === null) return a === b;
  return a.person !== null && b.person !== null ? a.person === b.person : a.name === b.name;
};

/** The anchored quotes, each with the words that it took in from another speaker's quote, and those of its own that one took in. */
const runTogether = (
  blocks: readonly QuoteBlock[],
  anchored: readonly Anchored[],
  wanted: readonly Wanted[],
): readonly Anchored[] => {
  const places = new Places<Wanted>();
  for (const each of wanted) places.add(each, each.own);
  const elsewhere = new Map<StoredQuote, Range[]>();
  const told = anchored.map((each) => {
    const own = clamped(blocks, each.stored.ranges);
    const others = [...places.on(each.ranges)]
      .filter(({ quote }) => !isOneSpeaker(quote.speaker, each.stored.speaker))
      .flatMap((other) => {
        const theirs = rangesOutside(common(other.own, each.ranges), own).filter((range) => holdWords(blocks, [range]));
        elsewhere.set(other.quote, [...(elsewhere.get(other.quote) ?? []), ...theirs]);
        return theirs;
      });
    return { ...each, others };
  });
  return told.map((each) => ({ ...each, elsewhere: elsewhere.get(each.stored) ?? [] }));
};
