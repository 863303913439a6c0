import type { NewsroomSettings } from '../newsroom/model';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import type { Contact, LanguageTag } from '../release/model';
import { blocksHtml } from './blocks';
import { dayWords } from './dates';
import { escape, languageAttributes } from './html';
import type { PublicRelease } from './select';

/** What every page needs to know of the archive it stands in. */
export type Site = { readonly settings: NewsroomSettings; readonly preview: boolean };

export type PageParts = {
  readonly site: Site;
  /** The way from the page back to the archive's root, `../../../` or empty. */
  readonly root: string;
  readonly language: LanguageTag;
  readonly title: string;
  /** The page's place under the site's address, for the canonical link. */
  readonly address: string;
  readonly main: string;
};

/** A whole page round its main part: skip link, the organisation, the main part, the foot. No script, no other host. */
export const pageHtml = ({ site, root, language, title, address, main }: PageParts): string => {
  const { organisation, siteAddress } = site.settings;
  const canonical = siteAddress === '' ? '' : `<link rel="canonical" href="${escape(`${siteAddress}/${address}`)}">\n`;
  const preview = site.preview ? '<p class="preview">Preview, not for publication</p>\n' : '';
  return `<!doctype html>
<html${languageAttributes(language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(organisation)}</title>
${canonical}<link rel="stylesheet" href="${root}archive.css">
<link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="${escape(organisation)}">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header class="org"><div class="wrap"><a class="name" href="${root}index.html">${escape(organisation)}</a><span class="what">News Archive</span></div></header>
${preview}<main id="main" class="wrap">
${main}
</main>
<footer class="end"><div class="wrap"><p>${escape(organisation)}</p></div></footer>
</body>
</html>
`;
};

/** The way to the root from a page at `2026/11/slug/`. */
const rootOf = (address: string): string => '../'.repeat(address.split('/').filter(Boolean).length);

const contactHtml = ({ name, role, phone, email }: Contact): string => {
  const who = [name, role].filter(Boolean).map(escape).join(', ');
  const ways = [
    ...(phone === '' ? [] : [`<a href="tel:${escape(phone.replace(/[^+\d]/g, ''))}">${escape(phone)}</a>`]),
    ...(email === '' ? [] : [`<a href="mailto:${escape(email)}">${escape(email)}</a>`]),
  ];
  return `<p>${[who, ways.join(', ')].filter(Boolean).join(': ')}</p>`;
};

const section = (heading: string, inner: string): string =>
  inner === '' ? '' : `<section class="bg"><h2>${heading}</h2>${inner}</section>\n`;

/** The form every release page ends in. The teaser is static, so that a new release does not change every old page. */
const teaser = ({ settings }: Site, root: string): string => {
  const ask =
    settings.newsEmail === ''
      ? ''
      : `, or ask the press office to add you to its list: <a href="mailto:${escape(settings.newsEmail)}">${escape(settings.newsEmail)}</a>`;
  return `<aside class="latest" aria-labelledby="latest-news"><h2 id="latest-news">Latest News</h2>
<p>Keep up to date with news from ${escape(settings.organisation)}.</p>
<p><a class="all" href="${root}index.html">All News</a></p>
<section class="get"><h2>Get the latest news</h2><p>Follow the <a href="${root}feed.xml">news feed</a>${ask}.</p></section></aside>`;
};

/** A release's page in the archive's form: the web copy, without embargo line, ENDS or media-only contacts. */
export const releasePage = (site: Site, { release, address }: PublicRelease, context: ResolveContext): string => {
  const root = rootOf(address);
  const { settings } = site;
  const { language, dateline } = release;
  const date = dayWords(dateline.date, language);
  const contacts = release.contacts.filter((contact) => !contact.mediaOnly).map(contactHtml);
  const about = settings.boilerplate === '' ? '' : `<p>${escape(settings.boilerplate)}</p>`;
  const main = `<div class="cols"><article${languageAttributes(language)}><p class="crumb"><a href="${root}index.html">News Archive</a></p>
<h1>${escape(release.headline)}</h1>
<p class="date"><time datetime="${escape(dateline.date)}">${escape(date)}</time></p>
${release.standfirst === '' ? '' : `<p class="sf">${escape(release.standfirst)}</p>\n`}<div class="body">
${blocksHtml(release.body, resolveQuotes(release, context))}
</div>
${section('Background', blocksHtml(release.notes, []))}${section(`About ${escape(settings.organisation)}`, about)}${section('Press contact', contacts.join('\n'))}<p class="back"><a href="${root}index.html">Back to News Archive</a></p></article>
${teaser(site, root)}</div>`;
  return pageHtml({ site, root, language, title: release.headline, address, main });
};
