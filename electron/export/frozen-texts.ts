import { join } from 'node:path';
import { handedTexts } from '../../shared/archive/handover';
import type { ArchiveRelease } from '../../shared/archive/site';
import type { Release, VersionHash } from '../../shared/release/model';
import { writtenForm } from '../../shared/unknown';
import { findReleaseFolders } from '../newsroom/folders';
import { objectFile, readIfThere } from '../newsroom/history';
import { sha256 } from '../newsroom/sha256';

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
