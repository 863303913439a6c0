import path from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import { PAYLOAD } from '../../shared/archive/bag';
import type { ExportProgress, ExportReport } from '../../shared/archive/model';
import type { Handlers } from '../../shared/ipc/contract';
import { MEDIA_TYPES } from '../../shared/release/media';
import type { Instant, Override } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { askPath } from '../ask-path';
import { readChosen } from '../media/handlers';
import { keepMedia } from '../media/media-folder';
import { onDisk } from '../newsroom/disk-fault';
import { nodeFileSystem } from '../newsroom/file-system';
import { LOOK_FOLDER } from '../newsroom/look';
import { onlyIn } from '../newsroom/only-in';
import type { Session } from '../session';
import { rememberExportFolder } from '../settings/model';
import type { SettingsStore } from '../settings/store';
import type { Log } from '../log';
import { diskFault } from '../newsroom/disk-fault';
import { apartFrom } from '../newsroom/within';
import { EXPORTS_FOLDER, keepReport } from './keep-report';
import { showOldAndNew } from './look-window';
import { verifyingLine } from './minisign';
import { oneAtATime } from './one-at-a-time';
import { planPlace } from './plan-pages';
import { type RunningExport, runWorker } from './run-worker';
import type { SigningKeys } from './signing-keys';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow;
  readonly log: Log;
  /** The app's own data. */
  readonly data: string;
  readonly keys: SigningKeys;
  /** Whether this program may write in the open newsroom. */
  readonly mayWrite: () => boolean;
  readonly onProgress: (now: ExportProgress) => void;
};

/** Calls about the bundle. The folder it goes to is kept for each newsroom, so that one cannot replace another's bundle. */
export const exportHandlers = ({ session, settings, window, log, data, keys, mayWrite, onProgress }: Needs) => {
  const turns = oneAtATime();
  let looked: ExportReport | null = null;
  const folderOf = (newsroom: string) =>
    settings.get().recent.find(({ folder }) => folder === newsroom)?.exportFolder ?? null;
  /** Looks at what would be, now or at an instant to come, or writes what is now: a preview is never written. */
  const run = async (plan: { readonly at: Instant | null } | null): Promise<Result<ExportReport, Fault>> => {
    const store = session.current();
    if (!store.ok) return store;
    const out = folderOf(store.value.folder);
    if (out === null && plan === null) {
      return failed(fault('not-found', 'No folder is chosen for the bundle yet. Choose one first.'));
    }
    const { folder: newsroom } = store.value;
    const begin = async (): Promise<RunningExport> => {
      // The pages of the last plan go as this one begins.
      if (plan !== null) looked = null;
      // What was typed last is on its way to the disk, and the checks read the disk.
      await store.value.settled();
      const sign = plan === null ? await keys.read(newsroom) : ok(null);
      if (!sign.ok) return { done: Promise.resolve(sign), stop: () => undefined };
      const now = new Date();
      const ahead = plan === null || plan.at === null || new Date(plan.at) <= now ? null : plan.at;
      const asOf = ahead ?? now.toISOString();
      const look = { preview: ahead !== null, pages: planPlace(data) };
      const job = { newsroom, out, asOf, plan: plan && look, zip: null, sign: sign.value, handover: false, data };
      return runWorker(job, onProgress);
    };
    return turns.run(plan === null ? 'export' : 'look', begin, async (done) => {
      if (done.ok && plan !== null) looked = done.value;
      return done.ok && done.value.written && mayWrite() ? withReport(newsroom, done.value, log) : done;
    });
  };

  return {
    'export:choose-folder': async () => {
      const store = session.current();
      if (!store.ok) return store;
      const before = folderOf(store.value.folder);
      const chosen = await askPath(window(), {
        title: 'Choose a folder for the bundle',
        buttonLabel: 'Export here',
        properties: ['openDirectory', 'createDirectory'],
        ...(before === null ? {} : { defaultPath: before }),
      });
      if (!chosen.ok) return chosen;
      const { folder } = store.value;
      const apart = await onDisk(chosen.value, () => apartFrom(folder, chosen.value));
      if (!apart.ok) return apart;
      settings.change({ recent: rememberExportFolder(settings.get().recent, store.value.folder, chosen.value) });
      return chosen;
    },
    'export:pick-logo': async () => {
      const store = session.current();
      if (!store.ok) return store;
      if (!mayWrite())
        return failed(fault('refused', 'Somebody else writes in this newsroom, so nothing is taken in.'));
      const chosen = await askPath(window(), {
        title: 'Choose a logo',
        buttonLabel: 'Take this logo',
        properties: ['openFile'],
        filters: [{ name: 'Pictures', extensions: [...Object.keys(MEDIA_TYPES), 'jpeg'] }],
      });
      if (!chosen.ok) return chosen;
      const look = path.join(store.value.folder, LOOK_FOLDER);
      const read = await readChosen(chosen.value);
      return read.ok
        ? onDisk(look, () => keepMedia(look, read.value, onlyIn([store.value.folder], nodeFileSystem)))
        : read;
    },
    'export:signing': async () => {
      const store = session.current();
      if (!store.ok) return store;
      const key = await keys.read(store.value.folder);
      return key.ok ? ok(key.value === null ? null : verifyingLine(key.value)) : key;
    },
    'export:make-key': async () => {
      const store = session.current();
      return store.ok ? keys.make(store.value.folder) : store;
    },
    'export:plan': (at) => run({ at }),
    'export:bundle': () => run(null),
    'export:cancel': () => {
      turns.stop();
      return Promise.resolve(null);
    },
    'export:look': async (page) => {
      const kind = (['added', 'changed', 'removed'] as const).find((each) => looked?.changes[each].includes(page));
      if (looked === null || kind === undefined || !page.endsWith('.html'))
        return failed(fault('not-found', 'This is no page that changes. Check again what will change.'));
      const name = page.slice(PAYLOAD.length);
      const { folder, preview } = looked;
      await showOldAndNew({ page: name, kind, preview }, { folder, plan: planPlace(data) }, window(), log);
      return ok(null);
    },
    'export:show': async () => {
      const store = session.current();
      if (!store.ok) return store;
      const folder = folderOf(store.value.folder);
      if (folder === null) return failed(fault('not-found', 'No bundle was made from this newsroom yet.'));
      shell.showItemInFolder(path.join(folder, PAYLOAD, 'index.html'));
      return ok(null);
    },
    'export:override': async ({ release, check, digest, reason }) => {
      const store = session.current();
      if (!store.ok) return store;
      const by = settings.get().who;
      if (by === '') return failed(fault('refused', 'Say who you are first: an override carries a name.'));
      const override: Override = { check, digest, by, reason, at: new Date().toISOString() };
      return store.value.addOverride(release, override);
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `export:${string}`>>;
};

/** Keeps the report with the newsroom, and says in it where; that it could not be kept is said too: the bundle stands all the same. */
const withReport = async (newsroom: string, report: ExportReport, log: Log): Promise<Result<ExportReport, Fault>> => {
  try {
    const place = await keepReport(newsroom, report);
    const kept = `Which files were added, changed and taken away is kept with the newsroom, in ${place}.`;
    return ok({ ...report, notes: [...report.notes, kept] });
  } catch (error) {
    const { message, code } = diskFault(error, path.join(newsroom, EXPORTS_FOLDER));
    log.info('report not kept', { code, message });
    return ok({ ...report, notes: [...report.notes, `The report could not be kept with the newsroom: ${message}`] });
  }
};
