import type { NewsroomSettings } from '../newsroom/model';
import type { Publication, Release, VersionHash } from '../release/model';
import { newsroomSettings, release } from '../testing/builders';
import { type PublicRelease, atHand } from './select';
import { type ArchiveRelease, type Site, type SiteParts, allQuotes, archiveRelease, makeSite } from './site';

/** Settings of a made-up office, for tests: a boilerplate and a news address, but no site address and no contacts. */
export const settings = (given: Partial<NewsroomSettings> = {}): NewsroomSettings =>
  newsroomSettings({
    organisation: 'Commissioner for Eastmere',
    boilerplate: 'The commissioner is chosen by the people of Eastmere.',
    newsEmail: 'news@eastmere.example',
    ...given,
  });

/** The site that a few public releases make, without people of a newsroom. */
export const siteOf = (
  releases: readonly ArchiveRelease[],
  given: Partial<NewsroomSettings> = {},
  more: Partial<Pick<SiteParts, 'preview' | 'gone' | 'former' | 'people'>> = {},
): Site => makeSite({ settings: settings(given), preview: false, gone: [], releases, ...more });

/** A release as it comes out of `select`: published on 10 November 2026 at `news/2026/11/bridge.html`, unless said. */
export const publicRelease = (given: Partial<Release> = {}, address = 'news/2026/11/bridge.html'): ArchiveRelease => {
  const publication: Publication = {
    by: 'Test Writer',
    at: '2026-11-10T09:00:00.000Z',
    version: 'a'.repeat(64) as VersionHash,
    address,
    after: [],
    change: null,
  };
  const text = release({
    headline: 'Bridge to open',
    standfirst: 'It has been shut since May.',
    dateline: { place: 'Eastmere', date: '2026-11-10' },
    ...given,
  });
  const open = atHand({
    release: text,
    address,
    formerly: [],
    since: publication.at,
    updated: publication.at,
    corrections: [],
    chain: null,
    current: { ...text, state: 'published' as const, publication },
  });
  return withFoundQuotes(open);
};

const withFoundQuotes = (open: PublicRelease): ArchiveRelease =>
  archiveRelease(open, () => allQuotes(open, { people: [], approvals: 'persons' }));

type Parts = Parameters<typeof atHand>[0];

/** The same release with something else in it; `hash` is that of its working text. */
export const withOther = (
  { release: text, current, address, formerly, since, updated, corrections, chain }: Parts,
  { hash = null, ...given }: Partial<Parts> & { readonly hash?: string | null },
): ArchiveRelease => {
  const parts = { release: text, current, address, formerly, since, updated, corrections, chain, ...given };
  return withFoundQuotes({ ...atHand(parts), hash });
};
