import { isDeterminer, isNameWord, isPronoun, phraseUntil, type Phrase } from './phrases';
import type { Token } from './tokens';
import { BETWEEN, cutsIn, isOther, isReporting, NAMING, NOUN_TOO, SAYING, STRONG } from './verbs';

/** A clause of attribution: who, and the tokens of the verb or phrase that says so. */
export type Clause = {
  readonly phrase: Phrase;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** The last token of the clause, the phrase's apposition included. */
  readonly last: number;
  /** The apposition that follows the name, as token indices; null where there is none. */
  readonly apposition: { readonly from: number; readonly to: number } | null;
  /** `beside`: the clause touches the quote. `sentence`: found further off in the sentence. `above`: in the sentence before. `subject`: a guess. */
  readonly grip: 'beside' | 'sentence' | 'above' | 'subject';
  readonly plain: boolean;
  readonly verb: VerbKind;
  /** `beside`: the subject stands next to its verb. `across`: over an apposition, a bracket or "who". `main`: of the clause a participle hangs on. `guessed`: the sentence's. */
  readonly subject: 'beside' | 'across' | 'main' | 'guessed';
};

/** What kind of verb leads: `label` is no verb at all, as in "Jane Roe: “" and "according to". */
export type VerbKind = 'saying' | 'naming' | 'thinking' | 'label';

export const verbKind = (lower: string): VerbKind =>
  SAYING.has(lower) ? 'saying' : NAMING.has(lower) ? 'naming' : 'thinking';

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token !== undefined && words.includes(token.lower);
export const isAdverb = (token: Token | undefined): boolean =>
  token?.kind === 'word' &&
  (BETWEEN.has(token.lower) || /(?<!fami|assemb|supp|^rep|^al|^ral|^bul)ly$/u.test(token.lower)) &&
  !token.capital;

/** Past a bracket that opens at `i`, as in "Jane Roe (Independent) said". */
export const pastBracket = (tokens: readonly Token[], i: number): number => {
  if (tokens[i]?.text !== '(') return i;
  for (let k = i + 1; k < i + 12; k += 1) if (tokens[k]?.text === ')') return k + 1;
  return i;
};

const BE = new Set(['is', 'was', 'are', 'were', 'be', 'been', 'being', 'am', 'kept', 'keeps', 'began', 'started']);

/** Whether the word in -ing at `i` is a verb: "was saying", ", adding", "by calling", but not "a shooting spree". */
export const isParticiple = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== tokens[i]?.sentence) return true;
  if (before.kind === 'mark' || before.kind === 'quote' || BE.has(before.lower) || isAdverb(before)) return true;
  return isWord(
    before,
    'by',
    'while',
    'and',
    'before',
    'after',
    'as',
    'in',
    'but',
    'or',
    'when',
    'without',
    'of',
    'for',
    'from',
  );
};

/**
 * The subject of the participle at `v` that has one of its own: "with the mayor calling it “daft”", "– Roe saying it was
 * late and Bell calling it “early”"; null where it hangs on another clause.
 */
export const absolute = (tokens: readonly Token[], v: number): Phrase | null => {
  const apposed =
    /ing$/u.test(tokens[v]?.lower ?? '') && tokens[v - 1]?.text === ',' ? phraseUntil(tokens, v - 2) : null;
  // "with the secretary, Colin Moss, describing it as “a rumour”".
  const office = apposed?.kind === 'named' && tokens[apposed.from - 1]?.text === ',' ? apposed.from - 2 : -1;
  const before = office < 0 ? null : phraseUntil(tokens, office);
  if (apposed !== null && before !== null && isWord(tokens[before.from - 1], 'with')) return apposed;
  const phrase = /ing$/u.test(tokens[v]?.lower ?? '') ? phraseUntil(tokens, v - 1) : null;
  if (phrase === null || phrase.to !== v - 1) return null;
  const led = tokens[phrase.from - 1];
  if (led?.sentence !== tokens[v]?.sentence) return null;
  if (isWord(led, 'with')) return phrase;
  const object = /^(?:it|him|her|them|he|she|they|the|that)$/u.test(tokens[v + 1]?.lower ?? '');
  return phrase.kind === 'named' && object && (isWord(led, 'and', 'while') || /^[,–—-]$/u.test(led?.text ?? ''))
    ? phrase
    : null;
};

/** Whether the verb at `i` is in the passive: "was described as", "had been told". */
export const isPassive = (tokens: readonly Token[], i: number): boolean => {
  if (!/(?:ed|told|put|read|written|known|seen|said|shown|heard)$/u.test(tokens[i]?.lower ?? '')) return false;
  let k = i - 1;
  while (isAdverb(tokens[k]) && !BE.has(tokens[k]?.lower ?? '')) k -= 1;
  if (tokens[k]?.sentence !== tokens[i]?.sentence) return false;
  return BE.has(tokens[k]?.lower ?? '') || isWord(tokens[k], 'when', 'if', 'though', 'once');
};

/** Whether an article a little to the left makes the word at `i` a noun: "a heavily Democratic state". */
const hasArticle = (tokens: readonly Token[], i: number, definite: boolean): boolean => {
  for (let k = i - 1; k >= i - 4 && tokens[k]?.sentence === tokens[i]?.sentence; k -= 1) {
    if (tokens[k]?.kind !== 'word' || isReporting(tokens[k]?.lower ?? '')) return false;
    if (definite && isWord(tokens[k], 'the')) return true;
    if (isWord(tokens[k], 'a', 'an', 'my', 'his', 'her', 'its', 'their', 'our')) return true;
  }
  return false;
};

/** Whether "read" is the past of a verb here: a noun before it, and nothing that it could name behind it. */
const isRead = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  const { sentence } = tokens[i] ?? {};
  const ends = next === undefined || next.sentence !== sentence || /^[,:.]$/u.test(next.text) || next.kind === 'quote';
  return ends && before?.sentence === sentence && isWritten(before?.lower ?? '');
};

const isWritten = (lower: string): boolean =>
  /^(?:email|e-mail|letter|sign|banner|placard|note|message|statement|post|tweet|text|caption|headline|reply|poster|plaque|card|notice|citation|entry|it)$/u.test(
    lower,
  );

/** A reporting verb at `i`, not a noun of the same spelling. */
export const isVerb = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (isWord(token, 'go', 'goes', 'went')) return isWord(tokens[i + 1], 'on') && !isWord(tokens[i + 2], 'to');
  if (cutsIn(token?.lower ?? '', tokens[i + 1]?.lower ?? '')) return true;
  if (isOther(token?.lower ?? '', tokens[i + 1]?.lower ?? '')) return false;
  // "the email read:" is a verb, "a good read" is none.
  if (isWord(token, 'read') && tokens[i - 1]?.kind === 'word' && isRead(tokens, i)) return true;
  if (
    token?.kind !== 'word' ||
    !isReporting(token.lower) ||
    (token.capital && tokens[i - 1]?.sentence === token.sentence)
  )
    return false;
  if (/ing$/u.test(token.lower)) {
    if (absolute(tokens, i) !== null) return true;
    if (!SAYING.has(token.lower) && !isParticiple(tokens, i)) return false;
  }
  if (!NOUN_TOO.has(token.lower)) return true;
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== token.sentence) return false;
  if (isDeterminer(before.lower) || before.possessive) return false;
  if (isWord(before, 'of', 'for', 'in', 'on', 'with', 'by', 'such', 'no', 'any', 'and', 'or')) return false;
  if (hasArticle(tokens, i, !STRONG.has(token.lower))) return false;
  if (before.capital || before.kind !== 'word' || isPronoun(before.lower) || isAdverb(before)) return true;
  // "critics claim" and "the report claims" agree in number; "a blunt message" and "new claims" do not.
  return /s$/u.test(before.lower) !== /s$/u.test(token.lower);
};

/** The apposition between commas that begins at the comma `comma`; ends before the next comma, full stop or quote. */
export const appositionAt = (
  tokens: readonly Token[],
  comma: number,
  sentence: number,
): { from: number; to: number } | null => {
  if (tokens[comma]?.text !== ',') return null;
  const from = comma + 1;
  const first = tokens[from];
  const fits =
    first !== undefined &&
    first.sentence === sentence &&
    (first.kind === 'number' ||
      isDeterminer(first.lower) ||
      isNameWord(first) ||
      (first.kind === 'word' && !isReporting(first.lower)));
  if (
    !fits ||
    isWord(
      first,
      'and',
      'but',
      'adding',
      'in',
      'on',
      'at',
      'when',
      'while',
      'as',
      'after',
      'before',
      'during',
      'he',
      'she',
      'they',
      'it',
    )
  )
    return null;
  let to = from;
  for (let i = from; i < tokens.length && i < from + 24; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.sentence !== sentence || token.kind === 'quote' || /^[.:;–—]$/u.test(token.text))
      break;
    if (token.text === ',') {
      const age = i === from + 1 && tokens[from]?.kind === 'number' && !isReporting(tokens[i + 1]?.lower ?? '');
      if (!age) break;
      continue;
    }
    to = i;
  }
  return { from, to };
};
