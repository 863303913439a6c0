import { basename, dirname, join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import type { Mended } from '../../shared/newsroom/model';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { type DoctorFinding, QUARANTINE, examine } from './doctor';
import { type FileSystem, nodeFileSystem } from './file-system';
import { RELEASE_FILE, deviceName, idInFolderName } from './folders';
import { appendLine, namesIn, objectsFolder, readIfThere, readObject, readVersions, writeObject } from './history';
import { readRelease, writeRelease, writeReleaseText } from './release-file';
import { saveFolder } from './save-file';

export type MendOptions = {
  readonly now: () => Date;
  readonly device: string;
  /** Who asked for it, for the history. */
  readonly who: string;
  readonly fs?: FileSystem;
};

/**
 * Mends what can be mended, and says what was done: only adds and moves. Left-over temporary files and damaged
 * releases go to `quarantine/` beside them; a damaged release opens again with the newest whole text of its history.
 */
export const mend = async (newsroom: string, options: MendOptions): Promise<readonly Mended[]> => {
  const { findings } = await examine(newsroom, options);
  const mended: Mended[] = [];
  for (const finding of findings) {
    const message = await mendOne(newsroom, finding, options);
    if (message !== null) mended.push({ where: finding.where, message });
  }
  return mended;
};

const mendOne = async (newsroom: string, finding: DoctorFinding, options: MendOptions): Promise<string | null> => {
  const { fs = nodeFileSystem } = options;
  const path = join(newsroom, finding.where);
  const folder = dirname(path);
  switch (finding.code) {
    case 'stale-temporary':
      return `It was moved to ${await putAside(path, fs)}.`;
    case 'text-stale': {
      const read = await readIn(folder);
      if (read === null) return null;
      await writeReleaseText(folder, read, fs);
      return 'It was written again from release.json.';
    }
    case 'not-canonical': {
      const read = await readIn(folder);
      if (read === null) return null;
      const aside = await putAside(path, fs);
      await writeRelease(folder, read, fs);
      return `It was written in the one form; the file as it was is in ${aside}.`;
    }
    case 'release-unreadable':
      return restore(folder, options);
    default:
      return null; // what is left needs a person
  }
};

const readIn = async (folder: string): Promise<Release | null> => {
  const id = idInFolderName(basename(folder));
  const read = id === null ? null : await readRelease(folder, id);
  return read?.ok === true ? read.value.release : null;
};

/** Moves a file into `quarantine/` beside it, under a name that holds its hash. Gives the name below the folder. */
export const putAside = async (path: string, fs: FileSystem): Promise<string> => {
  const bytes = (await readIfThere(path)) ?? new Uint8Array();
  const name = `${basename(path).replace(/^\.+/, '')}.${sha256Hex(bytes).slice(0, 12)}`;
  const aside = join(dirname(path), QUARANTINE);
  await saveFolder(aside, fs);
  await fs.rename(path, join(aside, name));
  await fs.syncFolder(aside);
  return `${QUARANTINE}/${name}`;
};

/**
 * Puts the newest whole text of its history in the place of a damaged release, whose file is moved aside. Gives what was
 * done, or null where the history has no such text.
 */
export const restore = async (
  folder: string,
  { now, device, who, fs = nodeFileSystem }: MendOptions,
): Promise<string | null> => {
  const id = idInFolderName(basename(folder));
  const good = id === null ? null : await newestWhole(folder, id);
  if (good === null) return null;
  const there = await readIfThere(join(folder, RELEASE_FILE));
  const aside = there === null ? null : await putAside(join(folder, RELEASE_FILE), fs);
  await writeRelease(folder, good.release, fs);
  await writeReleaseText(folder, good.release, fs);
  const object = await writeObject(folder, good.release, fs);
  await appendLine(folder, deviceName(device), { time: now().toISOString(), who, kind: 'restored', object }, fs);
  const old = aside === null ? '' : ` The damaged file is in ${aside}.`;
  return `It was restored from the version of ${good.time}.${old}`;
};

type Whole = { readonly release: Release; readonly time: string };

/**
 * The newest whole text of a history. Once a release is published, only the text with its publication will do: to
 * open it again as a draft would unfreeze it.
 */
const newestWhole = async (folder: string, id: ReleaseId): Promise<Whole | null> => {
  const versions = [...(await readVersions(folder))].reverse();
  const published = versions.find((line) => line.kind === 'published');
  if (published !== undefined) return publishedWhole(folder, id, published.object);
  for (const { object, time } of versions) {
    const read = await readObject(folder, object);
    if (read.ok && read.value.id === id) return { release: read.value, time };
  }
  return null;
};

const publishedWhole = async (folder: string, id: ReleaseId, frozen: VersionHash): Promise<Whole | null> => {
  for (const name of await namesIn(objectsFolder(folder))) {
    const hash = /^([0-9a-f]{64})\.json$/.exec(name)?.[1] as VersionHash | undefined;
    const read = hash === undefined ? null : await readObject(folder, hash);
    if (read?.ok !== true || read.value.id !== id) continue;
    const { publication } = read.value;
    if (publication?.version === frozen) return { release: read.value, time: publication.at };
  }
  return null;
};
