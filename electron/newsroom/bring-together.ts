import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative } from 'node:path';
import type { ReleaseId } from '../../shared/release/model';
import type { FileSystem } from './file-system';
import { type FoundFolder, QUARANTINE, RELEASE_FILE, foldersIn, removedName } from './folders';
import { readIfThere } from './history';
import { inOrder, readLogs } from './history-log';
import { isPlaceholderName, readHere } from './placeholder';
import { putAside } from './quarantine';
import { readItself } from './reads';
import { renameInto, saveFile, saveFolder } from './save-file';
import { TRASH_FOLDER, noteName } from './trash';

/*
 * One computer moves a release to the trash while another writes in it. A sync program brings the move as files that go and
 * others that come: those that were written stay where they were, and the rest lies in the trash. Neither folder is whole.
 */

/** A release that lies in the newsroom and in its trash: the folder that stays, and the other. */
export type Parted = { readonly id: ReleaseId; readonly own: FoundFolder; readonly other: FoundFolder };

/** The releases of which a folder lies in the newsroom and another in the trash. */
export const partedIn = async (
  newsroom: string,
  folders: readonly FoundFolder[],
  trashed: readonly FoundFolder[],
): Promise<readonly Parted[]> => {
  const parted: Parted[] = [];
  for (const there of trashed) {
    const { id } = there;
    const here = folders.find((each) => each.id === id);
    // Of one that was removed nothing is brought together: it goes with the next removal.
    if (id === null || here === undefined || here.name === removedName(here.name, id)) continue;
    const isTrashed = await belongsToTrash(join(newsroom, here.path), join(newsroom, there.path));
    parted.push(isTrashed ? { id, own: there, other: here } : { id, own: here, other: there });
  }
  return parted;
};

/** It is in the trash where it lies nowhere else whole, or in the same words and was moved there last; else it is written in. */
const belongsToTrash = async (here: string, there: string): Promise<boolean> => {
  const [text, trashed] = [await readHere(join(here, RELEASE_FILE)), await readHere(join(there, RELEASE_FILE))];
  if (text === null) return trashed !== null;
  if (text === 'away' || !(trashed instanceof Buffer) || !trashed.equals(text)) return false;
  const lines = inOrder([...(await readLogs(here)), ...(await readLogs(there))]);
  return lines.findLast(({ kind }) => kind === 'trashed' || kind === 'put-back')?.kind === 'trashed';
};

/**
 * Puts what the other folder has, and the one that stays does not, where it belongs there. What both have in different words
 * lies beside it as a conflict copy does, and is settled as one. The other folder is put aside whole. Answers where it is below
 * the newsroom; null, and nothing is done, where a file of it is not downloaded yet.
 */
export const bringTogether = async (newsroom: string, parted: Parted, fs: FileSystem): Promise<string | null> => {
  const [own, other] = [join(newsroom, parted.own.path), join(newsroom, parted.other.path)];
  const files = await filesIn(other);
  for (const file of files)
    if (isPlaceholderName(basename(file)) || (await readHere(join(other, file))) === 'away') return null;
  for (const file of files) {
    const bytes = await readItself(join(other, file));
    const there = await readIfThere(join(own, file));
    if (there?.equals(bytes) === true) continue;
    const place = join(own, there === null ? file : copyName(file));
    if ((await readIfThere(place)) !== null) await putAside(place, fs);
    await saveFolder(dirname(place), fs);
    await saveFile(place, bytes, fs);
  }
  const aside = join(newsroom, TRASH_FOLDER, QUARANTINE);
  await saveFolder(aside, fs);
  const taken = await foldersIn(aside);
  let name = basename(other);
  for (let number = 2; taken.includes(name); number += 1) name = `${basename(other)}-${number}`;
  await renameInto(other, join(aside, name), fs);
  await fs.syncFolder(aside);
  await fs.syncFolder(dirname(other));
  const note = join(newsroom, TRASH_FOLDER, noteName(parted.other.name));
  if (parted.other.path.startsWith(`${TRASH_FOLDER}/`) && (await readIfThere(note)) !== null) await putAside(note, fs);
  return `${TRASH_FOLDER}/${QUARANTINE}/${name}`;
};

const copyName = (file: string): string => {
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)} (apart)${ending}`;
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => relative(folder, join(each.parentPath, each.name)));
};
