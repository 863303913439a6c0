import type { LanguageTag } from '../release/model';

/** A page that only says something: its heading, and its paragraphs. */
export type Saying = { readonly title: string; readonly text: readonly string[] };

/** What the archive's pages say round the words of the releases. Plain text throughout. */
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
  readonly newsIn: (time: string) => string;
  readonly byMonth: (year: string) => string;
  readonly nothing: string;
  /** Lists that go on over numbered pages; page 1 is the oldest. */
  readonly pages: string;
  readonly page: (number: number) => string;
  readonly newer: string;
  readonly older: string;
  readonly onPages: string;
  readonly topics: string;
  readonly newsAbout: (topic: string) => string;
  readonly people: string;
  readonly peopleIntro: string;
  readonly quotesOf: (name: string) => string;
  readonly search: string;
  readonly searchFor: string;
  readonly searchHint: string;
  readonly searchWaits: string;
  readonly found: { readonly none: string; readonly one: string; readonly many: string; readonly first: string };
  readonly cite: string;
  readonly citation: (parts: { readonly who: string; readonly title: string; readonly day: string }) => string;
  readonly corrections: string;
  readonly corrected: (day: string) => string;
  readonly noCorrections: string;
  /** The way to the wording from before a correction. */
  readonly toEarlier: string;
  /** Above that wording, and before the note on the correction. */
  readonly asItRead: (day: string) => string;
  readonly wasCorrected: string;
  readonly toCurrent: string;
  /** At an address from before: what became of the page, and the way to it. */
  readonly moved: Saying;
  readonly goToMoved: string;
  readonly withdrawn: (day: string) => string;
  readonly replaced: (day: string) => string;
  readonly removed: (day: string) => string;
  readonly reason: string;
  readonly goToReplacement: string;
  readonly accessibility: Saying;
  /** Said where the office has an address to write to. */
  readonly tellUs: string;
  readonly notFound: Saying;
  readonly more: string;
};
