import type { LanguageTag } from '../release/model';

/** What the archive's pages say round the words of the releases. */
export type Strings = {
  readonly language: LanguageTag;
  readonly skip: string;
  readonly archive: string;
  readonly preview: string;
  readonly background: string;
  readonly about: (organisation: string) => string;
  readonly pressContact: string;
  readonly back: string;
  readonly latest: string;
  readonly keepUp: (organisation: string) => string;
  readonly all: string;
  readonly get: string;
  /** Before and in the link to the feed. */
  readonly follow: readonly [before: string, link: string];
  /** What follows the feed's link, before the news address. */
  readonly ask: string;
  readonly years: string;
  readonly newsIn: (year: string) => string;
  readonly byMonth: (year: string) => string;
  readonly nothing: string;
};

const ENGLISH: Strings = {
  language: 'en-GB',
  skip: 'Skip to main content',
  archive: 'News Archive',
  preview: 'Preview, not for publication',
  background: 'Background',
  about: (organisation) => `About ${organisation}`,
  pressContact: 'Press contact',
  back: 'Back to News Archive',
  latest: 'Latest News',
  keepUp: (organisation) => `Keep up to date with news from ${organisation}.`,
  all: 'All News',
  get: 'Get the latest news',
  follow: ['Follow the ', 'news feed'],
  ask: ', or ask the press office to add you to its list: ',
  years: 'Years',
  newsIn: (year) => `News in ${year}`,
  byMonth: (year) => `${year} by month`,
  nothing: 'Nothing has been published yet.',
};

const WELSH: Strings = {
  language: 'cy',
  skip: 'Neidio i’r prif gynnwys',
  archive: 'Archif Newyddion',
  preview: 'Rhagolwg, nid i’w gyhoeddi',
  background: 'Cefndir',
  about: (organisation) => `Ynghylch ${organisation}`,
  pressContact: 'Cyswllt i’r wasg',
  back: 'Yn ôl i’r Archif Newyddion',
  latest: 'Newyddion Diweddaraf',
  keepUp: (organisation) => `Y newyddion diweddaraf gan ${organisation}.`,
  all: 'Pob Newyddion',
  get: 'Cael y newyddion diweddaraf',
  follow: ['Dilynwch y ', 'ffrwd newyddion'],
  ask: ', neu gofynnwch i swyddfa’r wasg eich ychwanegu at ei rhestr: ',
  years: 'Blynyddoedd',
  newsIn: (year) => `Newyddion ${year}`,
  byMonth: (year) => `${year} fesul mis`,
  nothing: 'Nid oes dim wedi’i gyhoeddi eto.',
};

const wordsOf = (language: LanguageTag): Strings | null => {
  switch (language.split('-')[0]?.toLowerCase()) {
    case 'cy':
      return { ...WELSH, language };
    case 'en':
      return { ...ENGLISH, language };
    default:
      return null;
  }
};

/**
 * The words for a page in a language, Welsh or English. A page in any other language has the words of the site's
 * language round it, and English ones where the site's is another too.
 */
export const stringsFor = (language: LanguageTag, siteLanguage: LanguageTag): Strings =>
  wordsOf(language) ?? wordsOf(siteLanguage) ?? ENGLISH;
