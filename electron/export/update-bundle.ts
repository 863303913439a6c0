import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { TAG_MANIFEST } from '../../shared/archive/bag';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { renameInto, saveFile, systemCode } from '../newsroom/save-file';

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
  put: z.array(place),
  remove: z.array(place),
});
export type Journal = Readonly<z.infer<typeof journalSchema>>;

const JOURNAL = /^\.update-[0-9a-f]{8}\.json$/;

/** The name beside a folder of the journal of an update. */
const journalOf = (folder: string, mark: string): string => `${folder}.update-${mark}.json`;

/** Puts staged files in place and takes others away. Throws what the disk says; `isDecided` tells whether the update stands all the same. */
export const updateBundle = async (
  folder: string,
  {
    staging,
    put,
    remove,
  }: { readonly staging: string; readonly put: readonly string[]; readonly remove: readonly string[] },
  fs: FileSystem = nodeFileSystem,
  onDecided: () => void = () => undefined,
): Promise<void> => {
  const journal = journalOf(folder, randomBytes(4).toString('hex'));
  // What says that all is whole goes last.
  const order = put.toSorted((a, b) => Number(a === TAG_MANIFEST) - Number(b === TAG_MANIFEST));
  const given: Journal = { staging: path.basename(staging), put: [...order], remove: [...remove] };
  try {
    await saveFile(journal, `${JSON.stringify(given)}\n`, fs);
  } catch (error) {
    // It may have its name already, and only that was not confirmed: then it holds.
    if (existsSync(journal)) onDecided();
    throw error;
  }
  onDecided();
  await apply(folder, journal, given, fs);
};

const apply = async (folder: string, journal: string, given: Journal, fs: FileSystem): Promise<void> => {
  const staging = path.join(path.dirname(folder), given.staging);
  const touched = new Set<string>();
  for (const name of given.put) {
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

/** Goes on with updates of a folder that were cut short. Gives how many there were. */
export const finishUpdates = async (place: string, fs: FileSystem = nodeFileSystem): Promise<number> => {
  const folder = path.resolve(place);
  const journals = await journalsOf(folder);
  for (const journal of journals) {
    const given = journalSchema.parse(JSON.parse(await readFile(journal, 'utf8')));
    await apply(folder, journal, given, fs);
  }
  return journals.length;
};

const journalsOf = async (folder: string): Promise<readonly string[]> => {
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
