import { escape } from './html';
import { listPage, yearsOf } from './lists';
import type { BundleFile } from './model';
import type { Site } from './site';

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
  return `${section(words.years, years)}${section(words.topics, named(topics))}${section(words.people, named(people))}`;
};

/** The page on which the archive is searched. */
export function* searchFiles(site: Site): Generator<BundleFile> {
  const { words } = site;
  const path = 'search.html';
  yield { path, contents: listPage({ site, path, title: words.searchFor, list: indexHtml(site) }) };
}
