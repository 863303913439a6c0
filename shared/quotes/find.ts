import type { Person } from '../people/model';
import type { Range } from '../release/model';
import { type Company, Roster } from './cast';
import { companyOf, nameTheSame, readNames } from './company';
import { differenceOf, Marks } from './marks';
import type { FoundQuote, QuoteBlock } from './model';
import { isSameHeld, NOTHING_HELD, propose, type Held, type Outcome, type SignedQuote } from './propose';
import { Sections, type Section } from './sections';

/** Finds the quotes of blocks and proposes who said each, given the newsroom's people. */
export type FindQuotes = (blocks: readonly QuoteBlock[], people: readonly Person[]) => readonly FoundQuote[];

/** Finds quotes again and again in one document that changes: what did not change is not worked out anew. */
export type QuoteFinder = {
  readonly find: FindQuotes;
  /**
   * The same in slices, for a change that asks for much: `next()` works on for a part of a millisecond or so, until the
   * answer is `done`. One that is left off keeps what it has read.
   */
  readonly inSlices: (...of: Parameters<FindQuotes>) => Generator<void, readonly FoundQuote[]>;
};

/** What was found in a section that begins at block `at`, and what it was found with: what had been held before it. */
type Found = {
  readonly section: Section;
  readonly before: Held;
  readonly at: number;
  readonly found: readonly SignedQuote[];
  readonly held: Held;
  readonly asked: Outcome['asked'];
};

/** What is kept between two calls. */
type Kept = {
  readonly roster: Roster;
  readonly sections: readonly Section[];
  readonly company: Company;
  readonly results: readonly Found[];
  readonly quotes: readonly SignedQuote[];
};

const moved = ({ quote, signs }: SignedQuote, by: number): SignedQuote => {
  const range = <R extends Range | null>(at: R): R => at && { ...at, block: at.block + by };
  const proposals = quote.proposals.map((each) => ({ ...each, mentionRange: range(each.mentionRange) }));
  return { quote: { ...quote, ranges: quote.ranges.map(range), proposals, cue: range(quote.cue) }, signs };
};

const movedTo = (result: Found, at: number): Found =>
  result.at === at ? result : { ...result, at, found: result.found.map((each) => moved(each, at - result.at)) };

const isSame = (a: Section, b: Section): boolean => a === b;

/** Whether a section would come out the same again. */
const holds = ({ before, asked }: Found, held: Held, otherCompany: Company | null): boolean =>
  (before === held || isSameHeld(before, held)) && (otherCompany === null || asked.every((same) => same(otherCompany)));

/** Goes through the sections in order; what was found before is taken over where nothing it goes by has changed. */
function* proposeAll(
  sections: readonly Section[],
  company: Company,
  kept: Kept | null,
): Generator<void, readonly Found[]> {
  const before = kept?.company.roster === company.roster ? kept.results : [];
  const { head, tail } = differenceOf(before.length === 0 ? [] : (kept?.sections ?? []), sections, isSame);
  const otherCompany = kept?.company === company ? null : company;
  // With the same company, what stands above the first change is as it was.
  const results = otherCompany === null ? before.slice(0, head) : [];
  const above = results.at(-1);
  let at = above === undefined ? 0 : above.at + above.section.segment.blocks;
  let held = above?.held ?? NOTHING_HELD;
  for (let i = results.length; i < sections.length; i += 1) {
    const section = sections[i];
    if (section === undefined) break;
    const fromEnd = sections.length - i;
    const old = i < head ? before[i] : fromEnd <= tail ? before[before.length - fromEnd] : undefined;
    if (old !== undefined && holds(old, held, otherCompany)) {
      // Where nothing that is held has changed any more, nothing below has.
      if (otherCompany === null && old.at === at && fromEnd <= tail) {
        for (let below = before.length - fromEnd; below < before.length; below += 1) {
          const same = before[below];
          if (same !== undefined) results.push(same);
        }
        break;
      }
      results.push(movedTo(old, at));
      held = old.held;
    } else {
      const { found, held: now, asked } = propose(section, company, held);
      results.push({ section, before: held, at, found: found.map((each) => moved(each, at)), held: now, asked });
      held = now;
      if (section.placed.length > 0) yield;
    }
    at += section.segment.blocks;
  }
  return results;
}

const isSamePeople = (a: readonly Person[], b: readonly Person[]): boolean =>
  a === b || (a.length === b.length && a.every((person, i) => person === b[i]));

class Finder {
  private readonly marks = new Marks();
  private readonly sections = new Sections();
  private kept: Kept | null = null;

  *find(blocks: readonly QuoteBlock[], people: readonly Person[]): Generator<void, readonly SignedQuote[]> {
    const sections = yield* this.sections.update(blocks, this.marks.update(blocks));
    this.sections.forget(blocks);
    const { kept } = this;
    const roster = kept !== null && isSamePeople(kept.roster.people, people) ? kept.roster : new Roster(people);
    if (kept?.sections !== sections) yield* readNames(sections);
    const company = this.companyOf(sections, roster);
    const results = yield* proposeAll(sections, company, kept);
    const nothingNew = results.length === kept?.results.length && results.every((each, i) => each === kept.results[i]);
    const quotes = nothingNew ? kept.quotes : results.flatMap(({ found }) => found);
    this.kept = { roster, sections, company, results, quotes };
    return quotes;
  }

  /** Everybody the sections name: the company of before, where what changed names the same people. */
  private companyOf(sections: readonly Section[], roster: Roster): Company {
    const { kept } = this;
    if (kept?.roster !== roster) return companyOf(sections, roster);
    if (kept.sections === sections) return kept.company;
    const { head, tail } = differenceOf(kept.sections, sections, isSame);
    const [gone, come] = [kept.sections, sections].map((each) => each.slice(head, each.length - tail));
    if (nameTheSame(gone ?? [], come ?? [])) return kept.company;
    const company = companyOf(sections, roster);
    return company.isSame(kept.company) ? kept.company : company;
  }
}

const toTheEnd = <T>(slices: Generator<void, T>): T => {
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
};

/** What `findQuotes` finds, with the signs behind each first proposal, for fitting the weights of confidence. */
export const findQuotesWithSigns = (blocks: readonly QuoteBlock[], people: readonly Person[]): readonly SignedQuote[] =>
  toTheEnd(new Finder().find(blocks, people));

/**
 * A finder for a document that is being edited. Each call gives just what `findQuotes` gives for the same blocks and
 * people; paragraphs whose text, marks and neighbours are as they were in the call before are not read again, and a
 * quote of which nothing changed is the same value as before.
 */
export const createQuoteFinder = (): QuoteFinder => {
  const finder = new Finder();
  let signed: readonly SignedQuote[] = [];
  let plain: readonly FoundQuote[] = [];
  const bare = (quotes: readonly SignedQuote[]): readonly FoundQuote[] => {
    if (quotes !== signed) [signed, plain] = [quotes, quotes.map(({ quote }) => quote)];
    return plain;
  };
  const inSlices = function* (...of: Parameters<FindQuotes>): Generator<void, readonly FoundQuote[]> {
    return bare(yield* finder.find(...of));
  };
  return { inSlices, find: (...of) => toTheEnd(inSlices(...of)) };
};

/**
 * Finds every quote of a document and proposes who said it. In: the blocks' texts and the newsroom's people. Out: the
 * quotes in document order; ranges are UTF-16 offsets within their block, quote marks included, in order and apart.
 * A running quotation is one quote with a range a paragraph; a split quote is one quote with several ranges in its
 * block. Titles and scare quotes are left out. Pure: the same input always gives the same answer.
 */
export const findQuotes: FindQuotes = (blocks, people) => createQuoteFinder().find(blocks, people);
