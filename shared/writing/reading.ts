import type { Block, LanguageTag } from '../release/model';
import { blockText, bodyWords } from '../release/text';
import { sentencesOf } from './sentences';

/** Words that a person reads in a minute: silent reading of English non-fiction (Brysbaert 2019, Journal of Memory and Language 109). */
const WORDS_A_MINUTE = 238;

/** How long a body takes to read, in whole minutes; 0 where there is nothing. */
export const readingMinutes = (body: readonly Block[]): number => {
  const words = bodyWords({ body });
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE));
};

/**
 * Syllables of an English word, by its groups of vowels: an e at its end and in -es, -ed is silent, unless it is what makes
 * the ending heard (-le, -ted, -ses). Right for some nine words of ten; the mean over a text is what is used.
 */
export const syllables = (word: string): number => {
  const letters = word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/[^a-zà-ÿ]/gu, '');
  if (letters.length <= 3) return 1;
  const heard = letters
    .replace(/(?<![lrtd]l|[^aeiouy]l)e$/u, '')
    .replace(/(?<![td])ed$/u, 'd')
    .replace(/(?<!(?:[sxz]|ch|sh|c|g))es$/u, 's');
  return Math.max(1, heard.match(/[aeiouyà-ÿ]+/gu)?.length ?? 1);
};

type Counts = { readonly words: number; readonly sentences: number; readonly syllables: number };
const counted = new WeakMap<Block, Counts>();

const countsOf = (block: Block): Counts => {
  const known = counted.get(block);
  if (known) return known;
  const sentences = sentencesOf(blockText(block)).filter(({ words }) => words.length > 0);
  const words = sentences.flatMap((sentence) => sentence.words);
  const counts = {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((sum, word) => sum + syllables(word), 0),
  };
  counted.set(block, counts);
  return counts;
};

/** Whether a block has sentences: headings, tables and captions have none. */
const hasSentences = ({ type }: Block): boolean =>
  type === 'paragraph' || type === 'list-item' || type === 'block-quote';

/** Counts what `readingAge` needs, a block a step, so that it has it ready: a first count of 20,000 words takes a tenth of a second. */
export function* countInSlices(body: readonly Block[]): Generator<void> {
  for (const block of body)
    if (hasSentences(block)) {
      countsOf(block);
      yield;
    }
}

/** Fewer words than this tell nothing of how a text reads. */
const LEAST_WORDS = 100;

/**
 * The age at which a body is read with ease: the Flesch–Kincaid grade, 0.39 words a sentence + 11.8 syllables a word −
 * 15.59 (Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75), and five years more, since the first
 * grade begins at six. Headings, tables and captions are no sentences and are left out. Null for other languages than
 * English, for which the formula says nothing, and below 100 words. Between 5 and 22.
 */
export const readingAge = (body: readonly Block[], language: LanguageTag): number | null => {
  if (!/^en(?:-|$)/i.test(language)) return null;
  let [words, sentences, all] = [0, 0, 0];
  for (const block of body) {
    if (!hasSentences(block)) continue;
    const own = countsOf(block);
    words += own.words;
    sentences += own.sentences;
    all += own.syllables;
  }
  if (words < LEAST_WORDS) return null;
  const grade = 0.39 * (words / sentences) + 11.8 * (all / words) - 15.59;
  return Math.min(22, Math.max(5, Math.round(grade + 5)));
};
