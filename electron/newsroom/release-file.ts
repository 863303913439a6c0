import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { type Fault, fault } from '../../shared/fault';
import { releaseAsText } from '../../shared/newsroom/plain-text';
import type { Instant, Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { parseReleaseText, readLaterRelease } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import { writtenForm } from '../../shared/unknown';
import { RELEASE_FILE, TEXT_FILE } from './folders';
import type { FileSystem } from './file-system';
import { objectsIn, readIfThere, versionHash } from './history';
import { awayFault, readHere } from './placeholder';
import { type Reads, patiently } from './reads';
import { saveFile, saveFiles, systemCode } from './save-file';
import { parseWhole } from './whole-text';

/** A release as it stands on disk. */
export type ReadRelease = SavedRelease & { readonly version: VersionHash };
export type SavedRelease = {
  readonly release: Release;
  readonly savedAt: Instant;
  /** The file as it was read. */
  readonly bytes: Uint8Array;
};

/**
 * Reads `release.json` of a folder (absolute). `id` is the one in the folder's name: a file that says another is not
 * the release of this folder. Faults: `not-found`, `unreadable`, `invalid`, `newer-format`, each with where.
 */
export const readRelease = async (folder: string, id: ReleaseId): Promise<Result<ReadRelease, Fault>> => {
  const read = await readSaved(folder, id);
  return read.ok ? ok({ ...read.value, version: versionHash(read.value.release) }) : read;
};

/** A release as it can be shown: `later` where a later Standfirst wrote it, so that it is read here and never written. */
export type ShownRelease = SavedRelease & { readonly later: boolean };

/** As `readSaved`, also of a later format as far as it is known. For showing: what was read so is not written again. */
export const readToShow = async (folder: string, id: ReleaseId): Promise<Result<ShownRelease, Fault>> => {
  const read = await readSaved(folder, id);
  if (read.ok) return ok({ ...read.value, later: false });
  const where = join(folder, RELEASE_FILE);
  const bytes = read.fault.code === 'newer-format' ? await readIfThere(where) : null;
  const release = bytes === null ? null : readLaterRelease(bytes.toString('utf8'));
  if (bytes === null || release?.id !== id) return read;
  const savedAt = (await stat(where)).mtime.toISOString();
  return ok({ release, savedAt, bytes, later: true });
};

/** As `readRelease`, without the version, whose hash takes longer than all the rest: for lists. */
export const readSaved = async (
  folder: string,
  id: ReleaseId,
  reads: Reads = patiently,
): Promise<Result<SavedRelease, Fault>> => {
  const where = join(folder, RELEASE_FILE);
  const bytes = await readHere(where, reads);
  if (bytes === null) return failed(fault('not-found', 'The folder holds no release.json.', { where }));
  // Some sync programs write an empty file first. What was never written at all has no history.
  if (bytes === 'away' || (bytes.length === 0 && (await objectsIn(folder)).length > 0)) return failed(awayFault(where));
  const parsed = parseWhole(bytes, where, parseReleaseText);
  if (!parsed.ok) return parsed;
  if (parsed.value.id !== id)
    return failed(fault('invalid', `The folder is that of ${id}, and the file says ${parsed.value.id}.`, { where }));
  const savedAt = (await reads.stat(where)).mtime.toISOString();
  return ok({ release: parsed.value, savedAt, bytes });
};

/** Writes a release's file, in place of these bytes; null where there is none yet, or where it is replaced whatever it holds. */
export const writeRelease = async (
  folder: string,
  release: Release,
  fs: FileSystem,
  instead: Uint8Array | null = null,
): Promise<void> => saveFile(join(folder, RELEASE_FILE), writtenForm(release), fs, instead);

/** As `writeRelease`, and the plain text made from it takes its place right behind it. */
export const writeBoth = async (
  folder: string,
  release: Release,
  fs: FileSystem,
  instead: Uint8Array | null = null,
): Promise<void> =>
  saveFiles(
    [
      { path: join(folder, RELEASE_FILE), contents: writtenForm(release), instead },
      { path: join(folder, TEXT_FILE), contents: releaseAsText(release) },
    ],
    fs,
  );

/** The two files of a save are written right behind each other: a plain text that is so much younger was not ours. In milliseconds. */
const BY_HAND_AFTER = 2_000;

/** Whether somebody wrote in the plain text, which is only derived: in their words, not in those of the release. */
export const isTextByHand = async (folder: string, release: Release): Promise<boolean> => {
  try {
    const [text, json] = [await stat(join(folder, TEXT_FILE)), await stat(join(folder, RELEASE_FILE))];
    if (text.mtimeMs - json.mtimeMs <= BY_HAND_AFTER) return false;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
  const there = await readIfThere(join(folder, TEXT_FILE));
  return there !== null && !there.equals(Buffer.from(releaseAsText(release), 'utf8'));
};

/** Writes the derived plain text beside it. */
export const writeReleaseText = async (folder: string, release: Release, fs: FileSystem): Promise<void> =>
  saveFile(join(folder, TEXT_FILE), releaseAsText(release), fs);
