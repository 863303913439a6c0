import { type Fault, fault } from '../../shared/fault';
import type { RecoveredRelease, Recovery as Outcome } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import { type Release, type ReleaseId, type VersionHash, isEditable } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import type { Log } from '../log';
import { isDamage } from '../newsroom/damaged';
import { diskFault, onDisk } from '../newsroom/disk-fault';
import type { FileSystem } from '../newsroom/file-system';
import { versionHash } from '../newsroom/history';
import type { NewsroomStore } from '../newsroom/model';
import { newsroomAway } from '../newsroom/read-all';
import { asSaved, judge } from './judge';
import type { Slot } from './slot';
import { type Kept, makeSlots } from './slots';
import { type Stranded, makeStranded } from './stranded';

/** So many texts handed over since the last save that succeeded are remembered. */
const TRIED = 50;
/** How recovered words are called in the history. */
export const RECOVERED = 'Recovered';

/** Saving with a net: each text is kept in the app's own data folder as well, until the newsroom has it. */
export type Recovery = {
  /** Saves through the store. A fault says in `kept` whether the words are kept on this computer. */
  readonly save: (
    store: NewsroomStore,
    release: Release,
    after: VersionHash,
    who: string,
  ) => Promise<Result<VersionHash, Fault>>;
  /** Keeps words without saving them. Fault: `disk`. */
  readonly keep: (store: NewsroomStore, release: Release, after: VersionHash) => Promise<Result<null, Fault>>;
  /** Opens a release, with what was kept of it and never reached the newsroom. */
  readonly open: (store: NewsroomStore, id: ReleaseId, who: string) => Promise<Result<RecoveredRelease, Fault>>;
  /** Deletes everything that is kept of a release that was removed, and keeps nothing of it any more. Fault: `disk`. */
  readonly removeSlots: (newsroom: string, id: ReleaseId) => Promise<Result<null, Fault>>;
  /** Words of releases that are no longer in the newsroom. */
  readonly stranded: Stranded;
  readonly settled: () => Promise<void>;
};

type RecoveryParts = {
  /** The folder of all slots. */
  readonly folder: string;
  readonly log: Log;
  readonly now: () => Date;
  readonly fs: FileSystem;
};

/** Opens what is kept below `folder`. */
export const makeRecovery = ({ folder, log, now, fs }: RecoveryParts): Recovery => {
  const slots = makeSlots({ folder, now, fs });
  /** Removed releases: words of them that arrive late are kept nowhere. */
  const erased = new Set<ReleaseId>();
  const handedOver = new Map<ReleaseId, { readonly base: VersionHash; readonly tried: readonly VersionHash[] }>();

  const triedSince = (id: ReleaseId, base: VersionHash): readonly VersionHash[] => {
    const known = handedOver.get(id);
    return known?.base === base ? known.tried : [];
  };
  const write = (store: NewsroomStore, release: Release, base: VersionHash, version: VersionHash): Promise<boolean> =>
    slots.write(store.folder, { release, base, tried: triedSince(release.id, base) }, version).then(
      () => true,
      (error: unknown) => {
        log.fault('words not kept', error);
        return false;
      },
    );
  /** Deletes slots that are no longer needed. What stays behind is the saved text itself, and harms nobody. */
  const letGo = (store: NewsroomStore, { id }: Release, version: VersionHash): Promise<void> =>
    slots.remove(store.folder, id, version).catch((error: unknown) => log.fault('kept words not deleted', error));

  const read = async (store: NewsroomStore, id: ReleaseId): Promise<Kept> => {
    try {
      return await slots.read(store.folder, id);
    } catch (error) {
      log.fault('kept words not read', error);
      return { newest: null, damaged: 1 };
    }
  };

  /** Keeps a text in the history, unless it is there already. */
  const inHistory = async (
    store: NewsroomStore,
    release: Release,
    line: { readonly kind: 'autosave' | 'restored'; readonly who: string; readonly name?: string },
  ): Promise<Result<VersionHash, Fault>> => {
    const version = versionHash(release);
    const versions = await store.versions(release.id);
    if (!versions.ok) return versions;
    if (
      versions.value.some(({ object, kind }) => object === version && (kind === line.kind || line.kind !== 'restored'))
    )
      return ok(version);
    const kept = await store.keepText(release, line);
    return kept.ok ? ok(kept.value.object) : kept;
  };

  const recover = async (
    store: NewsroomStore,
    saved: RecoveredRelease,
    slot: Slot,
    who: string,
  ): Promise<Result<RecoveredRelease, Fault>> => {
    const said = (outcome: Outcome['outcome'], version: VersionHash | null): Outcome => ({
      outcome,
      at: slot.at,
      version,
      damaged: saved.recovery?.damaged ?? 0,
    });
    const words = asSaved(slot.release, saved.release);
    const judgement = judge(slot, saved);
    if (judgement === 'same') {
      await letGo(store, saved.release, versionHash(slot.release));
      return ok(saved);
    }
    // Where another program writes, what is kept here waits until this one may, and that is said.
    const waiting = ok({ ...saved, recovery: said('waiting', null) });
    const isDenied = (result: Result<unknown, Fault>): boolean =>
      !result.ok && (result.fault.code === 'denied' || result.fault.code === 'newer-format');
    const before = await inHistory(store, saved.release, { kind: 'autosave', who });
    if (judgement === 'continues' && isEditable(saved.release)) {
      const landed = before.ok ? await store.saveRelease(words, saved.version, who) : before;
      if (isDenied(landed)) return waiting;
      if (!landed.ok) return ok({ release: words, version: saved.version, recovery: said('unsaved', null) });
      const version = await inHistory(store, words, { kind: 'restored', who, name: RECOVERED });
      await letGo(store, saved.release, versionHash(slot.release));
      return ok({
        release: words,
        version: landed.value,
        recovery: said('continued', version.ok ? version.value : null),
      });
    }
    const after = before.ok ? await inHistory(store, words, { kind: 'restored', who, name: RECOVERED }) : before;
    if (isDenied(after)) return waiting;
    if (!after.ok)
      return failed({
        ...after.fault,
        message: `Words of this release are kept on this computer and could not be put into its history, so it was not opened. ${after.fault.message}`,
      });
    await letGo(store, saved.release, versionHash(slot.release));
    return ok({ ...saved, recovery: said('diverged', after.value) });
  };

  return {
    save: async (store, release, after, who) => {
      if (erased.has(release.id)) return failed(removedFault(store.folder));
      const version = versionHash(release);
      const tried = [...triedSince(release.id, after), version].slice(-TRIED);
      handedOver.set(release.id, { base: after, tried });
      // Before the newsroom has the text: older words that were kept would not know what landed after them, and look diverged.
      const kept = await write(store, release, after, version);
      const saved = await store.saveRelease(release, after, who);
      if (!saved.ok) return failed({ ...(await whatIsGone(saved.fault, store)), kept });
      void letGo(store, release, version);
      return saved;
    },
    keep: (store, release, after) =>
      onDisk(folder, async () => {
        if (erased.has(release.id)) return failed(removedFault(store.folder));
        await slots.write(store.folder, { release, base: after, tried: triedSince(release.id, after) });
        return ok(null);
      }),
    open: async (store, id, who) => {
      const opened = await openWhole(store, id, who);
      if (!opened.ok) return opened;
      if (opened.value.release.state === 'removed') return ok({ ...opened.value, recovery: null });
      const { newest, damaged } = await read(store, id);
      if (damaged > 0) log.info('kept words damaged', { slots: damaged });
      const recovery: Outcome | null = damaged === 0 ? null : { outcome: 'none', at: null, version: null, damaged };
      const saved: RecoveredRelease = { ...opened.value, recovery };
      if (newest === null) return ok(saved);
      const recovered = await recover(store, saved, newest, who);
      log.info('kept words found', {
        outcome: recovered.ok ? (recovered.value.recovery?.outcome ?? 'saved already') : recovered.fault.code,
      });
      return recovered;
    },
    removeSlots: async (newsroom, id) => {
      erased.add(id);
      handedOver.delete(id);
      try {
        await slots.remove(newsroom, id);
        return ok(null);
      } catch (error) {
        return failed(diskFault(error, folder));
      }
    },
    stranded: makeStranded(slots),
    settled: slots.settled,
  };
};

/** Opens a release, and brings it back first where its file was damaged since the newsroom was entered. */
const openWhole = async (store: NewsroomStore, id: ReleaseId, who: string): Promise<Result<OpenRelease, Fault>> => {
  const opened = await store.openRelease(id);
  if (opened.ok || !isDamage(opened.fault)) return opened;
  const mended = await store.mendRelease(id, who);
  return mended.ok ? store.openRelease(id) : opened;
};

const removedFault = (where: string): Fault =>
  fault('refused', 'The release was removed: its text is erased, and nothing is kept of it.', { where });

/** A release that cannot be found is mostly a folder that went away while it was open: then that is what is said. */
const whatIsGone = async (found: Fault, store: NewsroomStore): Promise<Fault> => {
  if (found.code !== 'not-found') return found;
  const away = await onDisk<Fault | null>(store.folder, async () => ok(await newsroomAway(store.folder)));
  if (away.ok && away.value !== null) return away.value;
  return fault(
    'disk',
    'The release’s folder in the newsroom is no longer there. Bring it back, or save a copy elsewhere.',
    {
      where: store.folder,
    },
  );
};
