import type { VersionHash } from '../../shared/release/model';

/**
 * Which texts on disk a page's edits may stand on although it does not know their hash: those that this program itself
 * put there without telling the page (a state or an override changed; a save that reported an error after its rename).
 * Anything else on disk came from outside, and is a conflict.
 */
export type Lineage = {
  readonly follows: (before: VersionHash, after: VersionHash) => void;
  readonly leadsTo: (before: VersionHash, now: VersionHash) => boolean;
};

export const makeLineage = (): Lineage => {
  const next = new Map<VersionHash, Set<VersionHash>>();
  return {
    follows: (before, after) => {
      const known = next.get(before) ?? new Set();
      known.add(after);
      next.set(before, known);
    },
    leadsTo: (before, now) => {
      const seen = new Set([before]);
      for (const hash of seen) {
        if (hash === now) return true;
        for (const each of next.get(hash) ?? []) seen.add(each);
      }
      return false;
    },
  };
};
