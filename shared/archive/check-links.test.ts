import { describe, expect, test } from 'vitest';
import type { Override } from '../release/model';
import { link, p } from '../testing/builders';
import { bundle } from './bundle';
import { checkLinks, pathInArchive } from './check-links';
import { quoteWordsDigest } from './check-words';
import { stops } from './checks';
import { publicRelease, settings, withOther } from './testing';

const SITE = 'https://eastmere.example/press';

test.each([
  [`${SITE}/news/2026/11/bridge.html#how`, 'news/2026/11/bridge.html'],
  ['http://www.Eastmere.example/press/topics/roads/', 'topics/roads/index.html'],
  [`${SITE}/news/2026/11`, 'news/2026/11/index.html'],
  [`${SITE}/about-us`, null],
  [`${SITE}/newsletter`, null],
  ['https://eastmere.example/news/2026/11/bridge.html', null],
  ['mailto:news@eastmere.example', null],
])('%s leads to %s', (address, path) => {
  expect(pathInArchive(address, SITE)).toBe(path);
  expect(pathInArchive(address, '')).toBeNull();
});

describe('a link into the archive', () => {
  const found = (address: string, overrides: readonly Override[] = []) => {
    const each = publicRelease({ topics: ['Roads'], body: [p('See '), p(link('the bridge', address))] });
    const open = [withOther(each, { current: { ...each.current, overrides } })];
    const parts = { releases: [each], gone: [], settings: settings({ siteAddress: SITE }), preview: false };
    return checkLinks(open, SITE, () => [...bundle(parts)].map(({ path }) => path));
  };

  test('that leads to a page, a list or a topic is in order', () => {
    for (const path of ['news/2026/11/bridge.html', 'news/2026/', 'topics/roads/', 'people/index.html', 'search/'])
      expect(
        found(`${SITE}/${path}`).map(({ code }) => code),
        path,
      ).toEqual(path === 'search/' ? ['dead-link'] : []);
  });
  test('that leads to no page stops the export, with its place, until it is let pass', () => {
    const address = `${SITE}/news/2026/11/brigde.html`;
    expect(found(address)).toMatchObject([
      {
        code: 'dead-link',
        message: `${address}, in the link “the bridge” in paragraph 2, leads to a page that is not in the archive.`,
        at: { part: 'body', block: 1 },
      },
    ]);
    const override = {
      check: 'dead-link',
      digest: quoteWordsDigest(address),
      by: 'Ola Finch',
      reason: 'It comes',
      at: '',
    };
    expect(found(address, [override]).map(stops)).toEqual([false]);
  });
  test('is none where nothing says where the archive stands, and nothing is asked then', () => {
    const each = publicRelease({ body: [p(link('x', `${SITE}/news/2026/11/no.html`))] });
    expect(checkLinks([each], '', () => expect.fail('asked'))).toEqual([]);
    expect(checkLinks([publicRelease()], SITE, () => expect.fail('asked'))).toEqual([]);
  });
});
