import type { Fault } from '../../shared/fault';
import { fault } from '../../shared/fault';
import type { StrandedWords } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type { Release, ReleaseId } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { onDisk } from '../newsroom/disk-fault';
import { versionHash } from '../newsroom/history';
import type { NewsroomStore } from '../newsroom/model';
import type { Slots } from './slots';

/** Words kept on this computer of releases that are no longer in the newsroom: nobody would ever see them again. */
export type Stranded = {
  /** Newest first. Fault: `disk`. */
  readonly list: (store: NewsroomStore) => Promise<Result<readonly StrandedWords[], Fault>>;
  /** Puts them into the newsroom again. Fault: `not-found`, those of `addRelease`. */
  readonly bringBack: (
    store: NewsroomStore,
    id: ReleaseId,
    who: string,
    newId: () => ReleaseId,
  ) => Promise<Result<OpenRelease, Fault>>;
  /** The words themselves, for a copy elsewhere. */
  readonly read: (store: NewsroomStore, id: ReleaseId) => Promise<Result<Release, Fault>>;
};

/** Looks for such words in the slots. */
export const makeStranded = (slots: Slots): Stranded => {
  const list: Stranded['list'] = (store) =>
    onDisk(store.folder, async () => {
      const trashed = await store.trash();
      if (!trashed.ok) return trashed;
      const inTrash = new Set(trashed.value.map(({ id }) => id));
      const found: StrandedWords[] = [];
      for (const id of await slots.ids(store.folder)) {
        if ((await store.pathOf(id)) !== null || inTrash.has(id)) continue;
        const { newest } = await slots.read(store.folder, id);
        if (newest !== null) found.push({ id, headline: newest.release.headline, at: newest.at });
      }
      return ok(found.sort((a, b) => (a.at < b.at ? 1 : -1)));
    });
  const read: Stranded['read'] = (store, id) =>
    onDisk<Release>(store.folder, async () => {
      const { newest } = await slots.read(store.folder, id);
      return newest === null
        ? failed(fault('not-found', 'Nothing is kept of this release any more.', { where: store.folder }))
        : ok(newest.release);
    });
  return {
    list,
    read,
    bringBack: async (store, id, who, newId) => {
      const words = await read(store, id);
      if (!words.ok) return words;
      const added = await store.addRelease(asDraft(words.value, newId), 'imported', who);
      if (!added.ok) return added;
      // What was put aside is not among the words that were brought back: it stays.
      const version = versionHash(words.value);
      const done = await onDisk<null>(store.folder, async () =>
        ok((await slots.remove(store.folder, id, version), null)),
      );
      return done.ok ? added : done;
    },
  };
};

/** The words as a release of its own. What was published lost its frozen text with its folder: it is a draft again, and another one. */
const asDraft = (words: Release, newId: () => ReleaseId): Release =>
  words.publication === null ? words : { ...words, id: newId(), publication: null, state: 'working' };
