import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { mayThin } from '../../shared/newsroom/thin';
import type { Release, ReleaseId, VersionHash } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { LOOKS } from './anew';
import { type Aside, type Damaged, isDamage, makeDamaged } from './damaged';
import { onDisk } from './disk-fault';
import { findReleaseFolders } from './folders';
import { type Keeper, type KeeperParts, makeKeeper } from './keeper';
import type { LastGood } from './last-good';
import { type Lineage, makeLineage } from './lineage';
import type { Presence } from './presence';
import { type After, type Pauses, makePauses } from './pauses';
import { type Queue, makeQueue } from './queue';
import { newsroomAway } from './read-all';
import type { RegisterIndex } from './register-index';
import { type ReadRelease, readRelease, readToShow } from './release-file';
import type { RowIndex } from './row-index';
import { ChangedMeanwhile, systemCode } from './save-file';

export type StoreParts = KeeperParts & {
  readonly after: After;
  readonly rows: RowIndex;
  /** Which releases this computer saw; null where nothing is remembered, as on the command line. */
  readonly presence: Presence | null;
  readonly register: RegisterIndex;
  /** The last whole settings and people; null where nothing is kept. */
  readonly lastGood: LastGood | null;
  readonly aside: Aside;
  /** Hears of rows whose quotes were counted after the list was given. */
  readonly onRows: ((rows: readonly ReleaseSummary[]) => void) | null;
};

/** A release as it stands on disk, and its folder, absolute. */
export type Filed = ReadRelease & { readonly folder: string };
export type Shown = Filed & { readonly later: boolean };

/** What the acts of an open newsroom share: where releases lie, whose turn it is, and how versions are kept. */
export type Ground = StoreParts & {
  readonly queue: Queue;
  readonly lineage: Lineage;
  readonly pauses: Pauses;
  /** Texts of each release that may be written over: what this program last wrote, and what it kept from before it. */
  readonly known: Map<ReleaseId, readonly VersionHash[]>;
  readonly keeper: Keeper;
  readonly damaged: Damaged;
  /** A release's folder, absolute; null where there is none. */
  readonly findFolder: (id: ReleaseId) => Promise<string | null>;
  /** The release was moved: its folder is looked for anew. */
  readonly forget: (id: ReleaseId) => void;
  readonly read: (id: ReleaseId) => Promise<Result<Filed, Fault>>;
  /** Runs work that puts something new into the newsroom. Fault: `disk` where its folder is away. */
  readonly onThere: <Value>(work: () => Promise<Result<Value, Fault>>) => Promise<Result<Value, Fault>>;
  /**
   * Runs work that writes on one release in its turn, with the release as it stands on disk; anew where that changed meanwhile.
   * A file that was damaged since it was opened or written here is mended first.
   */
  readonly onRelease: <Value>(
    id: ReleaseId,
    work: (filed: Filed) => Promise<Result<Value, Fault>>,
  ) => Promise<Result<Value, Fault>>;
  /** As `onRelease`, also for one that a later Standfirst wrote: for work that only reads. */
  readonly onShown: <Value>(
    id: ReleaseId,
    work: (filed: Shown) => Promise<Result<Value, Fault>>,
  ) => Promise<Result<Value, Fault>>;
  /** As `onRelease`, for what is written to a release. Fault: `refused` where it was removed. */
  readonly onLiving: Ground['onRelease'];
  /** As `findFolder`, and the folder is there: one that was moved or removed since it was found is looked for once more. */
  readonly findPlace: (id: ReleaseId) => Promise<string | null>;
  /** A text that this program did not write, in no version yet, becomes one before anything is written over it. */
  readonly keepBefore: (filed: Filed, who: string) => Promise<void>;
  /** A text that is in no version yet becomes one. */
  readonly keepUnkept: (
    filed: Pick<Filed, 'folder' | 'version'>,
    release: Release,
    who: string,
    kind: 'autosave' | 'manual',
  ) => Promise<void>;
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw error;
  }
};

export const makeGround = (parts: StoreParts): Ground => {
  const { folder } = parts;
  const queue = makeQueue();
  const keeper = makeKeeper(parts);
  const lineage = makeLineage();
  const pauses = makePauses(parts.after, queue.run);
  const damaged = makeDamaged(parts);
  const known: Ground['known'] = new Map();
  const paths = new Map<ReleaseId, string>();

  const findFolder: Ground['findFolder'] = async (id) => {
    const known = paths.get(id);
    if (known !== undefined) return join(folder, known);
    for (const found of await findReleaseFolders(folder))
      if (found.id !== null && !paths.has(found.id)) paths.set(found.id, found.path);
    const path = paths.get(id);
    return path === undefined ? null : join(folder, path);
  };

  const findPlace: Ground['findPlace'] = async (id) => {
    const place = await findFolder(id);
    if (place === null || (await isFolder(place))) return place;
    paths.delete(id);
    return findFolder(id);
  };

  const read: Ground['read'] = async (id) => {
    const place = await findFolder(id);
    if (place === null)
      return failed(fault('not-found', 'There is no such release in this newsroom.', { where: folder, detail: id }));
    const found = await readRelease(place, id);
    if (found.ok) return ok({ ...found.value, folder: place });
    if (found.fault.code !== 'not-found') return found;
    // Moved or removed since it was found: looked for once more.
    paths.delete(id);
    const moved = await findFolder(id);
    if (moved === null || moved === place) return found;
    const again = await readRelease(moved, id);
    return again.ok ? ok({ ...again.value, folder: moved }) : again;
  };

  /** Whether the release is to be read again. */
  const mendDamaged = async (id: ReleaseId): Promise<boolean> => {
    const place = await findFolder(id);
    if (place === null) return false;
    return (await damaged.isSettled(place)) ? damaged.mend(place, id) : true;
  };

  const onRelease: Ground['onRelease'] = (id, work) =>
    queue.run(id, () =>
      onDisk(folder, async () => {
        for (let looks = 1; ; looks += 1) {
          const filed = await read(id);
          try {
            if (filed.ok) return await work(filed.value);
            if (looks === LOOKS || !isDamage(filed.fault) || !(await mendDamaged(id))) return filed;
          } catch (error) {
            if (!(error instanceof ChangedMeanwhile)) throw error;
            if (looks === LOOKS)
              return failed(
                fault('conflict', 'Another program keeps writing this release. Stop it, then try again.', {
                  where: filed.ok ? filed.value.folder : folder,
                }),
              );
          }
        }
      }),
    );

  return {
    ...parts,
    queue,
    keeper,
    damaged,
    lineage,
    pauses,
    known,
    findFolder,
    findPlace,
    forget: (id) => void paths.delete(id),
    read,
    onThere: (work) =>
      onDisk(folder, async () => {
        const away = await newsroomAway(folder);
        return away === null ? work() : failed(away);
      }),
    onShown: (id, work) =>
      queue.run(id, () =>
        onDisk(folder, async () => {
          const filed = await read(id);
          if (filed.ok) return work({ ...filed.value, later: false });
          const place = filed.fault.code === 'newer-format' ? await findFolder(id) : null;
          const shown = place === null ? filed : await readToShow(place, id);
          if (place === null || !shown.ok) return failed(filed.fault);
          const { release, savedAt, bytes } = shown.value;
          return work({
            release,
            savedAt,
            bytes,
            version: sha256Hex(bytes) as VersionHash,
            folder: place,
            later: true,
          });
        }),
      ),
    onRelease,
    onLiving: (id, work) =>
      onRelease(id, async (filed) =>
        filed.release.state === 'removed'
          ? failed(
              fault('refused', 'The release was removed: its text is erased, and nothing is written to it.', {
                where: filed.folder,
              }),
            )
          : work(filed),
      ),
    keepBefore: async ({ folder: place, release, version }, who) => {
      const texts = known.get(release.id) ?? [];
      if (texts.includes(version)) return;
      // What we saved, and somebody wrote over, would no longer wait for its pause once the page saves the next text.
      await pauses.inTurn(release.id);
      const last = await keeper.last(place, release.id);
      if (last === null) await keeper.keep(place, release, { kind: 'imported', who });
      else if (last.object !== version)
        await keeper.keep(place, release, { kind: 'found', who, note: 'Before the first change here' });
      known.set(release.id, [...texts, version]);
    },
    keepUnkept: async ({ folder: place, version }, release, who, kind) => {
      const last = await keeper.last(place, release.id);
      // A version that may be let go does not keep what somebody is about to replace.
      const isKept = kind === 'manual' ? last !== null && !mayThin(last.kind) : last?.kind !== 'conflict';
      if (last?.object !== version || !isKept) await keeper.keep(place, release, { kind, who });
    },
  };
};
