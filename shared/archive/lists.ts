import { monthOfAddress } from '../release/address';
import { monthName } from './dates';
import { escape, languageAttributes } from './html';
import { crumb, dateHtml, followHtml, lastCorrected, pageHtml, rootOf } from './page';
import { type BundleFile, madeFile } from './model';
import type { ArchiveRelease, Site } from './site';
import { SEARCH_HEAD, searchForm } from './search-form';
import { stringsFor } from './strings';
import type { Strings } from './strings-model';

/** How many entries a page of a list has. */
export const A_PAGE = 20;

/** `2026/11` of a release's address, or of its date where its address is from before Standfirst. */
const monthOf = ({ address, facts }: Pick<ArchiveRelease, 'address' | 'facts'>): string =>
  monthOfAddress(address, facts.dateline.date);
/** `2026` of the same. */
export const yearOf = (release: Pick<ArchiveRelease, 'address' | 'facts'>): string => monthOf(release).slice(0, 4);

/** Releases by a part of their address, the newest part first; within one they keep their order. */
const groups = (
  releases: readonly ArchiveRelease[],
  partOf: (release: ArchiveRelease) => string,
): (readonly [string, readonly ArchiveRelease[]])[] => {
  const found = new Map<string, ArchiveRelease[]>();
  for (const release of releases) {
    const part = partOf(release);
    const group = found.get(part);
    if (group) group.push(release);
    else found.set(part, [release]);
  }
  return [...found].sort(([a], [b]) => (a < b ? 1 : -1));
};

/** The years that hold a release, newest first. */
export const yearsOf = (releases: readonly ArchiveRelease[]): string[] =>
  groups(releases, yearOf).map(([year]) => year);

const monthWords = (month: string, words: Strings): string =>
  `${monthName(Number(month.slice(5)), words.language)} ${month.slice(0, 4)}`;

/** An entry of a list: headline, date, and the standfirst where it is `full`. */
export const entryHtml = (
  each: ArchiveRelease,
  site: Site,
  root: string,
  { heading, full }: { readonly heading: 'h2' | 'h3'; readonly full: boolean },
): string => {
  const { facts, address } = each;
  const { language, dateline, headline, standfirst } = facts;
  const words = stringsFor(language, site.settings.language);
  return `<li${languageAttributes(language)}><${heading} class="e"><a href="${root}${address}">${escape(headline)}</a></${heading}>
${dateHtml('m', dateline.date, words, language, lastCorrected(each, site.settings.zone))}${!full || standfirst === '' ? '' : `\n<p>${escape(standfirst)}</p>`}</li>`;
};

type ListParts = {
  readonly site: Site;
  readonly path: string;
  readonly title: string;
  readonly list: string;
  /** Beside the list; the ways to follow the news stand under it. */
  readonly aside?: string;
  readonly head?: string;
  readonly runs?: boolean;
};

/** A page that is a list, with what stands beside it. */
export const listPage = ({ site, path, title, list, aside = '', head = '', runs = false }: ListParts): string => {
  const { words } = site;
  const root = rootOf(path);
  const above = path === 'index.html' ? '' : crumb(words, root);
  const main = `${above}<h1>${escape(title)}</h1>
<div class="cols arch"><div>${list}</div>
<aside class="latest">${aside}${followHtml(site, words, root)}</aside></div>`;
  return pageHtml({ site, path, words, title, main, head, runs });
};

/** Of the years, newest first, those that a year's page leads to: the older ones, and the next. A new year changes one page. */
const yearsFrom = (years: readonly string[], current: string): readonly string[] =>
  years.slice(Math.max(0, years.indexOf(current) - 1));

const yearLinks = ({ words }: Site, years: readonly string[], current: string | null, root: string): string => {
  const link = (year: string): string =>
    `<li><a href="${root}news/${year}/index.html"${year === current ? ' aria-current="page"' : ''}>${year}</a></li>`;
  return years.length === 0
    ? ''
    : `<nav class="years" aria-label="${words.years}"><ul>${years.map(link).join('')}</ul></nav>\n`;
};

/**
 * How many numbered pages a list has. They are full, so that a new entry stands on the list's first page and changes no
 * other: that has the newest, from one page's length up to almost twice as many.
 */
const numbered = (count: number): number => Math.max(0, Math.floor(count / A_PAGE) - 1);

/** The entries of a list's first page, of all of them, newest first. */
export const firstEntries = <Item>(items: readonly Item[]): readonly Item[] =>
  items.slice(0, items.length - numbered(items.length) * A_PAGE);

/** The way from a list's first page to its numbered ones; empty where the first holds them all. */
export const pagesLink = (words: Strings, place: string, count: number, root: string): string =>
  numbered(count) === 0
    ? ''
    : `<p class="more"><a href="${root}${place}page-${numbered(count)}.html">${words.onPages}</a></p>`;

/** What a list of things depends on. */
export const keysOf = <Item>(items: readonly Item[], keyOf: (item: Item) => string): string =>
  items.map(keyOf).join('\n');

const ownKey = ({ key }: ArchiveRelease): string => key;

/**
 * The numbered pages of a list, counted from the oldest. In: where they lie, `news/`, the path of the list's first page,
 * the entries newest first, and how one is shown.
 */
export function* numberedPages<Item>(
  site: Site,
  list: { readonly place: string; readonly first: string; readonly title: string; readonly items: readonly Item[] },
  entry: (item: Item, root: string) => string,
  keyOf: (item: Item) => string,
): Generator<BundleFile> {
  const { words } = site;
  const { place, title, items } = list;
  const last = numbered(items.length);
  for (let number = 1; number <= last; number += 1) {
    const path = `${place}page-${number}.html`;
    const root = rootOf(path);
    const end = items.length - (number - 1) * A_PAGE;
    const own = items.slice(end - A_PAGE, end);
    const way = (href: string, name: string, rel: string): string =>
      `<li><a rel="${rel}" href="${href}">${name}</a></li>`;
    const newer = way(number === last ? `${root}${list.first}` : `page-${number + 1}.html`, words.newer, 'prev');
    const older = number === 1 ? '' : way(`page-${number - 1}.html`, words.older, 'next');
    yield madeFile(path, `${newer}${title}\n${keysOf(own, keyOf)}`, () =>
      listPage({
        site,
        path,
        title: `${title}, ${words.page(number)}`,
        list: `<ol>${own.map((item) => entry(item, root)).join('\n')}</ol>
<nav class="pages" aria-label="${words.pages}"><ul>${newer}${older}</ul></nav>`,
      }),
    );
  }
}

const SHORT = { heading: 'h3', full: false } as const;
const FULL = { heading: 'h3', full: true } as const;

/** A year's months, each with how many releases it has. */
const monthCounts = (
  words: Strings,
  year: string,
  months: readonly (readonly [string, readonly ArchiveRelease[]])[],
  root: string,
): string => {
  const items = months.map(([month, own]) =>
    countHtml(`${root}news/${month}/index.html`, monthWords(month, words), own.length),
  );
  return `<h2>${words.byMonth(year)}</h2><ul class="counts">${items.join('')}</ul>`;
};

const countHtml = (to: string, name: string, count: number): string =>
  `<li><a href="${to}">${name}</a> <span>${count}</span></li>`;

/** So many topics stand beside the archive's first page. */
const HOME_TOPICS = 8;

/** The topics that most releases are about, by name. */
const mainTopics = ({ topics }: Site): Site['topics'] => {
  const most = new Set(topics.toSorted((a, b) => b.items.length - a.items.length).slice(0, HOME_TOPICS));
  return topics.filter((topic) => most.has(topic));
};

type ByYear = ReturnType<typeof groups>;

/** The newest year, and its months. */
const newestMonths = ([newest]: ByYear) => ({ year: newest?.[0] ?? '', months: groups(newest?.[1] ?? [], monthOf) });

/** What the first page shows besides its own entries. */
const homeKey = (site: Site, byYear: ByYear): string => {
  const counts = [
    ...newestMonths(byYear).months.map(([month, own]) => [month, own.length]),
    ...mainTopics(site).map(({ name, place, items }) => [name, place, items.length]),
  ];
  const years = byYear.map(([year]) => year);
  return [numbered(site.releases.length), years.join(' '), ...counts.map(String)].join('\n');
};

/** What stands beside the first page's entries: the newest year's months, and what most news is about. */
const homeAside = (site: Site): string => {
  const { words, releases } = site;
  const { year, months } = newestMonths(groups(releases, yearOf));
  const topics = mainTopics(site).map(({ name, place, items }) =>
    countHtml(`${place}index.html`, escape(name), items.length),
  );
  const ofTopics = topics.length === 0 ? '' : `<h2>${words.topics}</h2><ul class="counts">${topics.join('')}</ul>`;
  return `${monthCounts(words, year, months, '')}${ofTopics}`;
};

/** The archive's first page: the years, a search, the newest releases by month. */
export const homePage = (site: Site): string => {
  const { words, releases } = site;
  const page = { site, path: 'index.html', title: words.archive };
  if (releases.length === 0) return listPage({ ...page, list: `<p>${words.nothing}</p>` });
  const months = groups(firstEntries(releases), monthOf).map(([month, own]) => {
    const id = `m${month.replace('/', '-')}`;
    return `<section aria-labelledby="${id}"><h2 id="${id}">${monthWords(month, words)}</h2>
<ol>${own.map((each) => entryHtml(each, site, '', FULL)).join('\n')}</ol></section>`;
  });
  const more = pagesLink(words, 'news/', releases.length, '');
  const list = `${yearLinks(site, yearsOf(releases), null, '')}${searchForm(words)}${months.join('\n')}${more}`;
  return listPage({ ...page, list, aside: homeAside(site), head: SEARCH_HEAD, runs: true });
};

/** A year's page: its months, and the headlines of each. */
const yearPage = (
  site: Site,
  path: string,
  { year, years, releases }: { year: string; years: readonly string[]; releases: readonly ArchiveRelease[] },
): string => {
  const { words } = site;
  const root = rootOf(path);
  const months = groups(releases, monthOf);
  const link = (month: string): string => `${root}news/${month}/index.html`;
  const lists = months.map(
    ([month, own]) => `<section><h2><a href="${link(month)}">${monthWords(month, words)}</a></h2>
<ol>${own.map((each) => entryHtml(each, site, root, SHORT)).join('\n')}</ol></section>`,
  );
  const aside = monthCounts(words, year, months, root);
  const list = `${yearLinks(site, years, year, root)}${lists.join('\n')}`;
  return listPage({ site, path, title: words.newsIn(year), list, aside });
};

const monthPage = (site: Site, path: string, month: string, releases: readonly ArchiveRelease[]): string => {
  const root = rootOf(path);
  const list = `<ol>${releases.map((each) => entryHtml(each, site, root, { heading: 'h2', full: true })).join('\n')}</ol>`;
  const title = site.words.newsIn(monthWords(month, site.words));
  return listPage({ site, path, title, list });
};

/** The lists by time: the first page, the years, the months, and all of them on numbered pages. */
export function* timeLists(site: Site): Generator<BundleFile> {
  const byYear = groups(site.releases, yearOf);
  const years = byYear.map(([year]) => year);
  yield madeFile('index.html', `${homeKey(site, byYear)}\n${keysOf(firstEntries(site.releases), ownKey)}`, () =>
    homePage(site),
  );
  for (const [year, own] of byYear) {
    const path = `news/${year}/index.html`;
    const near = yearsFrom(years, year);
    yield madeFile(path, `${near.join(' ')}\n${keysOf(own, ownKey)}`, () =>
      yearPage(site, path, { year, years: near, releases: own }),
    );
  }
  for (const [month, own] of groups(site.releases, monthOf)) {
    const path = `news/${month}/index.html`;
    yield madeFile(path, keysOf(own, ownKey), () => monthPage(site, path, month, own));
  }
  const all = { place: 'news/', first: 'index.html', title: site.words.archive, items: site.releases };
  yield* numberedPages(site, all, (each, root) => entryHtml(each, site, root, { heading: 'h2', full: true }), ownKey);
}
