import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isInside } from '../../shared/backup/manifest';
import type { ReleaseId } from '../../shared/release/model';
import { LOCK_FILE } from '../lock/lock-file';
import { RELEASES_FOLDER, idInFolderName } from '../newsroom/folders';
import { systemCode } from '../newsroom/save-file';
import { TRASH_FOLDER, noteName } from '../newsroom/trash';

/* What of a newsroom is backed up: every file in it, whoever made it, but the lock and what begins with a dot, which is
   the system's or a save that was cut short. Links are not followed: they may lead anywhere. */

/** A file as it was found: `path` is below the newsroom, `/` between parts. */
export type FoundFile = { readonly path: string; readonly size: number; readonly changed: number };

/** A release's folder by its name, which it keeps when it goes to the trash and comes back. */
export type Group = { readonly id: ReleaseId; readonly name: string; readonly path: string };

export type Inventory = {
  readonly groups: readonly Group[];
  /** Files that belong to no release. */
  readonly others: readonly FoundFile[];
  readonly leftOut: readonly string[];
  readonly stamp: string;
  /** How many files there are in all. */
  readonly files: number;
};

/** All that there is to back up. Throws errors of the file system. */
export const takeInventory = async (newsroom: string): Promise<Inventory> => {
  const all: FoundFile[] = [];
  const leftOut: string[] = [];
  for await (const file of filesBelow(newsroom, '')) {
    if (isInside(file.path)) all.push(file);
    else leftOut.push(file.path);
  }
  all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const groups = new Map<string, Group>();
  for (const { path } of all) {
    const group = groupOf(path);
    if (group !== null && !groups.has(group.path)) groups.set(group.path, group);
  }
  const notes = new Set([...groups.values()].map(({ name }) => `${TRASH_FOLDER}/${noteName(name)}`));
  const others = all.filter(({ path }) => groupOf(path) === null && !notes.has(path));
  return { groups: [...groups.values()], others, leftOut, stamp: stampOf(all), files: all.length };
};

/** A digest of names, sizes and times. */
const stampOf = (files: readonly FoundFile[]): string => {
  const hash = createHash('sha256');
  for (const { path, size, changed } of files) hash.update(`${path}\0${size}\0${changed}\n`);
  return hash.digest('hex');
};

/** The release to whose folder a path leads, or null. */
export const groupOf = (path: string): Group | null => {
  const parts = path.split('/');
  const depth = parts[0] === RELEASES_FOLDER ? 2 : parts[0] === TRASH_FOLDER ? 1 : null;
  const name = depth === null ? undefined : parts[depth];
  if (depth === null || name === undefined || parts.length === depth + 1) return null;
  const id = idInFolderName(name);
  return id === null ? null : { id, name, path: parts.slice(0, depth + 1).join('/') };
};

/**
 * Where a release's folder lies now, with its note where it is in the trash: it may have been moved since the inventory
 * was taken. Null where it is gone.
 */
export const placeOfGroup = async (newsroom: string, { name, path }: Group): Promise<readonly string[] | null> => {
  const year = `${RELEASES_FOLDER}/${name.slice(0, 4)}/${name}`;
  for (const place of new Set([path, year, `${TRASH_FOLDER}/${name}`]))
    if (await isThere(join(newsroom, place)))
      return place.startsWith(`${TRASH_FOLDER}/`) ? [place, `${TRASH_FOLDER}/${noteName(name)}`] : [place];
  return null;
};

const isThere = async (path: string): Promise<boolean> => {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
};

/** Every file in a folder and below, or the one file of that path; none where nothing is there. */
export async function* filesBelow(newsroom: string, path: string): AsyncGenerator<FoundFile> {
  let entries;
  try {
    entries = await readdir(join(newsroom, path), { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    if (systemCode(error) !== 'ENOTDIR') throw error;
    const file = await measured(newsroom, path);
    if (file !== null) yield file;
    return;
  }
  for (const entry of entries) {
    const below = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.name.startsWith('.') || below === LOCK_FILE || SYSTEM.has(entry.name)) continue;
    if (entry.isDirectory()) yield* filesBelow(newsroom, below);
    else if (entry.isFile()) {
      const file = await measured(newsroom, below);
      if (file !== null) yield file;
    }
  }
}

/** Files that Windows puts there for itself. */
const SYSTEM = new Set(['Thumbs.db', 'desktop.ini']);

const measured = async (newsroom: string, path: string): Promise<FoundFile | null> => {
  try {
    const { size, mtimeMs } = await stat(join(newsroom, path));
    return { path, size, changed: mtimeMs };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null; // a save put another in its place, or it was let go
    throw error;
  }
};
