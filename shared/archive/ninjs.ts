import { blocksHtml } from './blocks';
import { mediaAddress } from './media';
import { instantWords } from './dates';
import { uuidOf } from './feeds';
import { plain } from './html';
import type { ImageBlock } from '../release/model';
import { imagesOf, mediaType } from '../release/media';
import { blockText, countWords } from '../release/text';
import type { ArchiveRelease, Site } from './site';
import { stringsFor } from './strings';

/**
 * The path of a release's data, beside its page. Pages that were on the web before may differ in the ends of their names
 * alone, or be named as the archive's own data at its root: theirs is named by the whole of the page's name.
 */
export const dataPath = (address: string): string =>
  /\/[^/]*\.html$/.test(address) ? address.replace(/html$/, 'json') : `${address}.json`;

const SCHEMA = 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#';

/** A picture of a release as an item of its own, with what it shows, its caption and whose it is. */
const pictureItem = (site: Site, image: ImageBlock) => {
  const { file, width, height, alternative, credit } = image;
  const href = mediaAddress(site)(file);
  const told = [
    { role: 'alternative', value: alternative },
    { role: 'caption', value: blockText(image) },
  ].filter(({ value }) => value !== '');
  return {
    name: 'picture',
    uri: uuidOf(file),
    type: 'picture',
    representationType: 'partial',
    ...(credit === '' ? {} : { by: plain(credit) }),
    ...(told.length === 0
      ? {}
      : { descriptions: told.map(({ role, value }) => ({ role, contentType: 'text/plain', value: plain(value) })) }),
    ...(href === null ? {} : { renditions: [{ name: 'web', href, contentType: mediaType(file), width, height }] }),
  };
};

/**
 * A release as IPTC ninjs 3.1. Its public face alone: the contacts are those that are on its page, and an embargo that
 * has ended is not told.
 */
export const ninjs = (site: Site, { release, address, since, updated, corrections, quotes }: ArchiveRelease) => {
  const { organisation, siteAddress, boilerplate } = site.settings;
  const { headline, standfirst, body, notes, dateline, language, topics } = release;
  const words = stringsFor(language, site.settings.language);
  const links = { person: () => null, media: mediaAddress(site) };
  const text = body.map(blockText).join('\n\n');
  const quoted = (bodies: boolean) =>
    [
      ...new Set(
        quotes.flatMap(({ stored, ofBody = false }) =>
          stored?.speaker && ofBody === bodies ? [stored.speaker.name] : [],
        ),
      ),
    ].map((name) => ({ name: plain(name), rel: 'quoted' }));
  const contacts = release.contacts.filter(({ mediaOnly }) => !mediaOnly);
  const ways = contacts.flatMap(({ name, role, phone, email }) =>
    (
      [
        ['phone', phone],
        ['email', email],
      ] as const
    )
      .filter(([, value]) => value !== '')
      .map(([type, value]) => ({
        type,
        role: 'press',
        name: plain([name, role].filter(Boolean).join(', ')),
        value: plain(value),
      })),
  );
  const told = corrections.map(({ at, note }) => ({
    role: 'correction',
    value: plain(`${words.corrected(instantWords(at, site.settings.zone, words.language))}. ${note}`),
  }));
  const pictures = imagesOf(release).map((image) => pictureItem(site, image));
  const about = boilerplate === '' ? [] : [{ role: 'boilerplate', value: plain(boilerplate) }];
  return {
    standard: { name: 'ninjs', version: '3.1', schema: SCHEMA },
    uri: uuidOf(release.id),
    type: 'text',
    representationType: 'full',
    version: updated,
    firstCreated: since,
    versionCreated: updated,
    pubStatus: site.preview ? 'withheld' : 'usable',
    language,
    copyrightHolder: plain(organisation),
    by: plain(organisation),
    ...(dateline.place === '' ? {} : { located: plain(dateline.place) }),
    headlines: [{ role: 'main', contentType: 'text/plain', value: plain(headline) }],
    descriptions: [
      ...(standfirst === '' ? [] : [{ role: 'summary', contentType: 'text/plain', value: plain(standfirst) }]),
      ...told,
      ...about,
    ],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        charCount: text.length,
        wordCount: countWords(text),
        value: blocksHtml(body, quotes, links),
      },
      ...(notes.length === 0
        ? []
        : [{ role: 'background', contentType: 'text/html', value: blocksHtml(notes, [], links) }]),
    ],
    people: quoted(false),
    organisations: [
      { name: plain(organisation), rel: 'publisher', ...(ways.length === 0 ? {} : { contactInfo: ways }) },
      ...quoted(true),
    ],
    ...(pictures.length === 0 ? {} : { associations: pictures }),
    subjects: topics.map((name) => ({ name: plain(name), rel: 'about' })),
    ...(siteAddress === ''
      ? {}
      : { renditions: [{ name: 'web', href: `${siteAddress}/${address}`, contentType: 'text/html' }] }),
  };
};
