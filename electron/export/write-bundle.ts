import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { renameInto, systemCode } from '../newsroom/save-file';
import { turns } from '../newsroom/turns';
import { besides, whatIsNotOurs } from './bundle-folder';
import { type SealedFile, hashOf } from './seal';
import { updateBundle } from './update-bundle';

/** A disk's error as a fault in these words; an error of the program is thrown again. */
const faultOf = (error: unknown, where: string, message: string): Fault => ({ ...diskFault(error, where), message });

export type WriteOptions = {
  /** What stands in the folder now, by path; else it is replaced whole, whatever it is. */
  readonly before?: ReadonlyMap<string, string>;
  /** Asked once all files were given: those of the new bundle by path, also those that stand in the folder as they are. */
  readonly whole?: () => ReadonlyMap<string, string>;
  /** Writes new files in the file system's stead and reads each again there, and may do so later. */
  readonly elsewhere?: {
    readonly write: (place: string, bytes: Uint8Array, hash: string) => void;
    /** Waits until all are written, and hold what they must. Throws what the disk says. */
    readonly written: () => Promise<unknown>;
  };
  /** Waited for after each file. */
  readonly room?: () => Promise<void>;
  /** Asked once all files were given: whether they may take their place. */
  readonly mayGo?: () => Promise<boolean>;
  /** Hears how many of the new files were read again; what it throws stops the work. */
  readonly onChecked?: (done: number, of: number) => void;
};

/** An update of at most so many files is put in place file by file, by a journal; a larger one takes the folder's place whole. */
const FEW = 400;

/**
 * Puts a bundle in a folder's place. What is new is written into a staging folder beside it and read again, each file's hash
 * checked. A few files are then put in place by a journal (`updateBundle`). Else what stays is copied beside them, and
 * two renames swap the folders. Whatever fails, the old bundle is there whole, or lies whole beside its place, or the new
 * one is on its way, which `putBack` brings to its end. Gives sentences about what could not be cleared away, or
 * null where it may not take its place. Fault: `disk`, and `cancelled` where `files` throws a `Cancelled`.
 */
export const writeBundle = async (
  place: string,
  files: Iterable<SealedFile>,
  fs: FileSystem = nodeFileSystem,
  options: WriteOptions = {},
): Promise<Result<readonly string[] | null, Fault>> => {
  const { before = new Map<string, string>(), whole, elsewhere, room, mayGo, onChecked = () => undefined } = options;
  // Without a slash at its end, which would put what is meant to lie beside the folder into it.
  const folder = path.resolve(place);
  const { staging, old } = besides(folder, randomBytes(4).toString('hex'));
  const asItWas = 'The bundle could not be written. The last one is as it was.';
  let isDecided = false;
  try {
    const staged = await stage(staging, files, fs, onChecked, room, elsewhere);
    if (mayGo !== undefined && !(await mayGo())) {
      await fs.removeTree(staging);
      return ok(null);
    }
    const all = whole?.() ?? staged;
    const removed = [...before.keys()].filter((name) => !all.has(name));
    if (before.size > 0 && staged.size + removed.length <= FEW) {
      if (staged.size + removed.length === 0) return ok([]);
      const what = { staging, put: staged, remove: removed };
      await updateBundle(folder, what, fs, () => {
        isDecided = true;
      });
      return ok([]);
    }
    await stage(staging, kept(folder, all, staged), fs, onChecked);
  } catch (error) {
    await settled(elsewhere);
    if (error instanceof Cancelled) return afterClearing(staging, fault('cancelled', error.message), fs);
    const message =
      'The bundle could not be put in its place whole: some of its files are. The next export, or “verify”, puts the others.';
    if (isDecided) return failed(faultOf(error, place, message));
    return afterClearing(staging, faultOf(error, place, asItWas), fs);
  }
  let hadOld: boolean;
  try {
    hadOld = await moveAside(folder, old, fs);
  } catch (error) {
    return afterClearing(staging, faultOf(error, place, asItWas), fs);
  }
  try {
    await renameInto(staging, folder, fs);
  } catch (error) {
    const first = faultOf(error, place, asItWas);
    try {
      if (hadOld) await renameInto(old, folder, fs);
    } catch (second) {
      const message = `The bundle could not be put in its place, nor the last one back into it: that lies whole in ${old}. The next export puts it back.`;
      return failed(faultOf(second, place, message));
    }
    return afterClearing(staging, first, fs);
  }
  return ok(await clearOld(folder, hadOld ? old : null, fs));
};

/** Waits until nothing more is written elsewhere, whatever became of it. */
const settled = async (elsewhere: WriteOptions['elsewhere']): Promise<void> => {
  try {
    await elsewhere?.written();
  } catch {
    // The failure that counts is the one that stopped the work.
  }
};

/** Thrown where somebody stopped the export. */
export class Cancelled extends Error {
  constructor() {
    super('The export was stopped. The last bundle is as it was.');
  }
}

/** The files of a new bundle that stand in the folder as they are to be, read from there. */
function* kept(
  folder: string,
  all: ReadonlyMap<string, string>,
  staged: ReadonlyMap<string, string>,
): Generator<SealedFile> {
  for (const [name, hash] of all) {
    if (staged.has(name)) continue;
    const bytes = readFileSync(path.join(folder, name));
    if (hashOf(bytes) !== hash) throw Object.assign(new Error(`${name} is not as it was`), { code: 'EIO' });
    yield { path: name, bytes, hash };
  }
}

/**
 * Writes files into the staging folder, one after the other: a disk is not quicker for several at once, and the program
 * is slower. All are then confirmed by the disk, and each is read again, where it was not `elsewhere`. Gives their hashes
 * by path.
 */
const stage = async (
  staging: string,
  files: Iterable<SealedFile>,
  fs: FileSystem,
  onChecked: (done: number, of: number) => void,
  room: () => Promise<void> = turns(),
  elsewhere?: WriteOptions['elsewhere'],
): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>();
  const folders = new Set<string>();
  const turn = turns();
  for (const { path: name, bytes, hash } of files) {
    const target = path.join(staging, name);
    const folder = path.dirname(target);
    if (!folders.has(folder)) await fs.makeFolder(folder);
    folders.add(folder);
    if (elsewhere === undefined) fs.writeNew(target, bytes);
    else elsewhere.write(target, bytes, hash);
    hashes.set(name, hash);
    await room();
  }
  await elsewhere?.written();
  if (hashes.size === 0) return hashes;
  const names = [...hashes.keys()].map((name) => path.join(staging, name));
  await fs.syncFiles(staging, names);
  let checked = 0;
  for (const [name, hash] of elsewhere === undefined ? hashes : []) {
    onChecked((checked += 1), hashes.size);
    mustHold(path.join(staging, name), hash);
    await turn();
  }
  return hashes;
};

/** Reads a file that was written; throws where it does not hold what it must. */
export const mustHold = (file: string, hash: string): void => {
  if (hashOf(readFileSync(file)) !== hash)
    throw Object.assign(new Error(`${file} was not written whole`), { code: 'EIO' });
};

const moveAside = async (folder: string, old: string, fs: FileSystem): Promise<boolean> => {
  try {
    await renameInto(folder, old, fs);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
};

/** Takes the staging folder away after a failure. That it stays is said with the failure, which matters more. */
const afterClearing = async (staging: string, why: Fault, fs: FileSystem): Promise<Result<never, Fault>> => {
  try {
    await fs.removeTree(staging);
    return failed(why);
  } catch (error) {
    const left = diskFault(error, staging).detail ?? '';
    return failed({ ...why, detail: `${why.detail ?? ''} (and ${staging} could not be removed: ${left})` });
  }
};

/** Removes the bundle from before, now that the new one stands. What somebody put into it meanwhile is kept. */
const clearOld = async (folder: string, old: string | null, fs: FileSystem): Promise<readonly string[]> => {
  const kept = (why: string): string =>
    `The bundle is written, but the one before could not be cleared away and lies in ${old ?? folder}: ${why}`;
  try {
    await fs.syncFolder(path.dirname(folder));
    if (old === null) return [];
    const foreign = await whatIsNotOurs(old);
    if (foreign !== null) return [kept(`it holds ${foreign}.`)];
    await fs.removeTree(old);
    return [];
  } catch (error) {
    const { message, detail } = diskFault(error, old ?? folder);
    return [old === null ? `The disk did not confirm the bundle: ${detail ?? message}` : kept(detail ?? message)];
  }
};
