import { dayOf, instantWords } from './dates';
import { goneWords } from './gone-page';
import { escape, languageAttributes } from './html';
import { listPage } from './lists';
import { type BundleFile, madeFile } from './model';
import { crumb, dateHtml, pageHtml, teaser } from './page';
import type { Site } from './site';

type Saying = { readonly path: string; readonly title: string; readonly inner: string };

/** A page of a few paragraphs in the site's language. `root`: what its links lead from. */
const sayingPage = (site: Site, { path, title, inner }: Saying, root = '', head = ''): string => {
  const { words } = site;
  const main = `<div class="cols"><article>${crumb(words, escape(root))}
<h1>${escape(title)}</h1>
<div class="body">${inner}</div></article>
${teaser(site, words, escape(root))}</div>`;
  return pageHtml({ site, path, root, words, title, main, head, hidden: path === '404.html' });
};

const paragraphs = (texts: readonly string[]): string => texts.map((text) => `<p>${escape(text)}</p>`).join('\n');

const accessibilityPage = (site: Site): string => {
  const { settings, words } = site;
  const { newsEmail } = settings;
  const tell =
    newsEmail === '' ? '' : `\n<p>${words.tellUs}<a href="mailto:${escape(newsEmail)}">${escape(newsEmail)}</a>.</p>`;
  const { title, text } = words.accessibility;
  return sayingPage(site, { path: 'accessibility.html', title, inner: `${paragraphs(text)}${tell}` });
};

/**
 * The page for an address that nothing stands at. It is shown at any depth, from where relative links would lead astray:
 * where the site's address is known its links are whole, and its style is asked for from the site's root too.
 */
const notFoundPage = (site: Site): string => {
  const { settings, words } = site;
  const { siteAddress } = settings;
  const { title, text } = words.notFound;
  const root = siteAddress === '' ? '' : `${siteAddress}/`;
  const inner = `${paragraphs(text)}\n<p><a href="${escape(root)}index.html">${words.back}</a></p>`;
  const base = siteAddress.replace(/^https?:\/\/[^/]+/, '');
  const style = siteAddress === '' ? '' : `<link rel="stylesheet" href="${escape(`${base}/archive.css`)}">\n`;
  return sayingPage(site, { path: '404.html', title, inner }, root, style);
};

type Told = { readonly at: string; readonly html: string };

/** All that was corrected or taken back, newest first, with what readers are told. */
const correctionsPage = (site: Site): string => {
  const { words, releases, gone } = site;
  const { zone } = site.settings;
  const day = (at: string): string => instantWords(at, zone, words.language);
  const item = (at: string, heading: string, inner: string): Told => ({
    at,
    html: `<li><h2 class="e">${heading}</h2>\n${dateHtml('m', dayOf(at, zone), words, words.language)}\n${inner}</li>`,
  });
  const told = [
    ...releases.flatMap(({ corrections, facts, address, earlier }) =>
      corrections.map(({ at, note }, index) => {
        const before = earlier.find(({ correction }) => correction === index);
        const way = before === undefined ? '' : `\n<p><a href="${before.path}">${escape(words.toEarlier)}</a></p>`;
        const own = languageAttributes(facts.language);
        const heading = `<a href="${address}"${own}>${escape(facts.headline)}</a>`;
        return item(at, heading, `<p>${escape(words.corrected(day(at)))}</p>\n<p${own}>${escape(note)}</p>${way}`);
      }),
    ),
    ...gone.map((each) => {
      const heading = `<a href="${each.address}">${escape(goneWords(each, words, zone))}</a>`;
      return item(
        each.at,
        heading,
        `<p>${words.reason}<span${languageAttributes(each.language)}>${escape(each.reason)}</span></p>`,
      );
    }),
  ].sort((a, b) => (a.at === b.at ? (a.html < b.html ? -1 : 1) : a.at < b.at ? 1 : -1));
  const list =
    told.length === 0 ? `<p>${words.noCorrections}</p>` : `<ol>${told.map(({ html }) => html).join('\n')}</ol>`;
  return listPage({ site, path: 'corrections.html', title: words.corrections, list });
};

/** The pages that every archive has once: corrections, accessibility, and the one for what is not there. */
export function* fixedPages(site: Site): Generator<BundleFile> {
  const told = site.releases.filter(({ corrections }) => corrections.length > 0).map(({ key }) => key);
  yield madeFile('corrections.html', `${told.join('\n')}\n${JSON.stringify(site.gone)}`, () => correctionsPage(site));
  yield madeFile('accessibility.html', '', () => accessibilityPage(site));
  yield madeFile('404.html', '', () => notFoundPage(site));
}
