import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, manifest, readManifest } from '../../shared/archive/bundle';
import type { BundleFile } from '../../shared/archive/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { saveFile } from '../newsroom/save-file';
import { filesOf } from './files-of';

const hashOf = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex');

/** The files' hashes by path, as their manifest holds them. */
export const hashesOf = (files: readonly BundleFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path: name, contents }) => [name, hashOf(contents)]));

/** What systems leave in folders by themselves: nobody misses it. */
const LEFT_BY_SYSTEMS = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

/**
 * The hashes of the bundle that a folder holds; empty for an empty or absent folder. Fault `not-empty` for any other,
 * and for a bundle with a file beside it that is not its own: the next bundle takes the whole folder's place.
 */
export const existingBundle = async (folder: string): Promise<Result<ReadonlyMap<string, string>, Fault>> => {
  const names = await filesBelow(folder);
  if (names.length === 0) return ok(new Map<string, string>());
  const hashes = names.includes(MANIFEST) ? readManifest(await readFile(path.join(folder, MANIFEST), 'utf8')) : null;
  const foreign = names.find((name) => name !== MANIFEST && hashes?.has(name) !== true);
  if (hashes && foreign === undefined) return ok(hashes);
  const what =
    hashes && foreign !== undefined ? `“${foreign}”, which no bundle put there` : 'something else than a bundle';
  const message = `This folder holds ${what}. Choose an empty folder, or a bundle made before.`;
  return failed(fault('not-empty', message, { where: folder }));
};

const filesBelow = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await filesOf(folder)).filter((name) => !LEFT_BY_SYSTEMS.has(path.posix.basename(name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/**
 * Puts a bundle in a folder's place. It is written whole into a staging folder beside it and read again, each file's hash
 * checked; only then do two renames swap it in. Whatever fails, the old bundle is there whole, and an error goes up.
 */
export const writeBundle = async (place: string, files: readonly BundleFile[]): Promise<void> => {
  // Without a slash at its end, which would put what is meant to lie beside the folder into it.
  const folder = path.resolve(place);
  const mark = randomBytes(4).toString('hex');
  const staging = `${folder}.making-${mark}`;
  const old = `${folder}.before-${mark}`;
  const hashes = hashesOf(files);
  try {
    for (const { path: name, contents } of [...files, { path: MANIFEST, contents: manifest(hashes) }]) {
      const target = path.join(staging, name);
      await mkdir(path.dirname(target), { recursive: true });
      await saveFile(target, contents);
    }
    for (const [name, hash] of hashes)
      if (hashOf(await readFile(path.join(staging, name))) !== hash) throw new Error(`${name} was not written whole`);
    const hadOld = await moveAside(folder, old);
    try {
      await rename(staging, folder);
    } catch (error) {
      if (hadOld) await rename(old, folder);
      throw error;
    }
    await rm(old, { recursive: true, force: true });
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};

const moveAside = async (folder: string, old: string): Promise<boolean> => {
  try {
    await rename(folder, old);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};
