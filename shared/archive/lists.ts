import { dayWords, monthName } from './dates';
import { escape, languageAttributes } from './html';
import { type Site, pageHtml } from './page';
import type { PublicRelease } from './select';

/** How many releases the archive's first page lists. */
const LATEST = 20;

export const yearOf = ({ address }: PublicRelease): string => address.slice(0, 4);
const monthOf = ({ address }: PublicRelease): string => address.slice(5, 7);

/** The years that hold a release, newest first. */
export const yearsOf = (releases: readonly PublicRelease[]): string[] =>
  [...new Set(releases.map(yearOf))].sort().reverse();

const entry = ({ release, address }: PublicRelease, root: string): string => {
  const { language, dateline, headline, standfirst } = release;
  return `<li${languageAttributes(language)}><h3><a href="${root}${address}index.html">${escape(headline)}</a></h3>
${standfirst === '' ? '' : `<p>${escape(standfirst)}</p>\n`}<p class="m"><time datetime="${escape(dateline.date)}">${escape(dayWords(dateline.date, language))}</time></p></li>`;
};

const entries = (releases: readonly PublicRelease[], root: string): string =>
  `<ol>${releases.map((each) => entry(each, root)).join('\n')}</ol>`;

const years = (all: readonly string[], current: string | null, root: string): string =>
  all.length === 0
    ? ''
    : `<nav class="years" aria-label="Years"><ul>${all
        .map(
          (year) =>
            `<li><a href="${root}${year}/index.html"${year === current ? ' aria-current="page"' : ''}>${year}</a></li>`,
        )
        .join('')}</ul></nav>\n`;

/** The archive's first page: the newest releases, and the years. */
export const homePage = (site: Site, releases: readonly PublicRelease[]): string => {
  const list =
    releases.length === 0
      ? '<p>Nothing has been published yet.</p>'
      : `<h2>Latest News</h2>\n${entries(releases.slice(0, LATEST), '')}`;
  const main = `<h1>News Archive</h1>\n<div class="arch">${years(yearsOf(releases), null, '')}<div>${list}</div></div>`;
  return pageHtml({ site, root: '', language: site.settings.language, title: 'News Archive', address: '', main });
};

/** A year's page: its releases by month, newest first. */
export const yearPage = (site: Site, releases: readonly PublicRelease[], year: string): string => {
  const own = releases.filter((each) => yearOf(each) === year);
  const months = [...new Set(own.map(monthOf))].sort().reverse();
  const sections = months.map((month) => {
    const list = own.filter((each) => monthOf(each) === month);
    return `<section aria-labelledby="m${month}"><h2 id="m${month}">${monthName(Number(month))} ${year}</h2>\n${entries(list, '../')}</section>`;
  });
  const main = `<p class="crumb"><a href="../index.html">News Archive</a></p><h1>News in ${year}</h1>
<div class="arch">${years(yearsOf(releases), year, '../')}<div>${sections.join('\n')}</div></div>`;
  return pageHtml({
    site,
    root: '../',
    language: site.settings.language,
    title: `News in ${year}`,
    address: `${year}/`,
    main,
  });
};
