import { Attributor, rangeOf, type Proposed } from './attribute';
import { isSplit, type Placed } from './candidate';
import { Cast, type Roster } from './cast';
import { factsOf } from './clause-facts';
import type { Sign } from './confidence';
import type { FoundQuote } from './model';
import { NOTHING_READ, type Reading } from './reading';

/** A quote as found, with the signs behind its first proposal. */
export type SignedQuote = FoundQuote & { readonly signs: readonly Sign[] };

/** The signs of how a quote stands to its clause. */
const signsOf = ({ candidate, span }: Placed): readonly Sign[] => {
  const { clause, side, rival, reported, type, words } = candidate;
  const signs: Sign[] = side === 'none' ? [] : [side];
  const led = clause?.clause;
  if (led !== undefined && side !== 'subject') {
    if (led.verb === 'naming') signs.push('verb of naming');
    else if (led.verb === 'thinking') signs.push('verb of thinking');
    else if (!led.plain) signs.push('verb of saying');
    if (led.grip === 'sentence' && side !== 'ending') signs.push('far in the sentence');
    if (led.subject === 'across') signs.push('over an apposition');
    if (led.subject === 'main') signs.push('subject of a participle');
    if (led.subject === 'guessed') signs.push('subject guessed');
  }
  if (rival) signs.push('rival clause');
  if (reported === 'by a source' || (reported !== null && type === 'mixed')) signs.push('another reports');
  else if (reported !== null) signs.push('two verbs of saying');
  if (type === 'mixed') {
    signs.push('fragment');
    // "To a question on “the cuts,” she said no": not every word in her sentence is hers.
    if (side === 'behind' || signs.includes('far in the sentence')) signs.push('loose fragment');
  }
  if (words <= 3) signs.push('short');
  if (span.missingClose) signs.push('no closing mark');
  return signs;
};

/** Behind how many words a sentence has more to tell than who spoke. */
const MORE_WORDS = 12;

const carriage = ({ first, candidate: { follows } }: Placed, previous: number): Sign => {
  if (first !== previous || follows === null) return 'carried over paragraphs';
  return follows > MORE_WORDS ? 'carried past more words' : 'carried in the paragraph';
};

/** Everybody the document names, before any quote is settled. */
const castOf = (readings: readonly Reading[], placed: readonly Placed[], roster: Roster): Cast => {
  const cast = new Cast(roster);
  for (const { names } of readings)
    for (const { naming, firstNameKnown } of names)
      if (firstNameKnown) cast.note(naming);
      else cast.suppose(naming);
  // Whoever is named in full beside a quote is known from the start, so that a surname above means the same person.
  for (const { candidate } of placed) {
    const { clause } = candidate;
    if (clause?.clause.grip !== 'beside') continue;
    const facts = factsOf(clause.reading, clause.clause);
    if (facts.kind === 'person' && facts.naming.name.includes(' ')) cast.note(facts.naming);
  }
  return cast;
};

/** Lets an attributor notice what stands between the quotes, in order. */
class Notices {
  private block = 0;
  private token = -1;

  constructor(
    private readonly readings: readonly Reading[],
    private readonly attributor: Attributor,
  ) {}

  /** Goes on to the token of a block. */
  until(block: number, token: number): void {
    for (let b = this.block; b <= block; b += 1)
      this.read(this.readings[b] ?? NOTHING_READ, b === this.block ? this.token : -1, b === block ? token : Infinity);
    this.block = block;
    this.token = token - 1;
  }

  /** The sentences that end, and the names that stand, behind token `from` and before token `to`. */
  private read({ sentences, names }: Reading, from: number, to: number): void {
    let next = 0;
    const mentionsUntil = (at: number): void => {
      for (let each = names[next]; each !== undefined && each.at <= at; each = names[(next += 1)])
        if (each.at > from && each.at < to) this.attributor.mention(each.naming);
    };
    for (const { at, subject } of sentences) {
      if (at <= from || at >= to) continue;
      this.attributor.notice(subject);
      mentionsUntil(at);
    }
    mentionsUntil(to);
  }
}

/** The parts of each quote, in order: a split quote has several. */
const quotesOf = (
  readings: readonly Reading[],
  placed: readonly Placed[],
): readonly (readonly [Placed, ...Placed[]])[] => {
  const quotes: [Placed, ...Placed[]][] = [];
  for (const each of placed) {
    const last = quotes.at(-1);
    if (last !== undefined && isSplit(readings, last.at(-1) ?? last[0], each)) last.push(each);
    else quotes.push([each]);
  }
  return quotes;
};

/** How many blocks below a quote one without a clause may still be by the same speaker. */
const CARRY = 2;

/** Goes through the quotes in document order and proposes who said each. */
export const propose = (readings: readonly Reading[], placed: readonly Placed[], roster: Roster): SignedQuote[] => {
  const attributor = new Attributor(castOf(readings, placed, roster));
  const notices = new Notices(readings, attributor);
  let previous: { readonly proposed: Proposed; readonly block: number } | null = null;
  const found: SignedQuote[] = [];
  for (const parts of quotesOf(readings, placed)) {
    const [one] = parts;
    const end = parts.at(-1) ?? one;
    const { type, clause, side, firstToken } = one.candidate;
    notices.until(one.first, firstToken);
    const signs = signsOf(one);
    let proposed: Proposed | null = null;
    if (clause !== null) proposed = attributor.fromClause(clause, one.first + clause.delta, signs);
    else if (previous !== null && one.first - previous.block <= CARRY)
      proposed = attributor.carried(previous.proposed, [...signs, carriage(one, previous.block)]);
    if (proposed !== null) previous = { proposed, block: end.last };
    const cue = side === 'subject' ? null : clause;
    found.push({
      ranges: parts.flatMap((part) => part.span.ranges),
      type,
      missingClose: end.span.missingClose,
      proposals: proposed === null ? [] : [proposed.proposal],
      cue: cue && rangeOf(cue.reading, one.first + cue.delta, cue.clause.cueFrom, cue.clause.cueTo),
      signs: proposed?.signs ?? [],
    });
  }
  return found;
};
