import { direction } from '../release/language';
import type { Contact } from '../release/model';
import { type Ways, blocksHtml } from './blocks';
import { dayWords, instantWords } from './dates';
import { escape, languageAttributes, partLanguage } from './html';
import { MEDIA_FOLDER } from './media';
import { crumb, dateHtml, lastCorrected, pageHtml, rootOf, teaser } from './page';
import type { ArchiveRelease, Site } from './site';
import { stringsFor } from './strings';
import type { Strings } from './strings-model';
import { renderTemplate } from './template';

/** A contact of the press office, with the ways to reach it. */
export const contactHtml = ({ name, role, phone, email }: Contact): string => {
  const who = [name, role].filter(Boolean).map(escape).join(', ');
  const ways = [
    ...(phone === '' ? [] : [`<a href="tel:${escape(phone.replace(/[^+\d]/g, ''))}">${escape(phone)}</a>`]),
    ...(email === '' ? [] : [`<a href="mailto:${escape(email)}">${escape(email)}</a>`]),
  ];
  return `<p>${[who, ways.join(', ')].filter(Boolean).join(': ')}</p>`;
};

/** What readers are told of a text that was changed, before the words it is about. */
const correctionsHtml = (site: Site, given: ArchiveRelease, words: Strings, own: string, root: string): string => {
  const { zone } = site.settings;
  const { corrections, release, earlier } = given;
  const way = (index: number): string => {
    const before = earlier.find(({ correction }) => correction === index);
    return before === undefined ? '' : `<p${own}><a href="${root}${before.path}">${escape(words.toEarlier)}</a></p>`;
  };
  return corrections
    .map(
      ({ at, note }, index) =>
        `<div class="notice corrected"><p${own}><b>${escape(words.corrected(instantWords(at, zone, words.language)))}</b></p><p${languageAttributes(release.language)}>${escape(note)}</p>${way(index)}</div>\n`,
    )
    .join('');
};

const citationHtml = (site: Site, { release, address }: ArchiveRelease, words: Strings): string => {
  const { organisation, siteAddress } = site.settings;
  const day = dayWords(release.dateline.date, words.language);
  const text = words.citation({ who: organisation, title: release.headline, day });
  return `<p>${escape(siteAddress === '' ? text : `${text}, ${siteAddress}/${address}`)}</p>`;
};

const topicsHtml = (site: Site, { release }: ArchiveRelease, words: Strings, root: string): string => {
  const links = [...new Set(release.topics)].flatMap((topic) => {
    const place = site.topicPlace(topic);
    return place === undefined ? [] : [`<li><a href="${root}${place}index.html">${escape(topic)}</a></li>`];
  });
  return links.length === 0
    ? ''
    : `<nav class="topics" aria-label="${words.topics}"><b>${words.topics}</b><ul>${links.join('')}</ul></nav>\n`;
};

/** A release's page in the archive's form: the web copy, without embargo line, ENDS or media-only contacts. */
export const releasePage = (site: Site, given: ArchiveRelease, head = ''): string => {
  const { release, address, quotes } = given;
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
  const ways: Ways = {
    person: (voice) => {
      const place = site.personPlace(voice);
      return place === undefined ? null : `${root}${place}index.html`;
    },
    media: (file) => `${root}${MEDIA_FOLDER}${file}`,
  };
  const main = renderTemplate(
    site.theme.release,
    {
      lang: language,
      dir: direction(language),
      root,
      headline: release.headline,
      standfirst: release.standfirst,
      crumb: { made: crumb(words, root, own) },
      date: { made: dateHtml('date', dateline.date, words, language, lastCorrected(given, site.settings.zone)) },
      notices: { made: correctionsHtml(site, given, words, own, root) },
      body: { made: blocksHtml(release.body, quotes, ways) },
      background: { made: section(words.background, blocksHtml(release.notes, [], ways)) },
      about: { made: section(words.about(settings.organisation), about) },
      contacts: { made: section(words.pressContact, contacts.join('\n')) },
      cite: { made: section(words.cite, citationHtml(site, given, words)) },
      topics: { made: topicsHtml(site, given, words, root) },
      back: { made: `<p class="back"${own}><a href="${root}index.html">${words.back}</a></p>` },
      teaser: { made: teaser(site, words, root) },
    },
    escape,
  );
  return pageHtml({ site, path: address, words, title: release.headline, main, head });
};
