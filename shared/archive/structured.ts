import type { Quote } from '../quotes/model';
import { uuidOf } from './feeds';
import type { ImageBlock } from '../release/model';
import { imagesOf, mediaType } from '../release/media';
import { escape, plain } from './html';
import { mediaAddress } from './media';
import { dataPath } from './ninjs';
import type { ArchiveRelease, Site } from './site';

/** A value inside a `script` element, each text on a line of its own: no sign in it can end that element, or begin another. */
const inScript = (value: unknown): string => JSON.stringify(value, null, 1).replace(/[<>&\u2028\u2029]/g, escaped);
const escaped = (sign: string): string => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

const quotation = ({ stored, words, ofBody }: Quote) =>
  stored?.speaker
    ? [
        {
          '@type': 'Quotation',
          text: plain(words),
          creator: {
            '@type': ofBody ? 'Organization' : 'Person',
            name: plain(stored.speaker.name),
            ...(ofBody || stored.speaker.role === '' ? {} : { jobTitle: plain(stored.speaker.role) }),
          },
        },
      ]
    : [];

const pictureData = ({ width, height, alternative, credit }: ImageBlock) => ({
  width,
  height,
  ...(alternative === '' ? {} : { caption: plain(alternative) }),
  ...(credit === '' ? {} : { creditText: plain(credit) }),
});

/** The picture that others show beside a link to a release: the first that is not decorative. */
const openGraphPicture = (site: Site, { release }: ArchiveRelease): readonly (readonly [string, string])[] => {
  const image = imagesOf(release).find(({ decorative }) => !decorative);
  const place = image === undefined ? null : mediaAddress(site)(image.file);
  if (image === undefined || place === null) return [];
  return [
    ['og:image', place],
    ['og:image:type', mediaType(image.file)],
    ['og:image:width', String(image.width)],
    ['og:image:height', String(image.height)],
    ['og:image:alt', image.alternative],
  ];
};

/** What a release is, in the words of schema.org: an article, the quotations in it by whom, and what was corrected. */
export const articleData = (site: Site, { release, address, since, updated, corrections, quotes }: ArchiveRelease) => {
  const { organisation, siteAddress } = site.settings;
  const publisher = { '@type': 'Organization', name: plain(organisation) };
  const url = siteAddress === '' ? {} : { url: `${siteAddress}/${address}` };
  const parts = quotes.flatMap(quotation);
  const pictures = imagesOf(release).flatMap((image) => {
    const place = mediaAddress(site)(image.file);
    return place === null ? [] : [{ '@type': 'ImageObject', url: place, ...pictureData(image) }];
  });
  const notes = corrections.map(({ at, note }) => ({
    '@type': 'CorrectionComment',
    text: plain(note),
    datePublished: at,
  }));
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    identifier: uuidOf(release.id),
    ...url,
    headline: plain(release.headline),
    ...(release.standfirst === '' ? {} : { description: plain(release.standfirst) }),
    inLanguage: release.language,
    datePublished: since,
    dateModified: updated,
    ...(release.dateline.place === ''
      ? {}
      : { locationCreated: { '@type': 'Place', name: plain(release.dateline.place) } }),
    keywords: release.topics.map(plain),
    author: publisher,
    publisher,
    ...(pictures.length === 0 ? {} : { image: pictures }),
    ...(parts.length === 0 ? {} : { hasPart: parts }),
    ...(notes.length === 0 ? {} : { correction: notes }),
  };
};

/** For the head of a release's page: what it is (JSON-LD, Open Graph), and where it is as data. */
export const releaseHead = (site: Site, given: ArchiveRelease): string => {
  const { release, address, since, updated } = given;
  const { organisation, siteAddress } = site.settings;
  const property = (name: string, value: string): string =>
    value === '' ? '' : `<meta property="${name}" content="${escape(value)}">\n`;
  const data = dataPath(address).replace(/^.*\//, '');
  return [
    release.standfirst === '' ? '' : `<meta name="description" content="${escape(release.standfirst)}">\n`,
    property('og:type', 'article'),
    property('og:title', release.headline),
    property('og:description', release.standfirst),
    property('og:site_name', organisation),
    property('og:locale', release.language.replace('-', '_')),
    property('og:url', siteAddress === '' ? '' : `${siteAddress}/${address}`),
    ...openGraphPicture(site, given).map(([name, value]) => property(name, value)),
    property('article:published_time', since),
    property('article:modified_time', updated),
    `<link rel="alternate" type="application/json" href="${data}" title="ninjs">\n`,
    `<script type="application/ld+json">${inScript(articleData(site, given))}</script>\n`,
  ].join('');
};
