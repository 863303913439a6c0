import type { Embargo, Instant, Publication } from './model';

/** When an embargo ends, in milliseconds since 1970. One whose instant cannot be read never does. */
const endOf = ({ instant }: Embargo): number => {
  const end = Date.parse(instant);
  return Number.isNaN(end) ? Infinity : end;
};

/** Whether an embargo has ended by a time, in milliseconds since 1970. */
export const hasEnded = (embargo: Embargo, at: number): boolean => endOf(embargo) <= at;

/**
 * Of two embargoes the one that ends later; null where there is neither. A published text waits for both: the one that was
 * frozen with it, and the one that its release has been given since.
 */
export const laterEmbargo = (one: Embargo | null, other: Embargo | null): Embargo | null =>
  one === null || (other !== null && endOf(one) < endOf(other)) ? other : one;

/**
 * Since when a published release is public, under an embargo or none: as it is noted, else since its publication or the end
 * of the embargo, whichever is later. One that cannot be read ends after all others.
 */
export const publicSince = ({ at, since }: Pick<Publication, 'at' | 'since'>, embargo: Embargo | null): Instant =>
  since ?? (embargo !== null && endOf(embargo) > Date.parse(at) ? embargo.instant : at);
