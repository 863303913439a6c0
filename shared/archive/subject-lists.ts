import { escape, languageAttributes } from './html';
import { entryHtml, firstEntries, keysOf, listPage, numberedPages, pagesLink } from './lists';
import { type BundleFile, madeFile } from './model';
import { dateHtml, rootOf } from './page';
import type { ArchiveRelease, PublicQuote, Site } from './site';
import { stringsFor } from './strings';
import { type Listed, nameKeys } from './subjects';

/** People as an index names them: those who share a name each with the role in which they were quoted last. */
export const toldApart = (people: readonly Listed<PublicQuote>[]): readonly Listed<PublicQuote>[] => {
  const keyOf = nameKeys();
  const counts = new Map<string, number>();
  for (const person of people) counts.set(keyOf(person), (counts.get(keyOf(person)) ?? 0) + 1);
  return people.map((person) => {
    const role = person.items[0]?.role ?? '';
    const isShared = (counts.get(keyOf(person)) ?? 0) > 1;
    return isShared && role !== '' ? { ...person, name: `${person.name}, ${role}` } : person;
  });
};

/** What an index depends on. */
const namesOf = (lists: readonly Listed<unknown>[]): string =>
  lists.map(({ name, place }) => `${name} ${place}`).join('\n');

/** The index of all topics, or of all people. Without counts: a new release would change it. */
const indexPage = (site: Site, path: string, title: string, lists: readonly Listed<unknown>[], intro = ''): string => {
  const root = rootOf(path);
  const links = lists.map(({ name, place }) => `<li><a href="${root}${place}index.html">${escape(name)}</a></li>`);
  const list = lists.length === 0 ? `<p>${site.words.nothing}</p>` : `<ul class="names">${links.join('\n')}</ul>`;
  return listPage({ site, path, title, list: `${intro === '' ? '' : `<p>${intro}</p>\n`}${list}` });
};

/** One subject's list: its newest entries, and where there are more all of them on numbered pages. */
function* listFiles<Item>(
  site: Site,
  { place, items }: Listed<Item>,
  title: string,
  entry: (item: Item, root: string) => string,
  {
    head = '',
    intro = '',
    keyOf,
  }: { readonly head?: string; readonly intro?: string; readonly keyOf: (item: Item) => string },
): Generator<BundleFile> {
  const path = `${place}index.html`;
  const root = rootOf(path);
  const own = firstEntries(items);
  const more = pagesLink(site.words, place, items.length, root);
  const list = (): string => `${intro}<ol>${own.map((item) => entry(item, root)).join('\n')}</ol>${more}`;
  yield madeFile(path, `${title}\n${head}${intro}${more}${keysOf(own, keyOf)}`, () =>
    listPage({ site, path, title, list: list(), head }),
  );
  yield* numberedPages(site, { place, first: path, title, items }, entry, keyOf);
}

/** The index of topics, and each topic's list. */
export function* topicLists(site: Site): Generator<BundleFile> {
  const path = 'topics/index.html';
  yield madeFile(path, namesOf(site.topics), () => indexPage(site, path, site.words.topics, site.topics));
  for (const topic of site.topics) {
    const head = `<link rel="alternate" type="application/atom+xml" href="feed.xml" title="${escape(topic.name)}">\n`;
    const entry = (each: ArchiveRelease, root: string): string =>
      entryHtml(each, site, root, { heading: 'h2', full: true });
    yield* listFiles(site, topic, site.words.newsAbout(topic.name), entry, { head, keyOf: ({ key }) => key });
  }
}

const quoteHtml = ({ words, role, release }: PublicQuote, site: Site, root: string): string => {
  const { language, headline, dateline } = release.facts;
  const strings = stringsFor(language, site.settings.language);
  const paragraphs = words.split('\n').map((text) => `<p>${escape(text)}</p>`);
  return `<li${languageAttributes(language)}><figure class="quote"><blockquote>${paragraphs.join('\n')}</blockquote>
<figcaption>${role === '' ? '' : `${escape(role)}. `}<a href="${root}${release.address}">${escape(headline)}</a></figcaption></figure>
${dateHtml('m', dateline.date, strings, language)}</li>`;
};

/** The roles a person had when they were quoted, newest first, each once. */
const rolesHtml = ({ items }: Listed<PublicQuote>): string => {
  const roles = [...new Set(items.map(({ role }) => role))].filter(Boolean);
  return roles.length === 0 ? '' : `<p class="roles">${roles.map(escape).join('; ')}</p>\n`;
};

/** The index of people, and each one's quotes. Only who is quoted in a public release is in it. */
export function* peopleLists(site: Site): Generator<BundleFile> {
  const path = 'people/index.html';
  const { words, people } = site;
  const told = toldApart(people);
  yield madeFile(path, namesOf(told), () => indexPage(site, path, words.people, told, words.peopleIntro));
  for (const person of people)
    yield* listFiles(site, person, words.quotesOf(person.name), (each, root) => quoteHtml(each, site, root), {
      intro: rolesHtml(person),
      keyOf: ({ role, release }) => `${role} ${release.key}`,
    });
}
