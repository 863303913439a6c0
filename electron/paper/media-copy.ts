import type { NewsroomSettings } from '../../shared/newsroom/model';
import { type Fault, fault } from '../../shared/fault';
import type { MediaCopy } from '../../shared/paper/media-copy';
import { type ReleaseId, isGone } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';
import { standingEmbargo } from '../newsroom/standing-embargo';

/**
 * The media copy of what is saved, or of what is public; over it the embargo under which that stands, also where it was set
 * since. Faults: those of reading, `refused` for what is public no more.
 */
export const mediaCopyOf = async (
  store: NewsroomStore,
  id: ReleaseId,
  now: Date,
): Promise<Result<MediaCopy & { readonly settings: NewsroomSettings }, Fault>> => {
  const newsroom = await store.read();
  if (!newsroom.ok) return newsroom;
  const opened = await store.openRelease(id);
  if (!opened.ok) return opened;
  const { publication, state } = opened.value.release;
  if (isGone({ state })) return failed(fault('refused', `This release was ${state}: it is not sent out again.`));
  const text = publication === null ? ok(opened.value.release) : await store.version(id, publication.version);
  if (!text.ok) return text;
  const embargo = await standingEmbargo(store, opened.value.release);
  if (!embargo.ok) return embargo;
  // The frozen text knows nothing of its publication, nor of an embargo that was set since.
  const release = { ...text.value, publication, embargo: embargo.value };
  return ok({ release, settings: newsroom.value.settings, at: now.toISOString() });
};
