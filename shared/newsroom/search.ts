import { blockTexts } from '../release/text';
import type { Day, Release } from '../release/model';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const dayInWords = (day: Day | ''): string => {
  const [year, month, number] = day.split('-').map(Number);
  return year === undefined || month === undefined || number === undefined
    ? ''
    : `${number} ${MONTHS[month - 1] ?? ''} ${year}`;
};

/** Words as they are compared: without case, accents or compatibility forms (NFKD), what parts them one space. */
export const foldWords = (text: string): readonly string[] =>
  // Most texts are plain: no sign in them is more than one, or has another form.
  /^[\t\n\r -~£‘’“”–—…]*$/.test(text) ? (text.toLowerCase().match(/[a-z0-9]+/g) ?? []) : foldAnyWords(text);

const foldAnyWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

const fold = (text: string): string => foldWords(text).join(' ');

/** Texts in the form in which `readQuery` looks through them: folded to words between single spaces, one before and one after. */
export const foldedText = (texts: readonly string[]): string => ` ${fold(texts.join(' '))} `;

/**
 * All that a release can be found by, folded to words in their order: headline, standfirst, body, notes, topics, the names
 * and roles of its speakers, reference, place, its day in words, its state.
 */
export const searchWords = (release: Release): readonly string[] => {
  const { headline, standfirst, dateline, body, notes, topics, reference, quotes, state } = release;
  const speakers = quotes.map(({ speaker }) => (speaker === null ? '' : `${speaker.name} ${speaker.role}`));
  const texts = [
    headline,
    standfirst,
    ...body.flatMap(blockTexts),
    ...notes.flatMap(blockTexts),
    ...topics,
    ...speakers,
  ];
  return foldWords([...texts, reference, dateline.place, dayInWords(dateline.date), state].join(' '));
};

/**
 * Reads what was typed into the search field. Each word is looked for at the beginning of words; words between quotation
 * marks (straight or curly) as they follow each other, and whole once the closing mark is there. The answer is what must
 * stand in a `foldedText`, each behind a space; it is empty where nothing is looked for.
 */
export const wantedWords = (typed: string): readonly string[] => {
  const wanted: string[] = [];
  const rest = typed.replace(/["“”]([^"“”]*)(["“”]?)/gu, (_all, phrase: string, close: string) => {
    const words = fold(phrase);
    if (words !== '') wanted.push(close === '' ? words : `${words} `);
    return ' ';
  });
  for (const words of fold(rest).split(' ')) if (words !== '') wanted.push(words);
  return wanted;
};

/** As `wantedWords`; the answer tells of a `foldedText` whether it has all of them, and is null where nothing is looked for. */
export const readQuery = (typed: string): ((text: string) => boolean) | null => {
  const wanted = wantedWords(typed);
  return wanted.length === 0 ? null : (text) => wanted.every((words) => standsIn(text, words));
};

/** Whether the words stand in a `foldedText`, the first one from its beginning. Looking for the space before it too would be slow: there are so many. */
const standsIn = (text: string, words: string): boolean => {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) if (text[at - 1] === ' ') return true;
  return false;
};
