import type { NewsroomSettings } from '../newsroom/model';
import type { LanguageTag } from './model';

/** Languages written from right to left, by their primary subtag (Unicode CLDR, scripts Arab, Hebr, Thaa, Nkoo). */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written, for `dir`: `ltr` or `rtl`. Of a tag only the primary subtag counts. */
export const direction = (language: LanguageTag): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** The languages there are to choose from: those of the United Kingdom, then those its press offices translate into most. */
export const LANGUAGES: readonly LanguageTag[] = [
  'en-GB',
  'cy',
  'gd',
  'ga',
  'ar',
  'bn',
  'de',
  'es',
  'fa',
  'fr',
  'gu',
  'hi',
  'it',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'tr',
  'uk',
  'ur',
  'vi',
  'zh',
];

/** What a release is offered, each once: the usual language first, those the newsroom writes in, and the one it has (`current`). */
export const offeredLanguages = (
  { language, languages = LANGUAGES }: Pick<NewsroomSettings, 'language' | 'languages'>,
  current: LanguageTag,
): readonly LanguageTag[] => [...new Set([language, ...languages, current])];
