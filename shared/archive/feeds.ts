import { sha256Hex } from '../digest';
import { blocksHtml } from './blocks';
import { escape, languageAttributes, partLanguage, plain } from './html';
import { mediaAddress } from './media';
import { type BundleFile, madeFile } from './model';
import type { ArchiveRelease, Site } from './site';
import { instantWords } from './dates';
import { stringsFor } from './strings';

/** So many of the newest releases are in a feed; in that of a topic fewer. */
const MOST = 50;
const MOST_OF_TOPIC = 20;

/** A UUID of version 8 (RFC 9562) made of a text's SHA-256: the same text has the same one on any machine, for ever. */
export const uuidOf = (text: string): string => {
  const hex = sha256Hex(text);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** What a feed is of. Links are absolute, so without a site address there are none. */
export type Feed = {
  readonly site: Site;
  /** Where it lies, `topics/roads/`, or empty. */
  readonly place: string;
  readonly title: string;
  readonly releases: readonly ArchiveRelease[];
};

const linkTo = ({ site: { settings } }: Feed, path: string): string | null =>
  settings.siteAddress === '' ? null : `${settings.siteAddress}/${path}`;

/** When a feed last changed: the last of its releases to do so; null where it has none. */
const updatedOf = ({ releases }: Feed): string | null =>
  releases
    .map(({ updated }) => updated)
    .sort()
    .at(-1) ?? null;

/** What an empty feed says of when it changed: never. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** The whole text of a release as HTML: what was corrected, the standfirst, the body, the background. */
export const fullText = ({ release, corrections, quotes }: ArchiveRelease, site: Site): string => {
  const words = stringsFor(release.language, site.settings.language);
  const paragraph = (text: string): string => `<p>${escape(text)}</p>`;
  const notes = corrections.map(
    ({ at, note }) =>
      `<p><b>${escape(words.corrected(instantWords(at, site.settings.zone, words.language)))}</b></p>\n${paragraph(note)}`,
  );
  const standfirst = release.standfirst === '' ? [] : [paragraph(release.standfirst)];
  const ways = { person: () => null, media: mediaAddress(site) };
  const background = blocksHtml(release.notes, [], ways);
  const inner = [
    ...notes,
    ...standfirst,
    blocksHtml(release.body, quotes, ways),
    ...(background === ''
      ? []
      : [`<h2${partLanguage(words.language, release.language)}>${escape(words.background)}</h2>`, background]),
  ].join('\n');
  return `<div${languageAttributes(release.language)}>\n${inner}\n</div>`;
};

/** The language of an element of XML, where the tag has the form of one: any other makes the whole feed invalid. */
const xmlLanguage = (language: string): string =>
  /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language) ? ` xml:lang="${language}"` : '';

/** Atom (RFC 4287). */
export const atom = (feed: Feed): string => {
  const { site, place, title, releases } = feed;
  const { organisation, siteAddress, language } = site.settings;
  const link = (rel: string, path: string): string => {
    const href = linkTo(feed, path);
    return href === null ? '' : `<link rel="${rel}" href="${escape(href)}"/>\n`;
  };
  const entries = releases.map((each) => {
    const { release, address, since, updated } = each;
    return `<entry${xmlLanguage(release.language)}>
<id>${uuidOf(release.id)}</id>
<title>${escape(release.headline)}</title>
${link('alternate', address)}<published>${since}</published>
<updated>${updated}</updated>
${release.topics.map((topic) => `<category term="${escape(topic)}"/>\n`).join('')}<content type="html">${escape(fullText(each, site))}</content>
</entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${xmlLanguage(language)}>
<id>${uuidOf(`feed of ${organisation} ${siteAddress} ${place}`.trimEnd())}</id>
<title>${escape(title)}</title>
<author><name>${escape(organisation)}</name></author>
${link('self', `${place}feed.xml`)}${link('alternate', place)}<updated>${updatedOf(feed) ?? NEVER}</updated>
${entries.join('')}</feed>
`;
};

/** A day and time as RSS has them (RFC 822, with four digits of year). ECMAScript fixes this form for every machine. */
const rssDate = (instant: string): string => new Date(instant).toUTCString();

/** RSS 2.0. A channel must have a link: without a site address there is no such feed. */
export const rss = (feed: Feed): string | null => {
  const { site, place, title, releases } = feed;
  const { organisation, language } = site.settings;
  const home = linkTo(feed, place);
  const self = linkTo(feed, `${place}rss.xml`);
  if (home === null || self === null) return null;
  const updated = updatedOf(feed);
  const items = releases.map(
    (each) => `<item>
<title>${escape(each.release.headline)}</title>
<link>${escape(linkTo(feed, each.address) ?? '')}</link>
<guid isPermaLink="false">${uuidOf(each.release.id)}</guid>
<pubDate>${rssDate(each.since)}</pubDate>
${each.release.topics.map((topic) => `<category>${escape(topic)}</category>\n`).join('')}<description>${escape(each.release.standfirst)}</description>
<content:encoded>${escape(fullText(each, site))}</content:encoded>
</item>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel>
<title>${escape(title)}</title>
<link>${escape(home)}</link>
<description>${escape(site.words.keepUp(organisation))}</description>
<language>${escape(language)}</language>
${updated === null ? '' : `<lastBuildDate>${rssDate(updated)}</lastBuildDate>\n`}<atom:link rel="self" type="application/rss+xml" href="${escape(self)}"/>
${items.join('')}</channel>
</rss>
`;
};

/** JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): string => {
  const { site, place, title, releases } = feed;
  const { organisation, language } = site.settings;
  const link = (name: string, path: string): Record<string, string> => {
    const href = linkTo(feed, path);
    return href === null ? {} : { [name]: href };
  };
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: plain(title),
    ...link('home_page_url', place),
    ...link('feed_url', `${place}feed.json`),
    language,
    authors: [{ name: plain(organisation) }],
    items: releases.map((each) => ({
      id: uuidOf(each.release.id),
      ...link('url', each.address),
      title: plain(each.release.headline),
      summary: plain(each.release.standfirst),
      content_html: fullText(each, site),
      date_published: each.since,
      date_modified: each.updated,
      language: each.release.language,
      tags: each.release.topics.map(plain),
    })),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
};

const feedFiles = (feed: Feed): readonly BundleFile[] => {
  const { place, site } = feed;
  const key = `${feed.title}\n${feed.releases.map((each) => each.key).join('\n')}`;
  return [
    madeFile(`${place}feed.xml`, key, () => atom(feed)),
    // A channel must have a link: without a site address there is none.
    ...(site.settings.siteAddress === '' ? [] : [madeFile(`${place}rss.xml`, key, () => rss(feed) ?? '')]),
    madeFile(`${place}feed.json`, key, () => jsonFeed(feed)),
  ];
};

/** The feeds of all news, and of each topic, each in three forms. */
export function* feeds(site: Site): Generator<BundleFile> {
  const organisation = `${site.preview ? `${site.words.preview}: ` : ''}${site.settings.organisation}`;
  yield* feedFiles({ site, place: '', title: organisation, releases: site.releases.slice(0, MOST) });
  for (const { name, place, items } of site.topics)
    yield* feedFiles({ site, place, title: `${organisation}: ${name}`, releases: items.slice(0, MOST_OF_TOPIC) });
}
