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
const OWN_FOLDER = /^(?:topics|people|media|sitemaps|search)\//i;
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

/** A name that may stand in a folder of the archive and is not taken: the text's slug, with `-2` and so on where it must. */
export const freeName = (text: string, isTaken: (name: string) => boolean): string => {
  const wanted = slug(text);
  let name = wanted;
  for (let number = 2; KEPT.test(name) || isTaken(name); number += 1) name = `${wanted}-${number}`;
  return name;
};

/**
 * The place of a release in the archive, `news/yyyy/mm/slug.html`, by the date and headline it is published with; `-2`
 * and so on where another release has the place. `taken`: the keys (`placeKey`) of those in use. The date must be set.
 */
export const newAddress = (release: Pick<Release, 'headline' | 'dateline'>, taken: ReadonlySet<string>): string => {
  const [year, month] = release.dateline.date.split('-');
  const place = (name: string): string => `news/${year ?? ''}/${month ?? ''}/${name}.html`;
  return place(freeName(release.headline, (name) => taken.has(placeKey(place(name)))));
};

/** The name at the end of a place in the archive, `slug` of `news/2026/11/slug.html` and of `news/slug/index.html`. */
export const nameInAddress = (address: string): string =>
  address
    .replace(/\/index\.html?$/i, '')
    .replace(/\.html?$/i, '')
    .replace(/^.*\//s, '');
