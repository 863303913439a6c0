import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import type { Ground } from '../newsroom/ground';
import type { NewsroomStore } from '../newsroom/model';
import { keepMedia, putMedia, readMedia } from './media-folder';

/** The pictures of an open newsroom: taken in, brought over from another release, read. */
export const mediaActs = (ground: Ground): Pick<NewsroomStore, 'addMedia' | 'adoptMedia' | 'media'> => {
  const { folder, fs, onLiving, findPlace } = ground;

  const media: NewsroomStore['media'] = (id, file) =>
    onDisk<Uint8Array>(folder, async (): Promise<Result<Uint8Array, Fault>> => {
      const place = await findPlace(id);
      if (place === null) return failed(fault('not-found', 'There is no such release in this newsroom.'));
      return readMedia(place, file);
    });

  return {
    media,
    addMedia: (id, bytes) => onLiving(id, (filed) => keepMedia(filed.folder, bytes, fs)),
    adoptMedia: async (id, file, from) => {
      const own = await media(id, file);
      if (own.ok) return ok(null);
      const bytes = await media(from, file);
      if (!bytes.ok) return bytes;
      return onLiving(id, async (filed) => {
        await putMedia(filed.folder, file, bytes.value, fs);
        return ok(null);
      });
    },
  };
};
