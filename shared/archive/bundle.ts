import { canonicalJson } from '../canonical';
import { quoteBlocks } from '../quotes/words';
import type { NewsroomSettings } from '../newsroom/model';
import type { ResolveContext } from '../quotes/resolve';
import type { Instant } from '../release/model';
import { feed, sitemap } from './feed';
import { homePage, yearPage, yearsOf } from './lists';
import type { BundleFile } from './model';
import { releasePage } from './page';
import type { PublicRelease } from './select';
import { ARCHIVE_CSS } from './style';

export const DATA = 'bundle.json';

/** What `bundle.json` says of itself. Others write manifests too, so a folder is known as a bundle of ours by this. */
const MADE_BY = 'Standfirst';

/** Whether the text of a `bundle.json` is one of ours, of this form or a later one. */
export const isOwnData = (text: string): boolean => {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && 'madeBy' in data && data.madeBy === MADE_BY;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
};

export type BundleParts = {
  readonly releases: readonly PublicRelease[];
  readonly settings: NewsroomSettings;
  readonly context: ResolveContext;
  readonly asOf: Instant;
  readonly preview: boolean;
};

/**
 * The files of the archive's website, in a fixed order. The same parts give the same bytes on any machine:
 * nothing here asks the clock, the locale or the zone. Writes nothing.
 */
export function* bundle({ releases, settings, context, asOf, preview }: BundleParts): Generator<BundleFile> {
  const site = { settings, preview };
  yield { path: 'archive.css', contents: ARCHIVE_CSS };
  yield { path: DATA, contents: canonicalJson(bundleData(releases, settings, asOf, preview)) };
  yield { path: 'feed.xml', contents: feed(settings, releases, asOf) };
  yield { path: 'index.html', contents: homePage(site, releases) };
  for (const year of yearsOf(releases))
    yield { path: `news/${year}/index.html`, contents: yearPage(site, releases, year) };
  for (const release of releases) yield { path: release.address, contents: releasePage(site, release, context) };
  if (settings.siteAddress !== '') {
    const pages = ['', ...yearsOf(releases).map((year) => `news/${year}/`), ...releases.map(({ address }) => address)];
    yield { path: 'sitemap.xml', contents: sitemap(settings.siteAddress, pages) };
  }
}

/** The archive as data, for the web team's scripts. */
const bundleData = (
  releases: readonly PublicRelease[],
  settings: NewsroomSettings,
  asOf: Instant,
  preview: boolean,
) => ({
  format: 1,
  madeBy: MADE_BY,
  organisation: settings.organisation,
  asOf,
  preview,
  releases: releases.map(({ release, address, since, current }) => ({
    id: release.id,
    address,
    headline: release.headline,
    standfirst: release.standfirst,
    date: release.dateline.date,
    publishedAt: since,
    language: release.language,
    topics: release.topics,
    version: current.publication?.version ?? null,
    paragraphs: quoteBlocks(release.body).map(({ text }) => text),
  })),
});
