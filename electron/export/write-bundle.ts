import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { MANIFEST, manifest, readManifest } from '../../shared/archive/bundle';
import type { BundleFile } from '../../shared/archive/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { saveFile } from '../newsroom/save-file';

const hashOf = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex');

/** The files' hashes by path, as their manifest holds them. */
export const hashesOf = (files: readonly BundleFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path: name, contents }) => [name, hashOf(contents)]));

/** The hashes of the bundle that a folder holds; empty for an empty or absent folder. Fault `not-empty` for any other. */
export const existingBundle = async (folder: string): Promise<Result<ReadonlyMap<string, string>, Fault>> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return ok(new Map<string, string>());
  const hashes = names.includes(MANIFEST) ? readManifest(await readFile(path.join(folder, MANIFEST), 'utf8')) : null;
  if (hashes) return ok(hashes);
  return failed(
    fault(
      'not-empty',
      'This folder holds something else than a bundle. Choose an empty folder, or a bundle made before.',
      {
        where: folder,
      },
    ),
  );
};

/**
 * Puts a bundle in a folder's place. It is written whole into a staging folder beside it and read again, each file's hash
 * checked; only then do two renames swap it in. Whatever fails, the old bundle is there whole, and an error goes up.
 */
export const writeBundle = async (folder: string, files: readonly BundleFile[]): Promise<void> => {
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
