import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { canonicalJson } from '../../shared/canonical';
import type { BackedUpFile, BackupManifest, RestoredFrom } from '../../shared/backup/model';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';
import { truePath } from '../newsroom/within';
import { chainFolder } from '../newsroom/chain';
import { onDisk } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { SETTINGS_FILE } from '../newsroom/folders';
import { namesIn, readIfThere } from '../newsroom/history';
import { inPool } from '../newsroom/read-all';
import { renameInto, saveFile, saveFolder, saveStream, writeWhole } from '../newsroom/save-file';
import { backupFolder } from './place';
import { type BackupReader, withBackup } from './zip-in';

export type RestoreOrder = {
  /** The backup's file. */
  readonly file: string;
  /** Where the newsroom is to be: a folder that is empty or not there yet. */
  readonly folder: string;
  /** The app's own folder; null where it is not known. */
  readonly data: string | null;
  readonly now: () => Date;
  readonly fs?: FileSystem;
  readonly mayGoOn?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
};

/** So many files are written at once. */
const AT_ONCE = 4;

/**
 * Restores a backup to a new folder, every byte compared with the manifest. `newsroom.json` comes last, so that only a
 * whole newsroom is one. Whatever goes wrong, what was made is removed, and nothing else was touched. What this computer
 * remembered of an earlier newsroom in the same place is put aside: the restored one is older, not altered. Faults:
 * `not-empty`, `refused` within another newsroom, `unreadable` where the backup is not what was written, `disk`, `cancelled`.
 */
export const restoreBackup = async (order: RestoreOrder): Promise<Result<BackupManifest, Fault>> => {
  const { file, folder, fs = nodeFileSystem } = order;
  const before = await onDisk(folder, async () => ok(await namesIn(folder)));
  if (!before.ok) return before;
  if (before.value.some((name) => !SYSTEM.has(name)))
    return failed(
      fault(
        'not-empty',
        'The folder is not empty. A backup is restored to an empty folder, or one that is not there.',
        {
          where: folder,
        },
      ),
    );
  const around = await onDisk(folder, async () => ok(await newsroomAround(folder)));
  if (!around.ok) return around;
  if (around.value !== null)
    return failed(
      fault(
        'refused',
        `The folder lies in the newsroom ${around.value}, which would hold the restored one in itself. Choose a folder outside of it, beside it for instance.`,
        { where: folder },
      ),
    );
  const made = { topmost: null as string | null };
  const restored = await withBackup(file, (reader) => write(reader, order, made), folder);
  if (restored.ok) return restored;
  const cleared = await onDisk(folder, async () => ok(await clear(order, made.topmost, new Set(before.value), fs)));
  if (cleared.ok) return restored;
  const { where = folder, detail = '' } = cleared.fault;
  return failed({
    ...restored.fault,
    detail: `${restored.fault.detail ?? ''} (and what was begun in ${where} could not be removed: ${detail})`.trim(),
  });
};

/** The newsroom in whose folder another folder lies, however it is reached; null where in none. */
const newsroomAround = async (folder: string): Promise<string | null> => {
  let at = await truePath(resolve(folder));
  while (dirname(at) !== at) {
    at = dirname(at);
    if (existsSync(join(at, SETTINGS_FILE))) return at;
  }
  return null;
};

/** Files that lie there for Finder and Explorer. */
const SYSTEM = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

const write = async (
  { manifest, read }: BackupReader,
  { folder, data, now, fs = nodeFileSystem, mayGoOn = () => true, onProgress }: RestoreOrder,
  made: { topmost: string | null },
): Promise<Result<BackupManifest, Fault>> => {
  const last = manifest.contents.filter(({ path }) => path === SETTINGS_FILE);
  if (last.length === 0)
    return failed(
      fault('invalid', 'The backup holds no newsroom.json: it is not that of a newsroom.', { where: folder }),
    );
  made.topmost = await fs.makeFolder(folder);
  const folders = foldersOf(manifest.contents);
  for (const each of folders) await fs.makeFolder(join(folder, each));
  let done = 0;
  const failures: unknown[] = [];
  // Whatever fails, nothing is on its way any more when this ends: what was made can be removed then.
  const put = async (each: BackedUpFile): Promise<void> => {
    if (failures.length > 0 || !mayGoOn()) return;
    try {
      await writeWhole(join(folder, each.path), read(each), fs);
      done += 1;
      onProgress?.(done, manifest.contents.length);
    } catch (error) {
      failures.push(error);
    }
  };
  const first = manifest.contents.filter(({ path }) => path !== SETTINGS_FILE);
  await inPool(first, put, AT_ONCE);
  if (failures.length > 0) throw failures[0];
  if (done < first.length) return failed(fault('cancelled', 'The backup was not restored: it was called off.'));
  for (const each of folders) await fs.syncFolder(join(folder, each));
  for (const each of last) await saveStream(join(folder, each.path), read(each), { fs });
  await fs.syncFolder(folder);
  await fs.syncFolder(dirname(folder));
  if (data !== null) await remember(data, folder, { of: manifest.at, at: now().toISOString() }, fs);
  return ok(manifest);
};

/** Every folder that the files lie in, those above first. */
const foldersOf = (files: readonly BackedUpFile[]): readonly string[] => {
  const folders = new Set<string>();
  for (const { path } of files) {
    const parts = path.split('/').slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth += 1) folders.add(parts.slice(0, depth).join('/'));
  }
  return [...folders].sort();
};

/** Takes away what was made: the folder and those above it, or what lies in a folder that was there. */
const clear = async (
  { folder }: RestoreOrder,
  topmost: string | null,
  before: ReadonlySet<string>,
  fs: FileSystem,
): Promise<void> => {
  if (topmost !== null) await fs.removeTree(topmost);
  else for (const name of await namesIn(folder)) if (!before.has(name)) await fs.removeTree(join(folder, name));
};

const RESTORED_FILE = 'restored.json';
const noteSchema = z.strictObject({
  format: z.literal(1),
  of: z.iso.datetime({ precision: 3 }),
  at: z.iso.datetime({ precision: 3 }),
});

/** Notes of which backup a newsroom is, and puts aside what was remembered of histories in that place. */
const remember = async (data: string, newsroom: string, from: RestoredFrom, fs: FileSystem): Promise<void> => {
  const place = await backupFolder(data, newsroom);
  await saveFolder(place, fs);
  await saveFile(join(place, RESTORED_FILE), canonicalJson({ format: 1, ...from }), fs);
  const marks = await chainFolder(data, newsroom);
  if ((await namesIn(marks)).length > 0)
    await renameInto(marks, `${marks}.before-${from.at.replace(/[:.]/g, '-')}`, fs);
};

/** Of which backup a newsroom was restored on this computer; null where it was not, or that is not known any more. */
export const restoredFrom = async (data: string, newsroom: string): Promise<RestoredFrom | null> => {
  const bytes = await readIfThere(join(await backupFolder(data, newsroom), RESTORED_FILE));
  if (bytes === null) return null;
  try {
    const parsed = noteSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? { of: parsed.data.of, at: parsed.data.at } : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};
