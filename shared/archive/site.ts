import type { Quote } from '../quotes/model';
import { findSpans } from '../quotes/find-spans';
import { mayHoldQuote } from '../quotes/may-hold';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import { quoteBlocks } from '../quotes/words';
import { invariant } from '../assert';
import type { Person } from '../people/model';
import { earlierPath } from '../release/address';
import { mediaOf } from '../release/media';
import type { MediaName, Release } from '../release/model';
import { asItRead } from './earlier';
import { waysIn } from './media-only';
import { placedTexts } from './places';
import { type FormerText, type GoneRelease, type PublicRelease, formerTexts, textSince } from './select';
import { stringsFor } from './strings';
import type { Strings } from './strings-model';
import { type Listed, type Named, type Voice, gather, voicesIn } from './subjects';
import { type ArchiveSettings, type Theme, themeOf } from './theme';

/** What other pages, and the checks, need to know of a release without reading its text. */
export type TextSummary = {
  /** Who is quoted, in the order of the quotes that its page shows as somebody's. */
  readonly said: readonly (Voice & { readonly role: string })[];
  /** The words of quotes that stand in several pieces, as they are read elsewhere. */
  readonly pieced: readonly string[];
  /** Its pictures, each once. */
  readonly media: readonly MediaName[];
  /** Whether a link stands in it. */
  readonly links: boolean;
  /** The keys (`waysIn`) of all numbers and addresses that stand in its words, and in those on its corrections. */
  readonly ways: readonly string[];
  /** The wordings from before its corrections that would pass the export. */
  readonly earlier: readonly EarlierSummary[];
  /** Who is quoted in each of its `formerTexts`. */
  readonly former: readonly (readonly Voice[])[];
};

/** A wording from before a correction, by the correction's index: who is quoted in it, and the keys of the numbers and addresses. */
export type EarlierSummary = Pick<TextSummary, 'said' | 'ways'> & { readonly correction: number };

/** A release as it read until one of its corrections, at a page of its own. */
export type EarlierWording = {
  readonly path: string;
  /** The correction's index. */
  readonly correction: number;
  readonly text: Release;
  readonly said: TextSummary['said'];
  /** Read when they are asked for. */
  readonly quotes: () => readonly Quote[];
};

/** A public release with its quotes, which several pages need and which are found once. */
export type ArchiveRelease = PublicRelease & {
  /** Those that a page shows as somebody's. */
  readonly quotes: readonly Quote[];
  readonly summary: TextSummary;
  /** The wordings from before its corrections that readers may look at. */
  readonly earlier: readonly EarlierWording[];
  /** See `BundleFile`. */
  readonly key: string;
};

/** Every quote of a release's body, as the newsroom's people and its rule on approvals have them. */
export const allQuotes = ({ release }: PublicRelease, context: ResolveContext): readonly Quote[] =>
  release.quotes.length === 0 && !quoteBlocks(release.body).some(mayHoldQuote)
    ? []
    : resolveQuotes(release, context, findSpans);

/** The quotes that a page shows as somebody's, without what is merely proposed: that would be held for each release. */
export const shownOf = (quotes: readonly Quote[]): readonly Quote[] =>
  quotes.filter(({ stored }) => stored?.speaker).map((quote) => ({ ...quote, proposals: [], cue: null }));

/** The summary of a release, of which `quotes` are all. */
export const summaryOf = (
  each: PublicRelease,
  quotes: readonly Quote[],
  earlier: readonly EarlierSummary[] = [],
): TextSummary => ({
  earlier,
  former: formerTexts(each).map(({ text }) => voicesIn(text)),
  said: quotes.flatMap(({ stored }) =>
    stored?.speaker ? [{ name: stored.speaker.name, person: stored.speaker.person, role: stored.speaker.role }] : [],
  ),
  pieced: quotes.flatMap(({ ranges, words }) => (ranges.length > 1 ? [words] : [])),
  media: mediaOf(each.release),
  links: [...each.release.body, ...each.release.notes].some(({ runs }) => runs.some(({ link }) => link)),
  ways: [
    ...new Set(
      [...placedTexts(each.release).map(({ text }) => text), ...each.corrections.map(({ note }) => note)]
        .flatMap(waysIn)
        .map(({ key }) => key),
    ),
  ],
});

/** All that a public release's pages depend on, in one line. What its frozen text is, its version's hash says. */
export const keyOfRelease = (each: PublicRelease): string => {
  const { address, formerly, since, updated, corrections, currentFacts, chain } = each;
  const told = corrections.map(({ at, note, earlier }) => [at, note, earlier?.version ?? '']);
  return [
    currentFacts.publication?.version ?? '',
    address,
    ...formerly,
    since,
    updated,
    chain ?? '',
    told.length === 0 ? '' : JSON.stringify(told),
  ].join(' ');
};

/** What is asked of a wording from before a correction. */
export type EarlierReader = {
  readonly quotes: (each: PublicRelease) => readonly Quote[];
  /** Whether the numbers and addresses in it, by their keys, may be read by all. */
  readonly mayShow: (ways: readonly string[]) => boolean;
};
const NO_READER: EarlierReader = { quotes: () => [], mayShow: () => true };

/**
 * A public release with its quotes, which are read when they are asked for first. What is `known` of them already is not
 * read again. Of the wordings from before its corrections it has those of which the summary says that they may be shown.
 * `ownKey` stands for `keyOfRelease`: its hash, say, which is shorter.
 */
export const archiveRelease = (
  given: PublicRelease,
  readQuotes: () => readonly Quote[],
  known: TextSummary | null = null,
  ownKey = keyOfRelease(given),
  reader: EarlierReader = NO_READER,
): ArchiveRelease => new Archived(given, readQuotes, known, ownKey, reader);

/** A class, as `select` has one: there are many, and each is asked over and over. */
class Archived implements ArchiveRelease {
  readonly facts: ArchiveRelease['facts'];
  readonly currentFacts: ArchiveRelease['currentFacts'];
  readonly hash: string | null;
  readonly address: string;
  readonly formerly: readonly string[];
  readonly since: string;
  readonly updated: string;
  readonly corrections: ArchiveRelease['corrections'];
  readonly chain: string | null;
  private shown: readonly Quote[] | null = null;
  private wordings: readonly EarlierWording[] | null = null;
  private ownAndWordings: string | null = null;
  constructor(
    private readonly given: PublicRelease,
    private readonly readQuotes: () => readonly Quote[],
    private summed: TextSummary | null,
    private readonly ownKey: string,
    private readonly reader: EarlierReader,
  ) {
    this.facts = given.facts;
    this.currentFacts = given.currentFacts;
    this.hash = given.hash;
    this.address = given.address;
    this.formerly = given.formerly;
    this.since = given.since;
    this.updated = given.updated;
    this.corrections = given.corrections;
    this.chain = given.chain;
  }
  get release(): Release {
    return this.given.release;
  }
  get current(): Release {
    return this.given.current;
  }
  get quotes(): readonly Quote[] {
    if (this.shown !== null) return this.shown;
    const all = this.readQuotes();
    this.summed ??= summaryOf(this.given, all);
    this.shown = shownOf(all);
    return this.shown;
  }
  get summary(): TextSummary {
    if (this.summed === null) void this.quotes;
    invariant(this.summed !== null, 'quotes that were read have a summary');
    return this.summed;
  }
  get earlier(): readonly EarlierWording[] {
    this.wordings ??= this.corrections.some((each) => each.earlier !== null)
      ? wordingsOf(this.given, this.summary, this.reader)
      : [];
    return this.wordings;
  }
  get key(): string {
    this.ownAndWordings ??= [this.ownKey, ...this.earlier.map(({ correction }) => correction)].join(' ');
    return this.ownAndWordings;
  }
}

const wordingsOf = (given: PublicRelease, { earlier }: TextSummary, reader: EarlierReader): readonly EarlierWording[] =>
  earlier.flatMap(({ correction, ways, said }) => {
    const read = asItRead(given, correction);
    return read === null || !reader.mayShow(ways)
      ? []
      : [
          {
            path: earlierPath(given.address, correction),
            correction,
            text: read.release,
            said,
            quotes: () => shownOf(reader.quotes(read)),
          },
        ];
  });

/** Public releases with their quotes, as the newsroom's people and its rule on approvals have them. */
export const withQuotes = (releases: readonly PublicRelease[], context: ResolveContext): readonly ArchiveRelease[] =>
  releases.map((each) => archiveRelease(each, () => allQuotes(each, context)));

/** Words of a person, as they stand in a release; read when they are asked for. */
export type PublicQuote = {
  readonly words: string;
  /** The role's text at the time; may be empty. */
  readonly role: string;
  readonly release: ArchiveRelease;
};

/** What every page needs to know of the archive it stands in. */
export type Site = {
  readonly settings: ArchiveSettings;
  /** The templates that pages are made by. */
  readonly theme: Theme;
  readonly preview: boolean;
  /** The words round lists and everything else that is not one release's. */
  readonly words: Strings;
  /** Newest first. */
  readonly releases: readonly ArchiveRelease[];
  readonly gone: readonly GoneRelease[];
  /** Sorted by name; items newest first. */
  readonly topics: readonly Listed<ArchiveRelease>[];
  readonly people: readonly Listed<PublicQuote>[];
  /** The place of a topic, or of who is quoted, as they stand in a release; undefined where it has none. */
  readonly topicPlace: (topic: string) => string | undefined;
  readonly personPlace: (voice: Voice) => string | undefined;
};

export type SiteParts = Pick<Site, 'settings' | 'preview' | 'gone'> & {
  readonly releases: readonly ArchiveRelease[];
  /** The texts that readers had of what is gone: by them places are numbered (`subjects`), and nothing else is made of them. */
  readonly former?: readonly FormerText[];
  /** The newsroom's: some entries are merged into others. */
  readonly people?: readonly Person[];
};

/** How names are told: of a text of what is gone, of one from before a release's corrections, of a release as it is. */
type NamesOf = {
  readonly former: (given: FormerText) => readonly Voice[];
  readonly earlier: (each: ArchiveRelease, given: FormerText, index: number) => readonly Voice[];
  readonly now: (each: ArchiveRelease) => readonly Voice[];
};

/** The names in every text that readers have or had. */
const namesIn = ({ releases, former = [] }: SiteParts, of: NamesOf): readonly Named[] => [
  ...former.map((given) => ({ since: given.since, names: of.former(given) })),
  ...releases
    .toReversed()
    .flatMap((each) => [
      ...formerTexts(each).map((given, index) => ({ since: given.since, names: of.earlier(each, given, index) })),
      { since: textSince(each), names: of.now(each) },
    ]),
];

/** Gathers what the pages are made of. `releases` are newest first. */
export const makeSite = (parts: SiteParts): Site => {
  const { settings, preview, gone, releases, people = [] } = parts;
  const topic = (name: string): Voice => ({ name, person: null });
  const topics = gather({
    folder: 'topics',
    found: releases.flatMap((item) => item.facts.topics.map((name) => ({ by: topic(name), item }))),
    named: namesIn(parts, {
      former: ({ text }) => text.topics.map(topic),
      earlier: (_, { text }) => text.topics.map(topic),
      now: ({ facts }) => facts.topics.map(topic),
    }),
    people: [],
  });
  const voices = gather({
    folder: 'people',
    found: releases.flatMap(quotesIn),
    named: namesIn(parts, {
      former: ({ text }) => voicesIn(text),
      earlier: ({ summary }, _, index) => summary.former[index] ?? [],
      now: ({ summary }) => summary.said,
    }),
    people,
  });
  return {
    settings,
    theme: themeOf(settings),
    preview,
    gone,
    releases,
    words: stringsFor(settings.language, settings.language),
    topics: topics.lists,
    people: voices.lists,
    topicPlace: (name) => topics.placeOf(topic(name)),
    personPlace: voices.placeOf,
  };
};

/** The quotes of a release whose speaker a person accepted. */
const quotesIn = (release: ArchiveRelease): { readonly by: Voice; readonly item: PublicQuote }[] =>
  release.summary.said.map((by, index) => ({
    by,
    item: {
      role: by.role,
      release,
      get words() {
        return release.quotes[index]?.words ?? '';
      },
    },
  }));
