import type { NewsroomSettings } from '../newsroom/model';
import { personOf } from '../people/find';
import type { Person } from '../people/model';
import type { Range, Release, StoredQuote } from '../release/model';
import { type Anchored, anchor, clamped } from './anchor';
import { statusOf } from './approval';
import { stoodBefore } from './before';
import { findQuotes, type FindQuotes } from './find';
import type { FoundQuote, Quote } from './model';
import { rangesOutside } from './ranges';
import { quoteBlocks, wordsOfTexts } from './words';

/** What the status of a quote depends on besides the release. */
export type ResolveContext = { readonly people: readonly Person[]; readonly approvals: NewsroomSettings['approvals'] };

/** What is shown as one quote: an anchored one, or one that is merely found. */
type Shown = Omit<Anchored, 'stored' | 'elsewhere'> & { readonly stored: StoredQuote | null };

/** A found quote of which nothing changed is the same value (`QuoteFinder`), and so is what is shown of it. */
const shownAlone = new WeakMap<FoundQuote, Quote>();

const inOrder = (a: Range | undefined, b: Range | undefined): number =>
  (a?.block ?? 0) - (b?.block ?? 0) || (a?.start ?? 0) - (b?.start ?? 0);

const byPlace = (a: Quote, b: Quote): number => inOrder(a.ranges[0], b.ranges[0]);

/**
 * The quotes of a release as shown: what is found in the body joined with what a person settled. A stored quote that
 * has words of a found one takes its ranges, unless its span was drawn by hand; "not a quote" hides what it overlaps; a
 * stored quote that matches nothing keeps its words; one with no words left is not in the list. Where the words of two
 * people run together, neither is its speaker. One that was published before Standfirst, and stands as it stood, needs
 * nothing. In document order. An editor passes a finder of its own (`createQuoteFinder`), which keeps what did not change
 * between two calls.
 */
export const resolveQuotes = (
  release: Pick<Release, 'body' | 'quotes' | 'before'>,
  context: ResolveContext,
  find: FindQuotes = findQuotes,
): Quote[] => {
  const blocks = quoteBlocks(release.body);
  const { anchored, free } = anchor(blocks, release.quotes, find(blocks, context.people));
  const isFromBefore = release.before === undefined ? null : stoodBefore(release);
  const shown = ({ stored: fact, ranges, found, others }: Shown): Quote => {
    const words = wordsOfTexts(blocks, ranges);
    const first = ranges[0];
    const settled = statusOf({ stored: fact, words, people: context.people, approvals: context.approvals });
    // Where two people's words run together, nobody accepted that one of them said them all, unless they approved just that.
    const ofTwo = fact !== null && others.length > 0 && settled !== 'approved';
    const stored = ofTwo ? { ...fact, speaker: null } : fact;
    const status = ofTwo ? 'no speaker' : settled;
    const speaker = personOf(context.people, stored?.speaker?.person ?? null);
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
      ...(ofTwo ? { ofTwo } : {}),
      ...(speaker?.kind === 'organisation' ? { ofBody: true as const } : {}),
      ...(isBefore && (status === 'no speaker' || status === 'needs approval')
        ? { status: 'no approval needed' as const, before: true as const }
        : { status }),
    };
  };
  const quotes = [
    ...anchored.map(shown),
    ...free.map((found) => {
      const alone = (): Quote => shown({ stored: null, ranges: found.ranges, found, others: [] });
      // Whether it is from before depends on the whole text it stands in, which may change around it.
      if (isFromBefore !== null) return alone();
      const quote = shownAlone.get(found) ?? alone();
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
 * The stored quotes with their ranges fitted to the text as it is, for saving. Nothing is dropped; order is kept. Where
 * two people's quotes run together, each keeps its own words, so that both are whole again once they are put apart. An
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
    if (now === undefined) return { ...stored, ranges: clamped(blocks, stored.ranges) };
    const ranges = rangesOutside(now.ranges, now.others);
    return { ...stored, ranges: now.elsewhere.length === 0 ? ranges : [...ranges, ...now.elsewhere].sort(inOrder) };
  });
};
