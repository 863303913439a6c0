import { escape } from './html';
import { yearOf } from './lists';
import { type BundleFile, madeFile } from './model';
import { placeOf } from './page';
import type { Site } from './site';

const XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

type Entry = { readonly path: string; readonly changed?: string };

const locations = (siteAddress: string, entries: readonly Entry[], tag: string): string =>
  entries
    .map(({ path, changed }) => {
      const when = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
      return `<${tag}><loc>${escape(`${siteAddress}/${path}`)}</loc>${when}</${tag}>\n`;
    })
    .join('');

const urlset = (siteAddress: string, entries: readonly Entry[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<urlset ${XMLNS}>\n${locations(siteAddress, entries, 'url')}</urlset>\n`;

/**
 * Sitemaps (sitemaps.org 0.9): one of lists, one a year of releases, and the index of them. `lists` are the paths of the
 * other pages. None without a site address: every location is absolute.
 */
export function* sitemaps({ settings, releases }: Site, lists: readonly string[]): Generator<BundleFile> {
  const { siteAddress } = settings;
  if (siteAddress === '') return;
  const years = new Map<string, Required<Entry>[]>();
  for (const release of releases) {
    const entry = { path: placeOf(release.address), changed: release.updated };
    const year = years.get(yearOf(release));
    if (year) year.push(entry);
    else years.set(yearOf(release), [entry]);
  }
  const files: BundleFile[] = [
    madeFile('sitemaps/lists.xml', lists.join(' '), () =>
      urlset(
        siteAddress,
        lists.map((path) => ({ path: placeOf(path) })),
      ),
    ),
    ...[...years]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, own]) =>
        madeFile(`sitemaps/${year}.xml`, own.map(({ path, changed }) => `${path} ${changed}`).join('\n'), () =>
          urlset(siteAddress, own),
        ),
      ),
  ];
  yield* files;
  const index = locations(siteAddress, files, 'sitemap');
  const whole = `<?xml version="1.0" encoding="utf-8"?>\n<sitemapindex ${XMLNS}>\n${index}</sitemapindex>\n`;
  yield madeFile('sitemap.xml', index, () => whole);
}
