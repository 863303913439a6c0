import { byAuthor } from './author';
import { isVerb, type Clause } from './clause';
import { BROKEN_OFF } from './clause-any-verb';
import { clauseAfter, clauseTrailing, lineSignature, signature } from './clause-after';
import { clauseAt, clauseBefore, labelBefore } from './clause-before';
import { isDoubted } from './doubted';
import type { MarkedSpan } from './mark';
import type { QuoteBlock } from './model';
import { isPersonIn } from './name-parts';
import type { Reading } from './reading';
import { reportedIn, type Reported } from './reported';
import { judge } from './speech';
import { sentenceSubject } from './subject';
import type { Phrase } from './phrases';
import type { Token } from './tokens';
import { cutsIn, STRONG } from './verbs';
import { wordsOfTexts } from './words';

/** A clause and where it stands: `delta` blocks below the first block of its quote. */
export type Found = { readonly reading: Reading; readonly delta: number; readonly clause: Clause };

/** A stretch in marks that is a quote, and no more: enough to tell which are one. */
export type Judged = {
  readonly firstToken: number;
  readonly lastToken: number;
  readonly type: 'direct' | 'mixed';
  /** The clause straight behind it, for quotes that go on after it. */
  readonly after: Clause | null;
};

/** A quote with the clause it goes by, before anybody is named. It depends on nothing but the blocks around it. */
export type Candidate = Judged & {
  readonly words: number;
  /** The clause it goes by, the best that stands near. */
  readonly clause: Found | null;
  /** How that clause stands to the quote. */
  readonly side: 'behind' | 'led' | 'before' | 'ending' | 'signed' | 'subject' | 'above' | 'none';
  /** Another clause beside it names somebody else. */
  readonly rival: boolean;
  /** Somebody else reports in the same sentence: "the paper says that she called it “…”", “…,” she said, according to the paper. */
  readonly reported: Reported;
  /** The clause leaves open whether they said it, or whether others did. */
  readonly doubted: boolean;
  /** The sentence before belongs to the quote before; with how many words behind that quote. */
  readonly follows: number | null;
};

/** The readings of a document's blocks, and one quote's place among them. */
export type Surroundings = {
  readonly readings: readonly Reading[];
  readonly first: number;
  readonly last: number;
  readonly firstToken: number;
  readonly lastToken: number;
};

/** The nearest block above that holds words; -1 where there is none. */
export const blockAbove = (readings: readonly Reading[], block: number): number => {
  let above = block - 1;
  while (above >= 0 && readings[above]?.tokens.length === 0) above -= 1;
  return above;
};

const tokensAt = ({ readings }: Surroundings, block: number): readonly Token[] => readings[block]?.tokens ?? [];

const found = (around: Surroundings, block: number, clause: Clause | null): Found | null => {
  const reading = around.readings[block];
  if (clause === null || reading === undefined) return null;
  return { reading, delta: block - around.first, clause: byAuthor(reading.tokens, clause) };
};

/** The block above, where a colon at its end leads into a quote at the head of its paragraph; -1 where none does. */
const leadAbove = (around: Surroundings): number => {
  const above = around.firstToken === 0 ? blockAbove(around.readings, around.first) : -1;
  return tokensAt(around, above).at(-1)?.text === ':' ? above : -1;
};

/** The clause in the block above that leads into a quote. */
const clauseAbove = (around: Surroundings, above: number): Found | null => {
  const tokens = tokensAt(around, above);
  return found(around, above, labelBefore(tokens, tokens.length) ?? clauseBefore(tokens, tokens.length));
};

/** Whether the name of a person signs the quote at `q` at the end of its paragraph. */
const isSigned = (tokens: readonly Token[], q: number): boolean => {
  const phrase = signature(tokens, q + 1)?.phrase;
  return phrase !== undefined && isPersonIn(tokens, phrase.from, phrase.to);
};

/** The signature behind a quote that ends its paragraph, or alone in the paragraph below. */
const signedBy = (around: Surroundings): Found | null => {
  const tokens = tokensAt(around, around.last);
  const here = signature(tokens, around.lastToken + 1);
  if (here !== null) return found(around, around.last, here);
  if (around.lastToken !== tokens.length - 1) return null;
  const below = tokensAt(around, around.last + 1);
  return found(around, around.last + 1, signature(below, 0) ?? lineSignature(below));
};

/** Whether the quote at `q` goes on after a clause that broke it off at a comma: “…,” said somebody, “…” */
const isResumed = (tokens: readonly Token[], q: number): boolean => {
  if (tokens[q - 1]?.text !== ',') return false;
  let earlier = q - 1;
  while (earlier >= 0 && tokens[earlier]?.kind !== 'quote') earlier -= 1;
  const brokenOff = BROKEN_OFF.test(tokens[earlier]?.text ?? '') || tokens[earlier + 1]?.text === ',';
  if (earlier < 0 || tokens[earlier]?.sentence !== tokens[q]?.sentence || !brokenOff) return false;
  const clause = clauseAfter(tokens, earlier);
  return clause !== null && clause.last < q && q - clause.last <= 8;
};

const guessed = (phrase: Phrase): Clause => ({
  phrase,
  cueFrom: phrase.to,
  cueTo: phrase.to,
  last: phrase.to,
  apposition: null,
  grip: 'subject',
  plain: false,
  verb: 'thinking',
  subject: 'guessed',
});

type Sides = {
  readonly type: Candidate['type'];
  readonly behind: Found | null;
  readonly before: Found | null;
  /** A colon or comma leads from the clause before straight into the quote. */
  readonly led: boolean;
};

/** Which of the clauses beside it a quote goes by. */
const beside = (
  around: Surroundings,
  { type, behind, before, led }: Sides,
): Pick<Candidate, 'clause' | 'side'> | null => {
  const front = before && ({ clause: before, side: led ? 'led' : 'before' } as const);
  const back = behind && ({ clause: behind, side: 'behind' } as const);
  if (type === 'mixed') {
    const ending = found(around, around.last, clauseTrailing(tokensAt(around, around.last), around.lastToken));
    const sure = before !== null && before.clause.verb !== 'thinking' && before.clause.subject !== 'guessed';
    if (sure) return front;
    return back ?? (ending && { clause: ending, side: 'ending' }) ?? front;
  }
  if (led && before?.clause.grip === 'beside') {
    const comma = /,['’"”»]+$/u.test(tokensAt(around, around.last)[around.lastToken]?.text ?? '');
    return comma && back !== null ? back : front;
  }
  const signed = (back ?? front) ? null : signedBy(around);
  return back ?? front ?? (signed && { clause: signed, side: 'signed' });
};

/** The clause behind the next quote of the same sentence: “A,” Roe “B,” the passage went on. */
const nextClause = (around: Surroundings): Clause | null => {
  const tokens = tokensAt(around, around.last);
  const own = tokens[around.lastToken];
  const last = around.lastToken;
  const next = tokens.slice(last + 1, last + 6).findIndex((token) => token.kind === 'quote') + last + 1;
  if (next === last || tokens[next]?.sentence !== own?.sentence) return null;
  return clauseAfter(tokens, next);
};

/**
 * The clause that closes a sentence behind its last quote, at `quote`, and leads on to the next: "It is “a mess”, the
 * board writes." and "“…,” Bell said, and her husband cut in."
 */
const closing = (tokens: readonly Token[], quote: number): Clause | null => {
  const trailing = clauseAfter(tokens, quote) === null ? clauseTrailing(tokens, quote) : null;
  if (trailing !== null && trailing.last >= tokens.length - 2) return trailing;
  let joint = quote + 1;
  while (joint < tokens.length && !/^(?:and|but)$/u.test(tokens[joint]?.lower ?? '')) joint += 1;
  for (let v = tokens.length - 1; v > joint + 1 && v >= tokens.length - 4; v -= 1) {
    const last = clauseAt(tokens, v, tokens.length);
    if (last?.phrase.from === joint + 1) return last;
  }
  return null;
};

/** Where nothing stands beside a quote: the subject of its own sentence, or who spoke in the sentence before. */
const further = (around: Surroundings, type: Candidate['type']): Pick<Candidate, 'clause' | 'side' | 'follows'> => {
  const own = tokensAt(around, around.first);
  const colon = own[around.firstToken - 1]?.text === ':';
  const subject =
    type === 'mixed' || colon ? sentenceSubject(own, colon ? around.firstToken - 1 : around.firstToken) : null;
  if (subject !== null)
    return { clause: found(around, around.first, guessed(subject)), side: 'subject', follows: null };
  const block = around.firstToken > 0 ? around.first : blockAbove(around.readings, around.first);
  const tokens = around.firstToken > 0 ? own.slice(0, around.firstToken) : tokensAt(around, block);
  const sentence = tokens.at(-1)?.sentence;
  const quote = tokens.findLastIndex((token) => token.sentence === sentence && token.kind === 'quote');
  const quoted = quote >= 0;
  const next = nextClause(around);
  if (next !== null) return { clause: found(around, around.last, next), side: 'ending', follows: null };
  const clause = sentence === undefined ? null : quoted ? closing(tokens, quote) : clauseBefore(tokens, tokens.length);
  const verb = tokens[clause?.cueFrom ?? -1]?.lower ?? '';
  const speaks =
    clause?.verb !== 'thinking' || STRONG.has(verb) || cutsIn(verb, tokens[clause.cueFrom + 1]?.lower ?? '');
  const spoke = clause !== null && speaks && clause.subject !== 'guessed';
  return spoke
    ? { clause: found(around, block, { ...clause, grip: 'above' }), side: 'above', follows: null }
    : { clause: null, side: 'none', follows: quoted ? tokens.length - quote - 1 : null };
};

/**
 * Whether the clauses on both sides of a quote name two people. "Bell hit back: “…,” he said" names one, and so does
 * "They mean “to stay”, Bell said", where what comes before the quote only thinks or plans.
 */
const isRival = (behind: Found, before: Found, lead: boolean): boolean => {
  if (behind.clause.phrase.kind === 'pronoun' && before.clause.phrase.kind === 'named') return false;
  if (!lead && before.clause.verb === 'thinking' && behind.clause.plain) return false;
  return namesOf(behind.reading, behind.clause) !== namesOf(before.reading, before.clause);
};

const namesOf = (reading: Reading | undefined, clause: Clause): string =>
  (reading?.tokens ?? [])
    .slice(clause.phrase.from, clause.phrase.to + 1)
    .map((token) => token.text)
    .at(-1) ?? '';

type Evidence = Judged & Sides & { readonly lead: boolean; readonly text: string };

/** Whether a stretch in marks is speech, with what that was told by; null where it is not. */
const judged = (blocks: readonly QuoteBlock[], span: MarkedSpan, around: Surroundings): Evidence | null => {
  const { firstToken, lastToken } = around;
  const head = tokensAt(around, around.first);
  const tail = tokensAt(around, around.last);
  const after = clauseAfter(tail, lastToken);
  const behind = found(around, around.last, after);
  const inside = found(around, around.first, labelBefore(head, firstToken) ?? clauseBefore(head, firstToken));
  const above = leadAbove(around);
  const before = inside ?? (above < 0 ? null : clauseAbove(around, above));
  const lead = firstToken === 0 ? before !== null : /^[,:]$/u.test(head[firstToken - 1]?.text ?? '');
  const leadWord = firstToken === 0 ? before?.reading.tokens.at(-2) : head[firstToken - 2];
  const text = wordsOfTexts(blocks, span.ranges);
  const edge = span.ranges.at(-1);
  const type = judge({
    text,
    behindIt: blocks[edge?.block ?? 0]?.text.slice(edge?.end ?? 0) ?? '',
    span,
    after,
    before: before?.clause ?? null,
    trails: after === null && clauseTrailing(tail, lastToken)?.plain === true,
    lead,
    introduced: above >= 0,
    resumed: isResumed(head, firstToken),
    next: tail[lastToken + 1] ?? null,
    previous: head[firstToken - 1] ?? null,
    leadWord: leadWord?.lower ?? null,
    signed: isSigned(tail, lastToken),
  });
  return type === null
    ? null
    : { firstToken, lastToken, type, after, behind, before, lead, led: lead && before !== null, text };
};

/**
 * Makes of a stretch in marks what it is as a quote; null where it is not speech. `blocks` are those the ranges of the span
 * count; `around` may count others in front.
 */
export type AsQuote<Kind extends Judged> = (
  blocks: readonly QuoteBlock[],
  span: MarkedSpan,
  around: Surroundings,
) => Kind | null;

/** A quote alone. Of the block above, it is enough to have one that ends with a colon; the block below is not asked. */
export const judgedAlone: AsQuote<Judged> = judged;

/** A quote with the clause it goes by. */
export const candidateOf: AsQuote<Candidate> = (blocks, span, around) => {
  const own = judged(blocks, span, around);
  if (own === null) return null;
  const { firstToken, lastToken, type, after, behind, before, text } = own;
  const near = beside(around, own);
  const rival = behind !== null && before !== null && isRival(behind, before, own.lead);
  const words = text.split(/\s+/u).length;
  const common = { firstToken, lastToken, type, words, after, rival } as const;
  if (near === null) return { ...common, ...further(around, type), reported: null, doubted: false };
  const { clause } = near;
  const quote = clause?.delta === around.last - around.first ? lastToken : Infinity;
  const reported = clause && reportedIn(clause.reading.tokens, clause.clause, quote);
  const doubted = clause !== null && isDoubted(clause.reading.tokens, clause.clause, quote);
  return { ...common, ...near, reported, doubted, follows: null };
};

/** A quote and its first and last block. */
export type Placed<Kind extends Judged = Candidate> = {
  readonly candidate: Kind;
  readonly span: MarkedSpan;
  readonly first: number;
  readonly last: number;
};

/** Whether `next` is the second part of the quote that `one` begins: only the clause of attribution stands between. */
export const isSplit = (readings: readonly Reading[], one: Placed<Judged>, next: Placed<Judged>): boolean => {
  const { after, type } = one.candidate;
  if (one.last !== next.first || after === null || next.candidate.after !== null || one.span.missingClose) return false;
  if (after.last >= next.candidate.firstToken || type !== 'direct' || next.candidate.type !== 'direct') return false;
  const tokens = readings[one.last]?.tokens ?? [];
  const gap = tokens.slice(after.last + 1, next.candidate.firstToken);
  const words = gap.filter((token) => token.kind === 'word' || token.kind === 'number');
  if (words.length > 7 || gap.some((token, i) => token.kind === 'quote' || isVerb(tokens, after.last + 1 + i)))
    return false;
  const stops = gap.filter((token) => /^[.?!:]$/u.test(token.text));
  return stops.length === 0 || (stops.length === 1 && stops[0] === gap.at(-1));
};
