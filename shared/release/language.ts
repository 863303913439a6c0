import type { LanguageTag } from './model';

/** Languages written from right to left, by their primary subtag (Unicode CLDR, scripts Arab, Hebr, Thaa, Nkoo). */
const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'nqo', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written, for `dir`: `ltr` or `rtl`. Of a tag only the primary subtag counts. */
export const direction = (language: LanguageTag): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr';

/** The languages a release is offered in: those of the United Kingdom, then those its press offices translate into most. */
export const LANGUAGES: readonly LanguageTag[] = [
  'en-GB',
  'cy',
  'gd',
  'ga',
  'ar',
  'bn',
  'fa',
  'gu',
  'pa',
  'pl',
  'pt',
  'ro',
  'so',
  'uk',
  'ur',
  'zh',
];
