import { join } from 'node:path';
import { type Fault, fault } from '../../shared/fault';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from './disk-fault';
import { findReleaseFolders } from './folders';
import { type Keeper, type KeeperParts, makeKeeper } from './keeper';
import { type Lineage, makeLineage } from './lineage';
import { type After, type Pauses, makePauses } from './pauses';
import { type Queue, makeQueue } from './queue';
import { type ReadRelease, readRelease } from './release-file';
import type { RowIndex } from './row-index';

export type StoreParts = KeeperParts & {
  readonly after: After;
  readonly rows: RowIndex;
  /** Hears of rows whose quotes were counted after the list was given. */
  readonly onRows: ((rows: readonly ReleaseSummary[]) => void) | null;
};

/** A release as it stands on disk, and its folder, absolute. */
export type Filed = ReadRelease & { readonly folder: string };

/** What the acts of an open newsroom share: where releases lie, whose turn it is, and how versions are kept. */
export type Ground = StoreParts & {
  readonly queue: Queue;
  readonly lineage: Lineage;
  readonly pauses: Pauses;
  readonly keeper: Keeper;
  /** A release's folder, absolute; null where there is none. */
  readonly findFolder: (id: ReleaseId) => Promise<string | null>;
  /** The release was moved: its folder is looked for anew. */
  readonly forget: (id: ReleaseId) => void;
  readonly read: (id: ReleaseId) => Promise<Result<Filed, Fault>>;
  /** Runs work on one release in its turn, with the release as it stands on disk. */
  readonly onRelease: <Value>(
    id: ReleaseId,
    work: (filed: Filed) => Promise<Result<Value, Fault>>,
  ) => Promise<Result<Value, Fault>>;
  /** A history that holds nothing yet gets the text from before the first edit. */
  readonly keepFirst: (filed: Filed, who: string) => Promise<void>;
  /** A text that is in no version yet becomes one. */
  readonly keepUnkept: (filed: Filed, release: Release, who: string, kind: 'autosave' | 'manual') => Promise<void>;
};

export const makeGround = (parts: StoreParts): Ground => {
  const { folder } = parts;
  const queue = makeQueue();
  const keeper = makeKeeper(parts);
  const paths = new Map<ReleaseId, string>();

  const findFolder: Ground['findFolder'] = async (id) => {
    const known = paths.get(id);
    if (known !== undefined) return join(folder, known);
    for (const found of await findReleaseFolders(folder))
      if (found.id !== null && !paths.has(found.id)) paths.set(found.id, found.path);
    const path = paths.get(id);
    return path === undefined ? null : join(folder, path);
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

  return {
    ...parts,
    queue,
    keeper,
    lineage: makeLineage(),
    pauses: makePauses(parts.after),
    findFolder,
    forget: (id) => void paths.delete(id),
    read,
    onRelease: (id, work) =>
      queue.run(id, () =>
        onDisk(folder, async () => {
          const filed = await read(id);
          return filed.ok ? work(filed.value) : filed;
        }),
      ),
    keepFirst: async ({ folder: place, release }, who) => {
      if ((await keeper.last(place, release.id)) === null) await keeper.keep(place, release, { kind: 'imported', who });
    },
    keepUnkept: async ({ folder: place, version }, release, who, kind) => {
      const last = await keeper.last(place, release.id);
      if (last?.object !== version || last.kind === 'conflict') await keeper.keep(place, release, { kind, who });
    },
  };
};
