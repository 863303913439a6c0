import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { TAG_MANIFEST } from '../../shared/archive/bag';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { renameInto, systemCode, writeWhole } from '../newsroom/save-file';
import { isWithin, standsAt, truePath } from '../newsroom/within';
import { hashOf } from './seal';

/*
 * A few files of a bundle put in place, all of them or none. They lie whole in the staging folder; a journal beside the
 * bundle then says which files go where and which go away, and from that moment the update is done: whatever stops it,
 * the next export, or `verify`, goes on with it. Each step may be done twice.
 */

/** A path in a bundle, which cannot lead out of it. */
const place = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]*$/)
  .refine((given) => !given.split('/').includes('..'));
const journalSchema = z.object({
  staging: z.string().regex(/^[^/\\]+\.making-[0-9a-f]{8}$/),
  /** Each with the hash of what is to stand there. */
  put: z.array(z.tuple([place, z.string()])),
  remove: z.array(place),
});
type Journal = Readonly<z.infer<typeof journalSchema>>;

const JOURNAL = /^\.update-[0-9a-f]{8}\.json$/;
/** The journal's name in the staging folder, before it is said that the update is done. No file of a bag bears it. */
const DRAFT = 'update.json';

/** What is put in place, by path with its hash, and what goes away. */
type Update = {
  readonly staging: string;
  readonly put: ReadonlyMap<string, string>;
  readonly remove: readonly string[];
};

/** Puts staged files in place and takes others away. Throws what the disk says; `onDecided` hears when the update stands all the same. */
export const updateBundle = async (
  folder: string,
  { staging, put, remove }: Update,
  fs: FileSystem = nodeFileSystem,
  onDecided: () => void = () => undefined,
): Promise<void> => {
  const journal = `${folder}.update-${randomBytes(4).toString('hex')}.json`;
  // What says that all is whole goes last.
  const order = [...put].sort(([a], [b]) => Number(a === TAG_MANIFEST) - Number(b === TAG_MANIFEST));
  const given: Journal = { staging: path.basename(staging), put: order, remove: [...remove] };
  const draft = path.join(staging, DRAFT);
  await fs.makeFolder(staging);
  await writeWhole(draft, [Buffer.from(`${JSON.stringify(given)}\n`, 'utf8')], fs);
  try {
    await renameInto(draft, journal, fs);
  } finally {
    // It may have its name although that was not confirmed: then it holds.
    if (existsSync(journal)) onDecided();
  }
  await fs.syncFolder(path.dirname(folder));
  await apply(folder, journal, given, fs);
};

const apply = async (folder: string, journal: string, given: Journal, fs: FileSystem): Promise<void> => {
  const staging = path.join(path.dirname(folder), given.staging);
  const touched = new Set<string>();
  for (const [name] of given.put) {
    const target = path.join(folder, name);
    const into = path.dirname(target);
    if (!touched.has(into)) {
      const topmost = await fs.makeFolder(into);
      for (let above = into; topmost !== null && above.length >= topmost.length; above = path.dirname(above))
        touched.add(path.dirname(above));
      touched.add(into);
    }
    await onlyIfThere(() => renameInto(path.join(staging, name), target, fs));
  }
  for (const name of given.remove) {
    await onlyIfThere(() => fs.remove(path.join(folder, name)));
    touched.add(path.dirname(path.join(folder, name)));
  }
  for (const each of touched) await onlyIfThere(() => fs.syncFolder(each));
  await fs.removeTree(staging);
  await fs.remove(journal);
};

const onlyIfThere = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  }
};

/**
 * Goes on with updates of a folder that were cut short. Gives how many there were. One that cannot be read, or whose
 * files are not all there as they were staged, is left where it lies: half of it is worse than none.
 */
export const finishUpdates = async (place: string, fs: FileSystem = nodeFileSystem): Promise<number> => {
  const folder = path.resolve(place);
  let finished = 0;
  for (const journal of await journalsOf(folder)) {
    const given = journalIn(await readFile(journal, 'utf8'));
    if (given === null || !(await canGoOn(folder, given))) continue;
    await apply(folder, journal, given, fs);
    finished += 1;
  }
  return finished;
};

const journalIn = (text: string): Journal | null => {
  try {
    return journalSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Whether each file lies where it was staged, or stands already where it goes, and no link leads out of either folder. */
const canGoOn = async (folder: string, { staging, put, remove }: Journal): Promise<boolean> => {
  const from = path.join(path.dirname(folder), staging);
  if (!from.startsWith(`${folder}.making-`)) return false;
  for (const top of [from, folder])
    if (!(await isOneFolder(top, [...put.map(([name]) => name), ...remove]))) return false;
  for (const [name, hash] of put)
    if (!(await hasHash([path.join(from, name), path.join(folder, name)], hash))) return false;
  return true;
};

/** Whether a folder is none that a link leads to, and what these names lie in is in it. */
const isOneFolder = async (top: string, names: readonly string[]): Promise<boolean> => {
  if ((await standsAt(top)) === 'link') return false;
  const place = await truePath(top);
  for (const each of new Set(names.map((name) => path.dirname(path.join(top, name)))))
    if (!isWithin(await truePath(each), place)) return false;
  return true;
};

const hasHash = async (places: readonly string[], hash: string): Promise<boolean> => {
  for (const each of places) {
    const bytes = await readIfThere(each);
    if (bytes !== null) return hashOf(bytes) === hash;
  }
  return false;
};

const readIfThere = async (file: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

/** The journals of updates beside a folder that were cut short. */
export const journalsOf = async (folder: string): Promise<readonly string[]> => {
  const { dir, base } = path.parse(folder);
  try {
    return (await readdir(dir))
      .filter((name) => name.startsWith(base) && JOURNAL.test(name.slice(base.length)))
      .sort()
      .map((name) => path.join(dir, name));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};
