import { normaliseWords, quoteDigest } from '../../shared/quotes/approval';
import type { Proposal, Quote } from '../../shared/quotes/model';
import type { Approval, Block, PersonId, QuoteId, Range, Speaker, StoredQuote } from '../../shared/release/model';
import { rangeText } from '../../shared/release/text';

/** The facts people settled about quotes. Where their words lie is the editor's to say, so ranges come from its marks. */
export type Facts = readonly StoredQuote[];

/** The facts with the places their words have in the editor now; none where the words are gone. */
export const factsInPlace = (facts: Facts, marks: ReadonlyMap<string, readonly Range[]>): StoredQuote[] =>
  facts.map((fact) => ({ ...fact, ranges: marks.get(fact.id) ?? [] }));

/**
 * The ranges of a mark without what was typed or pasted at its edges. A mark grows with such words; where those it last
 * had stand in it unchanged, they alone are the quote's. In: the mark's ranges, the text each of them last had, the body.
 */
export const withoutGrowth = (
  ranges: readonly Range[],
  lastTexts: readonly string[],
  body: readonly Block[],
): readonly Range[] => {
  if (ranges.length !== lastTexts.length) return ranges;
  return ranges.map((range, index) => {
    const last = lastTexts[index] ?? '';
    const at = rangeText(body, range).indexOf(last);
    return at < 0 ? range : { ...range, start: range.start + at, end: range.start + at + last.length };
  });
};

/** The facts after one quote's changed; a quote not known yet is added. */
export const changeFact = (facts: Facts, id: QuoteId, change: (fact: StoredQuote) => StoredQuote): Facts => {
  const known = facts.find((fact) => fact.id === id);
  if (known) return facts.map((fact) => (fact === known ? change(fact) : fact));
  return [...facts, change({ id, ranges: [], speaker: null, approvals: [] })];
};

export const withSpeaker =
  (speaker: Speaker) =>
  (fact: StoredQuote): StoredQuote => ({ ...fact, speaker });

/** The speaker's name and role stay; they are no longer those of a person of the newsroom. */
export const withoutPerson =
  (person: PersonId) =>
  (fact: StoredQuote): StoredQuote =>
    fact.speaker?.person === person ? { ...fact, speaker: { ...fact.speaker, person: null } } : fact;

export const withApproval =
  (approval: Omit<Approval, 'digest' | 'words' | 'speaker' | 'role'>, words: string) =>
  (fact: StoredQuote): StoredQuote => {
    const { name: speaker, role } = fact.speaker ?? { name: '', role: '' };
    const bound = { words, speaker, role, digest: quoteDigest(words, speaker, role) };
    return { ...fact, approvals: [...fact.approvals, { ...bound, ...approval }] };
  };

/** The span is fitted to the marks in the text again. */
export const spanByMarks = ({ spanByHand: _, ...fact }: StoredQuote): StoredQuote => fact;

/** What was settled of another quote, taken over: its speaker where there is none yet, and all its approvals. */
export const withOther =
  (other: StoredQuote | null) =>
  (fact: StoredQuote): StoredQuote => ({
    ...fact,
    speaker: fact.speaker ?? other?.speaker ?? null,
    approvals: [...fact.approvals, ...(other?.approvals ?? [])].sort((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
    ),
  });

export const notAQuote = (fact: StoredQuote): StoredQuote => ({ ...fact, notAQuote: true });

export const aQuoteAfterAll = ({ notAQuote: _, ...fact }: StoredQuote): StoredQuote => fact;

/** What is remembered of a quote: its words, and to whom the text gave them. */
export type Seen = Pick<Quote, 'words' | 'proposals'>;

const isSpeaker = ({ person, name }: Proposal, speaker: Pick<Speaker, 'person' | 'name'>): boolean =>
  person !== null && speaker.person !== null
    ? person === speaker.person
    : normaliseWords(name) === normaliseWords(speaker.name);

/**
 * Whether a quote of the same words may be the one a fact was settled about. The text gives it to the fact's speaker, or
 * still to whom it gave it when the fact last had a place (null: never in this session). Where the text gives it to
 * nobody, it must have been seen.
 */
const isItsQuote = ({ speaker }: StoredQuote, last: Seen | null, { proposals: [given] }: Quote): boolean => {
  if (given === undefined || given.name === '') return last !== null;
  const before = last?.proposals[0];
  return (speaker !== null && isSpeaker(given, speaker)) || (before !== undefined && isSpeaker(given, before));
};

/**
 * Facts whose words lost their mark (an undo went back to before the mark was made) joined with the found quote that
 * has exactly the words they had and is not somebody else's. "Not a quote" is of one place and joins no other. In: the
 * facts with no place, each as it was last seen, the quotes as shown.
 */
export const lostAndFound = (
  lost: Facts,
  lastSeen: ReadonlyMap<string, Seen>,
  quotes: readonly Quote[],
): { readonly id: QuoteId; readonly quote: Quote }[] => {
  const free = quotes.filter((quote) => quote.stored === null);
  return lost.flatMap((fact) => {
    if (fact.notAQuote === true) return [];
    const last = lastSeen.get(fact.id) ?? null;
    const had = [...(last ? [last] : []), ...fact.approvals].map(({ words }) => normaliseWords(words));
    const index = free.findIndex((quote) => had.includes(normaliseWords(quote.words)) && isItsQuote(fact, last, quote));
    const [quote] = index < 0 ? [] : free.splice(index, 1);
    return quote ? [{ id: fact.id, quote }] : [];
  });
};
