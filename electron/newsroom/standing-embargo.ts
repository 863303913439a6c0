import type { Fault } from '../../shared/fault';
import { laterEmbargo } from '../../shared/release/embargo';
import type { Embargo, Release } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import type { NewsroomStore } from './model';

/** Until when a release is held: by its working text or by the one that was published, whichever is later. Faults: those of reading. */
export const standingEmbargo = async (
  store: Pick<NewsroomStore, 'version'>,
  { id, state, embargo, publication }: Release,
): Promise<Result<Embargo | null, Fault>> => {
  // Of a removed release no text is left.
  if (publication === null || state === 'removed') return ok(embargo);
  const frozen = await store.version(id, publication.version);
  return frozen.ok ? ok(laterEmbargo(embargo, frozen.value.embargo)) : frozen;
};

/**
 * Until when a version is held, with what stands beside it: by its own embargo, by that of its release as it stands, and by those
 * of another release. An earlier embargo of the same release that was taken off since holds nothing. Faults: those of reading.
 */
export const heldUntil = async (
  store: Pick<NewsroomStore, 'version' | 'openRelease'>,
  version: Release,
  beside: Release | null = null,
): Promise<Result<Embargo | null, Fault>> => {
  let held: Embargo | null = null;
  for (const { id, embargo } of [version, ...(beside === null || beside.id === version.id ? [] : [beside])]) {
    held = laterEmbargo(held, embargo);
    const opened = await store.openRelease(id);
    if (!opened.ok && opened.fault.code === 'not-found') continue;
    if (!opened.ok) return opened;
    const standing = await standingEmbargo(store, opened.value.release);
    if (!standing.ok) return standing;
    held = laterEmbargo(held, standing.value);
  }
  return ok(held);
};
