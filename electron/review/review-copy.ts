import type { Fault } from '../../shared/fault';
import type { Arguments } from '../../shared/ipc/contract';
import { laterEmbargo } from '../../shared/release/embargo';
import type { Instant, ReleaseId } from '../../shared/release/model';
import { type Result, ok } from '../../shared/result';
import type { ReviewCopy } from '../../shared/review/copy';
import type { NewsroomStore } from '../newsroom/model';
import { standingEmbargo } from '../newsroom/standing-embargo';

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
  const opened = await store.openRelease(id);
  if (!opened.ok) return opened;
  const standing = await standingEmbargo(store, opened.value.release);
  if (!standing.ok) return standing;
  const release = text.value;
  const other = before === null || before.release.id === id ? null : before.release.embargo;
  const embargo = laterEmbargo(laterEmbargo(release.embargo, standing.value), other);
  const { organisation, zone } = read.value.settings;
  return ok({ release, text: object, embargo, draft, before, organisation, at, zone });
};
