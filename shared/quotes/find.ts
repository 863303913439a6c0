import type { Person } from '../people/model';
import { Roster } from './cast';
import { Library } from './library';
import type { FoundQuote, QuoteBlock } from './model';
import { propose, type SignedQuote } from './propose';

/** Finds quotes again and again in one document that changes: what did not change is not worked out anew. */
export type QuoteFinder = (blocks: readonly QuoteBlock[], people: readonly Person[]) => FoundQuote[];

const finder = (): ((blocks: readonly QuoteBlock[], people: readonly Person[]) => SignedQuote[]) => {
  const library = new Library();
  let roster = new Roster([]);
  return (blocks, people) => {
    if (roster.people !== people) roster = new Roster(people);
    const { spans, readings } = library.read(blocks);
    return propose(readings, library.weigh(blocks, spans, readings), roster);
  };
};

const withoutSigns = ({ ranges, type, missingClose, proposals, cue }: SignedQuote): FoundQuote => ({
  ranges,
  type,
  missingClose,
  proposals,
  cue,
});

/** What `findQuotes` finds, with the signs behind each first proposal, for fitting the weights of confidence. */
export const findQuotesWithSigns = (blocks: readonly QuoteBlock[], people: readonly Person[]): SignedQuote[] =>
  finder()(blocks, people);

/**
 * A finder for a document that is being edited. Each call gives just what `findQuotes` gives for the same blocks and
 * people; paragraphs whose text, marks and neighbours are as they were in the call before are not read again.
 */
export const createQuoteFinder = (): QuoteFinder => {
  const find = finder();
  return (blocks, people) => find(blocks, people).map(withoutSigns);
};

/**
 * Finds every quote of a document and proposes who said it. In: the blocks' texts and the newsroom's people. Out: the
 * quotes in document order; ranges are UTF-16 offsets within their block, quote marks included, in order and apart.
 * A running quotation is one quote with a range a paragraph; a split quote is one quote with several ranges in its
 * block. Titles and scare quotes are left out. Pure: the same input always gives the same answer.
 */
export const findQuotes = (blocks: readonly QuoteBlock[], people: readonly Person[]): FoundQuote[] =>
  createQuoteFinder()(blocks, people);
