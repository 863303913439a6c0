import { mkdir, readdir, rename, rm, rmdir, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { readIfThere } from './history';
import { systemCode } from './save-file';

/*
 * A sync program between folders on the real disk, of which each file goes its own way at its own time, so that every
 * state in between is met. Where both sides wrote a file, the first to arrive has its name, and the other keeps its own
 * beside it, by the name that the program gives; where one deleted what the other wrote, what was written stays.
 */

type Stored = { readonly bytes: Buffer; readonly hash: string; readonly at: Date };
type Chance = () => number;

/** How a program names the side that came second, and whether the others get it. */
export type Manner = {
  readonly copy: (stem: string, extension: string, machine: string, number: number) => string;
  /** Some leave the copy on the computer where it came about. */
  readonly isShared: boolean;
  /** Whether a file has the time at which it was written elsewhere, or that at which it came. */
  readonly keepsTimes: boolean;
};

const more = (number: number): string => (number === 0 ? '' : ` (${number})`);
/** So many seconds into the day; two copies never have one name. */
const clock = (number: number): string => String(101_112 + number);

export const MANNERS: Readonly<Record<'Dropbox' | 'OneDrive' | 'Nextcloud' | 'Syncthing', Manner>> = {
  Dropbox: {
    copy: (stem, extension, machine, number) =>
      `${stem} (${machine}'s conflicted copy 2026-11-22${more(number)})${extension}`,
    isShared: true,
    keepsTimes: true,
  },
  OneDrive: {
    copy: (stem, extension, machine, number) => `${stem}-${machine}${number === 0 ? '' : `-${number + 1}`}${extension}`,
    isShared: true,
    keepsTimes: true,
  },
  Nextcloud: {
    copy: (stem, extension, _machine, number) => `${stem} (conflicted copy 2026-11-22 ${clock(number)})${extension}`,
    isShared: false,
    keepsTimes: true,
  },
  Syncthing: {
    copy: (stem, extension, _machine, number) => `${stem}.sync-conflict-20261122-${clock(number)}-ABCDEFG${extension}`,
    isShared: true,
    keepsTimes: false,
  },
};

/** One computer's folder, and what it and the others last agreed on. */
export type Synced = {
  readonly folder: string;
  readonly machine: string;
  readonly base: Map<string, string>;
  /** Files that are not downloaded, wherever they are moved to: here they take no room. */
  readonly away: Map<number, Buffer>;
  /** Copies that stay on this computer. */
  readonly own: Set<string>;
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
};

export const makeSync = (manner: Manner, random: Chance) => {
  const server = new Map<string, Stored>();
  /** What was deleted: now and then a program brings it back. */
  const bin = new Map<string, Stored>();
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];

  const put = async (side: Synced, path: string, { bytes, at }: Stored): Promise<void> => {
    const file = join(side.folder, path);
    await mkdir(dirname(file), { recursive: true });
    const temporary = join(dirname(file), `.${basename(path)}.sync`);
    await writeFile(temporary, bytes);
    if (manner.keepsTimes) await utimes(temporary, at, at);
    await rename(temporary, file);
  };
  /** Folders go with the last file in them. */
  const take = async (side: Synced, path: string): Promise<void> => {
    await rm(join(side.folder, path), { force: true });
    for (let at = dirname(path); at !== '.' && at !== 'releases'; at = dirname(at))
      try {
        await rmdir(join(side.folder, at));
      } catch (error) {
        if (['ENOTEMPTY', 'ENOENT', 'EEXIST'].includes(systemCode(error))) return;
        throw error;
      }
  };
  /** A file as it is here, and fetched where it is not. */
  const fetched = async (side: Synced, path: string): Promise<Buffer | null> => {
    const bytes = await readIfThere(join(side.folder, path));
    if (bytes === null || bytes.length === 0 || bytes.some((byte) => byte !== 0)) return bytes;
    const { ino } = await stat(join(side.folder, path));
    const whole = side.away.get(ino);
    if (whole === undefined) return bytes;
    side.away.delete(ino);
    await put(side, path, { bytes: whole, hash: sha256Hex(whole), at: new Date() });
    return whole;
  };

  /** Brings one file of one computer into step with what the others have. Out: whether anything was to be done. */
  const step = async (side: Synced, path: string): Promise<boolean> => {
    if (side.own.has(path)) return false;
    const bytes = await fetched(side, path);
    const here = bytes === null ? undefined : sha256Hex(bytes);
    const there = server.get(path);
    const base = side.base.get(path);
    const agree = (hash: string | undefined): void => {
      if (hash === undefined) side.base.delete(path);
      else side.base.set(path, hash);
    };
    if (here === there?.hash) {
      agree(here);
      return base !== here;
    }
    if (bytes !== null && here !== undefined && (base === there?.hash || there === undefined)) {
      // Changed here alone, or deleted there while it was written here.
      server.set(path, { bytes, hash: here, at: new Date() });
      agree(here);
    } else if (there === undefined) agree(undefined);
    else if (here === undefined && base === there.hash) {
      server.delete(path);
      bin.set(path, there);
      agree(undefined);
    } else {
      if (bytes !== null && here !== base) {
        const extension = extname(path);
        const stem = path.slice(0, path.length - extension.length);
        const taken = new Set([...(await filesIn(side.folder)), ...server.keys()]);
        let number = 0;
        while (taken.has(manner.copy(stem, extension, side.machine, number))) number += 1;
        const copy = manner.copy(stem, extension, side.machine, number);
        await rename(join(side.folder, path), join(side.folder, copy));
        if (!manner.isShared) side.own.add(copy);
      }
      await put(side, path, there);
      agree(there.hash);
    }
    return true;
  };
  const gone = async (side: Synced, path: string): Promise<boolean> => {
    const there = server.get(path);
    if (there !== undefined || side.base.get(path) === undefined) return false;
    const bytes = await fetched(side, path);
    if (bytes !== null && sha256Hex(bytes) !== side.base.get(path)) return false;
    await take(side, path);
    side.base.delete(path);
    return true;
  };
  const move = async (side: Synced, path: string): Promise<boolean> =>
    (await gone(side, path)) || (await step(side, path));
  const pathsOf = async (side: Synced): Promise<readonly string[]> => [
    ...new Set([...(await filesIn(side.folder)), ...server.keys(), ...side.base.keys()]),
  ];

  return {
    join: (folder: string, machine: string): Synced => ({
      folder,
      machine,
      base: new Map(),
      away: new Map(),
      own: new Set(),
    }),
    /** A few files, whichever come first. */
    some: async (side: Synced, count: number): Promise<void> => {
      const paths = await pathsOf(side);
      for (let done = 0, tries = 0; done < count && tries < 400; tries += 1) {
        const path = pick(paths);
        if (path !== undefined && (await move(side, path))) done += 1;
      }
    },
    /** All files, until nothing is to be done any more. */
    all: async (sides: readonly Synced[]): Promise<void> => {
      for (let isDone = false; !isDone;) {
        isDone = true;
        for (const side of sides)
          for (const path of [...(await pathsOf(side))].sort(() => random() - 0.5))
            if (await move(side, path)) isDone = false;
      }
    },
    /** A deleted file is there again. */
    bringBack: (): string | null => {
      const path = pick([...bin.keys()].filter((each) => !server.has(each)));
      const stored = path === undefined ? undefined : bin.get(path);
      if (path === undefined || stored === undefined) return null;
      server.set(path, stored);
      return path;
    },
    /** Frees the room of a file here: it is fetched again later. */
    putAway: async (side: Synced): Promise<void> => {
      const path = pick((await filesIn(side.folder)).filter((each) => !side.own.has(each)));
      const stored = path === undefined ? undefined : server.get(path);
      if (path === undefined || stored === undefined || side.base.get(path) !== stored.hash) return;
      const bytes = await readIfThere(join(side.folder, path));
      if (bytes === null || sha256Hex(bytes) !== stored.hash || bytes.length === 0) return;
      await truncate(join(side.folder, path), 0);
      await truncate(join(side.folder, path), bytes.length);
      side.away.set((await stat(join(side.folder, path))).ino, bytes);
    },
    server,
  };
};
