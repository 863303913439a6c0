import { join } from 'node:path';
import { jsonValue } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { NewsroomSettings, UnreadableRelease } from '../../shared/newsroom/model';
import { parseNewsroomSettings, parsePeople, readLaterPeople, readLaterSettings } from '../../shared/newsroom/parse';
import { PEOPLE_FORMAT, type People } from '../../shared/people/model';
import type { ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { diskFault } from './disk-fault';
import { type FoundFolder, PEOPLE_FILE, SETTINGS_FILE, findReleaseFolders } from './folders';
import { readIfThere } from './history';
import { awayFault, readHere } from './placeholder';
import { type ReadRelease, readRelease } from './release-file';
import { parseWhole } from './whole-text';

/** Reads `newsroom.json`. Faults: `no-newsroom` where there is none, `unreadable`, `invalid`. */
export const readSettings = async (newsroom: string): Promise<Result<NewsroomSettings, Fault>> => {
  const where = join(newsroom, SETTINGS_FILE);
  const bytes = await readHere(where);
  if (bytes === 'away') return failed(awayFault(where));
  if (bytes === null)
    return failed(
      fault(
        'no-newsroom',
        'This folder is not a newsroom: it holds no newsroom.json. Choose another, or make a new one.',
        {
          where: newsroom,
        },
      ),
    );
  return parseWhole(bytes, where, parseNewsroomSettings);
};

/**
 * What is told of a newsroom whose folder is away: gone, or an empty one in its place, where its disk was. Null while its
 * settings are there. What is put in such a place is not in the newsroom when it is back.
 */
export const newsroomAway = async (newsroom: string): Promise<Fault | null> => {
  const read = await readSettings(newsroom);
  if (read.ok || read.fault.code !== 'no-newsroom') return null;
  return fault('disk', 'The newsroom’s folder is no longer there. Bring it back, or save a copy elsewhere.', {
    where: newsroom,
  });
};

/** Reads `people.json`; nobody where there is none. Faults: `unreadable`, `invalid`. */
export const readPeople = async (newsroom: string): Promise<Result<People, Fault>> => {
  const where = join(newsroom, PEOPLE_FILE);
  const bytes = await readHere(where);
  if (bytes === 'away') return failed(awayFault(where));
  if (bytes === null) return ok({ format: PEOPLE_FORMAT, people: [] });
  return parseWhole(bytes, where, parsePeople);
};

/** As `readSettings`, also of a later format as far as it is known. For showing: what was read so is not written again. */
export const settingsToShow = async (newsroom: string): Promise<Result<NewsroomSettings, Fault>> =>
  orLater(await readSettings(newsroom), join(newsroom, SETTINGS_FILE), readLaterSettings);

/** As `readPeople`, also of a later format as far as it is known. */
export const peopleToShow = async (newsroom: string): Promise<Result<People, Fault>> =>
  orLater(await readPeople(newsroom), join(newsroom, PEOPLE_FILE), readLaterPeople);

const orLater = async <Value>(
  read: Result<Value, Fault>,
  file: string,
  readLater: (text: string) => Value | null,
): Promise<Result<Value, Fault>> => {
  if (read.ok || read.fault.code !== 'newer-format') return read;
  const known = readLater((await readIfThere(file))?.toString('utf8') ?? '');
  return known === null ? read : ok(known);
};

/** The number of the form in which a newsroom is written; null where its settings cannot be read. */
export const newsroomFormat = async (newsroom: string): Promise<number | null> => {
  const bytes = await readIfThere(join(newsroom, SETTINGS_FILE));
  if (bytes === null) return null;
  try {
    const { format } = jsonValue(bytes.toString('utf8')) as { readonly format?: unknown };
    return typeof format === 'number' ? format : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/** Why nothing may be written in a newsroom whose settings or people a later Standfirst wrote; null where it may be. */
export const laterFault = async (newsroom: string): Promise<Fault | null> => {
  for (const read of [await readSettings(newsroom), await readPeople(newsroom)])
    if (!read.ok && read.fault.code === 'newer-format') return read.fault;
  return null;
};

/** A release with its folder, relative to the newsroom. */
export type FiledRelease = ReadRelease & { readonly path: string };

export type Collected<Value> = {
  readonly releases: readonly (Value & { readonly path: string })[];
  readonly unreadable: readonly UnreadableRelease[];
};

/** Every release of a newsroom, sorted by folder, and the folders that could not be read. */
export const readReleases = (newsroom: string): Promise<Collected<ReadRelease>> =>
  collectReleases(newsroom, readRelease);

/** As `readReleases`, with something else read of each release: `read` gets its folder, absolute, and its id. */
export const collectReleases = async <Value>(
  newsroom: string,
  read: (folder: string, id: ReleaseId) => Promise<Result<Value, Fault>>,
): Promise<Collected<Value>> => {
  const found = await findReleaseFolders(newsroom);
  const results = await inPool(found, (folder) => readFound(newsroom, folder, read));
  const releases: (Value & { readonly path: string })[] = [];
  const unreadable: UnreadableRelease[] = [];
  const owner = new Map<ReleaseId, string>();
  for (const [index, folder] of found.entries()) {
    const result = results[index];
    if (!result) continue;
    const twin = folder.id === null ? undefined : owner.get(folder.id);
    if (twin !== undefined)
      unreadable.push({ folder: folder.path, message: `This is a second folder of the release in ${twin}.` });
    else if (result.ok) releases.push({ ...result.value, path: folder.path });
    else unreadable.push({ folder: folder.path, message: faultText(result.fault), code: result.fault.code });
    if (folder.id !== null && twin === undefined) owner.set(folder.id, folder.path);
  }
  return { releases, unreadable };
};

const readFound = async <Value>(
  newsroom: string,
  folder: FoundFolder,
  read: (folder: string, id: ReleaseId) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault>> => {
  const path = join(newsroom, folder.path);
  if (folder.id === null)
    return failed(fault('invalid', 'The folder’s name is not one that Standfirst gives, so it was left alone.'));
  try {
    return await read(path, folder.id);
  } catch (error) {
    return failed(diskFault(error, path));
  }
};

/** A fault in one line: the sentence, and the system's words where there are any. */
export const faultText = (given: Fault): string =>
  given.detail === undefined ? given.message : `${given.message} (${given.detail})`;

const AT_ONCE = 16;
/** So few are under way at once beside somebody's writing, so that a save does not wait behind many. */
export const QUIETLY = 2;

/** Maps with so many under way at once, so that 10,000 releases do not open 10,000 files. Results keep their order. */
export const inPool = async <In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
  atOnce = AT_ONCE,
): Promise<Out[]> => {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as In);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
};
