import type { NewsroomSettings } from '../newsroom/model';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import type { Contact, Day, LanguageTag } from '../release/model';
import { blocksHtml } from './blocks';
import { dayWords } from './dates';
import { escape, languageAttributes, partLanguage } from './html';
import type { PublicRelease } from './select';
import { type Strings, stringsFor } from './strings';

/** What every page needs to know of the archive it stands in. */
export type Site = { readonly settings: NewsroomSettings; readonly preview: boolean };

export type PageParts = {
  readonly site: Site;
  /** The way from the page back to the archive's root, `../../../` or empty. */
  readonly root: string;
  readonly words: Strings;
  readonly title: string;
  /** The page's place under the site's address, for the canonical link. */
  readonly address: string;
  readonly main: string;
};

/** Nothing but the archive's own style: were a script ever to slip in, no browser would run it. */
const POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";

/** A whole page round its main part: skip link, the organisation, the main part, the foot. No script, no other host. */
export const pageHtml = ({ site, root, words, title, address, main }: PageParts): string => {
  const { organisation, siteAddress } = site.settings;
  const place = siteAddress === '' ? '' : `<link rel="canonical" href="${escape(`${siteAddress}/${address}`)}">\n`;
  const head = site.preview ? '<meta name="robots" content="noindex">\n' : place;
  const preview = site.preview ? `<p class="preview">${words.preview}</p>\n` : '';
  return `<!doctype html>
<html${languageAttributes(words.language)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(organisation)}</title>
${head}<link rel="stylesheet" href="${root}archive.css">
<link rel="alternate" type="application/atom+xml" href="${root}feed.xml" title="${escape(organisation)}">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="org"><div class="wrap"><a class="name" href="${root}index.html">${escape(organisation)}</a><span class="what">${words.archive}</span></div></header>
${preview}<main id="main" class="wrap">
${main}
</main>
<footer class="end"><div class="wrap"><p>${escape(organisation)}</p></div></footer>
</body>
</html>
`;
};

/** The way to the root from a page at `news/2026/11/slug.html`. */
const rootOf = (address: string): string => '../'.repeat(address.split('/').length - 1);

const contactHtml = ({ name, role, phone, email }: Contact): string => {
  const who = [name, role].filter(Boolean).map(escape).join(', ');
  const ways = [
    ...(phone === '' ? [] : [`<a href="tel:${escape(phone.replace(/[^+\d]/g, ''))}">${escape(phone)}</a>`]),
    ...(email === '' ? [] : [`<a href="mailto:${escape(email)}">${escape(email)}</a>`]),
  ];
  return `<p>${[who, ways.join(', ')].filter(Boolean).join(': ')}</p>`;
};

/** How to follow the news: the feed, and the office's address where it has one. */
export const followHtml = ({ settings }: Site, words: Strings, root: string): string => {
  const { newsEmail } = settings;
  const [before, link] = words.follow;
  const ask = newsEmail === '' ? '' : `${words.ask}<a href="mailto:${escape(newsEmail)}">${escape(newsEmail)}</a>`;
  return `<section class="get"><h2>${words.get}</h2><p>${before}<a href="${root}feed.xml">${link}</a>${ask}.</p></section>`;
};

/** The form every release page ends in. The teaser is static, so that a new release does not change every old page. */
const teaser = (site: Site, words: Strings, root: string): string =>
  `<aside class="latest" aria-labelledby="latest-news"><h2 id="latest-news">${words.latest}</h2>
<p>${escape(words.keepUp(site.settings.organisation))}</p>
<p><a class="all" href="${root}index.html">${words.all}</a></p>
${followHtml(site, words, root)}</aside>`;

/** A date in the words of a language, within a part of the page in another. */
export const dateHtml = (className: string, day: Day | '', words: Strings, around: LanguageTag): string =>
  `<p class="${className}"${partLanguage(words.language, around)}><time datetime="${escape(day)}">${escape(dayWords(day, words.language))}</time></p>`;

/** A release's page in the archive's form: the web copy, without embargo line, ENDS or media-only contacts. */
export const releasePage = (site: Site, { release, address }: PublicRelease, context: ResolveContext): string => {
  const root = rootOf(address);
  const { settings } = site;
  const { language, dateline } = release;
  const words = stringsFor(language, settings.language);
  const own = partLanguage(words.language, language);
  const section = (heading: string, inner: string): string =>
    inner === '' ? '' : `<section class="bg"><h2${own}>${escape(heading)}</h2>${inner}</section>\n`;
  const { boilerplate } = settings;
  const about = boilerplate === '' ? '' : `<p${partLanguage(settings.language, language)}>${escape(boilerplate)}</p>`;
  const contacts = release.contacts.filter((contact) => !contact.mediaOnly).map(contactHtml);
  const main = `<div class="cols"><article${languageAttributes(language)}><p class="crumb"${own}><a href="${root}index.html">${words.archive}</a></p>
<h1>${escape(release.headline)}</h1>
${dateHtml('date', dateline.date, words, language)}
${release.standfirst === '' ? '' : `<p class="sf">${escape(release.standfirst)}</p>\n`}<div class="body">
${blocksHtml(release.body, resolveQuotes(release, context))}
</div>
${section(words.background, blocksHtml(release.notes, []))}${section(words.about(settings.organisation), about)}${section(words.pressContact, contacts.join('\n'))}<p class="back"${own}><a href="${root}index.html">${words.back}</a></p></article>
${teaser(site, words, root)}</div>`;
  return pageHtml({ site, root, words, title: release.headline, address, main });
};
