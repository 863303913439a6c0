import { join } from 'node:path';
import { earlierPicturePath, handedTexts } from '../../shared/archive/handover';
import { publicMedia } from '../../shared/archive/media';
import type { ArchiveRelease } from '../../shared/archive/site';
import { mediaOf } from '../../shared/release/media';
import type { MediaName, Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { writtenForm } from '../../shared/unknown';
import { readMedia } from '../media/media-folder';
import { findReleaseFolders } from '../newsroom/folders';
import { objectFile, readIfThere } from '../newsroom/history';
import { sha256 } from '../newsroom/sha256';
import type { BesideFile } from './seal';

/**
 * The texts of a handover that an earlier Standfirst froze, as they lie in the history: what is handed over has to be the
 * bytes by which a version is known. Throws `ESTALE` where one is not there any more.
 */
export const frozenTexts = async (
  newsroom: string,
  releases: readonly ArchiveRelease[],
): Promise<ReadonlyMap<VersionHash, string>> => {
  const { sources, wordings } = handedTexts(releases);
  const older = [...sources, ...wordings].filter(([version, text]) => sha256(writtenForm(text)) !== version);
  if (older.length === 0) return new Map();
  const folders = await findReleaseFolders(newsroom);
  const read = async (version: VersionHash, { id }: Release): Promise<string> => {
    for (const { path } of folders.filter((found) => found.id === id)) {
      const bytes = await readIfThere(objectFile(join(newsroom, path), version));
      if (bytes !== null && sha256(bytes) === version) return bytes.toString('utf8');
    }
    throw Object.assign(new Error(`${version} of ${id} was changed while it was read`), { code: 'ESTALE' });
  };
  const texts = new Map<VersionHash, string>();
  for (const [version, text] of older) texts.set(version, await read(version, text));
  return texts;
};

/**
 * The pictures of wordings from before a correction that are on no page now, for a handover. One that is not there any more, or
 * not as it was, is left out, as it is of the newsroom's own history.
 */
export const earlierPictures = async (
  newsroom: string,
  releases: readonly ArchiveRelease[],
): Promise<readonly BesideFile[]> => {
  const shown = new Set(publicMedia(releases));
  const wanted = new Map<MediaName, ReleaseId>();
  for (const text of handedTexts(releases).wordings.values())
    for (const file of mediaOf(text)) if (!shown.has(file)) wanted.set(file, text.id);
  const folders = wanted.size === 0 ? [] : await findReleaseFolders(newsroom);
  const files = new Map<MediaName, BesideFile>();
  for (const [file, id] of wanted)
    for (const { path } of folders.filter((found) => found.id === id)) {
      const read = await readMedia(join(newsroom, path), file);
      if (read.ok) files.set(file, { path: earlierPicturePath(file), contents: read.value });
    }
  return [...files.values()];
};
