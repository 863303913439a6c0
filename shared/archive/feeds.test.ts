import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../digest';
import { link, p, releaseId } from '../testing/builders';
import { atom, feeds, fullText, jsonFeed, rss } from './feeds';
import type { ArchiveRelease } from './site';
import { sitemaps } from './sitemap';
import { publicRelease, siteOf, withOther } from './testing';

const WEB = { siteAddress: 'https://eastmere.example/press' };
const feedOf = (releases: readonly ArchiveRelease[], office = {}) => ({
  site: siteOf(releases, office),
  place: '',
  title: 'Commissioner for Eastmere',
  releases,
});
const ids = (xml: string): string[] => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? '');

const RELEASE = publicRelease({
  headline: 'Fish & <chips>',
  standfirst: 'Two shops.',
  topics: ['Food'],
  body: [p('See ', link('the plan', 'https://plan.example/?a=1&b=2'), '.'), p(']]></content>')],
});

describe('an Atom feed', () => {
  test('an entry’s id depends on its release alone, and is a UUID of version 8', () => {
    const first = ids(atom(feedOf([publicRelease()])));
    const other = publicRelease({ id: releaseId('r-other') });
    const later = ids(
      atom(feedOf([other, publicRelease({ headline: 'Other words' }, 'news/2027/01/bridge.html')], WEB)),
    );
    expect(later[2]).toBe(first[1]);
    expect(later[1]).not.toBe(first[1]);
    expect(first[1]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(first[1]?.slice('urn:uuid:'.length).slice(0, 8)).toBe(sha256Hex('r-test0001').slice(0, 8));
  });

  test('is read by another program, with its full text', () => {
    const read = parseAtomFeed(atom(feedOf([RELEASE], WEB)));
    expect(read.title).toMatchObject({ value: 'Commissioner for Eastmere' });
    const [entry] = read.entries ?? [];
    expect(entry?.title).toMatchObject({ value: 'Fish & <chips>' });
    expect(entry?.links?.[0]?.href).toBe('https://eastmere.example/press/news/2026/11/bridge.html');
    expect(entry?.content?.value).toBe(fullText(RELEASE, siteOf([RELEASE])));
    expect(entry?.content?.type).toBe('html');
  });

  test('without a site address it holds no link, with one they are absolute', () => {
    expect(atom(feedOf([publicRelease()]))).not.toMatch(/<link|href="/);
    expect([...atom(feedOf([publicRelease()], WEB)).matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual([
      'https://eastmere.example/press/feed.xml',
      'https://eastmere.example/press/',
      'https://eastmere.example/press/news/2026/11/bridge.html',
    ]);
  });

  test('it was updated when the last of its releases was', () => {
    const corrected = withOther(publicRelease(), { updated: '2026-11-12T10:00:00.000Z' });
    expect(atom(feedOf([corrected]))).toContain('<updated>2026-11-12T10:00:00.000Z</updated>\n<entry');
    expect(atom(feedOf([]))).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  });
});

describe('an RSS feed', () => {
  test('is read by another program, with its full text and days as RSS has them', () => {
    const xml = rss(feedOf([RELEASE], WEB)) ?? '';
    const read = parseRssFeed(xml);
    expect(read.link).toBe('https://eastmere.example/press/');
    const [item] = read.items ?? [];
    expect(item).toMatchObject({
      title: 'Fish & <chips>',
      description: 'Two shops.',
      link: 'https://eastmere.example/press/news/2026/11/bridge.html',
      guid: { isPermaLink: false },
      pubDate: 'Tue, 10 Nov 2026 09:00:00 GMT',
    });
    expect(item?.content?.encoded).toBe(fullText(RELEASE, siteOf([RELEASE])));
  });

  test('needs a site address: a channel must have a link', () => expect(rss(feedOf([RELEASE]))).toBeNull());
});

describe('a JSON Feed', () => {
  test('is read by another program', () => {
    const read = parseJsonFeed(jsonFeed(feedOf([RELEASE], WEB)));
    expect(read).toMatchObject({
      title: 'Commissioner for Eastmere',
      home_page_url: 'https://eastmere.example/press/',
      feed_url: 'https://eastmere.example/press/feed.json',
    });
    expect(read.items?.[0]).toMatchObject({
      title: 'Fish & <chips>',
      content_html: fullText(RELEASE, siteOf([RELEASE])),
      tags: ['Food'],
      url: 'https://eastmere.example/press/news/2026/11/bridge.html',
    });
  });
});

describe('the feeds', () => {
  test('are of all news and of each topic, each in three forms', () => {
    const paths = [...feeds(siteOf([RELEASE], WEB))].map(({ path }) => path);
    expect(paths).toEqual([
      'feed.xml',
      'rss.xml',
      'feed.json',
      'topics/food/feed.xml',
      'topics/food/rss.xml',
      'topics/food/feed.json',
    ]);
  });

  test('hold the background that the page has, under its heading in the release’s language', () => {
    const welsh = publicRelease({ language: 'cy', notes: [p('Agorwyd y bont yn 1904.')] });
    for (const text of [atom(feedOf([welsh], WEB)), rss(feedOf([welsh], WEB)) ?? '', jsonFeed(feedOf([welsh], WEB))])
      expect(text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('\\n', '\n')).toContain(
        '<h2>Cefndir</h2>\n<p>Agorwyd y bont yn 1904.</p>',
      );
    expect(fullText(publicRelease(), siteOf([]))).not.toContain('<h2>');
  });

  test('hold the fifty newest', () => {
    const many = Array.from({ length: 51 }, (_, index) => publicRelease({ id: releaseId(`r-${index}`) }));
    const [first] = [...feeds(siteOf(many))];
    expect(ids(first?.contents ?? '')).toHaveLength(51);
  });

  test('tell of a correction before the text', () => {
    const corrected = withOther(RELEASE, {
      corrections: [{ at: '2026-11-12T10:00:00.000Z', note: 'Three shops.', earlier: null }],
    });
    const text = fullText(corrected, siteOf([corrected]));
    expect(text.indexOf('Corrected on 12 November 2026')).toBeLessThan(text.indexOf('Two shops.'));
    expect(text).toContain('<p>Three shops.</p>');
  });
});

describe('the sitemaps', () => {
  const files = (siteAddress: string) =>
    new Map(
      [...sitemaps(siteOf([RELEASE], { siteAddress }), ['index.html', 'topics/index.html'])].map(
        ({ path, contents }) => [path, [...contents.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)],
      ),
    );
  test('are one of lists, one a year, and the index of them, under the site’s address', () => {
    expect(files('https://eastmere.example/a&b')).toEqual(
      new Map([
        ['sitemaps/lists.xml', ['https://eastmere.example/a&amp;b/', 'https://eastmere.example/a&amp;b/topics/']],
        ['sitemaps/2026.xml', ['https://eastmere.example/a&amp;b/news/2026/11/bridge.html']],
        [
          'sitemap.xml',
          ['https://eastmere.example/a&amp;b/sitemaps/lists.xml', 'https://eastmere.example/a&amp;b/sitemaps/2026.xml'],
        ],
      ]),
    );
  });
  test('are none where the site has no address', () => expect(files('')).toEqual(new Map()));
});
