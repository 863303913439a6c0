import { emptyRelease } from './empty';
import type { Release, ReleaseId } from './model';

/**
 * A new release with the words of another. It is being written, was never published, has no reference, no embargo and no
 * day: those are the other's own. Nothing of its quotes is settled: what was approved for one release is not for the next.
 */
export const duplicateOf = (release: Release, id: ReleaseId): Release => ({
  ...emptyRelease(id, release.language),
  headline: release.headline,
  standfirst: release.standfirst,
  dateline: { place: release.dateline.place, date: '' },
  topics: release.topics,
  body: release.body,
  notes: release.notes,
  contacts: release.contacts,
});
