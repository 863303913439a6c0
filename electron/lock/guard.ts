import { type Fault, fault } from '../../shared/fault';
import type { Access } from '../../shared/newsroom/model';
import { type Result, failed } from '../../shared/result';
import type { NewsroomStore } from '../newsroom/model';

/** Why nothing is written now; null where it may be. */
export type MayWrite = () => Promise<Fault | null>;

/** What a reader who tries to write is told. */
export const readOnlyFault = (access: Access, folder: string): Fault | null => {
  if (access.kind === 'write') return null;
  if (access.hindrance !== undefined)
    return access.hindrance.kind === 'later'
      ? fault('denied', 'This newsroom was written by a later Standfirst, so nothing is saved into it from here.', {
          where: folder,
        })
      : fault('denied', 'No backup could be made, so nothing is saved into this newsroom of an older format.', {
          where: folder,
          detail: access.hindrance.message,
        });
  if (access.holder === null)
    return fault(
      'denied',
      'The newsroom was open elsewhere and is free again. Nothing is saved into it from here until you choose to write here.',
      { where: folder },
    );
  const { who, machine, since } = access.holder;
  const name = who === '' ? 'Somebody' : who;
  const place = machine === '' ? '' : ` on ${machine}`;
  return fault(
    'denied',
    access.lost
      ? `${name} has taken this newsroom over${place}, so nothing is saved into it from here.`
      : `${name} has this newsroom open${place}, so nothing is saved into it from here.`,
    { where: folder, detail: `since ${since}` },
  );
};

/**
 * A store that asks before each write. Every function stands here by name, so that a new one does not compile until
 * it is said whether it writes. It has settled once no write is under way, also none that is still asking.
 */
export const guardStore = (store: NewsroomStore, mayWrite: MayWrite): NewsroomStore => {
  const underWay = new Set<Promise<unknown>>();
  const guarded =
    <Args extends readonly unknown[], Value>(write: (...args: Args) => Promise<Result<Value, Fault>>) =>
    (...args: Args): Promise<Result<Value, Fault>> => {
      const asked = mayWrite().then((why) => (why === null ? write(...args) : failed(why)));
      underWay.add(asked);
      return asked.finally(() => underWay.delete(asked));
    };
  const { folder, read, find, contents, openRelease, versions, version, trash, checkHistory, acceptHistory, inTurn } =
    store;
  const {
    addressesInUse,
    acceptMissing,
    media,
    register,
    unfinishedRemovals,
    pathOf,
    examine,
    review,
    settingsVersions,
  } = store;
  return {
    folder,
    read,
    find,
    register,
    contents,
    openRelease,
    versions,
    version,
    trash,
    checkHistory,
    acceptHistory,
    inTurn,
    addressesInUse,
    acceptMissing,
    media,
    unfinishedRemovals,
    pathOf,
    examine,
    review,
    settingsVersions,
    settled: async () => {
      await Promise.allSettled(underWay);
      await store.settled();
    },
    addPublished: guarded(store.addPublished),
    addHandedOver: guarded(store.addHandedOver),
    saveSettings: guarded(store.saveSettings),
    savePerson: guarded(store.savePerson),
    mergePeople: guarded(store.mergePeople),
    addRelease: guarded(store.addRelease),
    saveRelease: guarded(store.saveRelease),
    mendRelease: guarded(store.mendRelease),
    setState: guarded(store.setState),
    publish: guarded(store.publish),
    beginChange: guarded(store.beginChange),
    publishChange: guarded(store.publishChange),
    cancelChange: guarded(store.cancelChange),
    withdraw: guarded(store.withdraw),
    replace: guarded(store.replace),
    changeAddress: guarded(store.changeAddress),
    changeReview: guarded(store.changeReview),
    agree: guarded(store.agree),
    takeReply: guarded(store.takeReply),
    addOverride: guarded(store.addOverride),
    nameDraft: guarded(store.nameDraft),
    keepText: guarded(store.keepText),
    keepSaved: guarded(store.keepSaved),
    nameVersion: guarded(store.nameVersion),
    restore: guarded(store.restore),
    moveToTrash: guarded(store.moveToTrash),
    remove: guarded(store.remove),
    endRemoval: guarded(store.endRemoval),
    putBack: guarded(store.putBack),
    addMedia: guarded(store.addMedia),
    adoptMedia: guarded(store.adoptMedia),
    thin: guarded(store.thin),
    mend: guarded(store.mend),
    tidyCopies: guarded(store.tidyCopies),
    keepCopy: guarded(store.keepCopy),
    putCopyAside: guarded(store.putCopyAside),
  };
};
