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

/** Whether words stand in a text whole, no letter or digit on either side. */
export const standsIn = (words: string, text: string): boolean => {
  const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if (!isWord(text[at - 1]) && !isWord(text[at + words.length])) return true;
  return false;
};
