import { type Fault, fault } from '../shared/fault';
import type { ImportPreview } from '../shared/import/model';
import type { Mended, Newsroom } from '../shared/newsroom/model';
import { isSame } from '../shared/same';
import { type Result, failed, ok } from '../shared/result';
import type { Log } from './log';
import type { NewsroomStore } from './newsroom/model';
import { rememberNewsroom } from './settings/model';
import type { SettingsStore } from './settings/store';

/** What is open now: the newsroom, and what was last shown to the writer and may be answered to. */
export type Session = {
  /** The open newsroom, or the fault to give where there is none. */
  readonly current: () => Result<NewsroomStore, Fault>;
  /** Why the newsroom that the system, the command line or the last session named did not open; said once where another one is open. */
  readonly takeStartFault: () => Fault | null;
  /** What was mended when the open newsroom was opened. */
  readonly mended: () => readonly Mended[];
  /** Puts a newsroom in the place of the open one, once that one's saves have landed. */
  readonly enter: (opening: Promise<Result<NewsroomStore, Fault>>) => Promise<Result<Newsroom, Fault>>;
  /** The same when the command line asks for it: calls of the page wait for it, and a fault is kept for the page's start. */
  readonly enterUnasked: (opening: Promise<Result<NewsroomStore, Fault>>) => Promise<void>;
  /**
   * Resolves when an opening that the page did not ask for has ended: to the newsroom as it was read then, for the first who
   * asks, so that no start reads it twice; null afterwards.
   */
  readonly started: () => Promise<Newsroom | null>;
  /** Waits until every save under way has landed. */
  readonly settled: () => Promise<void>;
  /** The import last shown, until it is accepted or another newsroom opens. */
  readonly preview: { readonly get: () => ImportPreview | null; readonly set: (preview: ImportPreview | null) => void };
};

/** What happens to a newsroom as it is entered. */
export type Entering = {
  /** Has the windows of the newsroom that is left save and close, all but the one that asked. Fault: where one may not. */
  readonly leave: () => Promise<Result<null, Fault>>;
  /** Takes its lock where that is free, and gives it back with its writing guarded. */
  readonly enter: (store: NewsroomStore) => Promise<NewsroomStore>;
  /** Mends what may be mended without asking, and says what was. */
  readonly mend: (newsroom: Newsroom, store: NewsroomStore) => Promise<readonly Mended[]>;
};

/** Makes a session with no newsroom open. */
export function createSession(settings: SettingsStore, log: Log, entering: Entering): Session {
  let store: NewsroomStore | null = null;
  let startFault: Fault | null = null;
  let starting: Promise<void> = Promise.resolve();
  let preview: ImportPreview | null = null;
  let mended: readonly Mended[] = [];
  let asEntered: Newsroom | null = null;

  const settled = async () => store?.settled();
  const enter: Session['enter'] = async (opening) => {
    const opened = await opening;
    if (!opened.ok) return opened;
    const read = await opened.value.read();
    if (!read.ok) return read;
    const left = await entering.leave();
    if (!left.ok) return left;
    await settled();
    store = await entering.enter(opened.value);
    mended = await entering.mend(read.value, store);
    startFault = null;
    preview = null;
    asEntered = null;
    const { folder } = store;
    const { organisation } = read.value.settings;
    const recent = rememberNewsroom(settings.get().recent, { organisation, folder });
    if (!isSame(recent, settings.get().recent)) settings.change({ recent });
    log.info('newsroom opened', { releases: read.value.releases.length, unreadable: read.value.unreadable.length });
    if (mended.length === 0) return read;
    log.info('releases mended', { releases: mended.length });
    const again = await store.read();
    return again.ok ? ok({ ...again.value, mended }) : again;
  };

  return {
    current: () =>
      store === null ? failed(fault('no-newsroom', 'No newsroom is open. Open one, or make a new one.')) : ok(store),
    takeStartFault: () => {
      const said = startFault;
      if (store !== null) startFault = null;
      return said;
    },
    mended: () => mended,
    enter,
    enterUnasked: (opening) => {
      starting = enter(opening).then((entered) => {
        if (entered.ok) {
          asEntered = entered.value;
          return;
        }
        startFault = entered.fault;
        log.info('newsroom not opened', { code: entered.fault.code });
      });
      return starting;
    },
    started: async () => {
      await starting;
      const read = asEntered;
      asEntered = null;
      return read;
    },
    settled,
    preview: { get: () => preview, set: (next) => void (preview = next) },
  };
}
