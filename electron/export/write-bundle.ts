import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { renameInto, saveFile, systemCode } from '../newsroom/save-file';
import { besides, whatIsNotOurs } from './bundle-folder';
import { type SealedFile, hashOf } from './seal';

/** A disk's error as a fault in these words; an error of the program is thrown again. */
const faultOf = (error: unknown, where: string, message: string): Fault => ({ ...diskFault(error, where), message });

/**
 * Puts a bundle in a folder's place. It is written whole into a staging folder beside it and read again, each file's hash
 * checked; only then do two renames swap it in. Whatever fails, the old bundle is there whole, or lies whole beside its
 * place, from where `putBack` brings it back. Gives sentences about what could not be cleared away. Fault: `disk`.
 */
export const writeBundle = async (
  place: string,
  files: Iterable<SealedFile>,
  fs: FileSystem = nodeFileSystem,
): Promise<Result<readonly string[], Fault>> => {
  // Without a slash at its end, which would put what is meant to lie beside the folder into it.
  const folder = path.resolve(place);
  const { staging, old } = besides(folder, randomBytes(4).toString('hex'));
  const asItWas = 'The bundle could not be written. The last one is as it was.';
  try {
    await stage(staging, files, fs);
  } catch (error) {
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

const stage = async (staging: string, files: Iterable<SealedFile>, fs: FileSystem): Promise<void> => {
  const hashes = new Map<string, string>();
  const folders = new Set<string>();
  for (const { path: name, bytes, hash } of files) {
    hashes.set(name, hash);
    const target = path.join(staging, name);
    for (let above = path.dirname(target); above.length >= staging.length; above = path.dirname(above))
      folders.add(above);
    await fs.makeFolder(path.dirname(target));
    await saveFile(target, bytes, fs);
  }
  for (const above of folders) await fs.syncFolder(above);
  for (const [name, hash] of hashes)
    if (hashOf(await readFile(path.join(staging, name))) !== hash)
      throw Object.assign(new Error(`${name} was not written whole`), { code: 'EIO' });
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
