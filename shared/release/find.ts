import type { Block, Range, Release } from './model';
import { blockText } from './text';

/** What is looked for in a release. */
export type Wanted = { readonly words: string; readonly matchCase: boolean; readonly wholeWords: boolean };

/** Where found words stand: in a field, or in a block of the body or of the notes. Offsets are UTF-16, `end` exclusive. */
export type FoundPlace =
  | { readonly part: 'headline' | 'standfirst'; readonly start: number; readonly end: number }
  | ({ readonly part: 'body' | 'notes' } & Range);

/** The texts of a release in which is looked, in the order of the page. */
export type Searched = Pick<Release, 'headline' | 'standfirst' | 'body' | 'notes'>;

/** A typed character finds those that a writer has no key for: a straight mark the curly ones, a space those that do not break. */
const ALSO: Readonly<Record<string, string>> = {
  '"': '["“”„]',
  "'": "['‘’‚]",
  ' ': '[ \\u00a0\\u202f]',
  '-': '[-\\u2010\\u2011]',
};

const patternOf = ({ words, matchCase, wholeWords }: Wanted): RegExp => {
  const pattern = Array.from(words, (each) => ALSO[each] ?? each.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')).join('');
  const [before, behind] = wholeWords ? ['(?<![\\p{L}\\p{M}\\p{N}])', '(?![\\p{L}\\p{M}\\p{N}])'] : ['', ''];
  return new RegExp(`${before}${pattern}${behind}`, matchCase ? 'gu' : 'giu');
};

/**
 * Where words stand in a text, from its beginning, none over another. In: the text; what is wanted, taken literally but
 * for marks, spaces and hyphens (`ALSO`). Out: UTF-16 offsets. No words are found nowhere.
 */
export const placesInText = (
  text: string,
  wanted: Wanted,
): readonly { readonly start: number; readonly end: number }[] =>
  wanted.words === ''
    ? []
    : [...text.matchAll(patternOf(wanted))].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

/** Everywhere that words stand in a release, in the order of the page: headline, standfirst, body, notes. */
export const findInRelease = (release: Searched, wanted: Wanted): readonly FoundPlace[] => {
  const inField = (part: 'headline' | 'standfirst'): FoundPlace[] =>
    placesInText(release[part], wanted).map((place) => ({ part, ...place }));
  const inBlocks = (part: 'body' | 'notes'): FoundPlace[] =>
    release[part].flatMap((each: Block, block) =>
      placesInText(blockText(each), wanted).map((place) => ({ part, block, ...place })),
    );
  return [...inField('headline'), ...inField('standfirst'), ...inBlocks('body'), ...inBlocks('notes')];
};
