import type { OpenRelease } from '../../shared/ipc/contract';
import type { Release } from '../../shared/release/model';
import { versionHash } from '../newsroom/history';
import type { Slot } from './slot';

/** What kept words are to the saved text. */
export type Judgement = 'same' | 'continues' | 'diverged';

/** Kept words as the store would write them: state, publication and overrides are the saved ones. */
export const asSaved = (kept: Release, { state, publication, overrides }: Release): Release => ({
  ...kept,
  state,
  publication,
  overrides,
});

/**
 * Compares kept words with the saved text. They continue it where it is the version they stand on, or one that the
 * same session had handed over; any other saved text came from elsewhere, and has diverged.
 */
export const judge = (slot: Slot, saved: OpenRelease): Judgement => {
  if (versionHash(asSaved(slot.release, saved.release)) === saved.version) return 'same';
  return saved.version === slot.base || slot.tried.includes(saved.version) ? 'continues' : 'diverged';
};
