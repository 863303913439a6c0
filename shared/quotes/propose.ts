import { Attributor, rangeOf, type Proposed } from './attribute';
import { isSplit, type Judged, type Placed } from './candidate';
import { type Asked, Cast, type Company } from './cast';
import type { Sign } from './confidence';
import { isSameMemory, Memory, NOTHING_REMEMBERED, type Remembered } from './memory';
import type { FoundQuote } from './model';
import { isSameCompany, type Naming } from './naming';
import { NOTHING_READ, type Reading } from './reading';
import type { Section } from './sections';

/** A quote as found, and the signs behind its first proposal. */
export type SignedQuote = { readonly quote: FoundQuote; readonly signs: readonly Sign[] };

/** The signs of how a quote stands to its clause. */
const signsOf = ({ candidate, span }: Placed): readonly Sign[] => {
  const { clause, side, rival, reported, doubted, type, words } = candidate;
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
  if (reported === 'behind') signs.push('another reports behind');
  else if (reported === 'by a source' || (reported !== null && type === 'mixed')) signs.push('another reports');
  else if (reported !== null) signs.push('two verbs of saying');
  if (doubted) signs.push('perhaps not theirs');
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

/** What is held between two sections. Blocks count from the one that follows. */
export type Held = {
  readonly memory: Remembered;
  readonly learnt: ReadonlyMap<string, Naming>;
  /** The speaker of the quote before, and how many blocks above, where one may still be carried on. */
  readonly previous: { readonly proposed: Proposed; readonly up: number } | null;
};

export const NOTHING_HELD: Held = { memory: NOTHING_REMEMBERED, learnt: new Map(), previous: null };

const isSameProposed = (a: Proposed, b: Proposed): boolean =>
  a === b ||
  (a.proposal.name === b.proposal.name &&
    a.proposal.mention === b.proposal.mention &&
    a.proposal.role === b.proposal.role &&
    a.proposal.person === b.proposal.person &&
    a.proposal.confidence === b.proposal.confidence &&
    a.proposal.reason === b.proposal.reason &&
    a.signs.join() === b.signs.join());

/** Whether two sections that hold the same text find the same from here on. */
export const isSameHeld = (a: Held, b: Held): boolean =>
  (a.previous === null) === (b.previous === null) &&
  a.previous?.up === b.previous?.up &&
  (a.previous === null || b.previous === null || isSameProposed(a.previous.proposed, b.previous.proposed)) &&
  isSameMemory(a.memory, b.memory) &&
  (a.learnt === b.learnt || isSameCompany([...a.learnt.values()], [...b.learnt.values()]));

/** The parts of each quote, in order: a split quote has several. */
export const quotesOf = <Kind extends Judged>({
  readings,
  placed,
}: Section<Kind>): readonly (readonly [Placed<Kind>, ...Placed<Kind>[]])[] => {
  const quotes: [Placed<Kind>, ...Placed<Kind>[]][] = [];
  for (const each of placed) {
    const last = quotes.at(-1);
    if (last !== undefined && isSplit(readings, last.at(-1) ?? last[0], each)) last.push(each);
    else quotes.push([each]);
  }
  return quotes;
};

/** How many blocks below a quote one without a clause may still be by the same speaker. */
const CARRY = 2;

/** Lets an attributor notice the sentences that end, and the names that stand, behind token `from` and before token `to`. */
const notice = (attributor: Attributor, { sentences, names }: Reading, from: number, to: number): void => {
  let next = 0;
  const mentionsUntil = (at: number): void => {
    for (let each = names[next]; each !== undefined && each.at <= at; each = names[(next += 1)])
      if (each.at > from && each.at < to) attributor.mention(each.naming);
  };
  for (const { at, subject } of sentences) {
    if (at <= from || at >= to) continue;
    attributor.notice(subject);
    mentionsUntil(at);
  }
  mentionsUntil(to);
};

/** What is found in a section, what is held behind it, and what of the company it goes by. */
export type Outcome = {
  readonly found: readonly SignedQuote[];
  readonly held: Held;
  readonly asked: readonly Asked[];
};

/** Goes through the quotes of one section in order and proposes who said each; blocks count from its first block. */
export const propose = (section: Section, company: Company, held: Held): Outcome => {
  const attributor = new Attributor(new Cast(company, held.learnt), new Memory(held.memory));
  const { readings } = section;
  let previous = held.previous && { proposed: held.previous.proposed, block: -held.previous.up };
  let [block, token] = [0, -1];
  const noticeUntil = (toBlock: number, toToken: number): void => {
    for (; block < toBlock; block += 1) {
      notice(attributor, readings[block] ?? NOTHING_READ, token, Infinity);
      token = -1;
    }
    notice(attributor, readings[block] ?? NOTHING_READ, token, toToken);
    token = toToken - 1;
  };
  const found: SignedQuote[] = [];
  for (const parts of quotesOf(section)) {
    const [one] = parts;
    const end = parts.at(-1) ?? one;
    const { type, clause, side, firstToken } = one.candidate;
    noticeUntil(one.first, firstToken);
    const signs = signsOf(one);
    let proposed: Proposed | null = null;
    if (clause !== null) proposed = attributor.fromClause(clause, one.first + clause.delta, signs);
    else if (previous !== null && one.first - previous.block <= CARRY)
      proposed = attributor.carried(previous.proposed, [...signs, carriage(one, previous.block)]);
    if (proposed !== null) previous = { proposed, block: end.last };
    const cue = side === 'subject' ? null : clause;
    const quote: FoundQuote = {
      ranges: parts.flatMap((part) => part.span.ranges),
      type,
      missingClose: end.span.missingClose,
      proposals: proposed === null ? [] : [proposed.proposal],
      cue: cue && rangeOf(cue.reading, one.first + cue.delta, cue.clause.cueFrom, cue.clause.cueTo),
    };
    found.push({ quote, signs: proposed?.signs ?? [] });
  }
  noticeUntil(readings.length, 0);
  const up = previous === null ? Infinity : readings.length - previous.block;
  return {
    found,
    asked: attributor.cast.asked,
    held: {
      memory: attributor.memory.held(),
      learnt: attributor.cast.held(),
      previous: previous !== null && up <= CARRY ? { proposed: previous.proposed, up } : null,
    },
  };
};
