import { monthName } from './dates';
import { escape, languageAttributes } from './html';
import { type Site, dateHtml, followHtml, pageHtml } from './page';
import type { PublicRelease } from './select';
import { type Strings, stringsFor } from './strings';

/** How many releases the archive's first page lists. */
const LATEST = 20;

export const yearOf = ({ address }: PublicRelease): string => address.slice('news/'.length, 'news/2026'.length);

/** The years that hold a release, newest first. */
export const yearsOf = (releases: readonly PublicRelease[]): string[] =>
  [...new Set(releases.map(yearOf))].sort().reverse();

/** `2026/11` of a release's address. */
const monthOf = (address: string): string => address.slice('news/'.length, 'news/2026/11'.length);

type Month = { readonly id: string; readonly name: string; readonly releases: readonly PublicRelease[] };

/** Releases by the month of their address, newest month first; within one they keep their order. */
const monthsOf = (releases: readonly PublicRelease[], words: Strings): Month[] =>
  [...new Set(releases.map(({ address }) => monthOf(address)))]
    .sort()
    .reverse()
    .map((place) => ({
      id: `m${place.replace('/', '-')}`,
      name: `${monthName(Number(place.slice(5)), words.language)} ${place.slice(0, 4)}`,
      releases: releases.filter(({ address }) => monthOf(address) === place),
    }));

const entry = ({ release, address }: PublicRelease, site: Site, root: string): string => {
  const { language, dateline, headline, standfirst } = release;
  const words = stringsFor(language, site.settings.language);
  return `<li${languageAttributes(language)}><h3><a href="${root}${address}">${escape(headline)}</a></h3>
${dateHtml('m', dateline.date, words, language)}${standfirst === '' ? '' : `\n<p>${escape(standfirst)}</p>`}</li>`;
};

const monthSection = ({ id, name, releases }: Month, site: Site, root: string): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<ol>${releases.map((each) => entry(each, site, root)).join('\n')}</ol></section>`;

const yearLinks = (words: Strings, all: readonly string[], current: string | null, root: string): string => {
  const link = (year: string): string =>
    `<li><a href="${root}news/${year}/index.html"${year === current ? ' aria-current="page"' : ''}>${year}</a></li>`;
  return all.length === 0
    ? ''
    : `<nav class="years" aria-label="${words.years}"><ul>${all.map(link).join('')}</ul></nav>\n`;
};

/** The archive's first page: the newest releases by month, and the years. */
export const homePage = (site: Site, releases: readonly PublicRelease[]): string => {
  const { language } = site.settings;
  const words = stringsFor(language, language);
  const months = monthsOf(releases.slice(0, LATEST), words).map((month) => monthSection(month, site, ''));
  const list = months.length === 0 ? `<p>${words.nothing}</p>` : months.join('\n');
  const main = `<h1>${words.archive}</h1>
<div class="cols arch"><div>${yearLinks(words, yearsOf(releases), null, '')}${list}</div>
<aside class="latest">${followHtml(site, words, '')}</aside></div>`;
  return pageHtml({ site, root: '', words, title: words.archive, address: '', main });
};

/** A year's page: its releases by month, newest first, and how many each month has. */
export const yearPage = (site: Site, releases: readonly PublicRelease[], year: string): string => {
  const { language } = site.settings;
  const words = stringsFor(language, language);
  const months = monthsOf(
    releases.filter((each) => yearOf(each) === year),
    words,
  );
  const links = months.map(
    ({ id, name, releases: { length } }) => `<li><a href="#${id}">${name}</a> <span>${length}</span></li>`,
  );
  const root = '../../';
  const main = `<p class="crumb"><a href="${root}index.html">${words.archive}</a></p><h1>${words.newsIn(year)}</h1>
<div class="cols arch"><div>${yearLinks(words, yearsOf(releases), year, root)}${months.map((month) => monthSection(month, site, root)).join('\n')}</div>
<aside class="latest"><h2>${words.byMonth(year)}</h2><ul class="months">${links.join('')}</ul>${followHtml(site, words, root)}</aside></div>`;
  return pageHtml({ site, root, words, title: words.newsIn(year), address: `news/${year}/`, main });
};
