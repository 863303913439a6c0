import { emptyRelease } from '../release/empty';
import type { AfterPublication, Instant, Publication, Release } from '../release/model';

/** Stands where words of a note or a reason stood, which go with the text. */
export const ERASED_WORDS = 'Erased with the text.';

/** Who removes a release, when and why. */
export type Removal = { readonly by: string; readonly at: Instant; readonly reason: string };

/** Whether a release may be removed: one that was published, and was not removed yet. */
export const mayRemove = ({ state, publication }: Pick<Release, 'state' | 'publication'>): boolean =>
  publication !== null && state !== 'removed';

/**
 * What is left of a release that is removed: its id, language, date and embargo, and its publication with this as the last
 * thing done. No words of it, also none of the notes and reasons of what was done before. Its address is public, and stays.
 */
export const removedRelease = (release: Release, publication: Publication, { by, at, reason }: Removal): Release => ({
  ...emptyRelease(release.id, release.language),
  state: 'removed',
  dateline: { place: '', date: release.dateline.date },
  // Removed before it ended, nobody knows the address, which has words of the headline: the archive must not tell it.
  embargo: release.embargo,
  publication: {
    ...publication,
    change: null,
    after: [...publication.after.map(withoutWords), { kind: 'removed', by, at, reason }],
  },
});

const withoutWords = (done: AfterPublication): AfterPublication => {
  switch (done.kind) {
    case 'corrected':
      return { ...done, note: ERASED_WORDS };
    case 'withdrawn':
    case 'replaced':
      return { ...done, reason: ERASED_WORDS };
    case 'minor':
    case 'removed':
      return done;
  }
};
