import type { OpenRelease } from '../../shared/newsroom/model';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import type { Release, VersionHash } from '../../shared/release/model';
import { carryOn } from '../../shared/unknown';
import { versionHash } from '../newsroom/history';
import type { Slot } from './slot';

/** What kept words are to the saved text. */
export type Judgement = 'same' | 'continues' | 'diverged';

/** Kept words as the store would write them: state, publication, overrides and what is unknown in the file are the saved ones. */
export const asSaved = (kept: Release, saved: Release): Release => {
  const { state, publication, overrides } = saved;
  return carryOn({ ...kept, state, publication, overrides }, saved);
};

/**
 * Compares kept words with the saved text. They continue it where it is the version they stand on, or one that the
 * same session had handed over; any other saved text came from elsewhere, and has diverged.
 */
export const judge = (slot: Slot, saved: OpenRelease): Judgement => {
  if (versionHash(asSaved(slot.release, saved.release)) === saved.version) return 'same';
  // What was handed over came from the page, which knows nothing of what is unknown in the file.
  const known = sha256Hex(canonicalJson(saved.release)) as VersionHash;
  return saved.version === slot.base || slot.tried.includes(known) ? 'continues' : 'diverged';
};
