import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { TAG_MANIFEST } from '../../shared/archive/bag';
import { invariant } from '../../shared/assert';
import { type Fault, fault } from '../../shared/fault';
import { slug } from '../../shared/release/slug';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { saveFile, systemCode } from '../newsroom/save-file';
import { type SealedFile, hashOf } from './seal';

/** The folder in the zip that is the bag: of its own, as RFC 8493 asks, and named by the organisation alone. */
export const folderInZip = (organisation: string): string => `${slug(organisation)}-archive`;

/**
 * The bag as the bytes of a zip: entries sorted, stored as they are, all of one time, so that the same bag is the same
 * zip on any machine. The time is written as a zip has it, without a zone.
 */
const zipOf = async (files: readonly SealedFile[], folder: string): Promise<Buffer> => {
  const zip = new ZipFile();
  const mtime = new Date(1980, 0, 1);
  for (const { path: name, bytes } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    zip.addBuffer(Buffer.from(bytes), `${folder}/${name}`, {
      mtime,
      mode: 0o100644,
      compress: false,
      forceDosTimestamp: true,
    });
  zip.end();
  return buffer(zip.outputStream);
};

/** The hashes of what a zip holds, by path in its one folder; null where it has another form. */
const hashesInZip = async (bytes: Buffer): Promise<ReadonlyMap<string, string> | null> => {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    const hashes = new Map<string, string>();
    for await (const entry of zip.eachEntry()) {
      const contents = await buffer(await zip.openReadStreamPromise(entry));
      hashes.set(entry.fileName.slice(entry.fileName.indexOf('/') + 1), hashOf(contents));
    }
    return hashes;
  } catch (error) {
    if (systemCode(error) !== '') throw error;
    return null;
  }
};

/** Refuses to put a zip over what is no bundle of ours. Faults: `not-empty`, `disk`. */
export const mayReplace = (file: string): Promise<Result<null, Fault>> =>
  onDisk(file, async () => {
    try {
      const isFile = (await lstat(file)).isFile();
      const hashes = isFile ? await hashesInZip(await readFile(file)) : null;
      if (hashes?.has(TAG_MANIFEST) === true && hashes.has('data/bundle.json')) return ok(null);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return ok(null);
      throw error;
    }
    const message = 'Something else than a bundle lies there, and would be replaced. Choose another name.';
    return failed(fault('not-empty', message, { where: file }));
  });

/** Writes the bag as a zip, read again entry by entry before it takes its name. Fault: `disk`. */
export const writeZip = (
  file: string,
  files: readonly SealedFile[],
  folder: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<null, Fault>> =>
  onDisk(file, async () => {
    const bytes = await zipOf(files, folder);
    const found = await hashesInZip(bytes);
    const isWhole = found?.size === files.length && files.every(({ path: name, hash }) => found.get(name) === hash);
    invariant(isWhole, 'a zip holds each file as it was given');
    await fs.makeFolder(path.dirname(file));
    await saveFile(file, bytes, fs);
    return ok(null);
  });
