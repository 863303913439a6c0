import { escape, languageAttributes, partLanguage } from './html';
import { addressesOf } from './select';
import { crumb, pageHtml, rootOf, teaser } from './page';
import type { Site } from './site';
import { stringsFor } from './strings';
import { placeKey } from '../release/address';
import type { LanguageTag } from '../release/model';

/** An address that leads to another: `to` is where the release stands now. */
export type Moved = { readonly address: string; readonly to: string; readonly language: LanguageTag };

/** The page at an address where a release stood before: it leads to where the release stands now, by itself and by a link. */
export const movedPage = (site: Site, { address, to, language }: Moved): string => {
  const root = rootOf(address);
  const words = stringsFor(language, site.settings.language);
  const own = partLanguage(words.language, language);
  const main = `<div class="cols"><article${languageAttributes(language)}>${crumb(words, root, own)}
<h1${own}>${escape(words.moved.title)}</h1>
<div class="body"${own}>${words.moved.text.map((text) => `<p>${escape(text)}</p>`).join('\n')}
<p><a href="${root}${to}">${escape(words.goToMoved)}</a></p></div>
<p class="back"${own}><a href="${root}index.html">${words.back}</a></p></article>
${teaser(site, words, root)}</div>`;
  const head = `<meta http-equiv="refresh" content="0; url=${root}${to}">\n`;
  return pageHtml({ site, path: address, words, title: words.moved.title, main, head, hidden: true });
};

/**
 * All addresses that lead elsewhere: those from before, and those of wordings that are not to be read any more. Where a page
 * stands, which two computers that were apart may have published, nothing leads away from it; of two that stood at one
 * address the first is found there.
 */
export const movedIn = ({ releases, gone }: Pick<Site, 'releases' | 'gone'>): readonly Moved[] => {
  const pages = [
    ...releases.flatMap(({ address, earlier }) => [address, ...earlier.map(({ path }) => path)]),
    ...gone.map(({ address }) => address),
  ];
  const taken = new Set(pages.map(placeKey));
  const leadTo = (addresses: readonly string[], to: string, language: LanguageTag): readonly Moved[] =>
    addresses.flatMap((address) => {
      if (taken.has(placeKey(address))) return [];
      taken.add(placeKey(address));
      return [{ address, to, language }];
    });
  return [
    ...releases.flatMap((each) => leadTo(addressesOf(each), each.address, each.facts.language)),
    ...gone.flatMap(({ address, language, formerly }) => leadTo(formerly, address, language)),
  ];
};
