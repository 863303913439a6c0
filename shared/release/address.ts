import type { Release } from './model';
import { slug } from './slug';

/** The place that a release is given in the archive, `news/2026/11/slug.html`: nothing in it can climb out of the bundle. */
const GIVEN = /^news\/[0-9]{4}\/[0-9]{2}\/[a-z0-9]+(?:-[a-z0-9]+)*\.html$/;

/** Names that no page may have: that of its folder's list, and those that Windows keeps to itself, whatever they end in. */
const KEPT = /^(?:index|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** A page that was on the web before: any folders, then a file of the web or the page of its folder. */
const EXISTING = /^(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*\.html?$/;
/** Longer ones do not fit into every system's paths beside a bundle's own folder. */
const LONGEST = 180;
/** Folders and pages that the archive makes itself, where no release may stand. */
const OWN_FOLDER = /^(?:topics|people|media|sitemaps|search|earlier)\//i;
const OWN_PAGE =
  /^(?:index|404|search|corrections|accessibility|page-[0-9]+)\.html?$|^news\/(?:[0-9]{4}\/(?:[0-9]{2}\/)?)?(?:index|page-[0-9]+)\.html?$/i;
const isKeptName = (part: string): boolean => {
  const name = part.replace(/\..*$/s, '').toLowerCase();
  return name !== 'index' && KEPT.test(name);
};

/** Whether a release may stand at a place in the archive: one that it was given, or one that it had before. */
export const isAddress = (place: string): boolean =>
  GIVEN.test(place) ||
  (EXISTING.test(place) &&
    place.length <= LONGEST &&
    !OWN_FOLDER.test(place) &&
    !OWN_PAGE.test(place) &&
    place.split('/').every((part) => !part.endsWith('.') && !isKeptName(part)));

/** The year, and year and month, `2026/11`, under which the archive lists a release: by its place, else by its date. */
export const monthOfAddress = (address: string, date: string): string =>
  GIVEN.test(address) ? address.slice(5, 12) : date.slice(0, 7).replace('-', '/');

/** Two places of which only one can be a file, on a system that does not tell capitals from small letters. */
export const placeKey = (address: string): string => address.toLowerCase();

/** Where the wording from before a correction stands, by the correction's index: `earlier/news/2026/11/slug/1.html`. */
export const earlierPath = (address: string, index: number): string =>
  `earlier/${address.replace(/\.html$/i, '')}/${index + 1}.html`;

/** A name that may stand in a folder of the archive and is not taken: the text's slug, with `-2` and so on where it must. */
export const freeName = (text: string, isTaken: (name: string) => boolean): string => {
  for (const name of namesFor(text)) if (!isTaken(name)) return name;
  return unreachableEnd();
};

/** The names by which a text may be known, without end, the most wanted first: its slug, then with `-2` and so on. */
function* namesFor(text: string): Generator<string> {
  const wanted = slug(text);
  if (!KEPT.test(wanted)) yield wanted;
  for (let number = 2; ; number += 1) yield `${wanted}-${number}`;
}

/**
 * The place of a release in the archive, `news/yyyy/mm/slug.html`, by the date and headline it is published with; `-2`
 * and so on where another release has the place. `taken`: the keys (`placeKey`) of those in use. The date must be set.
 */
export const newAddress = (release: Pick<Release, 'headline' | 'dateline'>, taken: ReadonlySet<string>): string => {
  for (const place of addressesFor(release)) if (!taken.has(placeKey(place))) return place;
  return unreachableEnd();
};

/** The places that a release may be given, without end, the most wanted first. */
export function* addressesFor({ headline, dateline }: Pick<Release, 'headline' | 'dateline'>): Generator<string> {
  const [year, month] = dateline.date.split('-');
  for (const name of namesFor(headline)) yield `news/${year ?? ''}/${month ?? ''}/${name}.html`;
}

const unreachableEnd = (): never => {
  throw new Error('names without end came to an end');
};

/** A place beside another, in the same folder, by other words: null where no release may stand there. */
export const addressBeside = (address: string, words: string): string | null => {
  const folder = address.replace(/(?:[^/]+\/index\.html?|[^/]+)$/i, '');
  const name = slug(words);
  const place = `${folder}${name}.html`;
  return KEPT.test(name) || !isAddress(place) ? null : place;
};

/** All keys (`placeKey`) of the addresses that a release has or had: none of them is another's. */
export const placesOf = ({ publication }: Pick<Release, 'publication'>): readonly string[] =>
  publication === null
    ? []
    : [publication.address, ...(publication.formerly ?? []).map(({ address }) => address)].map(placeKey);

/** The name at the end of a place in the archive, `slug` of `news/2026/11/slug.html` and of `news/slug/index.html`. */
export const nameInAddress = (address: string): string =>
  address
    .replace(/\/index\.html?$/i, '')
    .replace(/\.html?$/i, '')
    .replace(/^.*\//s, '');
