import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { canonicalJson } from '../../shared/canonical';
import { FILES_FOLDER, MANIFEST_NAME } from '../../shared/backup/manifest';
import type { BackedUpFile, BackupFacts } from '../../shared/backup/model';
import type { ReleaseId } from '../../shared/release/model';
import type { KeptBackup, LostFile } from '../../shared/removal/model';
import { type Result, ok } from '../../shared/result';
import type { Fault } from '../../shared/fault';
import type { FileSystem } from '../newsroom/file-system';
import { namesIn } from '../newsroom/history';
import { isTemporaryName, saveStream } from '../newsroom/save-file';
import { sha256 } from '../newsroom/sha256';
import { filesBelow } from './files';
import { throwIfDamaged } from './make-backup';
import { instantOf } from './place';
import { type BackupReader, withDamagedBackup } from './zip-in';
import { asComment, zipped } from './zip-out';

export type ErasedBackups = {
  /** How many were written anew. */
  readonly rewritten: number;
  /** Files of those that were damaged already, and so are in them no more. */
  readonly lost: readonly LostFile[];
  /** Those that were left as they are, since nobody can say what is in them. */
  readonly kept: readonly KeptBackup[];
};

type Erasing = {
  readonly newsroom: string;
  readonly id: ReleaseId;
  /** Where the release's folder lies now, below the newsroom: it takes the place of what a backup has of it. */
  readonly path: string;
  /** The folder of backups. */
  readonly folder: string;
  readonly fs: FileSystem;
  readonly onProgress?: (done: number, total: number) => void;
};

/**
 * Takes a removed release out of every backup in a folder: each that has a text of it is written anew with its tombstone
 * instead, without the files that were damaged before, checked, and put in the old one's place. One whose manifest cannot be
 * read is kept, and named; what an interrupted backup left is deleted. Done again, it finds nothing more to write. Throws
 * errors of the file system; fault: `disk`.
 */
export const eraseBackups = async (erasing: Erasing): Promise<Result<ErasedBackups, Fault>> => {
  const { newsroom, path, folder, fs, onProgress } = erasing;
  const tombstone: (BackedUpFile & { readonly bytes: Buffer })[] = [];
  for await (const file of filesBelow(newsroom, path)) {
    const bytes = await readFile(join(newsroom, file.path));
    tombstone.push({ path: file.path, size: bytes.length, sha256: sha256(bytes), bytes });
  }
  const lost: LostFile[] = [];
  const kept: KeptBackup[] = [];
  let rewritten = 0;
  const names = await namesIn(folder);
  const backups = names.filter((name) => instantOf(name) !== null);
  for (const [index, name] of backups.entries()) {
    onProgress?.(index, backups.length);
    const file = join(folder, name);
    const done = await withDamagedBackup<readonly string[] | null>(file, async (reader) =>
      ok(holdsText(reader, erasing.id, tombstone) ? await rewrite(file, reader, erasing.id, tombstone, fs) : null),
    );
    if (done.ok) {
      if (done.value === null) continue;
      rewritten += 1;
      lost.push(...done.value.map((path) => ({ backup: name, path })));
    } else if (done.fault.code === 'unreadable') kept.push({ name, why: 'damaged' });
    else if (done.fault.code === 'newer-format') kept.push({ name, why: 'later' });
    else return done;
  }
  const left = names.filter(isTemporaryName);
  for (const name of left) await fs.remove(join(folder, name));
  if (left.length > 0) await fs.syncFolder(folder);
  return ok({ rewritten, lost, kept });
};

/** Whether a path leads into a folder of a release, a copy of it, or to its note in the trash: each has the id in its name. */
const isOf = (id: ReleaseId, path: string): boolean => new RegExp(`--${id}(?![0-9a-z])`).test(path);

/** Whether a backup has anything of a release but its tombstone. */
const holdsText = ({ manifest }: BackupReader, id: ReleaseId, tombstone: readonly BackedUpFile[]): boolean => {
  const known = new Set(tombstone.map(({ path, sha256 }) => `${sha256} ${path}`));
  return manifest.contents.some(({ path, sha256 }) => isOf(id, path) && !known.has(`${sha256} ${path}`));
};

/** Out: the files that are in it no more, since they were damaged. */
const rewrite = async (
  file: string,
  { manifest, read, isWhole }: BackupReader,
  id: ReleaseId,
  tombstone: readonly (BackedUpFile & { readonly bytes: Buffer })[],
  fs: FileSystem,
): Promise<readonly string[]> => {
  const kept: BackedUpFile[] = [];
  const lost: string[] = [];
  for (const each of manifest.contents) {
    if (isOf(id, each.path)) continue;
    if (await isWhole(each)) kept.push(each);
    else lost.push(each.path);
  }
  const bytes = zipped(async (add) => {
    for (const each of kept) {
      if (each.size > WHOLE) await add(FILES_FOLDER + each.path, Readable.from(read(each)));
      else {
        const parts: Uint8Array[] = [];
        for await (const part of read(each)) parts.push(part);
        await add(FILES_FOLDER + each.path, Buffer.concat(parts));
      }
    }
    for (const each of tombstone) await add(FILES_FOLDER + each.path, each.bytes);
    const contents = [...kept, ...tombstone.map(({ bytes: _, ...each }) => each)].sort((a, b) =>
      a.path < b.path ? -1 : 1,
    );
    const { contents: _, ...before } = manifest;
    const facts: BackupFacts = {
      ...before,
      files: contents.length,
      bytes: contents.reduce((sum, { size }) => sum + size, 0),
      leftOut: manifest.leftOut + lost.length,
    };
    await add(MANIFEST_NAME, Readable.from([Buffer.from(canonicalJson({ ...facts, contents }), 'utf8')]));
    return asComment(facts);
  });
  await saveStream(file, bytes, { fs, check: throwIfDamaged });
  return lost;
};

/** Files up to this size are copied at once. */
const WHOLE = 64 * 1024;
