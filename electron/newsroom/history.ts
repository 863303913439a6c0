import { sep } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { Release, VersionHash } from '../../shared/release/model';
import { parseReleaseText, readLaterRelease } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import { writtenForm } from '../../shared/unknown';
import type { FileSystem } from './file-system';
import { awayFault, readHere } from './placeholder';
import { putAside } from './quarantine';
import { type Reads, patiently, readItself } from './reads';
import { saveFile, saveFolder, systemCode } from './save-file';
import { sha256 } from './sha256';

/* A release's history: `history/objects/<hash>.json` holds texts, written once and named by the SHA-256 of their bytes;
   `history/log/<device>.jsonl` says when and why (history-log.ts). `folder` is the release's folder, absolute. */

/** The hash by which a release's text is known: SHA-256 of its bytes as they are written. */
export const versionHash = (release: Release): VersionHash => sha256(writtenForm(release)) as VersionHash;

export const objectsFolder = (folder: string): string => `${folder}${sep}history${sep}objects`;
export const objectFile = (folder: string, hash: string): string => `${objectsFolder(folder)}${sep}${hash}.json`;

/** Reads a file, or null where there is none. */
export const readIfThere = async (path: string): Promise<Buffer | null> => {
  try {
    return await readItself(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

/** Keeps a text in the history. One that is there whole is left; a damaged one is moved aside, not overwritten. */
export const writeObject = (folder: string, release: Release, fs: FileSystem): Promise<VersionHash> =>
  writeObjectText(folder, writtenForm(release), fs);

/** As `writeObject`, for a text as it was written, in whatever format. */
export const writeObjectText = async (folder: string, text: string, fs: FileSystem): Promise<VersionHash> => {
  const hash = sha256Hex(text) as VersionHash;
  const path = objectFile(folder, hash);
  const there = await readIfThere(path);
  if (there !== null && sha256Hex(there) === hash) return hash;
  await saveFolder(objectsFolder(folder), fs);
  if (there !== null) await putAside(path, fs);
  await saveFile(path, text, fs);
  return hash;
};

/**
 * A text of the history; `like` is one that was read and may say the same for the most part. Faults: `not-found`;
 * `unreadable` where its bytes are not those of its name.
 */
export const readObject = async (
  folder: string,
  hash: VersionHash,
  like: Release | null = null,
  reads: Reads = patiently,
): Promise<Result<Release, Fault>> => {
  const path = objectFile(folder, hash);
  const bytes = await readHere(path, reads);
  if (bytes === 'away') return failed(awayFault(path));
  if (bytes === null)
    return failed(fault('not-found', 'This version is not in the history of the release.', { where: path }));
  if (sha256(bytes) !== hash)
    return failed(
      fault('unreadable', 'This version was altered on disk: it is not the text that was kept.', { where: path }),
    );
  const parsed = parseReleaseText(bytes.toString('utf8'), like);
  return parsed.ok ? parsed : failed({ ...parsed.fault, where: path });
};

/** As `readObject`, also of a later format as far as it is known. What was read so is not written again. */
export const readObjectToShow = async (folder: string, hash: VersionHash): Promise<Result<Release, Fault>> => {
  const read = await readObject(folder, hash);
  if (read.ok || read.fault.code !== 'newer-format') return read;
  const bytes = await readIfThere(objectFile(folder, hash));
  const release = bytes === null ? null : readLaterRelease(bytes.toString('utf8'));
  return release === null ? read : ok(release);
};

/** The names in a folder, sorted; none where it is not there. */
export const namesIn = async (path: string, reads: Reads = patiently): Promise<readonly string[]> => {
  try {
    return (await reads.names(path)).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};

const OBJECT_NAME = /^[0-9a-f]{64}\.json$/;

/** The hashes of the texts that lie in a history, whole or not, sorted. */
export const objectsIn = async (folder: string): Promise<readonly VersionHash[]> => {
  const names = await namesIn(objectsFolder(folder));
  return names.filter((name) => OBJECT_NAME.test(name)).map((name) => name.slice(0, 64) as VersionHash);
};
