import { instantWords } from './dates';
import { escape, languageAttributes, partLanguage } from './html';
import { crumb, pageHtml, rootOf, teaser } from './page';
import { contactHtml } from './release-page';
import type { GoneRelease } from './select';
import type { Site } from './site';
import { stringsFor } from './strings';
import type { Strings } from './strings-model';

/** What became of a release that is public no more, with the day. */
export const goneWords = ({ kind, at }: GoneRelease, words: Strings, zone: string): string =>
  words[kind](instantWords(at, zone, words.language));

/** The page at the address of a release that is public no more: what became of it, when and why; of its text nothing. */
export const gonePage = (site: Site, gone: GoneRelease): string => {
  const { address, language, reason, to } = gone;
  const root = rootOf(address);
  const words = stringsFor(language, site.settings.language);
  const own = partLanguage(words.language, language);
  const title = goneWords(gone, words, site.settings.zone);
  const link = to === null ? '' : `<p${own}><a href="${root}${to}">${words.goToReplacement}</a></p>\n`;
  // Whom to ask instead: the newsroom's own contacts, for those of the release are no more public than its text.
  const contacts = site.settings.contacts.filter(({ mediaOnly }) => !mediaOnly).map(contactHtml);
  const ask =
    contacts.length === 0
      ? ''
      : `<section class="bg"><h2${own}>${escape(words.pressContact)}</h2>${contacts.join('\n')}</section>\n`;
  const main = `<div class="cols"><article${languageAttributes(language)}>${crumb(words, root, own)}
<h1${own}>${escape(title)}</h1>
<div class="notice gone"><p><b${own}>${words.reason}</b>${escape(reason)}</p></div>
${link}${ask}<p class="back"${own}><a href="${root}index.html">${words.back}</a></p></article>
${teaser(site, words, root)}</div>`;
  const head = to === null ? '' : `<meta http-equiv="refresh" content="0; url=${root}${to}">\n`;
  return pageHtml({ site, path: address, words, title, main, head, hidden: true });
};
