import { createHash } from 'node:crypto';
import { type Entry, type ZipFile, openPromise } from 'yauzl';
import { FILES_FOLDER, MANIFEST_NAME, parseFacts, parseManifest } from '../../shared/backup/manifest';
import type { BackedUpFile, BackupFacts, BackupManifest } from '../../shared/backup/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault, readingFault } from '../newsroom/disk-fault';
import { systemCode } from '../newsroom/save-file';

/** A backup that is not what was written: the message says in what. */
class Damage extends Error {}

/** A backup that is left as it is, for a reason that is no damage. */
class Refusal extends Error {
  constructor(readonly why: Fault) {
    super(why.message);
  }
}

/** A backup open for reading, once its names and sizes are those of its manifest. */
export type BackupReader = {
  readonly manifest: BackupManifest;
  /** A file's bytes. Throws where they are not those that were backed up, as soon as that is known. */
  readonly read: (file: BackedUpFile) => AsyncGenerator<Uint8Array>;
  /** Whether a file's bytes are those that were backed up. */
  readonly isWhole: (file: BackedUpFile) => Promise<boolean>;
};

/** A manifest is never longer than this: what is longer was made to fill the memory. */
const LONGEST_MANIFEST = 256 * 1024 * 1024;

/** What a backup says of itself, without looking at what is in it; null where the file is not a whole backup. */
export const readFacts = async (file: string): Promise<BackupFacts | null> => {
  try {
    const zip = await opened(file);
    const { comment } = zip;
    zip.close();
    return parseFacts(comment);
  } catch (error) {
    if (error instanceof Damage) return null;
    throw error;
  }
};

/**
 * Opens a backup and does something with it. Faults: `unreadable` where it is not what was written, `newer-format`,
 * `disk`; and those of the work. A file of the work that fails by the disk is told as at `where`.
 */
export const withBackup = <Value>(file: string, work: Work<Value>, where: string = file) =>
  withReader(file, work, { where, isStrict: true });

/**
 * As `withBackup`, also where files in it are missing or altered: each is to be asked after. `unreadable` where its manifest
 * does not say what was in it.
 */
export const withDamagedBackup = <Value>(file: string, work: Work<Value>) =>
  withReader(file, work, { where: file, isStrict: false });

type Work<Value> = (reader: BackupReader) => Promise<Result<Value, Fault>>;

const withReader = async <Value>(
  file: string,
  work: Work<Value>,
  { where, isStrict }: { readonly where: string; readonly isStrict: boolean },
): Promise<Result<Value, Fault>> => {
  let zip: ZipFile | null = null;
  try {
    const open = await opened(file);
    zip = open;
    const reader = await readerOf(open, isStrict);
    return await work(reader);
  } catch (error) {
    if (error instanceof Refusal) return failed({ ...error.why, where: file });
    if (error instanceof Damage)
      return failed(
        fault('unreadable', `The backup is damaged, and nothing was taken from it. ${error.message}`, { where: file }),
      );
    return failed(zip === null ? readingFault(error, file) : diskFault(error, where));
  } finally {
    zip?.close();
  }
};

/** Reads a whole backup and compares every byte with its manifest. Faults: `unreadable`, `disk`. */
export const checkBackup = (file: string): Promise<Result<BackupManifest, Fault>> =>
  withBackup(file, async ({ manifest, read }) => {
    for (const each of manifest.contents) for await (const _ of read(each));
    return ok(manifest);
  });

const opened = (file: string): Promise<ZipFile> =>
  fromZip('It is not a whole zip file.', () =>
    openPromise(file, { autoClose: false, lazyEntries: true, strictFileNames: true, validateEntrySizes: true }),
  );

/** What goes wrong inside the zip is damage; what the system says goes up as it is. */
const fromZip = async <Value>(what: string, work: () => Promise<Value>): Promise<Value> => {
  try {
    return await work();
  } catch (error) {
    throw asDamage(error, what);
  }
};
const asDamage = (error: unknown, what: string): unknown =>
  error instanceof Damage || (/^E[A-Z0-9]+$/.test(systemCode(error)) && !systemCode(error).startsWith('ERR_'))
    ? error
    : new Damage(`${what} (${String(error)})`);

const readerOf = async (zip: ZipFile, isStrict: boolean): Promise<BackupReader> => {
  const entries = new Map<string, Entry>();
  await fromZip('Its table of contents is damaged.', async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Damage(`It holds ${entry.fileName} twice.`);
      entries.set(entry.fileName, entry);
    }
  });
  const first = entries.get(MANIFEST_NAME);
  if (first === undefined) throw new Damage('It holds no manifest.');
  if (first.uncompressedSize > LONGEST_MANIFEST) throw new Damage('Its manifest is too long.');
  const parts: Uint8Array[] = [];
  for await (const part of bytesOf(zip, first, MANIFEST_NAME)) parts.push(part);
  const manifest = parseManifest(Buffer.concat(parts).toString('utf8'));
  if (!manifest.ok && manifest.fault.code === 'newer-format') throw new Refusal(manifest.fault);
  if (!manifest.ok) throw new Damage(`${manifest.fault.message} ${manifest.fault.detail ?? ''}`.trim());
  const facts = parseFacts(zip.comment);
  if (facts === null || facts.stamp !== manifest.value.stamp || facts.at !== manifest.value.at)
    throw new Damage('What it says of itself is not what its manifest says.');
  entries.delete(MANIFEST_NAME);
  const { contents } = manifest.value;
  const entryOf = ({ path, size }: BackedUpFile): Entry => {
    const entry = entries.get(FILES_FOLDER + path);
    if (entry === undefined) throw new Damage(`${path} is missing.`);
    if (entry.uncompressedSize !== size) throw new Damage(`${path} is not as long as it was.`);
    return entry;
  };
  if (isStrict) contents.forEach(entryOf);
  const named = new Set(contents.map(({ path }) => FILES_FOLDER + path));
  const extra = [...entries.keys()].find((name) => !named.has(name));
  if (extra !== undefined) throw new Damage(`It holds ${extra}, of which its manifest knows nothing.`);
  const read: BackupReader['read'] = async function* (file) {
    const { path, size, sha256 } = file;
    const hash = createHash('sha256');
    let length = 0;
    for await (const part of bytesOf(zip, entryOf(file), path)) {
      length += part.length;
      if (length > size) throw new Damage(`${path} is longer than it was.`);
      hash.update(part);
      yield part;
    }
    if (length !== size || hash.digest('hex') !== sha256) throw new Damage(`${path} was altered.`);
  };
  const isWhole = async (file: BackedUpFile): Promise<boolean> => {
    try {
      for await (const _ of read(file));
      return true;
    } catch (error) {
      if (error instanceof Damage) return false;
      throw error;
    }
  };
  return { manifest: manifest.value, read, isWhole };
};

async function* bytesOf(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Uint8Array> {
  const what = `${path} was altered.`;
  const stream = await fromZip(what, () => zip.openReadStreamPromise(entry));
  try {
    for await (const part of stream) yield part as Uint8Array;
  } catch (error) {
    throw asDamage(error, what);
  }
}
