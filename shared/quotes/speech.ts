import type { Clause } from './clause';
import type { MarkedSpan } from './marks';
import type { QuoteBlock } from './model';
import { NOT_NAMES } from './names';
import type { Token } from './tokens';
import { STRONG } from './verbs';
import { wordsOfTexts } from './words';

/** What is known of a stretch in marks when it is judged. */
export type Evidence = {
  readonly blocks: readonly QuoteBlock[];
  readonly span: MarkedSpan;
  readonly after: Clause | null;
  readonly before: Clause | null;
  /** A comma or colon leads into it, or a paragraph that ends in a colon. */
  readonly lead: boolean;
  /** The second part of a split quote: “…,” said somebody, “…” */
  readonly resumed: boolean;
  readonly next: Token | null;
  readonly previous: Token | null;
};

const SMALL = /^(?:of|and|the|a|an|in|on|for|to|at|by|with|or|from|is|vs|de|la)$/iu;

/** “The Winter’s Tale”, “Best in Show”: every word of weight has a capital. */
const isTitleCase = (words: readonly string[]): boolean => {
  const heavy = words.filter((word) => !SMALL.test(word) && /\p{L}/u.test(word));
  const capitals = heavy.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word) && !NOT_NAMES.has(word.toLowerCase()));
  return heavy.length > 0 && capitals.length >= heavy.length * 0.8;
};

/**
 * Decides whether a stretch in quote marks is speech. Out: `direct` for words spoken or written in full, `mixed` for a
 * fragment inside reported speech, null for titles, grades, slogans, so-called and scare quotes, and single words.
 */
export const judge = ({
  blocks,
  span,
  after,
  before,
  lead,
  resumed,
  next,
  previous,
}: Evidence): 'direct' | 'mixed' | null => {
  const text = wordsOfTexts(blocks, span.ranges);
  const inner = text.replace(/^["“„'‘«‹\s]+/u, '').replace(/["”'’»›\s]+$/u, '');
  const words = inner.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const count = words.length;
  if (count === 0) return null;
  const ends = /[.,?!…—–-]$/u.test(inner) || (next?.text === ',' && after !== null);
  const capital = /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner);
  const alone = previous === null && next === null;
  if (!span.primary && !(after !== null && ends) && !(lead && before?.grip === 'beside' && count >= 3)) return null;
  if (resumed || span.ranges.length > 1) return 'direct';
  if (after?.grip === 'beside' && ends) return 'direct';
  if (alone) return count > 1 || ends ? 'direct' : null;
  const title = isTitleCase(words);
  const led = lead && before?.grip === 'beside';
  if (led && (ends || count >= 4) && (!title || before.plain)) return 'direct';
  if (title && !(before?.plain === true && ends)) return null;
  if (capital && ends && count >= 4) return 'direct';
  if (capital && ends && count >= 2 && (previous === null || /^[.?!]$/u.test(previous.text))) return 'direct';
  const uttered = previous?.kind === 'word' && STRONG.has(previous.lower);
  if (uttered && capital && ends && count >= 2) return 'direct';
  if (count >= 4) return 'mixed';
  if (count >= 2 && (before !== null || after?.plain === true)) return 'mixed';
  return null;
};
