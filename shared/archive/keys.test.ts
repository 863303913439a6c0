import { describe, expect, test } from 'vitest';
import { sha256Hex } from '../digest';
import type { Release, VersionHash } from '../release/model';
import { p, releaseId, speaker, storedQuote } from '../testing/builders';
import { type BundleParts, bundle } from './bundle';
import { earlierSummaries } from './check-earlier';
import { type GoneRelease, type PublicRelease, atHand } from './select';
import { allQuotes, archiveRelease, summaryOf } from './site';
import { publicRelease, settings } from './testing';

const SAYS = '“We will mend every lamp.”';
/** A release whose version is that of its text, as the newsroom has it. */
const made = (
  number: number,
  given: Partial<Release> = {},
  more: {
    readonly corrections?: readonly string[];
    readonly formerly?: readonly string[];
    readonly earlier?: Release;
    readonly hides?: true;
  } = {},
) => {
  const month = String(1 + (number % 3)).padStart(2, '0');
  const address = `news/${number < 30 ? 2025 : 2026}/${month}/release-${number}.html`;
  const name = number % 2 === 0 ? 'Mary Vale' : 'Ann Hart';
  const text: Partial<Release> = {
    id: releaseId(`r-number${number}`),
    headline: `Release ${number}`,
    topics: number % 3 === 0 ? ['Roads', `Ward ${number % 7}`] : ['Lamps'],
    body: [p(SAYS)],
    quotes: [storedQuote('q-1', [[0, 0, SAYS.length]], { speaker: speaker(name, { role: `Role ${number % 5}` }) })],
    ...given,
  };
  const base = publicRelease(text, address);
  const { current, release } = base;
  const version = sha256Hex(JSON.stringify(release)) as VersionHash;
  const publication = current.publication === null ? null : { ...current.publication, version };
  const corrections = (more.corrections ?? []).map((note) => ({
    at: '2026-11-20T10:00:00.000Z',
    note,
    earlier: more.earlier === undefined ? null : { version, text: more.earlier },
  }));
  const { since, updated, chain } = base;
  const formerly = more.formerly ?? [];
  const open = atHand({
    release,
    address,
    formerly,
    since,
    updated,
    chain,
    corrections,
    current: { ...current, publication },
  });
  const context = { people: [], approvals: 'nobody' as const };
  const quotes = (each: PublicRelease) => allQuotes(each, context);
  const summary = summaryOf(open, quotes(open), earlierSummaries(open, context));
  return archiveRelease(open, () => quotes(open), summary, undefined, { quotes, mayShow: () => more.hides !== true });
};

const SITE = settings({ siteAddress: 'https://eastmere.example' });
const parts = (given: Partial<BundleParts> = {}): BundleParts => ({
  releases: Array.from({ length: 47 }, (_, at) => made(47 - at)),
  gone: [],
  settings: SITE,
  preview: false,
  ...given,
});
const GONE: GoneRelease = {
  address: 'news/2025/02/gone.html',
  language: 'en-GB',
  formerly: [],
  kind: 'withdrawn',
  at: '2026-11-20T10:00:00.000Z',
  reason: 'It was wrong.',
  to: null,
};
const changed = (number: number, by: ReturnType<typeof made>) =>
  parts().releases.map((each) => (each.address === made(number).address ? by : each));
const filesOf = (given: BundleParts) =>
  new Map([...bundle(given)].map(({ path, key, contents }) => [path, { key, contents }]));

const EARLIER = { corrections: ['It was five.'], earlier: made(20, { headline: 'Release of twenty' }).release };
const CORRECTED = made(20, {}, EARLIER);

const BEFORE = filesOf(parts());

describe('two files with one key are the same', () => {
  test.each<readonly [what: string, after: BundleParts]>([
    ['a new release', parts({ releases: [made(48), ...parts().releases] })],
    ['two releases that begin a page', parts({ releases: [made(60), made(61), ...parts().releases] })],
    ['another headline', parts({ releases: changed(40, made(40, { headline: 'Another' })) })],
    ['another text', parts({ releases: changed(2, made(2, { body: [p('Other words.')], quotes: [] })) })],
    ['another topic, of the oldest', parts({ releases: changed(1, made(1, { topics: ['roads!'] })) })],
    ['a correction', parts({ releases: changed(20, made(20, {}, { corrections: ['It was five.'] })) })],
    ['a wording from before it', parts({ releases: changed(20, CORRECTED) })],
    ['a wording that is hidden', parts({ releases: changed(20, made(20, {}, { ...EARLIER, hides: true })) })],
    ['another address', parts({ releases: changed(20, made(20, {}, { formerly: ['news/2025/03/old.html'] })) })],
    ['another language', parts({ releases: changed(20, made(20, { language: 'cy' })) })],
    ['another speaker', parts({ releases: changed(47, made(46, { topics: [] })) })],
    ['a release that is gone', parts({ gone: [GONE], releases: parts().releases.slice(1) })],
    ['one that leads to another', parts({ gone: [{ ...GONE, formerly: [], kind: 'replaced', to: made(3).address }] })],
    ['all but one gone', parts({ releases: [made(5)] })],
    ['none', parts({ releases: [] })],
  ])('after %s', (_, after) => {
    const now = filesOf(after);
    const kept = [...now].filter(([path, { key }]) => key !== undefined && BEFORE.get(path)?.key === key);
    for (const [path, { contents }] of kept) expect([path, contents]).toEqual([path, BEFORE.get(path)?.contents]);
    expect([...now.values()].every(({ key }) => key !== undefined)).toBe(true);
  });

  test('also a wording from before a correction, once somebody whom it alone quoted has a page', () => {
    const zoe = { quotes: [storedQuote('q-1', [[0, 0, SAYS.length]], { speaker: speaker('Zoe Fen') })] };
    const releases = changed(20, made(20, {}, { ...EARLIER, earlier: made(20, zoe).release }));
    const path = [...filesOf(parts({ releases })).keys()].find((each) => each.startsWith('earlier/')) ?? '';
    const [then, now] = [releases, [made(48, zoe), ...releases]].map((each) =>
      filesOf(parts({ releases: each })).get(path),
    );
    expect([then, now].map((each) => each?.contents.includes('people/zoe-fen/index.html'))).toEqual([false, true]);
    expect(now?.key).not.toBe(then?.key);
  });

  test('and one new release among many changes few files', () => {
    const now = filesOf(parts({ releases: [made(48, { topics: [] }), ...parts().releases] }));
    const touched = [...now].filter(([path, { contents }]) => BEFORE.get(path)?.contents !== contents);
    expect(touched.map(([path]) => path).sort()).toEqual([
      'bundle.json',
      'feed.json',
      'feed.xml',
      'index.html',
      'news/2026/01/index.html',
      'news/2026/01/release-48.html',
      'news/2026/01/release-48.json',
      'news/2026/index.html',
      'people/mary-vale/index.html',
      'rss.xml',
      'search/0.js',
      'sitemaps/2026.xml',
    ]);
  });
});
