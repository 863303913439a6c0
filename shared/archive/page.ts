import type { SiteLink } from '../newsroom/model';
import { direction } from '../release/language';
import type { Day, LanguageTag } from '../release/model';
import { dayOf, dayWords } from './dates';
import { escape, partLanguage } from './html';
import { MEDIA_FOLDER } from './media';
import type { PublicRelease } from './select';
import type { Site } from './site';
import type { Strings } from './strings-model';
import { type View, renderTemplate } from './template';

export type PageParts = {
  readonly site: Site;
  /** The page's own path: relative links lead from it. */
  readonly path: string;
  /** Where its links lead from, if not the way back from its path: the site's own address, of a page shown at any depth. */
  readonly root?: string;
  readonly words: Strings;
  readonly title: string;
  readonly main: string;
  /** More for the head. */
  readonly head?: string;
  /** Whether the page runs the archive's own script. */
  readonly runs?: boolean;
  /** Not to be found by search engines. */
  readonly hidden?: boolean;
};

/** Nothing but the archive's own style and pictures, and its own script where it has one: no browser runs what might slip in. */
const policy = (runs: boolean): string =>
  `default-src 'none'; ${runs ? "script-src 'self'; " : ''}style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`;

/** The way back to the root from a page: `../../../` from `news/2026/11/slug.html`. */
export const rootOf = (path: string): string => '../'.repeat(path.split('/').length - 1);

/** A page's place under the site's address: a folder's own page is the folder. */
export const placeOf = (path: string): string => path.replace(/(^|\/)index\.html$/, '$1');

/** What stands in a page's head: what it is called, what it may load, where it stands, how it looks. */
const headHtml = ({ site, path, root = rootOf(path), title, head = '', runs = false, hidden }: PageParts): string => {
  const { organisation, siteAddress } = site.settings;
  const canonical =
    siteAddress === '' || hidden === true || site.preview
      ? ''
      : `<link rel="canonical" href="${escape(`${siteAddress}/${placeOf(path)}`)}">\n`;
  const noIndex = site.preview || hidden === true ? '<meta name="robots" content="noindex">\n' : '';
  return `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(runs)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – ${escape(organisation)}</title>
${noIndex}${canonical}${head}<link rel="stylesheet" href="${rootOf(path)}archive.css">
<link rel="alternate" type="application/atom+xml" href="${escape(root)}feed.xml" title="${escape(organisation)}">
`;
};

const linksOf = (links: readonly SiteLink[] | undefined): readonly View[] =>
  (links ?? []).map(({ name, address }) => ({ name, to: address }));

/**
 * A whole page round its main part: skip link, the organisation, the ways through the archive, the main part, the foot;
 * by the archive's own template, or by that of the newsroom.
 */
export const pageHtml = (parts: PageParts): string => {
  const { site, path, root = rootOf(path), words, main } = parts;
  const { organisation, language, look } = site.settings;
  const own = { lang: language, dir: direction(language) };
  const logo = look?.logo;
  const [header, footer] = [linksOf(look?.headerLinks), linksOf(look?.footerLinks)];
  const view: View = {
    lang: words.language,
    dir: direction(words.language),
    head: { made: headHtml(parts) },
    root,
    skip: words.skip,
    home: `${root}index.html`,
    organisation,
    ...(language === words.language ? {} : { inOther: own }),
    archive: words.archive,
    ...(logo === undefined
      ? {}
      : {
          logo: {
            src: `${root}${MEDIA_FOLDER}${logo.file}`,
            width: String(logo.width),
            height: String(logo.height),
            alternative: logo.alternative,
          },
        }),
    ways: WAYS.map(([to, name]) => ({ to: `${root}${to}`, name: words[name] })),
    site: header,
    hasSite: header.length > 0,
    preview: site.preview ? words.preview : '',
    main: { made: main },
    ends: ENDS.map(([to, name]) => ({ to: `${root}${to}`, name: nameOf(words, name) })),
    footer,
    hasFooter: footer.length > 0,
    postal: look?.postalAddress ?? '',
  };
  return renderTemplate(site.theme.page, view, escape);
};

const WAYS = [
  ['index.html', 'all'],
  ['topics/index.html', 'topics'],
  ['people/index.html', 'people'],
  ['search.html', 'search'],
] as const;

const ENDS = [
  ['corrections.html', 'corrections'],
  ['accessibility.html', 'accessibility'],
] as const;

const nameOf = (words: Strings, name: (typeof ENDS)[number][1]): string =>
  name === 'accessibility' ? words.accessibility.title : words[name];

/** How to follow the news: the feed, and the office's address where it has one. */
export const followHtml = ({ settings }: Site, words: Strings, root: string): string => {
  const { newsEmail } = settings;
  const [before, link] = words.follow;
  const ask = newsEmail === '' ? '' : `${words.ask}<a href="mailto:${escape(newsEmail)}">${escape(newsEmail)}</a>`;
  return `<section class="get"><h2>${words.get}</h2><p>${before}<a href="${root}feed.xml">${link}</a>${ask}.</p></section>`;
};

/** The form every release page ends in. The teaser is static, so that a new release does not change every old page. */
export const teaser = (site: Site, words: Strings, root: string): string =>
  `<aside class="latest" aria-labelledby="latest-news"><h2 id="latest-news">${words.latest}</h2>
<p>${escape(words.keepUp(site.settings.organisation))}</p>
<p><a class="all" href="${root}index.html">${words.all}</a></p>
${followHtml(site, words, root)}</aside>`;

/** A date in the words of a language, within a part of the page in another; with that of the last correction. */
export const dateHtml = (
  className: string,
  day: Day | '',
  words: Strings,
  around: LanguageTag,
  corrected: Day | null = null,
): string => {
  if (day === '') return '';
  const more = corrected === null ? '' : `<span>${escape(words.corrected(dayWords(corrected, words.language)))}</span>`;
  return `<p class="${className}"${partLanguage(words.language, around)}><time datetime="${escape(day)}">${escape(dayWords(day, words.language))}</time>${more}</p>`;
};

/** The day on which a release was last corrected, by the newsroom's clock; null where it never was. */
export const lastCorrected = ({ corrections }: Pick<PublicRelease, 'corrections'>, zone: string): Day | null => {
  const at = corrections.at(-1)?.at;
  return at === undefined ? null : dayOf(at, zone);
};

/** The way back to the archive's first page, above the heading. */
export const crumb = (words: Strings, root: string, attributes = ''): string =>
  `<p class="crumb"${attributes}><a href="${root}index.html">${words.archive}</a></p>`;
