import type { Person } from '../people/model';
import { Attributor, cueRange, type Place } from './attribute';
import { Cast } from './cast';
import type { Clause } from './clause';
import { clauseAfter, clauseTrailing, signature } from './clause-after';
import { clauseBefore, labelBefore } from './clause-before';
import { scanMarks, type MarkedSpan } from './marks';
import type { FoundQuote, Proposal, QuoteBlock } from './model';
import { judge } from './speech';
import { sentenceSubject } from './subject';
import { tokenise, type Stretch, type Token } from './tokens';
import { isReporting } from './verbs';

/** A marked stretch with the clauses around it, before anybody decides who spoke. */
type Candidate = {
  readonly span: MarkedSpan;
  readonly first: Place;
  readonly firstToken: number;
  readonly last: Place;
  readonly lastToken: number;
  readonly type: 'direct' | 'mixed';
  readonly after: Clause | null;
  readonly before: { readonly place: Place; readonly clause: Clause } | null;
  /** For a fragment: the clause that ends its sentence. */
  readonly trailing: Clause | null;
  /** A name after a dash behind the quote or in the paragraph below. */
  readonly signed: { readonly place: Place; readonly clause: Clause } | null;
  /** A colon or comma leads from the clause before straight into the quote. */
  readonly led: boolean;
};

const stretchesOf = (spans: readonly MarkedSpan[], blocks: number): readonly (readonly Stretch[])[] => {
  const all: Stretch[][] = Array.from({ length: blocks }, () => []);
  spans.forEach((span, quote) => {
    for (const { block, start, end } of span.ranges) all[block]?.push({ start, end, quote });
  });
  return all;
};

/** The clause that leads into a quote at the head of its paragraph from the paragraph above. */
const clauseAbove = (places: readonly Place[], block: number): { place: Place; clause: Clause } | null => {
  for (let above = block - 1; above >= 0; above -= 1) {
    const place = places[above];
    if (place === undefined || place.tokens.length === 0) continue;
    if (place.tokens.at(-1)?.text !== ':') return null;
    const end = place.tokens.length;
    const clause = labelBefore(place.tokens, end) ?? clauseBefore(place.tokens, end);
    return clause && { place, clause };
  }
  return null;
};

/** The signature behind a quote that ends its paragraph, or alone in the paragraph below. */
const signedBy = (
  places: readonly Place[],
  block: number,
  lastToken: number,
): { place: Place; clause: Clause } | null => {
  const place = places[block];
  const below = places[block + 1];
  const here = place === undefined ? null : signature(place.tokens, lastToken + 1);
  if (place !== undefined && here !== null) return { place, clause: here };
  if (below === undefined || lastToken !== (place?.tokens.length ?? 0) - 1) return null;
  const clause = signature(below.tokens, 0);
  return clause && { place: below, clause };
};

/** Whether the quote at `q` goes on after a clause that broke it off at a comma: “…,” said somebody, “…” */
const isResumed = (tokens: readonly Token[], q: number): boolean => {
  if (tokens[q - 1]?.text !== ',') return false;
  const earlier = tokens.findLastIndex((token, i) => i < q && token.kind === 'quote');
  const brokenOff = /[,?!…—–][’'”"»]*$/u.test(tokens[earlier]?.text ?? '') || tokens[earlier + 1]?.text === ',';
  if (earlier < 0 || tokens[earlier]?.sentence !== tokens[q]?.sentence || !brokenOff) return false;
  const clause = clauseAfter(tokens, earlier);
  return clause !== null && clause.last < q && q - clause.last <= 8;
};

const candidateOf = (
  blocks: readonly QuoteBlock[],
  places: readonly Place[],
  span: MarkedSpan,
  quote: number,
): Candidate | null => {
  const from = span.ranges[0];
  const to = span.ranges.at(-1);
  const first = from && places[from.block];
  const last = to && places[to.block];
  if (from === undefined || to === undefined || first === undefined || last === undefined) return null;
  const isIt = (token: Token): boolean => token.quote === quote;
  const firstToken = first.tokens.findIndex(isIt);
  const lastToken = last.tokens.findLastIndex(isIt);
  const after = clauseAfter(last.tokens, lastToken);
  const inside = labelBefore(first.tokens, firstToken) ?? clauseBefore(first.tokens, firstToken);
  const before =
    inside !== null ? { place: first, clause: inside } : firstToken === 0 ? clauseAbove(places, from.block) : null;
  const lead = firstToken === 0 ? before !== null : /^[,:]$/u.test(first.tokens[firstToken - 1]?.text ?? '');
  const leadWord = firstToken === 0 ? before?.place.tokens.at(-2) : first.tokens[firstToken - 2];
  const type = judge({
    blocks,
    span,
    after,
    before: before?.clause ?? null,
    lead,
    resumed: isResumed(first.tokens, firstToken),
    next: last.tokens[lastToken + 1] ?? null,
    previous: first.tokens[firstToken - 1] ?? null,
    leadWord: leadWord?.lower ?? null,
  });
  if (type === null) return null;
  const trailing = type === 'mixed' ? clauseTrailing(last.tokens, lastToken) : null;
  const signed = signedBy(places, to.block, lastToken);
  return {
    span,
    first,
    firstToken,
    last,
    lastToken,
    type,
    after,
    before,
    trailing,
    signed,
    led: lead && before !== null,
  };
};

/** Whether `next` is the second part of the quote that `one` begins: only the clause of attribution stands between. */
const isSplit = (one: Candidate, next: Candidate): boolean => {
  if (one.last !== next.first || one.after === null || next.after !== null || one.span.missingClose) return false;
  if (one.after.last >= next.firstToken || one.type !== 'direct' || next.type !== 'direct') return false;
  const gap = one.last.tokens.slice(one.after.last + 1, next.firstToken);
  const words = gap.filter((token) => token.kind === 'word' || token.kind === 'number');
  if (words.length > 7 || gap.some((token) => token.kind === 'quote' || isReporting(token.lower))) return false;
  const stops = gap.filter((token) => /^[.?!:]$/u.test(token.text));
  return stops.length === 0 || (stops.length === 1 && stops[0] === gap.at(-1));
};

/** The sentence before a quote that has no clause of its own: where it ends, and whether a quote stands in it. */
const sentenceAbove = (
  places: readonly Place[],
  candidate: Candidate,
): { readonly place: Place; readonly end: number; readonly quoted: boolean } | null => {
  let place: Place | undefined = candidate.first;
  let end = candidate.firstToken;
  for (let block = place.block - 1; end === 0 && block >= 0; block -= 1) {
    place = places[block];
    end = place?.tokens.length ?? 0;
  }
  const last = place?.tokens[end - 1];
  if (place === undefined || last === undefined) return null;
  const quoted = place.tokens.some((token, i) => i < end && token.sentence === last.sentence && token.kind === 'quote');
  return { place, end, quoted };
};

/** Which of its clauses a quote goes by. */
const chosen = (candidate: Candidate): { readonly place: Place; readonly clause: Clause } | null => {
  const { after, before, signed, led, last, type } = candidate;
  const behind = after === null ? null : { place: last, clause: after };
  if (type === 'mixed') {
    const ending = candidate.trailing === null ? null : { place: last, clause: candidate.trailing };
    const sure = before !== null && before.clause.verb !== 'thinking' && before.clause.subject !== 'guessed';
    return sure ? before : (behind ?? ending ?? before);
  }
  if (led && before?.clause.grip === 'beside') {
    const text = last.tokens[candidate.lastToken]?.text ?? '';
    const comma = /,['’"”»]+$/u.test(text);
    return comma && behind !== null ? behind : before;
  }
  return behind ?? before ?? signed;
};

class Finder {
  private readonly attributor: Attributor;
  private noticed = { block: 0, token: 0 };

  constructor(
    private readonly places: readonly Place[],
    people: readonly Person[],
  ) {
    const cast = new Cast(people);
    for (const { tokens } of places) cast.addFrom(tokens);
    this.attributor = new Attributor(cast);
  }

  run(candidates: readonly Candidate[]): readonly FoundQuote[] {
    this.introduce(candidates);
    const found: FoundQuote[] = [];
    let previous: { proposal: Proposal; block: number } | null = null;
    for (let i = 0; i < candidates.length; i += 1) {
      const candidate = candidates[i];
      if (candidate === undefined) continue;
      let end = i;
      for (
        let next = candidates[end + 1];
        next !== undefined && isSplit(candidates[end] ?? candidate, next);
        next = candidates[end + 1]
      )
        end += 1;
      const parts = candidates.slice(i, end + 1);
      i = end;
      const lastPart = parts.at(-1) ?? candidate;
      this.noticeUntil(candidate.first.block, candidate.firstToken);
      const clause = chosen(candidate);
      const proposals = this.proposalsFor(candidate, clause, previous);
      const best = proposals[0];
      if (best !== undefined) previous = { proposal: best, block: lastPart.last.block };
      found.push({
        ranges: parts.flatMap((part) => part.span.ranges),
        type: candidate.type,
        missingClose: lastPart.span.missingClose,
        proposals,
        cue: clause === null ? null : cueRange(clause.place, clause.clause),
      });
    }
    return found;
  }

  /** Everybody named in full beside a quote is known from the start, so that a surname above means the same person. */
  private introduce(candidates: readonly Candidate[]): void {
    for (const candidate of candidates) {
      const clause = chosen(candidate);
      if (clause?.clause.phrase.kind === 'named' && clause.clause.grip === 'beside')
        this.attributor.introduce(clause.place, clause.clause);
    }
  }

  private proposalsFor(
    candidate: Candidate,
    clause: { place: Place; clause: Clause } | null,
    previous: { proposal: Proposal; block: number } | null,
  ): readonly Proposal[] {
    if (clause !== null) return [this.attributor.fromClause(clause.place, clause.clause)];
    const distance = previous === null ? Infinity : candidate.first.block - previous.block;
    if (candidate.type === 'mixed') {
      const phrase = sentenceSubject(candidate.first.tokens, candidate.firstToken);
      if (phrase !== null) return [this.attributor.fromSubject(candidate.first, phrase)];
    }
    if (candidate.first.tokens[candidate.firstToken - 1]?.text === ':') {
      const phrase = sentenceSubject(candidate.first.tokens, candidate.firstToken - 1);
      if (phrase !== null) return [this.attributor.fromSubject(candidate.first, phrase)];
    }
    const sentence = sentenceAbove(this.places, candidate);
    if (sentence !== null && !sentence.quoted) {
      const { place, end } = sentence;
      const above = clauseBefore(place.tokens.slice(0, end), end);
      if (above !== null && (above.verb === 'saying' || above.verb === 'naming') && above.subject !== 'guessed')
        return [this.attributor.fromClause(place, { ...above, grip: 'above' })];
    }
    if (previous !== null && distance <= 2)
      return [this.attributor.carried(previous.proposal, distance === 0 ? 0.7 : 0.6)];
    return [];
  }

  /** Takes note of the subject of every sentence up to a quote. */
  private noticeUntil(block: number, token: number): void {
    for (; this.noticed.block <= block; this.noticed = { block: this.noticed.block + 1, token: 0 }) {
      const place = this.places[this.noticed.block];
      if (place === undefined) continue;
      const end = this.noticed.block === block ? token : place.tokens.length;
      for (let i = this.noticed.token; i < end; i += 1) {
        const last = place.tokens[i]?.sentence !== place.tokens[i + 1]?.sentence;
        if (last) this.attributor.notice(place, sentenceSubject(place.tokens, i));
      }
      if (this.noticed.block === block) {
        this.noticed = { block, token: Math.max(this.noticed.token, token) };
        return;
      }
    }
  }
}

/**
 * Finds every quote of a document and proposes who said it. In: the blocks' texts and the newsroom's people. Out: the
 * quotes in document order; ranges are UTF-16 offsets within their block, quote marks included, in order and apart.
 * A running quotation is one quote with a range a paragraph; a split quote is one quote with several ranges in its
 * block. Titles, scare quotes and single words are left out. Pure: the same input always gives the same answer.
 */
export const findQuotes = (blocks: readonly QuoteBlock[], people: readonly Person[]): FoundQuote[] => {
  const spans = scanMarks(blocks);
  const stretches = stretchesOf(spans, blocks.length);
  const places = blocks.map((block, index): Place => ({
    block: index,
    tokens: block.kind === 'heading' ? [] : tokenise(block.text, stretches[index] ?? []),
  }));
  const candidates = spans.flatMap((span, quote) => candidateOf(blocks, places, span, quote) ?? []);
  return [...new Finder(places, people).run(candidates)];
};
