import { firstWords } from '../quotes/excerpt';
import type { Release } from '../release/model';
import { compare } from './compare';
import type { BlockChange, WordOp } from './model';

/** The words that came or went in some rows, and where links led that lead elsewhere now. */
const changedTexts = (rows: readonly BlockChange[]): readonly string[] =>
  rows.flatMap(({ words, formatting }) => [
    ...changedWords(words),
    ...formatting.flatMap(({ what, before, after }) => (what === 'link' ? [before, after] : [])),
  ]);

const changedWords = (words: readonly WordOp[]): readonly string[] =>
  words.flatMap(({ op, text }) => (op === 'same' ? [] : text.split(/\s+/u)));

/** Whether a picture came, went, or is another: what is said of it may be put better. */
const isAnotherPicture = ({ kind, type, formatting }: BlockChange): boolean =>
  (type === 'image' && (kind === 'added' || kind === 'removed')) || formatting.some(({ what }) => what === 'image');

/**
 * Why a change of a published text is more than a minor one, each a whole sentence; empty where it is minor. It is not
 * where a digit, a word with a capital letter, or a word of a quote is not what it was, in the body or in any field: these
 * are figures, names and words in somebody's mouth, and readers are told of them. Nor where a quote stands elsewhere, for the
 * words round it may give it to another. So are readers told of another picture.
 */
export const whyNotMinor = (before: Release, after: Release): string[] => {
  const { blocks, fields, quotes } = compare(before, after);
  const texts = [
    ...changedTexts(blocks),
    ...fields
      .filter(({ field }) => field !== 'state')
      .flatMap((field) => (field.blocks ? changedTexts(field.blocks) : changedWords(field.words))),
  ];
  const figure = texts.find((text) => /\p{N}/u.test(text));
  const name = texts.find((text) => /[\p{Lu}\p{Lt}]/u.test(text));
  const quote = quotes.find(({ kind }) => kind !== 'unchanged' && kind !== 'moved');
  const moved = quotes.find(({ kind }) => kind === 'moved');
  const rows = [...blocks, ...fields.flatMap((field) => field.blocks ?? [])];
  return [
    ...(rows.some(isAnotherPicture) ? ['A picture is not what it was.'] : []),
    ...(figure === undefined ? [] : [`A figure is not what it was: “${figure}”.`]),
    ...(name === undefined ? [] : [`A word with a capital letter is not what it was: “${name}”.`]),
    ...(quote === undefined ? [] : [`A quote is not what it was: “${firstWords(quote.before ?? quote.after ?? '')}”.`]),
    ...(moved === undefined ? [] : [`A quote stands elsewhere than it did: “${firstWords(moved.after ?? '')}”.`]),
  ];
};
