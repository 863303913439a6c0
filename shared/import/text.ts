import type { Block } from '../release/model';
import { countWords } from '../release/text';
import { type ImportOptions, assemble } from './assemble';
import { dateLine } from './date-line';
import { furnitureOf, isEnds, isNotesHeading } from './furniture';
import type { ImportPreview } from './model';

/**
 * Reads a release from plain text. In: the text (any line ends, a byte order mark is ignored), paragraphs parted by
 * blank lines or, where there are none, one a line. Out: a preview; nothing is invented, what the text does not clearly
 * have is empty and named in `missing`. Never fails.
 */
export const importText = (text: string, options: ImportOptions): ImportPreview => {
  const paragraphs = paragraphsOf(text);
  const headline = headlineAt(paragraphs);
  const rest = headline === -1 ? paragraphs : paragraphs.filter((_, index) => index !== headline);
  return assemble(
    {
      pieces: rest.map((words) => ({ block: blockOf(words) })),
      headline: paragraphs[headline] ?? '',
      date: '',
      language: null,
    },
    options,
  );
};

const paragraphsOf = (text: string): readonly string[] => {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
  if (!/\n[^\S\n]*\n/.test(plain.trim())) return tidied(plain.split('\n'));
  return tidied(
    plain.split(/\n(?:[^\S\n]*\n)+/).flatMap((chunk) => {
      const lines = tidied(chunk.split('\n'));
      if (lines.length === 1 || lines.some((line) => standsAlone(line))) return lines;
      return [lines.join(isWrapped(lines) ? ' ' : '\n')];
    }),
  );
};

const tidied = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim()).filter(Boolean);

/** Lines cut at a column by the program that wrote them: all but the last about as long as a line of print. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.slice(0, -1).every((line) => line.length >= 50 && line.length <= 90) && (lines.at(-1) ?? '').length <= 90;

const BULLET = /^[-*•·]\s+(?=\S)/;
const standsAlone = (line: string): boolean =>
  BULLET.test(line) ||
  isEnds(line) ||
  isNotesHeading(line) ||
  furnitureOf([line])[0] !== null ||
  dateLine(line) !== null;

/** A line with a bullet is an item of a list. Numbers stay in the text as they were typed. */
const blockOf = (words: string): Block =>
  BULLET.test(words)
    ? { type: 'list-item', list: 'bulleted', depth: 0, runs: [{ text: words.replace(BULLET, '') }] }
    : { type: 'paragraph', runs: [{ text: words }] };

const LONGEST_HEADLINE = 160;
const MOST_HEADLINE_WORDS = 25;

/**
 * Which paragraph is clearly the headline, or -1: the first that is neither page furniture nor a date, if it is one
 * short line without a full stop, colon, comma or quote mark at its end, with longer paragraphs after it.
 */
export const headlineAt = (paragraphs: readonly string[]): number => {
  const furniture = furnitureOf(paragraphs);
  const first = paragraphs.findIndex((words, index) => furniture[index] === null && dateLine(words) === null);
  const words = paragraphs[first];
  if (words === undefined || words.includes('\n') || words.length > LONGEST_HEADLINE) return -1;
  if (countWords(words) > MOST_HEADLINE_WORDS || countWords(words) < 2) return -1;
  if (isEnds(words) || isNotesHeading(words)) return -1;
  if (/[.:,;”"»]$/u.test(words) || BULLET.test(words) || NOT_A_HEADLINE.test(words)) return -1;
  const next = paragraphs.slice(first + 1).filter((_, index) => furniture[first + 1 + index] === null);
  return next.slice(0, 6).some((each) => each.length > Math.max(words.length, 80)) ? first : -1;
};

const NOT_A_HEADLINE =
  /^(?:(?:for )?immediate release|for release|embargo|under embargo|not for publication|(?:press|news|media) (?:release|statement)$|datganiad)/i;
