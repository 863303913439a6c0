import { type BundleFile, madeFile } from './model';
import { movedIn } from './moved-page';
import type { Site } from './site';

/** What every answer of a server may carry: the pages' own policy, which is stricter, stands in each of them too. */
const HEADERS = `/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
`;

/** Where a weakness of the website is reported (RFC 9116): only where the newsroom's settings say. */
const SECURITY = '.well-known/security.txt';

/** The path part of the site's address, in front of every place: `/press`, or empty. */
const basePath = (siteAddress: string): string => siteAddress.replace(/^https?:\/\/[^/]+/, '');

/**
 * What servers and robots read: headers and redirects in the form that static hosts share (a line each), robots.txt, and
 * security.txt.
 * A redirect is asked for where a release took another one's place, or stands elsewhere now; its page leads there by itself as well.
 */
export function* serverFiles(site: Site): Generator<BundleFile> {
  const { settings, preview } = site;
  const { siteAddress, security } = settings;
  const base = basePath(siteAddress);
  const replaced = site.gone.flatMap(({ address, to }) => (to === null ? [] : [{ address, to }]));
  const redirects = [...replaced, ...movedIn(site)].map(({ address, to }) => `${base}/${address} ${base}/${to} 301\n`);
  yield madeFile('_headers', '', () => HEADERS);
  const moved = redirects.join('');
  if (redirects.length > 0) yield madeFile('_redirects', moved, () => moved);
  const map = siteAddress === '' || preview ? '' : `Sitemap: ${siteAddress}/sitemap.xml\n`;
  const robots = `User-agent: *\n${preview ? 'Disallow: /' : 'Allow: /'}\n${map}`;
  yield madeFile('robots.txt', robots, () => robots);
  if (security === undefined || preview) return;
  const { contact, expires } = security;
  const own = siteAddress.startsWith('https:') ? `Canonical: ${siteAddress}/${SECURITY}\n` : '';
  yield madeFile(SECURITY, '', () => `Contact: ${contact}\nExpires: ${expires}T00:00:00Z\n${own}`);
}
