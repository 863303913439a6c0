import { sha256Hex } from '../digest';
import type { NewsroomSettings } from '../newsroom/model';
import { blockText } from '../release/text';
import type { Instant } from '../release/model';
import { escape } from './html';
import type { PublicRelease } from './select';

const MOST = 50;

/** A UUID of version 8 (RFC 9562) made of a text's SHA-256: the same text has the same one on any machine, for ever. */
const uuidOf = (text: string): string => {
  const hex = sha256Hex(text);
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The newest releases as an Atom feed (RFC 4287). Links are absolute, so without a site address there are none. */
export const feed = (settings: NewsroomSettings, releases: readonly PublicRelease[], asOf: Instant): string => {
  const { organisation, siteAddress } = settings;
  const link = (rel: string, path: string): string =>
    siteAddress === '' ? '' : `<link rel="${rel}" href="${escape(`${siteAddress}/${path}`)}"/>\n`;
  const newest = releases.slice(0, MOST);
  const updated =
    newest
      .map(({ since }) => since)
      .sort()
      .at(-1) ?? asOf;
  const entries = newest.map(({ release, address, since }) => {
    const text = [release.standfirst, ...release.body.map(blockText)].filter(Boolean).join('\n\n');
    return `<entry xml:lang="${escape(release.language)}">
<id>urn:uuid:${uuidOf(release.id)}</id>
<title>${escape(release.headline)}</title>
${link('alternate', address)}<updated>${since}</updated>
<content type="text">${escape(text)}</content>
</entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escape(settings.language)}">
<id>urn:uuid:${uuidOf(`feed of ${organisation} ${siteAddress}`)}</id>
<title>${escape(organisation)}</title>
<author><name>${escape(organisation)}</name></author>
${link('self', 'feed.xml')}${link('alternate', '')}<updated>${updated}</updated>
${entries.join('')}</feed>
`;
};

/** A sitemap (sitemaps.org 0.9) of the first page, the years and the releases. Needs a site address. */
export const sitemap = (siteAddress: string, paths: readonly string[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${escape(`${siteAddress}/${path}`)}</loc></url>`).join('\n')}
</urlset>
`;
