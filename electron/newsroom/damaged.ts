import { join, relative, sep } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { Mended } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import type { FileSystem } from './file-system';
import { RELEASE_FILE } from './folders';
import { readIfThere } from './history';
import type { After } from './pauses';
import { copyAside } from './quarantine';
import { writeBoth } from './release-file';

/** A file that another program is writing in place is damaged for a moment: it is looked at twice, so long apart. */
const LOOK_AGAIN = 500;
/** So many releases are remembered as they were last: more than anybody has open at once. */
const REMEMBERED = 20;

/** What was put aside beside the work, until somebody is told. */
export type Aside = {
  readonly tell: (mended: Mended) => void;
  /** All of it, once. */
  readonly take: () => Mended[];
};

/** `onTold` hears that there is something to be told. */
export const makeAside = (first: readonly Mended[], onTold: () => void): Aside => {
  const waiting = [...first];
  return {
    tell: (mended) => {
      waiting.push(mended);
      onTold();
    },
    take: () => waiting.splice(0),
  };
};

/** Whether a fault of reading says that the file is there and cannot be read: not away, and not a later Standfirst's. */
export const isDamage = ({ code }: Fault): boolean => code === 'unreadable' || code === 'invalid';

/** Files of releases that were damaged while those are open. */
export type Damaged = {
  /** The release stands on the disk so. */
  readonly remember: (release: Release) => void;
  /** Whether a damaged file stays as it is; false where another program writes it just now, or it is gone. */
  readonly isSettled: (place: string) => Promise<boolean>;
  /**
   * Puts the release as it was last seen whole in the place of its damaged file, of which a copy goes to quarantine, and
   * has that told. False where it was not seen. Throws `ChangedMeanwhile`, and errors of the file system.
   */
  readonly mend: (place: string, id: ReleaseId) => Promise<boolean>;
  readonly told: (place: string, message: string) => void;
};

type Needs = { readonly folder: string; readonly fs: FileSystem; readonly after: After; readonly aside: Aside };

export const makeDamaged = ({ folder, fs, after, aside }: Needs): Damaged => {
  const last = new Map<ReleaseId, Release>();
  const told: Damaged['told'] = (place, message) => {
    aside.tell({ where: relative(folder, join(place, RELEASE_FILE)).split(sep).join('/'), message });
  };
  return {
    remember: (release) => {
      last.delete(release.id);
      last.set(release.id, release);
      for (const id of [...last.keys()].slice(0, -REMEMBERED)) last.delete(id);
    },
    isSettled: async (place) => {
      const path = join(place, RELEASE_FILE);
      const before = await readIfThere(path);
      await new Promise<void>((resolve) => void after(LOOK_AGAIN, resolve));
      const now = await readIfThere(path);
      return before !== null && now !== null && now.equals(before);
    },
    mend: async (place, id) => {
      const good = last.get(id);
      if (good === undefined) return false;
      const { name, bytes } = await copyAside(join(place, RELEASE_FILE), fs);
      await writeBoth(place, good, fs, bytes);
      told(place, `It was damaged while it was open. The text stands in it again; the damaged file is in ${name}.`);
      return true;
    },
    told,
  };
};
