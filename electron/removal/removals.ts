import { basename } from 'node:path';
import type { Fault } from '../../shared/fault';
import type { Mended, Newsroom } from '../../shared/newsroom/model';
import type { ReleaseId } from '../../shared/release/model';
import type { KeptBackup, LostFile, RemovalReport, RemovalState, RemovedRelease } from '../../shared/removal/model';
import { type Result, failed, ok } from '../../shared/result';
import type { BackupKeeper } from '../backup/backups';
import type { Log } from '../log';
import { onDisk } from '../newsroom/disk-fault';
import type { FileSystem } from '../newsroom/file-system';
import type { ErasedRelease, NewsroomStore } from '../newsroom/model';
import type { Recovery } from '../recovery/recovery';
import { eraseData } from './erase-data';
import { makeFinder } from './marks';
import { searchEverywhere } from './search';

type Parts = {
  /** The app's own folder. */
  readonly data: string;
  readonly recovery: Pick<Recovery, 'removeSlots'>;
  readonly backups: Pick<BackupKeeper, 'erase'>;
  readonly log: Pick<Log, 'info'>;
  readonly fs: FileSystem;
  readonly onState: (state: RemovalState) => void;
};

/** Removing releases: the one act that erases. */
export type Removals = {
  /** Erases a published release everywhere within reach, and searches for what is left of it. */
  readonly remove: (
    store: NewsroomStore,
    id: ReleaseId,
    asked: { readonly by: string; readonly reason: string },
  ) => Promise<Result<RemovedRelease, Fault>>;
  /**
   * A newsroom was entered: removals that were cut short are gone on with, and what this computer keeps of releases that
   * were removed elsewhere goes too. Out: what was done in the newsroom; the rest is done in the background and told.
   */
  readonly finish: (store: NewsroomStore, newsroom: Newsroom) => Promise<readonly Mended[]>;
  readonly settled: () => Promise<void>;
};

export const makeRemovals = ({ data, recovery, backups, log, fs, onState }: Parts): Removals => {
  const underWay = new Set<Promise<unknown>>();

  /** Slots, rows and backups: what lies on this computer beside the newsroom. */
  const eraseHere = async (store: NewsroomStore, id: ReleaseId, path: string) => {
    const slots = await recovery.removeSlots(store.folder, id);
    if (!slots.ok) return slots;
    const rows = await onDisk<null>(data, async () => {
      await eraseData(data, id, fs);
      return ok(null);
    });
    if (!rows.ok) return rows;
    return backups.erase(store.folder, id, path, (done, total) =>
      onState({ kind: 'erasing', what: 'backups', done, total }),
    );
  };

  const finishOne = async (
    store: NewsroomStore,
    id: ReleaseId,
    erased: ErasedRelease,
  ): Promise<Result<RemovalReport, Fault>> => {
    const here = await eraseHere(store, id, erased.path);
    if (!here.ok) return here;
    const address = erased.release.publication?.address ?? '';
    const { searched, found, unread } = await searchEverywhere({
      newsroom: store.folder,
      data,
      id,
      address,
      find: makeFinder(erased.marks),
      onProgress: (done) => {
        if (done % 100 === 0) onState({ kind: 'erasing', what: 'searching', done, total: null });
      },
    });
    const ended = await store.endRemoval(id);
    if (!ended.ok) return ended;
    const { rewritten, lost, kept } = here.value;
    log.info('release removed', { searched, found: found.length, unread: unread.length, backups: rewritten });
    // A backup that was kept is told of as that.
    const others = unread.filter((path) => !kept.some(({ name }) => name === basename(path)));
    return ok({ searched, found, unread: others, backups: rewritten, lost, kept });
  };

  const remove: Removals['remove'] = async (store, id, asked) => {
    const erased = await store.remove(id, asked);
    if (!erased.ok) return erased;
    onState({ kind: 'erasing', what: 'backups', done: 0, total: 0 });
    const finished = await finishOne(store, id, erased.value);
    onState({ kind: 'idle' });
    if (!finished.ok)
      return failed({
        ...finished.fault,
        message: `The text is erased in the newsroom. Something outside it could not be: that is gone on with when the newsroom is opened next. ${finished.fault.message}`,
      });
    const { release, version } = erased.value;
    return ok({ open: { release, version }, report: finished.value });
  };

  const inBackground = (work: Promise<unknown>): void => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };

  return {
    remove: (store, id, asked) => {
      const work = remove(store, id, asked);
      inBackground(work);
      return work;
    },
    finish: async (store, newsroom) => {
      const begun = await store.unfinishedRemovals();
      const mended: Mended[] = [];
      const unfinished = new Set(begun.ok ? begun.value : []);
      const removed = newsroom.releases.filter(({ state }) => state === 'removed').map(({ id }) => id);
      const again = new Set(unfinished);
      for (const id of new Set([...unfinished, ...removed])) {
        const erased = await store.remove(id, null);
        if (!erased.ok) {
          // Mostly nothing came back of one whose removal had ended.
          if (unfinished.has(id) || erased.fault.code !== 'not-found')
            log.info('removal not gone on with', { code: erased.fault.code });
          continue;
        }
        again.add(id);
        const message = unfinished.has(id)
          ? 'Its removal had been cut short, and was gone on with.'
          : 'It was removed, and something of it had come back from another computer. That was erased too.';
        mended.push({ where: erased.value.path, message });
        inBackground(
          finishOne(store, id, erased.value).then((finished) =>
            onState(finished.ok ? { kind: 'done', report: finished.value } : { kind: 'failed', fault: finished.fault }),
          ),
        );
      }
      const elsewhere = removed.filter((id) => !again.has(id));
      if (elsewhere.length > 0) inBackground(tidy(store, elsewhere));
      return mended;
    },
    settled: async () => {
      await Promise.allSettled(underWay);
    },
  };

  /** What this computer keeps of releases that are tombstones in the newsroom. */
  async function tidy(store: NewsroomStore, ids: readonly ReleaseId[]): Promise<void> {
    const lost: LostFile[] = [];
    const kept = new Map<string, KeptBackup>();
    for (const id of ids) {
      const path = await store.pathOf(id);
      const done = path === null ? null : await eraseHere(store, id, path);
      if (done?.ok === false) log.info('what is kept of a removed release not erased', { code: done.fault.code });
      if (done?.ok !== true) continue;
      lost.push(...done.value.lost);
      for (const each of done.value.kept) kept.set(each.name, each);
    }
    const trouble = { lost, kept: [...kept.values()] };
    onState(lost.length + kept.size > 0 ? { kind: 'tidied', trouble } : { kind: 'idle' });
  }
};
