import type { Clause } from './clause';
import type { MarkedSpan } from './mark';
import { NOT_NAMES } from './names';
import type { Token } from './tokens';
import { isReporting, NAMING, STRONG } from './verbs';

/** What is known of a stretch in marks when it is judged. */
export type Evidence = {
  /** The words with their marks. */
  readonly text: string;
  /** What its last paragraph goes on with. */
  readonly behindIt: string;
  readonly span: MarkedSpan;
  readonly after: Clause | null;
  readonly before: Clause | null;
  /** A plain clause ends its sentence further on: "It was “bold” of them, Roe said." */
  readonly trails: boolean;
  /** A comma or colon leads into it, or a paragraph that ends in a colon. */
  readonly lead: boolean;
  /** The paragraph above ends in a colon. */
  readonly introduced: boolean;
  /** The second part of a split quote: “…,” said somebody, “…” */
  readonly resumed: boolean;
  readonly next: Token | null;
  readonly previous: Token | null;
  /** The word before the colon or comma that leads into it. */
  readonly leadWord: string | null;
  /** A signature ends its paragraph behind it. */
  readonly signed: boolean;
};

const SMALL = /^(?:of|and|the|a|an|in|on|for|to|at|by|with|or|from|is|vs|de|la)$/iu;

/** “The Winter’s Tale”, “Best in Show”: every word of weight has a capital. */
const isTitleCase = (words: readonly string[]): boolean => {
  const weighty = words.filter((word) => !SMALL.test(word) && /\p{L}/u.test(word));
  // The capital of "What the Tide Left" tells nothing of its first word; those behind do.
  const bare = weighty.length > 2 && NOT_NAMES.has(weighty[0]?.toLowerCase() ?? '') ? 1 : 0;
  const heavy = weighty.slice(bare);
  // "My" inside "The Lord is My Shepherd" is the capital of a title; at the head it is that of a sentence.
  const capitals = heavy.filter(
    (word, i) => /^[^\p{L}]*\p{Lu}/u.test(word) && (i > 0 || !NOT_NAMES.has(word.toLowerCase())),
  );
  return heavy.length > 0 && capitals.length >= heavy.length * 0.8;
};

/** A word straight before the marks that shows the marked words are a name or a title: "on the podcast “…”". */
const isEmbedded = (previous: Token | null): boolean =>
  previous?.kind === 'word' && !isReporting(previous.lower) && !LETS_IN.has(previous.lower);
const LETS_IN: ReadonlySet<string> = new Set([
  'that',
  'and',
  'but',
  'or',
  'then',
  'because',
  'so',
  'if',
  'whether',
  'too',
]);

/** What a colon after it introduces is shown or named rather than said: "the slogan: “…”". */
const SHOWN =
  /^(?:slogan|motto|title|headline|theme|hashtag|sign|signs|banner|banners|called|titled|entitled|named|known|dubbed|subject|tagline|rated|graded|grade|rating)$/u;

/** A source at the head of a list of sources: “…” — a paper, 15 August 2020. */
const isCitation = (behind: string): boolean => /^\s*[—–-]\s*\p{Lu}[^.?!]*?,\s+[^.?!]*\b(?:19|20)\d\d\b/u.test(behind);

/** What stands before a word of opinion: "felt it was “soft”", "found them “charming”". */
const OF_OPINION = /^(?:is|was|are|were|be|been|being|as|it|him|her|them)$/u;

/** Whether one word in marks is somebody's word: their verb of saying or naming stands before it in the sentence. */
const isFragment = (before: Clause | null, previous: Token | null): boolean =>
  before !== null &&
  (before.verb === 'saying' ||
    before.verb === 'naming' ||
    (before.grip === 'beside' && OF_OPINION.test(previous?.lower ?? ''))) &&
  // "told the Vale’s “Today”" names a programme.
  !(previous?.possessive === true && previous.capital) &&
  !/^(?:so-called|self-styled)$/u.test(previous?.lower ?? '');

/**
 * Decides whether a stretch in quote marks is speech. Out: `direct` for words spoken or written in full, `mixed` for a
 * fragment inside reported speech, one word of somebody's included, null for titles, grades, slogans, so-called and
 * scare quotes, and for block quotes without marks into which nothing leads.
 */
export const judge = ({
  text,
  behindIt,
  span,
  after,
  before,
  trails,
  lead,
  introduced,
  resumed,
  next,
  previous,
  leadWord,
  signed,
}: Evidence): 'direct' | 'mixed' | null => {
  const inner = text.replace(/^["“„'‘«‹\s]+/u, '').replace(/["”'’»›\s]+$/u, '');
  const words = inner.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const count = words.length;
  if (count === 0) return null;
  if (span.unmarked) return introduced ? 'direct' : null;
  const ends = /[.,?!…—–؟،۔-]$/u.test(inner) || (next?.text === ',' && after !== null);
  if (span.ranges.length > 1) return 'direct';
  // In other marks than the document's, words are speech where a clause beside them says so.
  const told =
    before?.grip === 'beside' && ((lead && count >= 3) || (count >= 2 && /^(?:saying|naming)$/.test(before.verb)));
  if (!span.primary && !(after !== null && ends) && !told) return null;
  if (resumed) return 'direct';
  if (previous === null && next === null) return count > 1 || ends ? 'direct' : null;
  const stops = /[.?!…؟۔]$/u.test(inner);
  // Letters without case, as those of Arabic, may begin a sentence as a capital does; its stop stands outside the marks.
  const caseless = /^[^\p{L}\p{N}]*\p{Lo}/u.test(inner);
  const capital = caseless || /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(inner);
  const title = isTitleCase(words);
  const embedded = isEmbedded(previous);
  const named = previous !== null && before?.verb === 'naming' && count <= 6 && NAMING.has(previous.lower);
  const by = next?.lower === 'by' && before?.subject === 'across';
  const given = before?.verb === 'naming' && (before.phrase.kind !== 'nominal' || by);
  const shown = !given && (previous?.kind === 'word' ? SHOWN.test(previous.lower) : lead && SHOWN.test(leadWord ?? ''));
  // In its report, “Root and Branch”, the trust said so.
  const apposed = title && count > 1 && previous?.text === ',' && next?.text === ',' && before === null;
  if (apposed) return null;
  if (after?.grip === 'beside' && ends && !named && !(embedded && (title || count <= 3))) return 'direct';
  // “We start in May” – Nia Prosser
  if (signed && previous === null && count >= 3) return 'direct';
  if (shown && count <= 6) return null;
  if (!stops && after === null && previous === null && isCitation(behindIt)) return null;
  const led = lead && before?.grip === 'beside';
  if (led && (ends || count >= 4) && (!title || before.plain)) return 'direct';
  // "She paused, then: “No.”"
  if (previous?.text === ':' && capital && (stops || (caseless && /^[.!؟۔]?$/u.test(next?.text ?? ''))))
    return 'direct';
  const fresh = previous === null || /^[.?!؟۔]$/u.test(previous.text) || previous.kind === 'quote';
  if (capital && stops && previous !== null && fresh && next === null) return 'direct';
  if (title && !(before?.plain === true && ends && !embedded)) return null;
  if (capital && ends && count >= 4) return 'direct';
  if (capital && ends && count >= 2 && fresh) return 'direct';
  const uttered = previous?.kind === 'word' && STRONG.has(previous.lower);
  if (uttered && capital && ends && count >= 2) return 'direct';
  if (count >= 4) return 'mixed';
  if (count >= 2 && (before !== null || after?.plain === true || trails)) return 'mixed';
  if ((after?.plain === true || trails) && OF_OPINION.test(previous?.lower ?? '')) return 'mixed';
  return isFragment(before, previous) ? 'mixed' : null;
};
