import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../digest';
import { p, releaseId } from '../testing/builders';
import { feed, sitemap } from './feed';
import { publicRelease, settings } from './testing';

const AS_OF = '2026-11-20T12:00:00.000Z';
const ids = (xml: string): string[] => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? '');

describe('the feed', () => {
  test('an entry’s id depends on its release alone', () => {
    const first = ids(feed(settings(), [publicRelease()], AS_OF));
    const later = ids(
      feed(
        settings({ siteAddress: 'https://eastmere.example', language: 'cy' }),
        [
          publicRelease({ id: releaseId('r-other') }),
          publicRelease({ headline: 'Other words' }, 'news/2027/01/bridge.html'),
        ],
        '2027-01-01T00:00:00.000Z',
      ),
    );
    expect(later[2]).toBe(first[1]);
    expect(later[1]).not.toBe(first[1]);
  });

  test('an id is a UUID of version 8, made of the SHA-256 of the release’s id', () => {
    const [, id = ''] = ids(feed(settings(), [publicRelease()], AS_OF));
    expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id.slice('urn:uuid:'.length).slice(0, 8)).toBe(sha256Hex('r-test0001').slice(0, 8));
  });

  test('without a site address it holds no link', () => {
    expect(feed(settings(), [publicRelease()], AS_OF)).not.toMatch(/<link|href/);
  });

  test('with one, its links are absolute', () => {
    const xml = feed(settings({ siteAddress: 'https://eastmere.example' }), [publicRelease()], AS_OF);
    expect([...xml.matchAll(/href="(.*?)"/g)].map(([, href]) => href)).toEqual([
      'https://eastmere.example/feed.xml',
      'https://eastmere.example/',
      'https://eastmere.example/news/2026/11/bridge.html',
    ]);
  });

  test('it was updated when its newest release became public; an empty one at the instant asked for', () => {
    expect(feed(settings(), [publicRelease()], AS_OF)).toContain('<updated>2026-11-10T09:00:00.000Z</updated>\n<entry');
    expect(feed(settings(), [], AS_OF)).toContain(`<updated>${AS_OF}</updated>`);
  });

  test('words stay words', () => {
    const xml = feed(settings(), [publicRelease({ headline: 'Fish & <chips>', body: [p(']]></content>')] })], AS_OF);
    expect(xml).toContain('<title>Fish &amp; &lt;chips&gt;</title>');
    expect(xml).toContain('<content type="text">]]&gt;&lt;/content&gt;</content>');
  });

  test('it holds the fifty newest', () => {
    const many = Array.from({ length: 51 }, (_, index) => publicRelease({ id: releaseId(`r-${index}`) }));
    expect(ids(feed(settings(), many, AS_OF))).toHaveLength(51);
  });
});

describe('the sitemap', () => {
  test('lists every path under the site’s address', () => {
    const xml = sitemap('https://eastmere.example/a&b', ['', '2026/']);
    expect([...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
      'https://eastmere.example/a&amp;b/',
      'https://eastmere.example/a&amp;b/2026/',
    ]);
  });
});
