import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { AddedMedia } from '../../shared/ipc/contract';
import { takeInMedia } from '../../shared/media/take-in';
import type { MediaName } from '../../shared/release/model';
import { MEDIA_NAME } from '../../shared/release/media';
import { type Result, failed, ok } from '../../shared/result';
import type { FileSystem } from '../newsroom/file-system';
import { namesIn, readIfThere } from '../newsroom/history';
import { awayFault, readHere } from '../newsroom/placeholder';
import { putAside } from '../newsroom/quarantine';
import { saveFile, saveFolder } from '../newsroom/save-file';

/* A release's pictures: `media/<SHA-256 of the bytes>.<kind>` in its folder, each written once and never changed. Working
   text and every version of the history point there by name, so nothing is taken away while the release is there. */

export const mediaFolder = (folder: string): string => join(folder, 'media');
export const mediaFile = (folder: string, name: MediaName): string => join(mediaFolder(folder), name);

/** Whether bytes are those of a name. */
export const isMediaOf = (name: MediaName, bytes: Uint8Array): boolean => sha256Hex(bytes) === name.slice(0, 64);

/** Takes a picture in and keeps it in a release's folder. Fault: `refused` where it is none that a release may hold. */
export const keepMedia = async (
  folder: string,
  bytes: Uint8Array,
  fs: FileSystem,
): Promise<Result<AddedMedia, Fault>> => {
  const taken = takeInMedia(bytes);
  if (!taken.ok) return taken;
  const { kind, width, height } = taken.value;
  const file = `${sha256Hex(taken.value.bytes)}.${kind}` as MediaName;
  await putMedia(folder, file, taken.value.bytes, fs);
  return ok({ file, width, height });
};

/** Puts bytes under their name. What is there whole is left; a damaged file is moved aside, not overwritten. */
export const putMedia = async (folder: string, name: MediaName, bytes: Uint8Array, fs: FileSystem): Promise<void> => {
  const path = mediaFile(folder, name);
  const there = await readIfThere(path);
  if (there !== null && isMediaOf(name, there)) return;
  await saveFolder(mediaFolder(folder), fs);
  if (there !== null) await putAside(path, fs);
  await saveFile(path, bytes, fs);
};

/** The bytes of a picture. Faults: `not-found`; `not-downloaded`; `unreadable` where they are not those of the name. */
export const readMedia = async (folder: string, name: MediaName): Promise<Result<Uint8Array, Fault>> => {
  const where = mediaFile(folder, name);
  const bytes = await readHere(where);
  if (bytes === 'away') return failed(awayFault(where));
  if (bytes === null) return failed(fault('not-found', 'The picture is not in the release’s folder.', { where }));
  if (!isMediaOf(name, bytes))
    return failed(fault('unreadable', 'The picture was altered on disk: it is not the one that was kept.', { where }));
  return ok(bytes);
};

/** The names of the pictures that lie in a release's folder, whole or not, sorted; other names are left out. */
export const mediaIn = async (folder: string): Promise<readonly MediaName[]> =>
  (await namesIn(mediaFolder(folder))).filter((name): name is MediaName => MEDIA_NAME.test(name));
