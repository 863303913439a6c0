import type { Instant } from '../release/model';
import type { Withheld } from './model';

/** An instant at which something goes public, and what does. */
export type GoingPublic = { readonly at: Instant; readonly releases: readonly Withheld[] };

/**
 * Of what is withheld, what goes public by itself: by the instant at which its embargo ends, the earliest first. One whose
 * instant cannot be read never does.
 */
export const goingPublic = (withheld: readonly Withheld[]): readonly GoingPublic[] => {
  const found = new Map<number, Withheld[]>();
  for (const held of withheld) {
    const at = held.why === 'embargoed' && held.until !== null ? Date.parse(held.until) : Number.NaN;
    if (Number.isNaN(at)) continue;
    const others = found.get(at);
    if (others === undefined) found.set(at, [held]);
    else others.push(held);
  }
  return [...found]
    .toSorted(([a], [b]) => a - b)
    .map(([at, releases]) => ({ at: new Date(at).toISOString(), releases }));
};

/** Of what is withheld `now`, what is so no more by a later instant at which only `then` is; the first to go public first. */
export const publicBy = (now: readonly Withheld[], then: readonly Withheld[]): readonly Withheld[] => {
  const still = new Set(then.map(({ release }) => release));
  return goingPublic(now.filter(({ release }) => !still.has(release))).flatMap(({ releases }) => releases);
};
