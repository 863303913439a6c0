import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { canonicalJson } from '../../shared/canonical';
import { FILES_FOLDER, MANIFEST_NAME, isInside } from '../../shared/backup/manifest';
import {
  BACKUP_FORMAT,
  type BackedUpFile,
  type Backup,
  type BackupFacts,
  type BackupReason,
} from '../../shared/backup/model';
import { toLetGo } from '../../shared/backup/rotation';
import { type Fault, fault } from '../../shared/fault';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { isWithin, truePath } from '../newsroom/within';
import { diskFault, onDisk } from '../newsroom/disk-fault';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { RELEASES_FOLDER } from '../newsroom/folders';
import { namesIn } from '../newsroom/history';
import { readSettings } from '../newsroom/read-all';
import { isTemporaryName, saveFolder, saveStream, systemCode } from '../newsroom/save-file';
import { sha256 } from '../newsroom/sha256';
import { VERSION } from '../version';
import { type FoundFile, type Inventory, filesBelow, placeOfGroup, takeInventory } from './files';
import { listBackups } from './list-backups';
import { backupName } from './place';
import { checkBackup } from './zip-in';
import { type AddToZip, asComment, zipped } from './zip-out';

export type BackupOrder = {
  /** The newsroom's folder. */
  readonly newsroom: string;
  /** The folder for its backups, see `backupFolder`; made where it is not there. */
  readonly to: string;
  readonly why: BackupReason;
  readonly now: () => Date;
  readonly fs?: FileSystem;
  /** Does something with a release while nothing else is done with it: the store's own, where one is open. */
  readonly inTurn?: <Value>(id: ReleaseId, work: () => Promise<Value>) => Promise<Value>;
  /** Asked between files: once it says no, what was begun is taken away. */
  readonly mayGoOn?: () => boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Lets old backups in the same folder go, by the rules of rotation. */
  readonly rotate?: boolean;
};

/** What came of it: `isNew` is unset where nothing had changed since the last one, which is given then. */
export type MadeBackup = { readonly backup: Backup; readonly isNew: boolean };

/**
 * Backs a newsroom up into one zip file, with a manifest of every file's size and hash. Each file is read once, and what
 * was read is hashed; what belongs to a release is read in that release's turn, so that a save is in the backup whole or
 * not at all. The file is read again and compared with its manifest before it takes its name. Where nothing has
 * changed since the newest backup in the folder, none is made. Faults: `no-newsroom`,
 * `refused` where the folder lies in the newsroom, `disk`, `cancelled`.
 */
export const makeBackup = async (order: BackupOrder): Promise<Result<MadeBackup, Fault>> => {
  const { newsroom, to, now, fs = nodeFileSystem, rotate = true } = order;
  try {
    const settings = await readSettings(newsroom);
    if (!settings.ok && settings.fault.code === 'no-newsroom') return settings;
    if (isWithin(await truePath(to), await truePath(newsroom)))
      return failed(
        fault('refused', 'A backup does not go into the newsroom itself. Choose another folder.', { where: to }),
      );
    const inventory = await takeInventory(newsroom);
    const [newest] = await listBackups(to);
    if (newest?.facts?.stamp === inventory.stamp) return ok({ backup: newest, isNew: false });
    const at = now().toISOString();
    const name = backupName(at);
    const organisation = settings.ok ? settings.value.organisation.slice(0, 200) : '';
    const written: { facts: BackupFacts | null } = { facts: null };
    await saveFolder(to, fs);
    const bytes = zipped(async (add) => {
      written.facts = await fill(add, order, inventory, { at, organisation });
      return asComment(written.facts);
    });
    await saveStream(join(to, name), bytes, { fs, check: throwIfDamaged });
    if (rotate) {
      const kept = await onDisk(to, async () => ok(await letGo(to, at, fs)));
      if (!kept.ok)
        return failed({ ...kept.fault, message: `The backup was made, but older ones could not be let go.` });
    }
    const { size } = await stat(join(to, name));
    return ok({ backup: { name, at, size, facts: written.facts }, isNew: true });
  } catch (error) {
    if (error instanceof Stopped) return failed(fault('cancelled', 'No backup was made: it was called off.'));
    const { message, ...rest } = diskFault(error, systemPath(error) ?? to);
    return failed({ ...rest, message: `No backup was made. ${message}` });
  }
};

/** Which file or folder the system names in its error. */
const systemPath = (error: unknown): string | null =>
  error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;

class Stopped extends Error {}

/** Throws where a file that was just written is not a whole backup. */
export const throwIfDamaged = async (path: string): Promise<void> => {
  const checked = await checkBackup(path);
  if (!checked.ok) throw Object.assign(new Error(checked.fault.detail ?? checked.fault.message), { code: 'EIO', path });
};

type Head = Pick<BackupFacts, 'at' | 'organisation'>;

/** Puts all files of a newsroom into a zip, and the manifest after them. */
const fill = async (
  add: AddToZip,
  { newsroom, why, inTurn = (_id, work) => work(), mayGoOn = () => true, onProgress }: BackupOrder,
  inventory: Inventory,
  head: Head,
): Promise<BackupFacts> => {
  const contents: BackedUpFile[] = [];
  let releases = 0;
  const put = async ({ path, size }: FoundFile): Promise<void> => {
    if (!mayGoOn()) throw new Stopped();
    if (!isInside(path)) return;
    const file = await openIfThere(join(newsroom, path));
    if (file === null) return;
    const seen = { size: 0, sha256: '' };
    const packed = PACKED.test(path);
    try {
      if (size > SMALL) await add(FILES_FOLDER + path, Readable.from(bytesOf(file, seen)), { packed });
      else {
        const bytes = await file.readFile();
        seen.size = bytes.length;
        seen.sha256 = sha256(bytes);
        await add(FILES_FOLDER + path, bytes, { packed });
      }
    } finally {
      await file.close();
    }
    contents.push({ path, ...seen });
    onProgress?.(contents.length, inventory.files);
  };
  for (const group of inventory.groups)
    await inTurn(group.id, async () => {
      const places = (await placeOfGroup(newsroom, group)) ?? [];
      if (places[0]?.startsWith(`${RELEASES_FOLDER}/`) === true) releases += 1;
      for (const place of places) for await (const file of filesBelow(newsroom, place)) await put(file);
    });
  for (const file of inventory.others) await put(file);
  contents.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const facts: BackupFacts = {
    format: BACKUP_FORMAT,
    ...head,
    why,
    standfirst: VERSION,
    releases,
    files: contents.length,
    bytes: contents.reduce((sum, { size }) => sum + size, 0),
    leftOut: inventory.leftOut.length,
    stamp: inventory.stamp,
  };
  await add(MANIFEST_NAME, Readable.from([Buffer.from(canonicalJson({ ...facts, contents }), 'utf8')]));
  return facts;
};

/** Files up to this size are read at once. */
const SMALL = 64 * 1024;

/** Files that are packed already: to pack them again takes time and saves nothing. */
const PACKED = /\.(jpe?g|png|gif|webp|avif|heic|mp[34]|m4[av]|mov|pdf|zip|docx|woff2?)$/i;

const openIfThere = async (path: string): Promise<FileHandle | null> => {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
};

/** A file's bytes; what was read is measured and hashed in `seen`. */
async function* bytesOf(file: FileHandle, seen: { size: number; sha256: string }): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of file.createReadStream({ autoClose: false })) {
    const bytes = chunk as Buffer;
    seen.size += bytes.length;
    hash.update(bytes);
    yield bytes;
  }
  seen.sha256 = hash.digest('hex');
}

/** Lets go what rotation may, and what an interrupted backup left. */
const letGo = async (folder: string, now: string, fs: FileSystem): Promise<void> => {
  const whole = (await listBackups(folder)).flatMap(({ name, at, facts }) =>
    facts === null ? [] : [{ name, at, why: facts.why, releases: facts.releases }],
  );
  const gone = [
    ...toLetGo(whole, now).map(({ name }) => name),
    ...(await namesIn(folder)).filter((name) => isTemporaryName(name)),
  ];
  for (const name of gone) await fs.remove(join(folder, name));
  if (gone.length > 0) await fs.syncFolder(folder);
};
