import path from 'node:path';
import { type BrowserWindow, shell } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import { PAYLOAD } from '../../shared/archive/bag';
import type { ExportReport } from '../../shared/archive/model';
import type { Handlers } from '../../shared/ipc/contract';
import type { Override } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';
import { askPath } from '../ask-path';
import { onDisk } from '../newsroom/disk-fault';
import type { Session } from '../session';
import { rememberExportFolder } from '../settings/model';
import type { SettingsStore } from '../settings/store';
import { exportBundle } from './export-bundle';
import { apartFrom } from './within';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow;
};

/** Calls about the bundle. The folder it goes to is kept for each newsroom, so that one cannot replace another's bundle. */
export const exportHandlers = ({ session, settings, window }: Needs) => {
  const folderOf = (newsroom: string) =>
    settings.get().recent.find(({ folder }) => folder === newsroom)?.exportFolder ?? null;
  const run = async (plan: boolean): Promise<Result<ExportReport, Fault>> => {
    const store = session.current();
    if (!store.ok) return store;
    const out = folderOf(store.value.folder);
    if (out === null && !plan) {
      return failed(fault('not-found', 'No folder is chosen for the bundle yet. Choose one first.'));
    }
    // What was typed last is on its way to the disk, and the checks read the disk.
    await store.value.settled();
    const contents = await store.value.contents();
    if (!contents.ok) return contents;
    const { folder: newsroom } = store.value;
    const asOf = new Date().toISOString();
    return exportBundle({ newsroom, contents: contents.value, out, asOf, preview: false, plan });
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
    'export:plan': () => run(true),
    'export:bundle': () => run(false),
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
