import { describe, expect, test } from 'vitest';
import type { AfterPublication, Publication, Release, VersionHash } from '../release/model';
import { p, release, releaseId, speaker, storedQuote } from '../testing/builders';
import { bundle } from './bundle';
import { checkAddressesStay } from './check-addresses';
import { earlierSummaries } from './check-earlier';
import type { ProofParts } from './forbidden';
import { prove } from './proof';
import { select } from './select';
import { allQuotes, archiveRelease, summaryOf } from './site';
import { settings } from './testing';

/* What a corrected release said before: who may read it, where it stands, and what never comes out by it. */

const hash = (letter: string) => letter.repeat(64) as VersionHash;
const [FIRST, SECOND, THIRD] = [hash('a'), hash('b'), hash('c')];
const text = (words: string, given: Partial<Release> = {}): Release =>
  release({
    headline: 'Bridge to open',
    standfirst: 'It has been shut since May.',
    dateline: { place: 'Eastmere', date: '2026-11-10' },
    body: [p(words)],
    ...given,
  });
const MARCH = text('The bridge opens in March.');
const MAY = text('The bridge opens in May.');
const JUNE = text('The bridge opens in June.');

const corrected = (
  day: number,
  version: VersionHash,
  given: { readonly earlier?: VersionHash; readonly withoutEarlier?: true },
): AfterPublication => ({
  kind: 'corrected',
  at: `2026-11-${day}T10:00:00.000Z`,
  by: 'Ada',
  version,
  note: `Put right on the ${day}th.`,
  ...given,
});
const TWICE = [corrected(13, SECOND, { earlier: FIRST }), corrected(15, THIRD, { earlier: SECOND })];

const published = (
  given: Partial<Publication> = {},
  {
    frozen = JUNE,
    texts = [MARCH, MAY],
    now = {},
  }: { frozen?: Release; texts?: readonly Release[]; now?: Partial<Release> } = {},
) => {
  const publication: Publication = {
    by: 'Ada',
    at: '2026-11-10T09:00:00.000Z',
    version: THIRD,
    address: 'news/2026/11/bridge.html',
    after: TWICE,
    change: null,
    ...given,
  };
  const earlier = new Map(texts.map((each, index) => [[FIRST, SECOND][index] ?? FIRST, each]));
  return { frozen, current: { ...frozen, state: 'corrected' as const, publication, ...now }, earlier };
};
const AFTER = '2026-11-20T12:00:00.000Z';
const CONTEXT = { people: [], approvals: 'persons' as const };
type Given = Parameters<typeof select>[0][number];

const made = (each: Given, { others = [] as readonly Release[], asOf = AFTER } = {}) => {
  const selection = select([each], others, asOf);
  const releases = selection.public.map((open) => {
    const quotes = (of: typeof open) => allQuotes(of, CONTEXT);
    const summary = summaryOf(open, quotes(open), earlierSummaries(open, CONTEXT));
    return archiveRelease(open, () => quotes(open), summary, undefined, { quotes, mayShow: () => true });
  });
  const parts = { releases, gone: selection.gone, settings: settings(), preview: false };
  const proof: ProofParts = { secret: others, open: releases, gone: selection.gone, settings: settings(), people: [] };
  const files = [...bundle(parts)];
  return { selection, files: new Map(files.map(({ path, contents }) => [path, contents])), leaks: prove(files, proof) };
};
const PLACES = ['earlier/news/2026/11/bridge/1.html', 'earlier/news/2026/11/bridge/2.html'] as const;

describe('the wording from before a correction', () => {
  test('is a page for each, to which the log and the release’s own page lead', () => {
    const { files, leaks } = made(published());
    const [first = '', second = ''] = PLACES.map((place) => files.get(place));
    expect(first).toContain('The bridge opens in March.');
    expect(first).toContain('This is what the release said until 13 November 2026');
    expect(first).toContain('Put right on the 13th.');
    expect(first).toContain('href="../../../../../news/2026/11/bridge.html"');
    expect(first).toContain('<meta name="robots" content="noindex">');
    expect(second).toContain('The bridge opens in May.');
    for (const place of PLACES) expect(files.get('corrections.html')).toContain(`href="${place}"`);
    for (const place of PLACES) expect(files.get('news/2026/11/bridge.html')).toContain(`href="../../../${place}"`);
    expect(leaks).toEqual([]);
  });

  test('stands nowhere else: not in lists, search, feeds, the sitemap, or the data of the release', () => {
    const holding = [...made(published()).files].filter(([, contents]) => /in March|in May/.test(contents));
    expect(holding.map(([path]) => path)).toEqual([...PLACES]);
  });

  test('is read without those whom it named as contacts', () => {
    const contact = { name: 'Old Desk', role: '', phone: '01632 960 111', email: '', mediaOnly: false };
    const { files } = made(published({}, { texts: [{ ...MARCH, contacts: [contact] }, MAY] }));
    expect([...files.values()].join()).not.toContain('960 111');
  });

  test('is not there where the correction hides it, nor is any from before that', () => {
    const after = [corrected(13, SECOND, { earlier: FIRST }), corrected(15, THIRD, { withoutEarlier: true })];
    const { files } = made(published({ after }));
    expect([...files.values()].join()).not.toMatch(/in March|in May/);
    // It was public once: the place leads to the release.
    expect(files.get(PLACES[0])).toContain('url=../../../../../news/2026/11/bridge.html');
    expect(files.has(PLACES[1])).toBe(false);
  });

  test.each([
    ['the release was under embargo until after it', { embargo: '2026-11-14T00:00:00.000Z' }],
    ['it was under an embargo of its own that the correction ended', { own: '2026-12-01T00:00:00.000Z' }],
  ])(
    'was never public where %s',
    (_, { embargo = null, own = null }: { embargo?: string | null; own?: string | null }) => {
      const until = (instant: string | null) => ({
        embargo: instant === null ? null : { instant, zone: 'Europe/London' },
      });
      const frozen = { ...JUNE, ...until(embargo) };
      const texts = [{ ...MARCH, ...until(own ?? embargo) }, MAY];
      const { files } = made(published({}, { frozen, texts }));
      expect([...files.values()].join()).not.toContain('in March');
      expect([...files.values()].join()).toContain('in May');
    },
  );

  test('of a release that is withdrawn or removed is gone with it, and its place leads to the notice', () => {
    const by = { at: '2026-11-16T10:00:00.000Z', by: 'Ada', reason: 'It was wrong.' };
    for (const kind of ['withdrawn', 'removed'] as const) {
      const { files } = made(published({ after: [...TWICE, { kind, ...by }] }, { now: { state: kind } }));
      expect([...files.values()].join()).not.toMatch(/in March|in May|in June/);
      for (const place of PLACES) expect(files.get(place)).toContain('url=../../../../../news/2026/11/bridge.html');
    }
  });

  test('does not come out by having been corrected where it would not pass the export', () => {
    const said = '“The bridge opens in March,” said Mary Vale.';
    const quotes = [storedQuote('q-1', [[0, 0, 28]], { speaker: speaker('Mary Vale') })];
    const { files } = made(published({}, { texts: [text(said, { quotes }), MAY] }));
    expect([...files.values()].join()).not.toContain('in March');
    expect(files.get(PLACES[0])).toContain('url=');
    expect(files.get(PLACES[1])).toContain('in May');
  });

  test('that an embargoed release has words of is public, and what is withheld besides is still found', () => {
    const shared = text('The bridge opens in March. Nobody has said who pays for it all in the end.', {
      id: releaseId('r-withheld1'),
      headline: 'Bridge is paid for',
    });
    expect(made(published(), { others: [shared] }).leaks).toEqual([]);
    const told = text('The bridge opens in March. Nobody has said who pays for it all in the end.');
    const { files } = made(published({}, { texts: [told, MAY] }), { others: [] });
    const proof = made(published(), { others: [shared] });
    const parts: ProofParts = {
      secret: [shared],
      open: made(published(), { others: [shared] }).selection.public.map((each) => archiveRelease(each, () => [])),
      gone: [],
      settings: settings(),
      people: [],
    };
    const leaks = prove([{ path: PLACES[0], contents: files.get(PLACES[0]) ?? '' }], parts);
    expect(leaks.map(({ path }) => path)).toContain(PLACES[0]);
    expect(proof.leaks).toEqual([]);
  });
});

describe('an address from before', () => {
  const MOVED = [{ address: 'news/2026/11/brige.html', until: '2026-11-14T10:00:00.000Z', by: 'Ada' }];

  test('leads to the release, and so does each wording that stood below it', () => {
    const { files, selection } = made(published({ formerly: MOVED }));
    expect(files.get('news/2026/11/brige.html')).toContain('url=../../../news/2026/11/bridge.html');
    expect(files.get('news/2026/11/brige.html')).not.toContain('in June');
    expect(files.get('earlier/news/2026/11/brige/1.html')).toContain('url=../../../../../news/2026/11/bridge.html');
    expect(files.has('earlier/news/2026/11/brige/2.html')).toBe(false);
    expect(files.get('_redirects')).toContain('/news/2026/11/brige.html /news/2026/11/bridge.html 301\n');
    expect(JSON.parse(files.get('bundle.json') ?? '')).toMatchObject({
      moved: expect.arrayContaining([
        { address: 'news/2026/11/brige.html', to: 'news/2026/11/bridge.html' },
      ]) as unknown,
    });
    expect(files.get('sitemaps/2026.xml') ?? '').not.toContain('brige');
    expect(checkAddressesStay(selection, ['news/2026/11/brige.html', ...PLACES])).toEqual([]);
  });

  test('leads to the notice once the release is withdrawn', () => {
    const after = [{ kind: 'withdrawn' as const, at: '2026-11-16T10:00:00.000Z', by: 'Ada', reason: 'Wrong.' }];
    const { files } = made(published({ formerly: MOVED, after }, { now: { state: 'withdrawn' } }));
    expect(files.get('news/2026/11/brige.html')).toContain('url=../../../news/2026/11/bridge.html');
  });

  test('is not told while the release is withheld', () => {
    const later = { instant: '2026-12-01T00:00:00.000Z', zone: 'Europe/London' };
    const { files, selection } = made(published({ formerly: MOVED }, { now: { embargo: later } }));
    expect([...files.keys(), ...files.values()].join()).not.toContain('brige');
    expect(selection.lost.flatMap(({ addresses }) => addresses).slice(0, 2)).toEqual([
      'news/2026/11/bridge.html',
      'news/2026/11/brige.html',
    ]);
  });

  test('that the release has again is its page', () => {
    const { files } = made(
      published({
        formerly: [...MOVED, { address: 'news/2026/11/bridge.html', until: MOVED[0]?.until ?? '', by: 'Ada' }],
      }),
    );
    expect(files.get('news/2026/11/bridge.html')).toContain('in June');
  });
});
