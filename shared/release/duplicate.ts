import { emptyRelease } from './empty';
import { hasEnded } from './embargo';
import type { Embargo, Instant, Release, ReleaseId } from './model';

/**
 * A new release with the words of another. It is being written, was never published, has no reference and no day: those are
 * the other's own. Nothing of its quotes is settled: what was approved for one release is not for the next. `held` is the
 * embargo under which the other stands: what has not ended by `now` holds the copy too, for it has the same words.
 */
export const duplicateOf = (release: Release, id: ReleaseId, held: Embargo | null, now: Instant): Release => ({
  ...emptyRelease(id, release.language),
  headline: release.headline,
  standfirst: release.standfirst,
  embargo: held !== null && hasEnded(held, Date.parse(now)) ? null : held,
  dateline: { place: release.dateline.place, date: '' },
  topics: release.topics,
  body: release.body,
  notes: release.notes,
  contacts: release.contacts,
});
