import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { TrashedRelease } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import { releaseIdSchema } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import type { FileSystem } from './file-system';
import { type FoundFolder, QUARANTINE, RELEASES_FOLDER, foldersIn, idInFolderName } from './folders';
import { readIfThere } from './history';
import { readRelease } from './release-file';
import { renameInto, saveFile, saveFolder } from './save-file';

/* `trash/<name of the release's folder>/` is the release, whole, with its history; `trash/<name>.json` says where it
   lay, when it was moved and by whom. The note is written first: a note without its folder is an interrupted move. */

export const TRASH_FOLDER = 'trash';

const noteSchema = z.strictObject({
  format: z.literal(1),
  id: releaseIdSchema,
  /** The release's folder before, below the newsroom, `/` between parts: never one that leads out of `releases/`. */
  from: z.string().regex(/^releases\/[0-9]{4}\/[0-9a-z-]+$/),
  at: z.iso.datetime({ precision: 3 }),
  who: z.string(),
});
export type TrashNote = z.infer<typeof noteSchema>;

export const noteName = (name: string): string => `${name}.json`;

/** Every folder in the trash in which a release may lie, sorted. */
export const findTrashed = async (newsroom: string): Promise<readonly FoundFolder[]> =>
  (await foldersIn(join(newsroom, TRASH_FOLDER)))
    .filter((name) => name !== QUARANTINE)
    .map((name) => ({ path: `${TRASH_FOLDER}/${name}`, name, id: idInFolderName(name) }));

/** The note of a folder in the trash; null where it is missing or cannot be read. */
export const readNote = async (newsroom: string, name: string): Promise<TrashNote | null> => {
  const bytes = await readIfThere(join(newsroom, TRASH_FOLDER, noteName(name)));
  if (bytes === null) return null;
  try {
    const parsed = noteSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success && parsed.data.id === idInFolderName(name) ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

type Moved = { readonly id: ReleaseId; readonly at: string; readonly who: string };

/** Writes the note of a release that lay, or lies, at `path` below the newsroom. */
export const writeNote = async (
  newsroom: string,
  path: string,
  { id, at, who }: Moved,
  fs: FileSystem,
): Promise<void> => {
  const note: TrashNote = { format: 1, id, from: path, at, who };
  const trash = join(newsroom, TRASH_FOLDER);
  await saveFolder(trash, fs);
  await saveFile(join(trash, noteName(basename(path))), canonicalJson(note), fs);
};

/** Moves a release's folder (below the newsroom) to the trash. Fault: `refused` where one of its name lies there. */
export const moveToTrash = async (
  newsroom: string,
  path: string,
  { id, at, who }: Moved,
  fs: FileSystem,
): Promise<Result<null, Fault>> => {
  const name = basename(path);
  const trash = join(newsroom, TRASH_FOLDER);
  if ((await foldersIn(trash)).includes(name))
    return failed(
      fault('refused', 'A release of the same folder lies in the trash already. Take that one out first.', {
        where: join(trash, name),
      }),
    );
  await writeNote(newsroom, path, { id, at, who }, fs);
  await moveFolder(join(newsroom, path), join(trash, name), fs);
  return ok(null);
};

/** Moves a release's folder out of the trash, to where it lay. Out: the folder's path below the newsroom. */
export const moveOutOfTrash = async (
  newsroom: string,
  { name }: FoundFolder,
  fs: FileSystem,
): Promise<Result<string, Fault>> => {
  const note = await readNote(newsroom, name);
  // Without its note it goes to the year in its name, where Standfirst makes new releases.
  const path = note?.from ?? `${RELEASES_FOLDER}/${name.slice(0, 4)}/${name}`;
  if ((await foldersIn(join(newsroom, dirname(path)))).includes(basename(path)))
    return failed(
      fault('refused', 'Where the release lay, there is another folder of that name. Nothing was moved.', {
        where: join(newsroom, path),
      }),
    );
  await saveFolder(dirname(join(newsroom, path)), fs);
  await moveFolder(join(newsroom, TRASH_FOLDER, name), join(newsroom, path), fs);
  const noteFile = join(newsroom, TRASH_FOLDER, noteName(name));
  if ((await readIfThere(noteFile)) !== null) await fs.remove(noteFile);
  return ok(path);
};

const moveFolder = async (from: string, to: string, fs: FileSystem): Promise<void> => {
  await renameInto(from, to, fs);
  await fs.syncFolder(dirname(to));
  await fs.syncFolder(dirname(from));
};

/** What lies in the trash, last moved first. A release that cannot be read is there by the name of its folder. */
export const listTrash = async (newsroom: string): Promise<readonly TrashedRelease[]> => {
  const found: TrashedRelease[] = [];
  for (const { id, name, path } of await findTrashed(newsroom)) {
    if (id === null) continue;
    const read = await readRelease(join(newsroom, path), id);
    const note = await readNote(newsroom, name);
    found.push({
      id,
      headline: read.ok ? read.value.release.headline : name,
      at: note?.at ?? (read.ok ? read.value.savedAt : '1970-01-01T00:00:00.000Z'),
      who: note?.who ?? '',
    });
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
};
