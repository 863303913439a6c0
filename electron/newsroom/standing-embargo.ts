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
