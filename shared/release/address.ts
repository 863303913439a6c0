import type { Release } from './model';
import { slug } from './slug';

/** A page's place in the archive, `news/2026/11/slug.html`: nothing in it can climb out of the bundle. */
export const ADDRESS = /^news\/[0-9]{4}\/[0-9]{2}\/[a-z0-9]+(?:-[a-z0-9]+)*\.html$/;

/** Names that no page may have: that of its folder's list, and those that Windows keeps to itself, whatever they end in. */
const KEPT = /^(?:index|con|prn|aux|nul|com[0-9]|lpt[0-9])$/;

/** A name that may stand in a folder of the archive and is not taken: the text's slug, with `-2` and so on where it must. */
export const freeName = (text: string, isTaken: (name: string) => boolean): string => {
  const wanted = slug(text);
  let name = wanted;
  for (let number = 2; KEPT.test(name) || isTaken(name); number += 1) name = `${wanted}-${number}`;
  return name;
};

/**
 * The place of a release in the archive, `news/yyyy/mm/slug.html`, by the date and headline it is published with; `-2`
 * and so on where another release has the place. The date must be set.
 */
export const newAddress = (release: Pick<Release, 'headline' | 'dateline'>, taken: ReadonlySet<string>): string => {
  const [year, month] = release.dateline.date.split('-');
  const place = (name: string): string => `news/${year ?? ''}/${month ?? ''}/${name}.html`;
  return place(freeName(release.headline, (name) => taken.has(place(name))));
};

/** The name at the end of a place in the archive, `slug` of `news/2026/11/slug.html`. */
export const nameInAddress = (address: string): string => address.slice(address.lastIndexOf('/') + 1, -'.html'.length);
