import { blocksHtml } from './blocks';
import { instantWords } from './dates';
import { escape, languageAttributes, partLanguage } from './html';
import { crumb, dateHtml, pageHtml, rootOf, teaser } from './page';
import type { ArchiveRelease, EarlierWording, Site } from './site';
import type { Voice } from './subjects';
import { stringsFor } from './strings';

/** What a release said until it was corrected: its words as they stood, and over them that they are not what it says now. */
export const earlierPage = (
  site: Site,
  release: ArchiveRelease,
  { path, correction, text, quotes }: EarlierWording,
): string => {
  const root = rootOf(path);
  const { language, headline, standfirst, dateline, body, notes } = text;
  const words = stringsFor(language, site.settings.language);
  const own = partLanguage(words.language, language);
  const { at, note } = release.corrections[correction] ?? { at: '', note: '' };
  const says = words.asItRead(instantWords(at, site.settings.zone, words.language));
  // No picture stands here: what one shows is said in words.
  const ways = {
    person: (voice: Voice) => {
      const place = site.personPlace(voice);
      return place === undefined ? null : `${root}${place}index.html`;
    },
    media: () => null,
  };
  const background = notes.length === 0 ? '' : blocksHtml(notes, [], ways);
  const main = `<div class="cols"><article${languageAttributes(language)}>${crumb(words, root, own)}
<h1>${escape(headline)}</h1>
${dateHtml('date', dateline.date, words, language)}
<div class="notice corrected"><p${own}><b>${escape(says)}</b></p>
<p><span${own}>${escape(words.wasCorrected)}</span><span${languageAttributes(release.release.language)}>${escape(note)}</span></p>
<p${own}><a href="${root}${release.address}">${escape(words.toCurrent)}</a></p></div>
${standfirst === '' ? '' : `<p class="sf">${escape(standfirst)}</p>\n`}<div class="body">
${blocksHtml(body, quotes(), ways)}
</div>
${background === '' ? '' : `<section class="bg"><h2${own}>${escape(words.background)}</h2>${background}</section>\n`}<p class="back"${own}><a href="${root}corrections.html">${words.corrections}</a></p></article>
${teaser(site, words, root)}</div>`;
  return pageHtml({ site, path, words, title: `${headline} – ${says}`, main, hidden: true });
};
