import type { Person } from '../people/model';
import { emptyRelease } from '../release/empty';
import type { Block, Release, Run } from '../release/model';
import { CELL_END } from '../release/tables';
import { foldWords } from '../newsroom/search';
import { bundle } from './bundle';
import { dayWords } from './dates';
import { wordsIn } from './folded-words';
import { mediaOnlyKeys, waysIn } from './media-only';
import { allowedReadings, makeSeen, piecesOf } from './pieces';
import { knownNames, openTexts, pageTexts, secretSpans, secretTexts } from './secrets';
import { indexedTexts, partNames } from './search-index';
import type { GoneRelease } from './select';
import { type SieveParts, makeSieve } from './sieve';
import { type ArchiveRelease, archiveRelease } from './site';
import type { ArchiveSettings } from './theme';

/* What the proof searches for: all that is withheld and stands in no public text. */

/** What is searched for, and what is public all the same. */
export type ProofParts = {
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
    ? open.flatMap(({ release, quotes }) => [...textsOf(release), ...quotes.map(({ words }) => words)])
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
  const { id, language, dateline, contacts } = given.release;
  const notes: readonly Block[] = [{ type: 'paragraph', runs: [DASH] }];
  const words = { body: FORMS, notes, topics: [DASH.text], contacts: contacts.filter(({ mediaOnly }) => !mediaOnly) };
  const frame: Release = { ...emptyRelease(id), language, dateline, ...words };
  const corrections = given.corrections.map(({ at }) => ({ at, note: DASH.text }));
  const { address, since, updated, chain } = given;
  const bare = { release: frame, address, since, updated, chain, corrections, current: frame };
  return archiveRelease(bare, () => []);
};

/** Releases of which each language and set of contacts, each month, and each day of a correction is one's: no more is needed, for what frames the others is the same. */
const framed = (open: readonly ArchiveRelease[]): ArchiveRelease[] => {
  const kinds = new Set<string>();
  return open.flatMap((each) => {
    const { language, dateline, contacts } = each.release;
    const size = kinds.size;
    kinds.add(JSON.stringify([language, contacts]));
    kinds.add(`${dateline.date.slice(0, 7)} ${each.address.slice(0, 12)}`);
    for (const { at } of each.corrections) kinds.add(`${language} ${at.slice(0, 10)}`);
    return kinds.size === size ? [] : [frameOf(each)];
  });
};

/** What the files say round the words of the releases: headings, links, dates. It is public, whoever wrote it too. */
const frameTexts = ({ open, gone, settings }: ProofParts): ReadonlySet<string> => {
  const ends = gone.map((each) => ({ ...each, reason: DASH.text }));
  // What the newsroom's own templates say is no less to be searched than any text.
  const { lookFiles: _, ...office } = settings;
  const parts = { releases: framed(open), gone: ends, settings: office, preview: true };
  const texts = new Set<string>();
  // What frames one page frames them all: lines that were met are not read again.
  const seen = makeSeen();
  for (const { contents } of bundle(parts)) {
    for (const { text } of piecesOf(contents, seen)) texts.add(text);
    seen.settle(true);
  }
  return texts;
};

/** Withheld stretches of words, each with the releases that have it. */
type Forbidden = Map<string, Release[]>;

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

/** Takes from `forbidden` all that stands in a text, however it is read. */
const allow = (forbidden: Map<string, unknown>, beginnings: Beginnings, text: string): void => {
  for (const reading of allowedReadings(text))
    for (const span of likelySpans(reading, beginnings, 1)) forbidden.delete(span);
};

/** A function that takes from `found` what stands in a text. Most texts hold nothing of it, and are read by a sieve alone. */
const taker = (
  found: Map<string, unknown>,
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

/**
 * The stretches of withheld words that are in no public text. A working text is first held against its own frozen one,
 * so that what is kept at once does not grow with the archive; then each public text is read once.
 */
export const forbiddenSpans = (parts: ProofParts): Forbidden => {
  const { secret, open, gone, settings, people } = parts;
  const published = new Map(open.map(({ release }) => [release.id, release]));
  const known = knownNames(people);
  const forbidden: Forbidden = new Map();
  for (const release of secret) {
    const twin = published.get(release.id);
    const ownPublic = openTexts(twin ?? null);
    const own: Forbidden = new Map([...secretSpans(release, known, ownPublic.has)].map((span) => [span, [release]]));
    const beginnings = beginningsOf(own.keys());
    if (own.size > 0) for (const text of ownPublic.texts) allow(own, beginnings, text);
    for (const span of own.keys()) {
      const owners = forbidden.get(span);
      if (owners) owners.push(release);
      else forbidden.set(span, [release]);
    }
  }
  if (forbidden.size === 0) return forbidden;
  const beginnings = beginningsOf(forbidden.keys());
  const take = taker(forbidden, wordsIn, (text) => allow(forbidden, beginnings, text));
  for (const { release, address, corrections, summary } of open) {
    for (const text of pageTexts(release)) take(text);
    for (const { note } of corrections) take(note);
    // A quote whose speaker stands in the middle of it is read without that elsewhere.
    for (const words of summary.pieced) take(words);
    take(address);
    for (const tongue of new Set([release.language, settings.language])) take(dayWords(release.dateline.date, tongue));
    take(`${release.headline} – ${settings.organisation}`);
  }
  for (const text of [settings.boilerplate, settings.organisation, ...frameTexts(parts), ...wholeTexts(parts)])
    take(text);
  for (const { address, reason } of gone) for (const text of [address, reason]) take(text);
  return forbidden;
};

/** Contacts for the media only. One that stands in a public text is for the checks, which name its place there. */
export const forbiddenKeys = (parts: ProofParts): ReadonlyMap<string, Release | null> => {
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
export const forbiddenPlaces = ({ secret, open, gone }: ProofParts): ReadonlyMap<string, Release> => {
  const isOpen = new Set<string>([
    ...open.flatMap(({ release, address }) => [release.id, address]),
    ...gone.map(({ address }) => address),
  ]);
  const places = new Map<string, Release>();
  for (const release of secret)
    for (const place of [release.id, release.publication?.address ?? ''])
      if (place !== '' && !isOpen.has(place) && !places.has(place)) places.set(place, release);
  return places;
};

/** The files of the search index. In them words stand alone, so that no stretch of them gives a text away. */
export const isIndex = (path: string): boolean => path.startsWith('search/');

/** Each word that stands in a withheld text and in no public one, with the first release that has it. */
export const forbiddenWords = ({ secret, open, gone, settings }: ProofParts): ReadonlyMap<string, Release> => {
  const found = new Map<string, Release>();
  const published = new Map(open.map((each) => [each.release.id, each.release]));
  for (const release of secret) {
    const ownPublic = openTexts(published.get(release.id) ?? null);
    for (const text of secretTexts(release))
      if (!ownPublic.has(text)) for (const word of foldWords(text)) if (!found.has(word)) found.set(word, release);
  }
  if (found.size === 0) return found;
  const allowed = (text: string): void => {
    for (const word of foldWords(text)) found.delete(word);
  };
  const take = taker(found, foldWords, allowed);
  for (const each of open) {
    for (const text of indexedTexts(each)) take(text);
    const { language, dateline } = each.release;
    for (const text of [each.address, language]) take(text);
    for (const tongue of [language, settings.language]) take(dayWords(dateline.date, tongue));
  }
  for (const text of [...gone.map(({ reason }) => reason), settings.organisation, INDEX_CALLS]) allowed(text);
  for (const name of partNames(open.length)) allowed(name);
  return found;
};
/** What the index's files say besides words: what they call, and which way a language is written. */
const INDEX_CALLS = 'standfirstParts standfirstWords standfirstNames ltr rtl html news';

/** Ids, and the ends of addresses by which each is known: `2026/11/slug`; where no figure or letter stands before. */
const PLACES = /r-[0-9a-z]{8,32}(?![0-9a-z])|[0-9]{4}\/[0-9]{2}\/[a-z0-9]+(?:-[a-z0-9]+)*/g;
/** Signs of which the small letter is another, plain one. */
const STRANGE = /[\u0130\u212a]/;
/** What begins as a place does. */
const PERHAPS = /r-[0-9a-z]{8}|[0-9]\/[0-9]{2}\/[a-z0-9]/i;

/** The ids and the places in the archive that a text names. */
export const placesIn = (given: string): string[] => {
  if (!PERHAPS.test(given) && !STRANGE.test(given)) return [];
  const text = given.toLowerCase();
  const found: string[] = [];
  PLACES.lastIndex = 0;
  for (let match = PLACES.exec(text); match !== null; match = PLACES.exec(text)) {
    const [place] = match;
    // Looked at here, and not by the expression: that would look back from every sign.
    if (/[0-9a-z]/.test(text.charAt(match.index - 1))) PLACES.lastIndex = match.index + 1;
    else found.push(place.startsWith('r-') ? place : `news/${place}.html`);
  }
  return found;
};
