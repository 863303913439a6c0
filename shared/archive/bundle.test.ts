import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { contact, link, p, releaseId, speaker, storedQuote } from '../testing/builders';
import { type BundleParts, bundle } from './bundle';
import { FONT_FILES } from './style-fonts';
import { publicRelease, settings } from './testing';

const QUOTE = '“The bridge was always going to be late.”';

/** Three releases of two years, with what makes links: contacts, a link in the text, a quote. */
const parts = (given: Partial<BundleParts> = {}): BundleParts => ({
  releases: [
    publicRelease({
      id: releaseId('r-1'),
      body: [p('See ', link('the plan', 'https://plan.example/a?b=1&c=2'), '.'), p(QUOTE)],
      quotes: [storedQuote('q-1', [[1, 0, QUOTE.length]], { speaker: speaker('Mara Quill') })],
      contacts: [contact()],
      topics: ['Bridges'],
    }),
    publicRelease({ id: releaseId('r-2'), language: 'cy', headline: 'Pont' }, 'news/2026/03/pont.html'),
    publicRelease({ id: releaseId('r-3'), language: 'ar', headline: 'جسر' }, 'news/2025/12/jisr.html'),
  ],
  settings: settings(),
  preview: false,
  gone: [],
  ...given,
});

afterEach(() => void vi.unstubAllEnvs());

type Node = DefaultTreeAdapterTypes.Node;
const hrefsOf = (node: Node): string[] => [
  ...('attrs' in node ? node.attrs.filter(({ name }) => name === 'href' || name === 'src') : []).map(
    ({ value }) => value,
  ),
  ...('childNodes' in node ? node.childNodes.flatMap(hrefsOf) : []),
];

/** The path of the file that a relative link leads to; throws where it climbs out of the bundle. */
const target = (from: string, href: string): string => {
  if (href === '') return from;
  const way = from.split('/').slice(0, -1);
  for (const part of href.split('/')) {
    if (part !== '..') way.push(part);
    else if (way.pop() === undefined) throw new Error(`${href} in ${from} climbs out of the bundle`);
  }
  return way.join('/');
};

describe('the files of a bundle', () => {
  test('are the archive’s pages, its look, its data, its feed', () => {
    expect([...bundle(parts())].map(({ path }) => path).sort()).toEqual([
      '404.html',
      '_headers',
      'accessibility.html',
      'archive.css',
      'bundle.json',
      'corrections.html',
      'feed.json',
      'feed.xml',
      'index.html',
      'news/2025/12/index.html',
      'news/2025/12/jisr.html',
      'news/2025/12/jisr.json',
      'news/2025/index.html',
      'news/2026/03/index.html',
      'news/2026/03/pont.html',
      'news/2026/03/pont.json',
      'news/2026/11/bridge.html',
      'news/2026/11/bridge.json',
      'news/2026/11/index.html',
      'news/2026/index.html',
      'people/index.html',
      'people/mara-quill/index.html',
      'robots.txt',
      'search.html',
      'search.js',
      'search/0.js',
      'search/parts.js',
      'topics/bridges/feed.json',
      'topics/bridges/feed.xml',
      'topics/bridges/index.html',
      'topics/index.html',
    ]);
  });

  test('hold a sitemap only where the site has an address', () => {
    const paths = (siteAddress: string) =>
      [...bundle(parts({ settings: settings({ siteAddress }) }))].map(({ path }) => path);
    expect(paths('')).not.toContain('sitemap.xml');
    expect(paths('https://eastmere.example')).toContain('sitemap.xml');
  });

  test('are the same twice, and in another zone', () => {
    vi.stubEnv('TZ', 'Europe/London');
    const made = () => [...bundle(parts())].map(({ path, key, contents }) => ({ path, key, contents }));
    const first = made();
    expect(made()).toEqual(first);
    vi.stubEnv('TZ', 'Pacific/Kiritimati');
    expect(new Date('2026-11-20T23:30:00.000Z').getDate()).toBe(21);
    expect(made()).toEqual(first);
  });

  test.each(['', 'https://eastmere.example/news'])(
    'every link leads to a file of it or is whole (site “%s”)',
    (siteAddress) => {
      const files = [...bundle(parts({ settings: settings({ siteAddress }) }))];
      const paths = new Set(files.map(({ path }) => path));
      const pages = files.filter(({ path }) => path.endsWith('.html'));
      expect(pages).toHaveLength(17);
      for (const { path, contents } of pages) {
        const hrefs = hrefsOf(parse(contents));
        expect(hrefs.length).toBeGreaterThan(5);
        for (const href of hrefs) {
          // Shown at any depth, that page asks for its style from the site's root as well.
          if (path === '404.html' && href === '/news/archive.css') continue;
          if (/^(https?:\/\/[^/]|mailto:.|tel:.)/.test(href)) continue;
          const [file = '', id] = href.split('#');
          expect(paths, `${href} in ${path}`).toContain(target(path, file));
          if (id !== undefined) expect(contents).toContain(` id="${id}"`);
        }
      }
    },
  );

  test('load nothing from elsewhere and run nothing', () => {
    for (const { path, contents } of bundle(parts())) {
      if (path === 'search.js') continue;
      const page = contents
        .replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '')
        .replace(['index.html', 'search.html'].includes(path) ? '<script src="search.js" defer></script>' : '', '');
      expect(page).not.toMatch(/<script|<img|<iframe| on[a-z]+="|javascript:/i);
      if (!path.endsWith('.css')) continue;
      expect(contents).not.toContain('@import');
      // Fonts alone, and they lie in the bundle.
      const asked = [...contents.matchAll(/url\("?([^")]*)"?\)/g)].map(([, address]) => address);
      expect(asked.filter((address) => !Object.values(FONT_FILES).some((file) => file === address))).toEqual([]);
    }
  });

  test('with no release still have a first page', () => {
    const files = [...bundle(parts({ releases: [] }))];
    expect(files.map(({ path }) => path)).not.toContain('news/index.html');
    expect(files.find(({ path }) => path === 'index.html')?.contents).toContain('Nothing has been published yet.');
  });
});
