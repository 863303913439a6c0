import { escape } from './html';
import { listPage, yearsOf } from './lists';
import { type BundleFile, madeFile } from './model';
import { SEARCH_HEAD, searchForm } from './search-form';
import { searchIndex } from './search-index';
import { SEARCH_SCRIPT } from './search-script';
import type { Site } from './site';
import { toldApart } from './subject-lists';

/** The lists that hold all that a search would find: what the page is where no script runs. */
const indexHtml = ({ words, releases, topics, people }: Site): string => {
  const section = (title: string, links: readonly (readonly [to: string, name: string])[]): string => {
    const items = links.map(([to, name]) => `<li><a href="${to}index.html">${escape(name)}</a></li>`);
    return items.length === 0
      ? ''
      : `<section><h2>${title}</h2>\n<ul class="names">${items.join('\n')}</ul></section>\n`;
  };
  const named = (lists: Site['topics'] | Site['people']) => lists.map(({ place, name }) => [place, name] as const);
  const years = yearsOf(releases).map((year) => [`news/${year}/`, words.newsIn(year)] as const);
  return `${section(words.years, years)}${section(words.topics, named(topics))}${section(words.people, named(toldApart(people)))}`;
};

/** The page on which the archive is searched: a form that a script brings to life, and the lists for where none runs. */
const searchPage = (site: Site): string => {
  const { words } = site;
  const { none, one, many, first } = words.found;
  const said = { none, one, many, first, waits: words.searchWaits };
  const data = Object.entries(said).map(([name, text]) => ` data-${name}="${escape(text)}"`);
  const path = 'search.html';
  const list = `${searchForm(words, data.join(''), words.searchHint)}<p id="search-waits">${words.searchWaits}</p>
<p id="search-status" role="status"></p>
<ol id="search-found"></ol>
${indexHtml(site)}`;
  return listPage({ site, path, title: words.searchFor, list, head: SEARCH_HEAD, runs: true });
};

/** The search page, its script and its index. */
export function* searchFiles(site: Site): Generator<BundleFile> {
  const { releases, topics, people } = site;
  const names = [...topics, ...toldApart(people)].map(({ name, place }) => `${name} ${place}`);
  yield madeFile('search.html', [...yearsOf(releases), ...names].join('\n'), () => searchPage(site));
  yield madeFile('search.js', '', () => SEARCH_SCRIPT);
  yield* searchIndex(site);
}
