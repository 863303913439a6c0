import { readFileSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { ZipFile } from 'yazl';
import { TAG_MANIFEST } from '../../shared/archive/bag';
import { isOwnData, toldBy } from '../../shared/archive/bundle-data';
import { type Fault, fault } from '../../shared/fault';
import { slug } from '../../shared/release/slug';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { saveStream, systemCode } from '../newsroom/save-file';
import { notOverReaders } from './bundle-folder';
import { type SealedFile, hashOf } from './seal';
import { OWN_DATA } from './standing';

/** The folder in the zip that is the bag: of its own, as RFC 8493 asks, and named by the organisation; that of a preview says so. */
export const folderInZip = (organisation: string, preview: boolean): string =>
  `${slug(organisation)}-archive${preview ? '-preview' : ''}`;

/** A file of the bag as it goes into a zip; its bytes are read as it is its turn. */
export type ZipEntry = Pick<SealedFile, 'path' | 'hash'> & { readonly read: () => Uint8Array };

/**
 * The bag as a zip, piece by piece: entries sorted, stored as they are, all of one time, so that the same bag is the same
 * zip on any machine. The time is written as a zip has it, without a zone.
 */
async function* zipOf(entries: readonly ZipEntry[], folder: string): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(1980, 0, 1);
  const written = zip.outputStream as Readable;
  for (const { path: name, read } of entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const options = { mtime, mode: 0o100644, compress: false, forceDosTimestamp: true };
    zip.addBuffer(Buffer.from(read()), `${folder}/${name}`, options);
    for (let piece = readFrom(written); piece !== null; piece = readFrom(written)) yield piece;
  }
  zip.end();
  for await (const piece of written) yield piece as Buffer;
}

const readFrom = (stream: Readable): Buffer | null => stream.read() as Buffer | null;

/** What a zip holds: hashes by path in its one folder, and the text of its data; null where it has another form. */
const readZip = async (
  file: string,
): Promise<{ readonly hashes: ReadonlyMap<string, string>; readonly data: string | null } | null> => {
  try {
    const zip = await openPromise(file, { lazyEntries: true });
    const hashes = new Map<string, string>();
    let data: string | null = null;
    for await (const entry of zip.eachEntry()) {
      const contents = await buffer(await zip.openReadStreamPromise(entry));
      const name = entry.fileName.slice(entry.fileName.indexOf('/') + 1);
      hashes.set(name, hashOf(contents));
      if (name === OWN_DATA) data = contents.toString('utf8');
    }
    return { hashes, data };
  } catch (error) {
    if (systemCode(error) !== '') throw error;
    return null;
  }
};

/**
 * The addresses that the zip which lies there made public; none where none does. Refuses to put one over what is no bundle of
 * ours, and a preview over the bundle that readers have. Faults: `not-empty`, `disk`.
 */
export const zipToReplace = (
  file: string,
  { preview }: { readonly preview: boolean },
): Promise<Result<readonly string[], Fault>> =>
  onDisk(file, async (): Promise<Result<readonly string[], Fault>> => {
    try {
      const there = (await lstat(file)).isFile() ? await readZip(file) : null;
      if (there?.hashes.has(TAG_MANIFEST) === true && there.data !== null && isOwnData(there.data)) {
        const told = toldBy(there.data);
        return preview && !told.preview ? notOverReaders(file) : ok(told.addresses);
      }
    } catch (error) {
      if (systemCode(error) === 'ENOENT') return ok([]);
      throw error;
    }
    const message = 'Something else than a bundle lies there, and would be replaced. Choose another name.';
    return failed(fault('not-empty', message, { where: file }));
  });

/** Writes the bag as a zip, read again entry by entry before it takes its name. Fault: `disk`. */
export const writeZip = (
  file: string,
  entries: readonly ZipEntry[],
  folder: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<null, Fault>> =>
  onDisk(file, async () => {
    await fs.makeFolder(path.dirname(file));
    await saveStream(file, zipOf(entries, folder), {
      fs,
      check: async (draft) => {
        const found = (await readZip(draft))?.hashes;
        const isWhole =
          found?.size === entries.length && entries.every(({ path: name, hash }) => found.get(name) === hash);
        if (!isWhole) throw Object.assign(new Error(`${file} was not written whole`), { code: 'EIO' });
      },
    });
    return ok(null);
  });

/** The files of a bag that stands in a folder, by their hashes; what says of the manifests that they are whole need not be among those. */
export const entriesIn = (folder: string, hashes: ReadonlyMap<string, string>): readonly ZipEntry[] => {
  const read = (name: string) => () => readFileSync(path.join(folder, name));
  const all = new Map([[TAG_MANIFEST, hashOf(read(TAG_MANIFEST)())], ...hashes]);
  return [...all].map(([name, hash]) => ({ path: name, hash, read: read(name) }));
};
