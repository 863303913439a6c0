import { fittingApproval, normaliseWords } from '../quotes/approval';
import type { Quote } from '../quotes/model';
import { dice, makeBags } from './likeness';
import type { QuoteChange, QuoteChangeKind } from './model';
import { longestIncreasing } from './sequence';
import { diffWords } from './words';

/**
 * Compares the quotes of two releases. In: the quotes as resolved, stored ones and found ones, each list in reading
 * order. Out: a row for every quote of `after` in its order, each removed one after the row of the quote it followed.
 *
 * Two quotes are one if they have the same stored id; else if their words are equal as an approval counts them (quote
 * marks and white space folded); else if the words are much alike, for which two different speakers must be more alike
 * than one. A changed speaker outranks changed words, since a wrong name is the worst mistake, and changed words outrank a
 * changed role; the others are told all the same. A quote whose order among the others changed, and nothing else, has moved.
 */
export const compareQuotes = (before: readonly Quote[], after: readonly Quote[]): readonly QuoteChange[] => {
  const { pairs, moved } = pairedAndMoved(before, after);
  const pairedBefore = new Set(pairs.values());
  const changes: QuoteChange[] = [];
  const putRemovedFrom = (start: number): void => {
    for (let index = start; index < before.length && !pairedBefore.has(index); index += 1) {
      const quote = before[index];
      if (quote !== undefined) changes.push(removedQuote(quote));
    }
  };
  putRemovedFrom(0);
  after.forEach((quote, index) => {
    const at = pairs.get(index);
    const old = at === undefined ? undefined : before[at];
    if (at === undefined || old === undefined) {
      changes.push(addedQuote(quote));
      return;
    }
    changes.push(pairedQuote(old, quote, moved.has(index)));
    putRemovedFrom(at + 1);
  });
  return changes;
};

/** Those whose approval lapses or returns between two states of one text. */
export const approvalEffects = (
  before: readonly Quote[],
  after: readonly Quote[],
): readonly { readonly approval: 'lapses' | 'returns'; readonly speaker: string }[] =>
  compareQuotes(before, after).flatMap(({ approval, speaker }) =>
    approval === 'lapses' || approval === 'returns' ? [{ approval, speaker }] : [],
  );

/** The name shown for a quote: the speaker a person set, else the best proposal, else empty. */
const speakerOf = (quote: Quote): string => quote.stored?.speaker?.name ?? quote.proposals[0]?.name ?? '';

type PairedAndMoved = {
  /** After index to before index. */
  readonly pairs: ReadonlyMap<number, number>;
  /** The after indices whose order among the others changed. */
  readonly moved: ReadonlySet<number>;
};

/** Works in one direction, chosen from the quotes, and mirrors if need be: read backwards, the same quotes moved. */
const pairedAndMoved = (before: readonly Quote[], after: readonly Quote[]): PairedAndMoved => {
  if (!isBackwards(before, after)) {
    const pairs = pairQuotes(before, after);
    return { pairs, moved: movedOf(pairs, before) };
  }
  const back = pairQuotes(after, before);
  return {
    pairs: new Map([...back].map(([place, index]) => [index, place])),
    moved: new Set([...movedOf(back, after)].flatMap((place) => back.get(place) ?? [])),
  };
};

const isBackwards = (before: readonly Quote[], after: readonly Quote[]): boolean => {
  if (before.length !== after.length) return before.length > after.length;
  for (const [index, quote] of before.entries()) {
    const [one, other] = [quote, after[index] ?? quote].map((each) =>
      JSON.stringify([each.words, speakerOf(each), each.stored?.id ?? '', each.ranges]),
    );
    if (one !== other) return (one ?? '') > (other ?? '');
  }
  return false;
};

/** After index to before index. */
const pairQuotes = (before: readonly Quote[], after: readonly Quote[]): ReadonlyMap<number, number> => {
  const pairs = new Map<number, number>();
  const free = new Set(before.keys());
  const pairBy = (keyOf: (quote: Quote) => string | null): void => {
    const places = new Map<string, number[]>();
    for (const index of free) {
      const quote = before[index];
      const key = quote === undefined ? null : keyOf(quote);
      if (key !== null) places.set(key, [...(places.get(key) ?? []), index]);
    }
    after.forEach((quote, index) => {
      if (pairs.has(index)) return;
      const key = keyOf(quote);
      const place = key === null ? undefined : places.get(key)?.shift();
      if (place === undefined) return;
      pairs.set(index, place);
      free.delete(place);
    });
  };
  pairBy((quote) => quote.stored?.id ?? null);
  pairBy((quote) => JSON.stringify([normaliseWords(quote.words), normaliseWords(speakerOf(quote))]));
  pairBy((quote) => normaliseWords(quote.words));
  for (const { index, place } of likePairs(before, after, free, pairs)) {
    if (!free.has(place) || pairs.has(index)) continue;
    pairs.set(index, place);
    free.delete(place);
  }
  return pairs;
};

const LIKE_OF_ONE_SPEAKER = 0.4;
const LIKE_OF_TWO = 0.7;

type LikePair = { readonly index: number; readonly place: number; readonly likeness: number };

const likePairs = (
  before: readonly Quote[],
  after: readonly Quote[],
  free: ReadonlySet<number>,
  pairs: ReadonlyMap<number, number>,
): readonly LikePair[] => {
  const bags = makeBags();
  const places = [...free];
  const indices = [...after.keys()].filter((index) => !pairs.has(index));
  const olds = places.map((place) => bags.bagOf(before[place]?.words ?? ''));
  const news = indices.map((index) => bags.bagOf(after[index]?.words ?? ''));
  const found: LikePair[] = [];
  bags.likest(olds, news).forEach((candidates, nth) => {
    for (const { index: other, weight } of candidates) {
      const place = places[nth] ?? -1;
      const index = indices[other] ?? -1;
      const [old, quote] = [before[place], after[index]];
      if (old === undefined || quote === undefined) continue;
      const likeness = dice(weight, olds[nth]?.weight ?? 0, news[other]?.weight ?? 0);
      const isOneSpeaker = normaliseWords(speakerOf(old)) === normaliseWords(speakerOf(quote));
      if (likeness >= (isOneSpeaker ? LIKE_OF_ONE_SPEAKER : LIKE_OF_TWO)) found.push({ index, place, likeness });
    }
  });
  return found.sort(
    (one, other) => other.likeness - one.likeness || one.index - other.index || one.place - other.place,
  );
};

// One quote outweighs any amount of text: the fewest quotes move, and among equals the shortest.
const QUOTE_WEIGHT = 2 ** 32;

/** The after indices whose order among the others changed. */
const movedOf = (pairs: ReadonlyMap<number, number>, before: readonly Quote[]): ReadonlySet<number> => {
  const ordered = [...pairs].sort(([one], [other]) => one - other);
  const inPlace = new Set(
    longestIncreasing(
      ordered.map(([, place]) => place),
      ordered.map(([, place]) => QUOTE_WEIGHT + (before[place]?.words.length ?? 0)),
    ),
  );
  return new Set(ordered.filter((_, nth) => !inPlace.has(nth)).map(([index]) => index));
};

const blockOf = ({ ranges }: Quote): number | null => ranges[0]?.block ?? null;

const removedQuote = (quote: Quote): QuoteChange => ({
  kind: 'removed',
  speaker: speakerOf(quote),
  before: quote.words,
  after: null,
  blockBefore: blockOf(quote),
  blockAfter: null,
  words: diffWords(quote.words, ''),
  ...(quote.status === 'approved' ? { approval: 'lapses', ...approvedBy(quote) } : { approval: 'none' }),
});

const addedQuote = (quote: Quote): QuoteChange => ({
  kind: 'added',
  speaker: speakerOf(quote),
  before: null,
  after: quote.words,
  blockBefore: null,
  blockAfter: blockOf(quote),
  words: diffWords('', quote.words),
  ...(quote.status === 'approved'
    ? { approval: 'returns', ...approvedBy(quote) }
    : { approval: 'none', ...without(quote) }),
});

const pairedQuote = (before: Quote, after: Quote, isMoved: boolean): QuoteChange => {
  const [was, is] = [speakerOf(before), speakerOf(after)];
  const isOtherName = normaliseWords(was) !== normaliseWords(is);
  const [roleBefore, role] = [roleOf(before), roleOf(after)];
  const isOtherRole = !isOtherName && roleBefore !== null && role !== null && roleBefore !== role;
  const isReworded = normaliseWords(before.words) !== normaliseWords(after.words);
  const kind: QuoteChangeKind = isOtherName
    ? 'speaker changed'
    : isReworded
      ? 'words changed'
      : isOtherRole
        ? 'role changed'
        : isMoved
          ? 'moved'
          : 'unchanged';
  return {
    kind,
    speaker: is,
    before: before.words,
    after: after.words,
    blockBefore: blockOf(before),
    blockAfter: blockOf(after),
    words: diffWords(before.words, after.words),
    ...(isOtherName ? { speakerBefore: was } : {}),
    ...(isOtherRole ? { roleBefore, role } : {}),
    ...approvalEffect(before, after),
  };
};

/** The role's text as an approval binds it; null where no person has set the speaker yet. */
const roleOf = (quote: Quote): string | null => {
  const speaker = quote.stored?.speaker ?? null;
  return speaker === null ? null : normaliseWords(speaker.role);
};

/** An approval returns where the after words have one that was on record before and did not fit the words then. */
const approvalEffect = (
  before: Quote,
  after: Quote,
): Pick<QuoteChange, 'approval' | 'approvedBy' | 'approvedAt' | 'without'> => {
  if (before.status === 'approved') {
    const stands = after.status === 'approved';
    return { approval: stands ? 'stands' : 'lapses', ...approvedBy(stands ? after : before) };
  }
  return before.status === 'changed since approval' && after.status === 'approved'
    ? { approval: 'returns', ...approvedBy(after) }
    : { approval: 'none', ...without(after) };
};

/** Who approved the words as they are, and when: the last who did. */
const approvedBy = ({ stored, words }: Quote): Pick<QuoteChange, 'approvedBy' | 'approvedAt'> => {
  const approval = fittingApproval(stored, words);
  return approval === null ? {} : { approvedBy: approval.approvedBy, approvedAt: approval.at };
};

const without = ({ status }: Quote): Pick<QuoteChange, 'without'> => {
  if (status === 'approved') return {};
  if (status === 'no approval needed') return { without: 'not needed' };
  return { without: status === 'changed since approval' ? 'does not fit' : 'not given' };
};
