import { canonicalJson } from '../canonical';
import { placeKey } from '../release/address';
import { DATA, MADE_BY, addressesNamed } from './bundle-data';
import { feeds } from './feeds';
import { fixedPages } from './fixed-pages';
import { gonePage } from './gone-page';
import { earlierPage } from './earlier-page';
import { timeLists } from './lists';
import { type BundleFile, madeFile } from './model';
import { movedIn, movedPage } from './moved-page';
import { dataPath, ninjs } from './ninjs';
import { releasePage } from './release-page';
import { searchFiles } from './search-page';
import type { GoneRelease } from './select';
import { serverFiles } from './server-files';
import { type SiteParts, makeSite } from './site';
import { sitemaps } from './sitemap';
import { releaseHead } from './structured';
import { archiveCss } from './style';
import { peopleLists, topicLists } from './subject-lists';

export type BundleParts = SiteParts;

/**
 * The files of the archive's website, in a fixed order. The same parts give the same bytes on any machine: nothing here
 * asks the clock, the locale or the zone. Writes nothing.
 */
export function* bundle(parts: BundleParts): Generator<BundleFile> {
  const { releases, gone, settings } = parts;
  const site = makeSite(parts);
  yield madeFile('archive.css', '', () => archiveCss(settings));
  const ends = JSON.stringify(gone);
  yield madeFile(DATA, `${releases.map(({ key }) => key).join('\n')}\n${ends}`, () => canonicalJson(bundleData(parts)));
  for (const release of releases) {
    // Its topics and people have places that other releases had a part in.
    const places = [...release.facts.topics.map(site.topicPlace), ...release.summary.said.map(site.personPlace)];
    yield madeFile(release.address, `${release.key} ${places.join(' ')}`, () =>
      releasePage(site, release, releaseHead(site, release)),
    );
    yield madeFile(dataPath(release.address), release.key, () => canonicalJson(ninjs(site, release)));
    for (const wording of release.earlier)
      yield madeFile(wording.path, `${release.key} ${wording.said.map(site.personPlace).join(' ')}`, () =>
        earlierPage(site, release, wording),
      );
  }
  for (const each of pagesOf(gone)) yield madeFile(each.address, JSON.stringify(each), () => gonePage(site, each));
  for (const each of movedIn(site)) yield madeFile(each.address, JSON.stringify(each), () => movedPage(site, each));
  const lists: string[] = [];
  for (const make of [timeLists, topicLists, peopleLists, fixedPages, searchFiles])
    for (const file of make(site)) {
      if (file.path.endsWith('.html') && file.path !== '404.html') lists.push(file.path);
      yield file;
    }
  yield* feeds(site);
  yield* sitemaps(site, lists);
  yield* serverFiles(site);
}

/** Of releases that stood at one address, as those of two computers may, the last to go says why. */
const pagesOf = (gone: readonly GoneRelease[]): Iterable<GoneRelease> =>
  new Map(gone.toSorted((a, b) => (a.at < b.at ? -1 : 1)).map((each) => [placeKey(each.address), each])).values();

/**
 * The archive as data, for the web team's scripts and for the next export, which holds its addresses against these. What
 * is no release's own changes with none of them.
 */
const bundleData = ({ releases, gone, settings, preview }: BundleParts) => ({
  format: 1,
  madeBy: MADE_BY,
  organisation: settings.organisation,
  preview,
  releases: releases.map(({ facts, address, earlier, since, updated, currentFacts, chain }) => ({
    id: facts.id,
    address,
    headline: facts.headline,
    standfirst: facts.standfirst,
    date: facts.dateline.date,
    publishedAt: since,
    updatedAt: updated,
    language: facts.language,
    topics: facts.topics,
    version: currentFacts.publication?.version ?? null,
    // What the newsroom's history was up to its publication: one that was rewritten since does not lead to this.
    chain,
    // Where the wordings from before its corrections stand.
    earlier: earlier.map(({ path }) => path),
  })),
  gone: gone.map(({ address, kind, at, reason, to }) => ({ address, kind, at, reason, to })),
  moved: movedIn({ releases, gone }).map(({ address, to }) => ({ address, to })),
});

/** The addresses that `toldBy` finds in the `bundle.json` of these parts. */
export const addressesMade = (parts: BundleParts): readonly string[] => addressesNamed(bundleData(parts));
