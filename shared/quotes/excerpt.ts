import { normaliseWords } from './approval';

/** The words of a quote in normal form, without its outer marks and the point or comma that ends it. */
export const bareWords = (words: string): string =>
  normaliseWords(words)
    .replace(/^'\s*|[\s,.]*'$/g, '')
    .replace(/[,.]$/, '');

/** The first words of a text without a quote's marks, for showing, at most eight, with an ellipsis where it goes on. */
export const firstWords = (words: string): string => {
  const all = words
    .replace(/^[“"‘'«]\s*|\s*[”"’'»]$/gu, '')
    .split(/\s+/u)
    .filter(Boolean);
  return all.length <= 8 ? all.join(' ') : `${all.slice(0, 8).join(' ')}…`;
};

/** A word or a number that goes on: a letter, a digit or an accent, also behind an apostrophe, a hyphen or a decimal point. */
const GOES_ON = /^(?:['‐‑-]?[\p{L}\p{N}\p{M}]|[.,]\p{N})/u;
const COMES_FROM = /(?:[\p{L}\p{N}\p{M}]['‐‑-]?|\p{N}[.,])$/u;

/** Whether words stand in a text whole: "can" does not in "can't", nor "1" in "1.5". Both in normal form. */
export const standsIn = (words: string, text: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!COMES_FROM.test(text.slice(0, at)) && !GOES_ON.test(text.slice(at + words.length))) return true;
  return false;
};
