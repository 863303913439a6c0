import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256Hex } from '../../shared/digest';
import type { Fault } from '../../shared/fault';
import type { Mended } from '../../shared/newsroom/model';
import { parseNewsroomSettings, parsePeople } from '../../shared/newsroom/parse';
import { type Result, ok } from '../../shared/result';
import { thisProgram } from '../lock/access';
import { readLock, whyStale } from '../lock/lock-file';
import type { Aside } from './damaged';
import { onDisk } from './disk-fault';
import type { FileSystem } from './file-system';
import { PEOPLE_FILE, SETTINGS_FILE } from './folders';
import { readIfThere } from './history';
import { readHere } from './placeholder';
import { copyAside } from './quarantine';
import { saveFile, saveFolder } from './save-file';
import { parseWhole } from './whole-text';

/* A release is brought back from its history. What stands beside the releases has none that would do: without
   `newsroom.json` or `people.json` no newsroom opens at all. So the last whole one of each is kept in the app's own data. */

type Document = typeof SETTINGS_FILE | typeof PEOPLE_FILE;
const DOCUMENTS: readonly Document[] = [SETTINGS_FILE, PEOPLE_FILE];

/** A file that another program is writing in place is damaged for a moment: it is looked at twice, so long apart. */
const LOOK_AGAIN = 500;

export type LastGood = {
  /** Keeps the documents that are whole now, where they are not kept yet. That it cannot be done is told to `onFault`. */
  readonly keep: () => Promise<void>;
  /** Puts the last whole one in the place of a damaged document, which goes to quarantine, and of people that are missing. */
  readonly mend: () => Promise<readonly Mended[]>;
};

type Needs = {
  readonly data: string;
  readonly newsroom: string;
  readonly fs: FileSystem;
  readonly onFault: (fault: Fault) => void;
};

/** Before either is changed: what went away or was damaged under an open newsroom is put right, and told. */
export const mendFirst = async ({ lastGood, aside }: { lastGood: LastGood | null; aside: Aside }): Promise<void> => {
  for (const mended of (await lastGood?.mend()) ?? []) aside.tell(mended);
};

const isWhole = (name: Document, bytes: Uint8Array): Result<unknown, Fault> =>
  parseWhole<unknown>(bytes, name, name === SETTINGS_FILE ? parseNewsroomSettings : parsePeople);

/** Opens what is kept of a newsroom's documents. `data` is the app's own folder. */
export const openLastGood = async ({ data, newsroom, fs, onFault }: Needs): Promise<LastGood> => {
  const folder = join(data, 'documents', sha256Hex(await realpath(newsroom)).slice(0, 16));

  const keepOne = async (name: Document): Promise<void> => {
    const bytes = await readHere(join(newsroom, name));
    if (bytes === null || bytes === 'away' || !isWhole(name, bytes).ok) return;
    if ((await readIfThere(join(folder, name)))?.equals(bytes) === true) return;
    await saveFolder(folder, fs);
    await saveFile(join(folder, name), bytes, fs);
  };

  /** The document's bytes where it is damaged, null where it is missing, `fine` where there is nothing to mend. */
  const stateOf = async (name: Document): Promise<Buffer | null | 'fine'> => {
    const bytes = await readHere(join(newsroom, name));
    // Without its settings a folder is no newsroom: the disk may not be connected.
    if (bytes === 'away' || (bytes === null && name === SETTINGS_FILE)) return 'fine';
    if (bytes === null) return null;
    const read = isWhole(name, bytes);
    return read.ok || read.fault.code === 'newer-format' ? 'fine' : bytes;
  };

  const mendOne = async (name: Document): Promise<readonly Mended[]> => {
    const good = await readIfThere(join(folder, name));
    if (good === null || !isWhole(name, good).ok) return [];
    const before = await stateOf(name);
    if (before === 'fine') return [];
    await pause(LOOK_AGAIN);
    const now = await stateOf(name);
    const isSame = before === null ? now === null : now instanceof Buffer && now.equals(before);
    if (!isSame) return [];
    const path = join(newsroom, name);
    const aside = now === null ? null : await copyAside(path, fs);
    await saveFile(path, good, fs, aside?.bytes);
    const what = aside === null ? 'It was missing.' : `It could not be read. The damaged file is in ${aside.name}.`;
    return [{ where: name, message: `${what} As this computer saw it last, it stands in its place.` }];
  };

  return {
    keep: async () => {
      for (const name of DOCUMENTS) {
        const kept = await onDisk(newsroom, async () => ok(await keepOne(name)));
        if (!kept.ok) onFault(kept.fault);
      }
    },
    mend: async () => {
      const mended: Mended[] = [];
      if ((await readIfThere(join(newsroom, SETTINGS_FILE))) === null) return mended;
      for (const name of DOCUMENTS) {
        if ((await stateOf(name)) === 'fine') continue;
        const lock = await readLock(newsroom);
        // Whoever writes there mends it, or sees it.
        if (lock !== null && whyStale(lock, thisProgram) === null) continue;
        mended.push(...(await mendOne(name)));
      }
      return mended;
    },
  };
};
