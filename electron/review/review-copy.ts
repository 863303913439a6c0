import type { Fault } from '../../shared/fault';
import type { Arguments } from '../../shared/ipc/contract';
import type { Instant, ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import type { ReviewCopy } from '../../shared/review/copy';
import type { NewsroomStore } from '../newsroom/model';
import { heldUntil } from '../newsroom/standing-embargo';

/**
 * What a review copy of a version is made of. It is held until the last of what may hold it: the version's own embargo, that
 * of the release as it stands, and that of another release beside it. Faults: those of reading.
 */
export const reviewCopyOf = async (
  store: NewsroomStore,
  id: ReleaseId,
  { object, draft, before }: Arguments<'review:copy'>[1],
  at: Instant,
): Promise<Result<ReviewCopy, Fault>> => {
  const read = await store.read();
  if (!read.ok) return read;
  const text = await store.version(id, object);
  if (!text.ok) return text;
  const release = text.value;
  const embargo = await heldUntil(store, release, before?.release);
  if (!embargo.ok) return embargo;
  const { organisation, zone } = read.value.settings;
  return ok({ release, text: object, embargo: embargo.value, draft, before, organisation, at, zone });
};
