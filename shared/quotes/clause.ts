import { isDeterminer, isNameWord, isPronoun, type Phrase } from './phrases';
import type { Token } from './tokens';
import { BETWEEN, isReporting, NOUN_TOO } from './verbs';

/** A clause of attribution: who, and the tokens of the verb or phrase that says so. */
export type Clause = {
  readonly phrase: Phrase;
  readonly cueFrom: number;
  readonly cueTo: number;
  /** The last token of the clause, the phrase's apposition included. */
  readonly last: number;
  /** The apposition that follows the name, as token indices; null where there is none. */
  readonly apposition: { readonly from: number; readonly to: number } | null;
  /** `beside`: the clause touches the quote. `sentence`: found further off in the sentence. `subject`: a guess. */
  readonly grip: 'beside' | 'sentence' | 'subject';
  readonly plain: boolean;
};

export const isWord = (token: Token | undefined, ...words: readonly string[]): boolean =>
  token !== undefined && words.includes(token.lower);
export const isAdverb = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (BETWEEN.has(token.lower) || /ly$/u.test(token.lower)) && !token.capital;

/** Past a bracket that opens at `i`, as in "Jane Roe (Independent) said". */
export const pastBracket = (tokens: readonly Token[], i: number): number => {
  if (tokens[i]?.text !== '(') return i;
  for (let k = i + 1; k < i + 12; k += 1) if (tokens[k]?.text === ')') return k + 1;
  return i;
};

/** A reporting verb at `i`, not a noun of the same spelling. */
export const isVerb = (tokens: readonly Token[], i: number): boolean => {
  const token = tokens[i];
  if (isWord(token, 'put', 'puts') && isWord(tokens[i + 1], 'it')) return true;
  if (
    token?.kind !== 'word' ||
    !isReporting(token.lower) ||
    (token.capital && tokens[i - 1]?.sentence === token.sentence)
  )
    return false;
  if (!NOUN_TOO.has(token.lower)) return true;
  const before = tokens[i - 1];
  if (before === undefined || before.sentence !== token.sentence) return false;
  if (isDeterminer(before.lower) || before.possessive) return false;
  if (isWord(before, 'of', 'for', 'in', 'on', 'with', 'by', 'such', 'no', 'any', 'and', 'or')) return false;
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
