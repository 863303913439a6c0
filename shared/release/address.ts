import type { Release } from './model';
import { slug } from './slug';

/**
 * The place of a release in the archive, `yyyy/mm/slug/`, by the date and headline it is published with; `-2` and so on
 * where another release has the place. The date must be set.
 */
export const newAddress = (release: Pick<Release, 'headline' | 'dateline'>, taken: ReadonlySet<string>): string => {
  const [year, month] = release.dateline.date.split('-');
  const place = (suffix: string): string => `${year ?? ''}/${month ?? ''}/${slug(release.headline)}${suffix}/`;
  let number = 1;
  let address = place('');
  while (taken.has(address)) {
    number += 1;
    address = place(`-${number}`);
  }
  return address;
};
