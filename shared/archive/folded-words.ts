/*
 * Text as the proof compares it: words of letters and digits, with capitals, accents, apostrophes and what cannot be
 * seen taken away, so that no other way of writing the same words hides them.
 */

/** Stretches of this many words are searched for: short enough to catch a cut line, long enough not to meet by chance. */
export const SPAN = 5;

/** Scripts that part no words: each of their signs counts as one. */
const SIGN =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const WORDS = new RegExp(`${SIGN}|(?:(?!${SIGN})[\\p{L}\\p{N}])+`, 'gu');
const UNSEEN = /[\p{M}\p{Cf}'’‘ʼ′`´]|(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** The words of a text, folded. */
export const wordsIn = (text: string): string[] => {
  // Texts in plain English, most of all: none of these signs but the apostrophes is part of a word, in any form.
  if (/^[\t -~\u00a0£’‘“”–—…]*$/.test(text))
    return (
      text
        .toLowerCase()
        .replace(/['`’‘]/g, '')
        .match(/[a-z0-9]+/g) ?? []
    );
  // In this order: an acute accent that stands alone is an apostrophe, and decomposed it would be a space.
  const bare = text.replace(/[´`]/g, '').normalize('NFKD').replace(UNSEEN, '');
  // By way of capitals: “ß” and “SS” are one. At the end of a word a small sigma is another sign.
  return bare.toUpperCase().toLowerCase().replaceAll('ς', 'σ').match(WORDS) ?? [];
};

/** Every stretch of so many words, each joined by single spaces. */
export const runsOf = (words: readonly string[], length: number): string[] =>
  words.slice(length - 1).map((_, index) => words.slice(index, index + length).join(' '));

/** The stretches by which a text is known: of `SPAN` words, or the whole of one that is shorter. */
export const spansOf = (text: string): string[] => {
  const words = wordsIn(text);
  return words.length === 0 ? [] : runsOf(words, Math.min(SPAN, words.length));
};
