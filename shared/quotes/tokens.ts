import { isTitle } from './names';

/** A word, a punctuation mark or a whole quotation (its index in `quote`) of one block. Offsets in UTF-16 code units. */
export type Token = {
  readonly kind: 'word' | 'number' | 'mark' | 'quote';
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital. */
  readonly capital: boolean;
  /** Ends in ’s or s’. */
  readonly possessive: boolean;
  /** Counts sentences from 0 within the block. */
  readonly sentence: number;
  /** Index into the stretches given, -1 for other kinds. */
  readonly quote: number;
};

/** The first token of the sentence that token `at` lies in; found from there, so that a paragraph's length costs nothing. */
export const sentenceStart = (tokens: readonly Token[], at: number): number => {
  let start = at;
  while (start > 0 && tokens[start - 1]?.sentence === tokens[at]?.sentence) start -= 1;
  return start;
};

/** A stretch of the block that is read as one token. */
export type Stretch = { readonly start: number; readonly end: number; readonly quote: number };

const ABBREVIATIONS = new Set(
  (
    'sen rep gov gen col lt sgt capt st prof rev jr sr cllr hon no vs rt det insp supt pres sec dept asst maj adm cmdr atty ' +
    'messrs mt ft inc ltd co corp jan feb mar apr aug sept oct nov dec'
  ).split(' '),
);
/** So many tokens are read as one sentence at most: each quote looks through its own, and a text without stops may have thousands. */
const LONGEST = 400;
/** A word or number (the group), or any other sign. */
const PIECE =
  /([\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.&/@_-](?=[\p{L}\p{N}])|(?<=\p{N}),(?=\p{N}{3}))*(?:['’](?![\p{L}\p{N}]))?)|\S/gu;

/* A text of 20,000 words is read while somebody waits: most letters are plain ones, and are told by their codes. */
const isPlain = (code: number): boolean => code < 128;
const startsCapital = (words: string): boolean => {
  const code = words.charCodeAt(0);
  return isPlain(code) ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(words);
};
const startsNumber = (words: string): boolean => {
  const code = words.charCodeAt(0);
  return isPlain(code) ? code >= 48 && code <= 57 : /^\p{N}/u.test(words);
};
const isPossessive = (words: string): boolean => {
  const last = words.charCodeAt(words.length - 1) | 32;
  // Another plain letter than s at the end.
  if (last >= 97 && last <= 122 && last !== 115) return false;
  return /['’]s$|s['’]$/iu.test(words);
};
const hasBreak = (text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 10) return true;
  return false;
};

const isAbbreviation = (word: string): boolean => {
  const lower = word.toLowerCase();
  return ABBREVIATIONS.has(lower) || isTitle(lower) || /^(?:\p{L}\.)*\p{Lu}$/u.test(word);
};

/** A full stop that ends a sentence: not after an abbreviation, nor before a comma, a bracket or a small letter. */
const isFullStop = (text: string, at: number, last: Token | undefined): boolean => {
  if (last?.kind === 'word' && last.end === at && isAbbreviation(last.text)) return false;
  return !/^[,;:)\]]|^\s+\p{Ll}/u.test(text.slice(at + 1, at + 6));
};

/**
 * Cuts a block into tokens and sentences. In: its text and the stretches in quote marks, in order and apart, counted from 0. Out:
 * tokens in order; a full stop inside a closing quote mark ends a sentence where a capital follows.
 */
export const tokenise = (text: string, stretches: readonly Stretch[]): readonly Token[] => {
  const tokens: Token[] = [];
  let sentence = 0;
  let at = 0;
  const add = (kind: Token['kind'], start: number, end: number, quote = -1): void => {
    if (tokens[tokens.length - LONGEST]?.sentence === sentence) sentence += 1;
    const words = text.slice(start, end);
    const lower = words.toLowerCase();
    tokens.push({
      kind,
      text: words,
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      start,
      end,
      capital: kind === 'word' && startsCapital(words),
      possessive: kind !== 'mark' && isPossessive(words),
      sentence,
      quote,
    });
  };
  const plain = (end: number): void => {
    for (const match of text.slice(at, end).matchAll(PIECE)) {
      const start = at + match.index;
      const piece = match[0];
      const last = tokens.at(-1);
      if (last !== undefined && hasBreak(text, last.end, start)) sentence += 1;
      else if (
        last?.kind === 'quote' &&
        /[.?!…]['’”"»]*$/u.test(last.text) &&
        /^\p{Lu}/u.test(piece) &&
        /\.['’”"»]*$/u.test(last.text)
      )
        sentence += 1;
      if (match[1] !== undefined) add(startsNumber(piece) ? 'number' : 'word', start, start + piece.length);
      else {
        const stops = /^[?!؟۔]$/u.test(piece) || (piece === '.' && isFullStop(text, start, last));
        if (piece === '.' && !stops) {
          // The stop of an initial belongs to the name: "J. R. Hartnell".
          if (last?.end === start && /^(?:\p{Lu}\.)*\p{Lu}$/u.test(last.text)) {
            const whole = { text: `${last.text}.`, lower: `${last.lower}.`, end: start + 1 };
            tokens.splice(-1, 1, { ...last, ...whole });
          }
          continue;
        }
        add('mark', start, start + piece.length);
        if (stops && !/^[.?!؟۔]/u.test(text.slice(start + 1))) sentence += 1;
      }
    }
  };
  for (const stretch of stretches) {
    plain(stretch.start);
    const last = tokens.at(-1);
    if (last?.kind === 'quote' && /[.?!…]['’”"»]*$/u.test(last.text)) sentence += 1;
    add('quote', stretch.start, stretch.end, stretch.quote);
    at = stretch.end;
  }
  plain(text.length);
  return tokens;
};
