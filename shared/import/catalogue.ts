import { parse } from 'parse5';
import { digestsBefore } from '../quotes/before';
import { isAddress } from '../release/address';
import type { Day, Instant, Release } from '../release/model';
import type { ImportOptions } from './assemble';
import { isoDay } from './date-line';
import { importPage } from './html';
import type { ImportPreview, ImportedText } from './model';
import { type Fact, pageFacts } from './page-facts';
import { importText } from './text';
import { importWord } from './word';

/** A file of the back catalogue as it is read. */
export type CatalogueFile = ImportedText & {
  /** Below the folder that was chosen, `/` between parts. */
  readonly path: string;
};

/** What has to be filled in before a page of the back catalogue can be taken in. */
export type CatalogueGap = 'headline' | 'date' | 'address' | 'body';

/** A page of the back catalogue: the release it would become, and from where its date and its address are known. */
export type CataloguePage = {
  readonly path: string;
  readonly preview: ImportPreview;
  readonly date: Fact<Day> | null;
  /** Other days that the page or its file speaks of; empty where there is no doubt. */
  readonly otherDates: readonly Fact<Day>[];
  /** The whole address on the web, as the page says it; null where it does not. */
  readonly url: Fact<string> | null;
  /** More of its words are links than a release has: perhaps a list of others. */
  readonly isList: boolean;
};

const MOST_LINKED = 0.5;

/** Reads a file of the back catalogue. Never fails; what it does not say is null. */
export const readCatalogueFile = (file: CatalogueFile, options: Omit<ImportOptions, 'fileName'>): CataloguePage => {
  const { path } = file;
  const own = { ...options, fileName: path.slice(path.lastIndexOf('/') + 1) };
  if (file.kind !== 'html') {
    const preview = file.kind === 'word' ? importWord(file.word, own) : importText(file.text, own);
    return { path, preview, ...datesOf(preview, [], path), url: null, isList: false };
  }
  const document = parse(file.text);
  const facts = pageFacts(document);
  const preview = importPage(document, own);
  return {
    path,
    preview,
    ...datesOf(preview, facts.dates, path),
    url: facts.addresses[0] ?? null,
    isList: facts.linked > MOST_LINKED,
  };
};

/** The surest date first: what the page says in data, what it shows, what its file is called. */
const datesOf = (
  preview: ImportPreview,
  said: readonly Fact<Day>[],
  path: string,
): Pick<CataloguePage, 'date' | 'otherDates'> => {
  const shown = preview.release.dateline.date;
  const named = dayInPath(path);
  const all: readonly Fact<Day>[] = [
    ...said,
    ...(shown === '' ? [] : [{ value: shown, from: 'the page’s own words' }]),
    ...(named === null ? [] : [{ value: named, from: 'the name of its file' }]),
  ];
  const [date = null] = all;
  const others = new Map(all.filter(({ value }) => value !== date?.value).map((each) => [each.value, each]));
  return { date, otherDates: [...others.values()] };
};

const IN_NAME = /(?<![0-9])((?:19|20)[0-9]{2})[-_/]?([01][0-9])[-_/]?([0-3][0-9])(?![0-9])/g;

/** The day in a file's name or in the folders above it: `20140627`, `2014-06-27-slug`, `2014/06/27/slug`. Null where there is none, or two. */
export const dayInPath = (path: string): Day | null => {
  const days = [...path.matchAll(IN_NAME)].flatMap(([, year, month, day]) => isoDay(year, Number(month), day) ?? []);
  return days.length === 1 ? (days[0] ?? null) : null;
};

export type AddressFault = 'other-site' | 'not-a-page';

/**
 * The place in the archive of an address on the web. In: the whole address, or one that begins with `/`; the newsroom's
 * site address, or empty: then any site will do. A folder stands for the page in it, and so does a name with no ending,
 * which a server of plain files answers with that page. Gives why where there is no such place.
 */
export const placeOfUrl = (url: string, siteAddress: string): string | AddressFault => {
  const base = siteAddress === '' ? null : ADDRESS.exec(siteAddress);
  const at = ADDRESS.exec(url.trim());
  if (at === null) return 'not-a-page';
  const [, host, path = '', query] = at;
  if (base !== null && host !== undefined && siteOf(host) !== siteOf(base[1] ?? '')) return 'other-site';
  const root = `${(base?.[2] ?? '').replace(/\/+$/, '')}/`;
  if (!path.startsWith(root)) return path === '' ? 'not-a-page' : 'other-site';
  // What follows a question mark is for a program on the server, and a plain file cannot tell one from another.
  if (query !== undefined) return 'not-a-page';
  const below = path.slice(root.length);
  const last = below.slice(below.lastIndexOf('/') + 1);
  const place = last === '' ? `${below}index.html` : last.includes('.') ? below : `${below}/index.html`;
  return isAddress(place) ? place : 'not-a-page';
};

/** The host, if it is said, the path, and what follows a question mark. */
const ADDRESS = /^(?:https?:\/\/([^/?#]+))?(\/[^?#]*)?(\?[^#]*)?(?:#.*)?$/is;

/** `http` and `https`, with `www.` and without, are one site. */
const siteOf = (host: string): string => host.toLowerCase().replace(/^www\./, '');

/** The address of a file that lies below a folder whose own address is known: `…/news/` and `2014/a.html`. */
export const urlBelow = (folder: string, path: string): string =>
  `${folder.replace(/\/*$/, '/')}${path
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/\.(?:txt|docx)$/i, '.html')}`;

/** What a page still lacks, with the date and the place that it has by now. */
export const gapsOf = ({
  headline,
  date,
  place,
  isEmpty,
}: {
  readonly headline: string;
  readonly date: string;
  readonly place: string | null;
  readonly isEmpty: boolean;
}): CatalogueGap[] => [
  ...(headline.trim() === '' ? (['headline'] as const) : []),
  ...(isoDayOf(date) === null ? (['date'] as const) : []),
  ...(place === null ? (['address'] as const) : []),
  ...(isEmpty ? (['body'] as const) : []),
];

/** The day that somebody wrote as `YYYY-MM-DD`; null where there is no such day. */
export const isoDayOf = (date: string): Day | null => {
  const [year, month, day] = date.split('-');
  return isoDay(year, Number(month), day);
};

/** The release as it was published before Standfirst: its texts are marked as public already. */
export const publishedBefore = (release: Release, headline: string, date: Day): Release => {
  const whole = { ...release, headline: headline.trim(), dateline: { ...release.dateline, date } };
  return { ...whole, before: digestsBefore(whole) };
};

/** Noon of a day in UTC: whatever the zone, it is on that day that readers had it. */
export const instantOfDay = (date: Day): Instant => `${date}T12:00:00.000Z`;
