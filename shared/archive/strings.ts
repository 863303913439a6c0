import type { LanguageTag } from '../release/model';
import { ARABIC } from './strings-ar';
import { WELSH } from './strings-cy';
import { ENGLISH } from './strings-en';
import type { Strings } from './strings-model';

const SETS: ReadonlyMap<string, Strings> = new Map([
  ['ar', ARABIC],
  ['cy', WELSH],
  ['en', ENGLISH],
]);

const wordsOf = (language: LanguageTag): Strings | null => {
  const set = SETS.get(language.toLowerCase().split('-')[0] ?? '');
  return set === undefined ? null : { ...set, language };
};

/**
 * The words for a page in a language: Arabic, English or Welsh. A page in any other language has the words of the site's
 * language round it, and English ones where the site's is another too.
 */
export const stringsFor = (language: LanguageTag, siteLanguage: LanguageTag): Strings =>
  wordsOf(language) ?? wordsOf(siteLanguage) ?? ENGLISH;
