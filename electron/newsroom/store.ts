import { join } from 'node:path';
import { canonicalJson } from '../../shared/canonical';
import { type Fault, fault } from '../../shared/fault';
import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import { PEOPLE_FORMAT, type Person } from '../../shared/people/model';
import { type Result, failed, ok } from '../../shared/result';
import { openChains } from './chain';
import { makeAside } from './damaged';
import { onDisk } from './disk-fault';
import { type FileSystem, nodeFileSystem } from './file-system';
import { PEOPLE_FILE, README_FILE, RELEASES_FOLDER, SETTINGS_FILE, deviceName } from './folders';
import { namesIn, readIfThere } from './history';
import { openIndexes } from './indexes';
import { openLastGood } from './last-good';
import type { NewsroomStore } from './model';
import { onlyIn } from './only-in';
import { type After, systemTimer } from './pauses';
import { openPresence } from './presence';
import { peopleToShow, settingsToShow } from './read-all';
import { readmeText } from './readme';
import { saveFile, saveFolder } from './save-file';
import { makeStore } from './make-store';

/**
 * So long the list waits for the quotes of releases that were never counted, in milliseconds: a newsroom of some dozens comes
 * whole, and does not change its order under the pointer; one of thousands does not wait for all.
 */
const COUNTED_AT_ONCE = 200;

export type NewsroomOptions = {
  /** This machine's name, for its own history log; turned into letters, digits and hyphens. */
  readonly device: string;
  /** The clock and the timer; the system's unless given. */
  readonly now?: () => Date;
  readonly after?: After;
  readonly fs?: FileSystem;
  /**
   * Hears of rows of the list whose quotes were counted after the list was given; without it all are counted at once. The list
   * waits for counting no longer than `countFor`, in milliseconds.
   */
  readonly onRows?: (rows: readonly ReleaseSummary[]) => void;
  readonly countFor?: number;
  /** The app's own folder, where it keeps what it has seen of the histories, and the rows of the list; nothing is kept unless given. */
  readonly data?: string;
  /** Hears that something was put aside beside the work, and waits to be told (`tidyCopies`). */
  readonly onAside?: () => void;
  /** Hears what went wrong beside the work that was asked for. */
  readonly onFault?: (fault: Fault) => void;
};

/** Opens a newsroom folder. Faults: `no-newsroom`, `unreadable`, `invalid`, `disk`. */
export const openNewsroom = async (folder: string, options: NewsroomOptions): Promise<Result<NewsroomStore, Fault>> =>
  onDisk(folder, async () => {
    const { now = () => new Date(), after = systemTimer, data, onFault = () => {} } = options;
    const fs = onlyIn([folder, ...(data === undefined ? [] : [data])], options.fs ?? nodeFileSystem);
    const { onRows = null, onAside = () => {} } = options;
    const { countFor = onRows === null ? Infinity : COUNTED_AT_ONCE } = options;
    const isThere = data !== undefined && (await readIfThere(join(folder, SETTINGS_FILE))) !== null;
    const lastGood = isThere ? await openLastGood({ data, newsroom: folder, fs, onFault }) : null;
    const mended = await onDisk(folder, async () => ok((await lastGood?.mend()) ?? []));
    if (!mended.ok) onFault(mended.fault);
    const settings = await settingsToShow(folder);
    if (!settings.ok) return settings;
    const people = await peopleToShow(folder);
    if (!people.ok) return people;
    await lastGood?.keep();
    const chains = data === undefined ? null : await openChains({ data, newsroom: folder, now, fs });
    const presence = data === undefined ? null : await openPresence({ data, newsroom: folder, now, fs, onFault });
    const indexes = openIndexes(folder, { data: data ?? null, fs, countFor });
    const device = deviceName(options.device);
    const aside = makeAside(mended.ok ? mended.value : [], onAside);
    const kept = { chains, presence, lastGood, aside };
    return ok(makeStore({ folder, device, now, after, fs, onFault, ...kept, ...indexes, onRows }));
  });

/** Makes a newsroom in a folder that is empty or not there yet, and opens it. Faults: `not-empty`, `disk`. */
export const createNewsroom = async (
  folder: string,
  settings: NewsroomSettings,
  options: NewsroomOptions & { readonly people?: readonly Person[] },
): Promise<Result<NewsroomStore, Fault>> => {
  const made = await onDisk<null>(folder, async () => {
    const { fs = nodeFileSystem, people = [] } = options;
    const there = (await namesIn(folder)).filter((name) => name !== '.DS_Store' && name !== 'Thumbs.db');
    if (there.length > 0)
      return failed(
        fault('not-empty', 'The folder is not empty. Choose an empty one, or a name that is not taken.', {
          where: folder,
        }),
      );
    await saveFolder(join(folder, RELEASES_FOLDER), fs);
    await saveFile(join(folder, README_FILE), readmeText(settings.organisation), fs);
    await saveFile(join(folder, PEOPLE_FILE), canonicalJson({ format: PEOPLE_FORMAT, people }), fs);
    // Last: with this file the folder is a newsroom.
    await saveFile(join(folder, SETTINGS_FILE), canonicalJson(settings), fs);
    return { ok: true, value: null };
  });
  return made.ok ? openNewsroom(folder, options) : made;
};
