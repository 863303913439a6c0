import type { Person } from '../people/model';
import { emptyRelease } from '../release/empty';
import type { Block, Release, Run } from '../release/model';
import { CELL_END } from '../release/tables';
import { isSame } from '../same';
import { foldWords } from '../newsroom/search';
import { bundle } from './bundle';
import { dayOf, dayWords } from './dates';
import { publicFactsOf } from './handover';
import { wordsIn } from './folded-words';
import { type Named, mediaOnlyKeys, waysIn } from './media-only';
import { allowedReadings, makeSeen, piecesOf } from './pieces';
import { type KnownNames, knownNames, openTexts, pageTexts, secretSpans, secretTexts } from './secrets';
import { type Learnt, type Memory, type Take, type Withheld, sift } from './remembered';
import { indexedTexts, partNames } from './search-index';
import { type GoneRelease, type PublicRelease, addressesOf, atHand } from './select';
import { type SieveParts, makeSieve } from './sieve';
import { type ArchiveRelease, archiveRelease, summaryOf } from './site';
import type { ArchiveSettings } from './theme';

/* What the proof searches for: all that is withheld and stands in no public text. */

/** What is searched for, and what is public all the same. */
export type ProofParts = {
  /** Withheld texts. The working texts of public releases are no less so. */
  readonly secret: readonly Release[];
  readonly open: readonly ArchiveRelease[];
  readonly gone: readonly GoneRelease[];
  readonly settings: ArchiveSettings;
  readonly people: readonly Person[];
  /** The files are a handover's: all that public releases hold may stand in them, also what is not for the web. */
  readonly whole?: true;
};

/** Every text that a value holds, at any depth. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** What a public release holds besides what its page shows, where that may stand in a file. */
const wholeTexts = ({ open, whole }: ProofParts): string[] =>
  whole === true
    ? open.flatMap(({ release, quotes, current, corrections, earlier }) => [
        ...textsOf(release),
        ...textsOf(publicFactsOf(current, release)),
        ...earlier.flatMap(({ correction }) => textsOf(corrections[correction]?.earlier?.text)),
        ...quotes.map(({ words }) => words),
      ])
    : [];

const DASH: Run = { text: '–' };
/** One block of each kind, with nothing to say. */
const FORMS: readonly Block[] = [
  {
    type: 'paragraph',
    runs: [
      { ...DASH, bold: true },
      { ...DASH, italic: true },
      { ...DASH, language: 'cy' },
    ],
  },
  ...([2, 3, 4] as const).map((level): Block => ({ type: 'heading', level, runs: [DASH] })),
  ...(['bulleted', 'numbered'] as const).map((list): Block => ({ type: 'list-item', list, depth: 0, runs: [DASH] })),
  { type: 'block-quote', runs: [DASH] },
  { type: 'table-caption', runs: [DASH] },
  { type: 'table-row', header: true, runs: [DASH] },
  { type: 'table-row', rowHeader: true, runs: [{ text: `–${CELL_END}–` }] },
];

/** A public release with nothing left but what frames its words: language, date, place in the archive, contacts. */
const frameOf = (given: ArchiveRelease): ArchiveRelease => {
  const { id, language, dateline, contacts } = given.facts;
  const notes: readonly Block[] = [{ type: 'paragraph', runs: [DASH] }];
  const words = { body: FORMS, notes, topics: [DASH.text], contacts: contacts.filter(({ mediaOnly }) => !mediaOnly) };
  const frame: Release = { ...emptyRelease(id), language, dateline, ...words };
  const corrections = given.corrections.map(({ at, earlier }) => ({
    at,
    note: DASH.text,
    earlier: earlier === null ? null : { ...earlier, text: frame },
  }));
  const { address, formerly, since, updated, chain } = given;
  const bare = atHand({ release: frame, address, formerly, since, updated, chain, corrections, current: frame });
  const earlier = corrections.map((_, correction) => ({ correction, said: [], ways: [] }));
  return archiveRelease(bare, () => [], summaryOf(bare, [], earlier));
};

/** Releases of which each language and set of contacts, each month, and each day of a correction is one's: no more is needed, for what frames the others is the same. */
const framed = (open: readonly ArchiveRelease[], zone: string): ArchiveRelease[] => {
  const kinds = new Set<string>();
  // From the oldest on: a new one is of them only where it brings something new.
  const frames = open.toReversed().flatMap((each) => {
    const { language, dateline, contacts } = each.facts;
    const size = kinds.size;
    kinds.add(JSON.stringify([language, contacts]));
    kinds.add(`${dateline.date.slice(0, 7)} ${each.address.slice(0, 12)}`);
    for (const { at } of each.corrections) kinds.add(`${language} ${dayOf(at, zone)}`);
    if (each.earlier.length > 0) kinds.add(`${language} earlier`);
    if (each.formerly.length > 0) kinds.add(`${language} formerly`);
    return kinds.size === size ? [] : [frameOf(each)];
  });
  return frames.reverse();
};

/**
 * What the files say round the words of the releases: headings, links, dates. It is public, whoever wrote it too. `key` is
 * the same where the settings and all else that it depends on are.
 */
const frameOfAll = ({ open, gone, settings }: ProofParts, hash: (text: string) => string) => {
  const ends = gone.map((each) => ({ ...each, reason: DASH.text }));
  // What the newsroom's own templates say is no less to be searched than any text.
  const { lookFiles: _, ...office } = settings;
  const parts = { releases: framed(open, settings.zone), gone: ends, settings: office, preview: true };
  const bare = parts.releases.map(({ key, release }) => [key, release.id, release.language, release.dateline, release.contacts]); // prettier-ignore
  const texts = (): ReadonlySet<string> => {
    const found = new Set<string>();
    // What frames one page frames them all: lines that were met are not read again.
    const seen = makeSeen();
    for (const { contents } of bundle(parts)) {
      for (const { text } of piecesOf(contents, seen)) found.add(text);
      seen.settle(true);
    }
    return found;
  };
  return { key: hash(JSON.stringify([bare, ends])), texts };
};

/** What tells the kinds of things that are searched for from each other, where they are noted. */
export const [SPANS, KEYS, PLACES_OF, WORDS] = ['0', '1', '2', '3'] as const;

/** Withheld stretches of words, each with the releases that have it. */
type Forbidden = Map<string, Named[]>;

/** The lengths of stretches by their first word: most words of a text begin none, and are passed over. */
type Beginnings = ReadonlyMap<string, readonly number[]>;

export const beginningsOf = (spans: Iterable<string>): Beginnings => {
  const lengths = new Map<string, Set<number>>();
  for (const span of spans) {
    const [first = '', ...others] = span.split(' ');
    lengths.set(first, (lengths.get(first) ?? new Set()).add(others.length + 1));
  }
  return new Map([...lengths].map(([first, set]) => [first, [...set]]));
};

/** The stretches of a text, of at least so many words, that begin as one that is looked for does. */
export const likelySpans = (text: string, beginnings: Beginnings, least: number): string[] => {
  const words = wordsIn(text);
  const found: string[] = [];
  for (const [at, word] of words.entries()) {
    const lengths = beginnings.get(word);
    if (lengths === undefined) continue;
    for (const length of lengths)
      if (length >= least && at + length <= words.length) found.push(words.slice(at, at + length).join(' '));
  }
  return found;
};

/** Drops all that stands in a text, however it is read. */
const allow = (drop: (span: string) => void, beginnings: Beginnings, text: string): void => {
  for (const reading of allowedReadings(text)) for (const span of likelySpans(reading, beginnings, 1)) drop(span);
};

/** A function that takes from `found` what stands in a text. Most texts hold nothing of it, and are read by a sieve alone. */
const taker = (
  found: ReadonlyMap<string, unknown>,
  fold: SieveParts['fold'],
  take: (text: string) => void,
): ((text: string) => void) => {
  let sieve = makeSieve({ spans: found.keys(), fold });
  let size = found.size;
  return (text) => {
    if (!sieve.text(text)) return;
    take(text);
    // Common words are gone after a few texts, and need not be met in each of the others.
    if (found.size > size - 16 && found.size > size * 0.75) return;
    sieve = makeSieve({ spans: found.keys(), fold });
    size = found.size;
  };
};

/** What of a text must not be seen, held against the public text of the same release where there is one. */
const withheldIn = (release: Release, twin: Release | null, known: KnownNames): Withheld => {
  const ownPublic = openTexts(twin);
  const closed = secretTexts(release).filter((text) => !ownPublic.has(text));
  const spans = secretSpans(release, closed, known, ownPublic.has);
  const beginnings = beginningsOf(spans);
  // The few that nearly every release has, as who published it, are seldom in its text: all of it is read only where one
  // may be. What is passed over so is met in all public texts later on.
  const nearly = [...ownPublic.texts].join('\n').toLowerCase();
  const mayStand = beginnings.size > FEW || [...beginnings.keys()].some((word) => nearly.includes(word));
  if (mayStand) for (const text of ownPublic.texts) allow((span) => spans.delete(span), beginnings, text);
  return { spans: [...spans], words: [...new Set(closed.flatMap(foldWords))] };
};
const FEW = 16;

/** Whether a working text says what the published one does, so that what it has beyond that is no news. */
const saysTheSame = (current: Release, frozen: Release): boolean =>
  current.publication?.change === null &&
  current.overrides.length === 0 &&
  (['headline', 'standfirst', 'topics', 'body', 'notes', 'quotes', 'contacts', 'before'] as const).every((part) =>
    isSame(current[part], frozen[part]),
  );

/** A release that holds something withheld, with that. */
export type Holder = Withheld & { readonly release: Named };

/** By what is noted what a public release has beyond its page; null where its bytes are not known. */
export const idOfOwn = (each: Pick<ArchiveRelease, 'hash' | 'key'>, hash: Memory['hash']): string | null =>
  each.hash === null ? null : hash(`${each.hash} ${each.key}`);

/** What a public release has beyond its page, and whether that may be noted. */
export const ownOf = ({ current, release }: PublicRelease, known: KnownNames) => ({
  withheld: withheldIn(current, release, known),
  mayBeNoted: saysTheSame(current, release),
});

/** All that is withheld, release by release; what is public in another one still stands in it. */
export const withheldOf = ({ secret, open, people }: ProofParts, memory: Memory | null, learnt: Learnt): Holder[] => {
  const published = new Map(open.map((each) => [each.facts.id, each]));
  const known = knownNames(people);
  const heldIn = (each: ArchiveRelease): Withheld => {
    const id = memory === null ? null : idOfOwn(each, memory.hash);
    const noted = id === null ? undefined : memory?.last?.own.get(id);
    const own = noted === undefined ? ownOf(each, known) : { withheld: noted, mayBeNoted: true };
    if (id !== null && own.mayBeNoted) learnt.own.set(id, own.withheld);
    return own.withheld;
  };
  return [
    ...secret.map((release) => ({
      release,
      ...withheldIn(release, published.get(release.id)?.release ?? null, known),
    })),
    ...open.map((each) => {
      const { spans, words } = heldIn(each);
      return { release: each.currentFacts, spans, words };
    }),
  ];
};

/** What is searched for, once `take` was called with each public release (`sift`). */
type Sought<Found> = { readonly found: Found; readonly take: Take };

/** The stretches of withheld words that are in no public text. */
export const forbiddenSpans = (
  parts: ProofParts,
  holders: readonly Holder[],
  memory: Memory | null,
  learnt: Learnt,
): Sought<Forbidden> => {
  const { open, gone, settings } = parts;
  const forbidden: Forbidden = new Map();
  for (const { release, spans } of holders)
    for (const span of spans) {
      const owners = forbidden.get(span);
      if (owners) owners.push(release);
      else forbidden.set(span, [release]);
    }
  if (forbidden.size === 0) return { found: forbidden, take: () => undefined };
  const frame = frameOfAll(parts, memory?.hash ?? (() => ''));
  learnt.frame = frame.key;
  const reader = (drop: (span: string) => void) => {
    const beginnings = beginningsOf(forbidden.keys());
    return taker(forbidden, wordsIn, (text) => allow(drop, beginnings, text));
  };
  const office = [
    settings.boilerplate,
    settings.organisation,
    ...wholeTexts(parts),
    ...gone.flatMap(({ address, formerly, reason }) => [address, ...formerly, reason]),
  ];
  const textsOf = ({ release, address, formerly, corrections, earlier, summary }: ArchiveRelease): string[] => [
    ...pageTexts(release),
    ...corrections.map(({ note }) => note),
    ...earlier.flatMap(({ text }) => [...pageTexts(text), `${text.headline} – `]),
    ...formerly,
    // A quote whose speaker stands in the middle of it is read without that elsewhere.
    ...summary.pieced,
    address,
    ...daysIn(release, settings),
    `${release.headline} – ${settings.organisation}`,
  ];
  const take = sift({ found: forbidden, mark: SPANS, reader, office, frame, open, textsOf }, memory, learnt);
  return { found: forbidden, take };
};

/** The day of a release, in each language in which it is written. */
const daysIn = ({ language, dateline }: Release, settings: ArchiveSettings): string[] =>
  [...new Set([language, settings.language])].map((tongue) => dayWords(dateline.date, tongue));

/** Contacts for the media only. One that stands in a public text is for the checks, which name its place there. */
export const forbiddenKeys = (parts: ProofParts): ReadonlyMap<string, Named | null> => {
  const keys = new Map(mediaOnlyKeys(parts));
  const { open, settings } = parts;
  for (const { summary } of keys.size > 0 ? open : []) for (const key of summary.ways) keys.delete(key);
  if (keys.size > 0)
    for (const text of [
      ...parts.gone.map(({ reason }) => reason),
      ...wholeTexts(parts),
      settings.boilerplate,
      settings.organisation,
    ])
      for (const { key } of waysIn(text)) keys.delete(key);
  return keys;
};

/** Ids of withheld releases, and their places in the archive where those were never public. */
export const forbiddenPlaces = ({ secret, open, gone }: ProofParts): ReadonlyMap<string, Named> => {
  const isOpen = new Set<string>([
    ...open.flatMap((each) => [each.facts.id, ...addressesOf(each)]),
    ...gone.flatMap(addressesOf),
  ]);
  const places = new Map<string, Named>();
  for (const release of [...secret, ...open.map(({ currentFacts }) => currentFacts)])
    for (const place of [release.id, release.publication?.address ?? ''])
      if (place !== '' && !isOpen.has(place) && !places.has(place)) places.set(place, release);
  return places;
};

/** The files of the search index. In them words stand alone, so that no stretch of them gives a text away. */
export const isIndex = (path: string): boolean => path.startsWith('search/');

/** Each word that stands in a withheld text and in no public one, with the first release that has it. */
export const forbiddenWords = (
  { open, gone, settings }: ProofParts,
  holders: readonly Holder[],
  memory: Memory | null,
  learnt: Learnt,
): Sought<ReadonlyMap<string, Named>> => {
  const found = new Map<string, Named>();
  for (const { release, words } of holders) for (const word of words) if (!found.has(word)) found.set(word, release);
  const reader = (drop: (word: string) => void) =>
    taker(found, foldWords, (text) => {
      for (const word of foldWords(text)) drop(word);
    });
  const office = [...gone.map(({ reason }) => reason), settings.organisation, INDEX_CALLS, ...partNames(open.length)];
  const textsOf = (each: ArchiveRelease): string[] => [
    ...indexedTexts(each),
    each.address,
    each.release.language,
    ...daysIn(each.release, settings),
  ];
  return { found, take: sift({ found, mark: WORDS, reader, office, open, textsOf }, memory, learnt) };
};
/** What the index's files say besides words: what they call, and which way a language is written. */
const INDEX_CALLS = 'standfirstParts standfirstWords standfirstNames ltr rtl html news';
