import { randomBytes } from 'node:crypto';
import type { BrowserWindow } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import { acceptImport } from '../../shared/import/accept';
import type { Answers, Handlers } from '../../shared/ipc/contract';
import { NEWSROOM_FORMAT } from '../../shared/newsroom/model';
import { releaseId } from '../../shared/release/id';
import { duplicateOf } from '../../shared/release/duplicate';
import { emptyRelease } from '../../shared/release/empty';
import { mediaOf } from '../../shared/release/media';
import { type Result, failed } from '../../shared/result';
import { askNewsroomFolder } from '../ask-newsroom-folder';
import { askPath } from '../ask-path';
import type { Recovery } from '../recovery/recovery';
import type { Session } from '../session';
import { rememberNewsroom } from '../settings/model';
import type { SettingsStore } from '../settings/store';
import { IMPORT_FILES, importFile } from './import-file';
import type { NewsroomStore } from './model';
import { standingEmbargo } from './standing-embargo';
import { createNewsroom } from './store';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly recovery: Recovery;
  readonly window: () => BrowserWindow;
  readonly open: (folder: string) => Promise<Result<NewsroomStore, Fault>>;
};

/** Calls about the newsroom, its releases and its people: each asks what only the system can and hands on to the store. */
export const newsroomHandlers = ({ session, settings, recovery, window, open }: Needs) => {
  const who = () => settings.get().who;
  /** Does something with the open newsroom, or gives the fault that there is none. */
  const inNewsroom = async <Value>(
    act: (store: NewsroomStore) => Promise<Result<Value, Fault>>,
  ): Promise<Result<Value, Fault>> => {
    const store = session.current();
    return store.ok ? act(store.value) : store;
  };
  const askEmptyFolder = (title: string) =>
    askNewsroomFolder(window(), {
      title,
      buttonLabel: 'Make it here',
      properties: ['openDirectory', 'createDirectory'],
    });

  return {
    'newsroom:create': async ({ organisation }) => {
      const folder = await askEmptyFolder('Choose an empty folder for the newsroom');
      if (!folder.ok) return folder;
      const first = {
        format: NEWSROOM_FORMAT,
        organisation,
        language: 'en-GB',
        zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        siteAddress: '',
        boilerplate: '',
        contacts: [],
        newsEmail: '',
        approvals: 'persons',
      } as const;
      const made = await createNewsroom(folder.value, first, { device: settings.get().device });
      return made.ok ? session.enter(open(folder.value)) : made;
    },
    'newsroom:open': async () => {
      const folder = await askNewsroomFolder(window(), {
        title: 'Choose the folder of a newsroom',
        properties: ['openDirectory'],
      });
      return folder.ok ? session.enter(open(folder.value)) : folder;
    },
    'newsroom:open-recent': async (index) => {
      const recent = settings.get().recent[index];
      if (recent === undefined) return failed(fault('not-found', 'That newsroom is no longer in the list.'));
      return session.enter(open(recent.folder));
    },
    'newsroom:sample': async () => {
      const folder = await askEmptyFolder('Choose an empty folder for the sample newsroom');
      if (!folder.ok) return folder;
      const made = await (await import('./sample')).makeSample(folder.value);
      return made.ok ? session.enter(open(folder.value)) : made;
    },
    'newsroom:read': () => inNewsroom((store) => store.read()),
    'newsroom:find': (words) => inNewsroom((store) => store.find(words)),
    'newsroom:save-settings': (changed, before) =>
      inNewsroom(async (store): Promise<Answers['newsroom:save-settings']> => {
        if (who() === '')
          return failed(fault('refused', 'Say who you are first: a change of settings carries a name.'));
        const saved = await store.saveSettings(changed, before, who());
        if (saved.ok) {
          const { folder } = store;
          settings.change({
            recent: rememberNewsroom(settings.get().recent, { organisation: changed.organisation, folder }),
          });
        }
        return saved;
      }),
    'newsroom:settings-versions': () => inNewsroom((store) => store.settingsVersions()),
    'newsroom:trash': () => inNewsroom((store) => store.trash()),
    'newsroom:check-history': () => inNewsroom((store) => store.checkHistory()),
    'newsroom:accept-history': () => inNewsroom((store) => store.acceptHistory()),

    'releases:create': () =>
      inNewsroom(async (store) => {
        const read = await store.read();
        if (!read.ok) return read;
        const { language, contacts } = read.value.settings;
        const release = { ...emptyRelease(releaseId(randomBytes(12)), language), contacts };
        return store.addRelease(release, 'created', who());
      }),
    'releases:duplicate': (id) =>
      inNewsroom(async (store): Promise<Answers['releases:duplicate']> => {
        const opened = await store.openRelease(id);
        if (!opened.ok) return opened;
        const { release } = opened.value;
        const held = await standingEmbargo(store, release);
        if (!held.ok) return held;
        const copy = duplicateOf(release, releaseId(randomBytes(12)), held.value, new Date().toISOString());
        const added = await store.addRelease(copy, 'created', who());
        if (!added.ok) return added;
        for (const file of mediaOf(copy)) {
          const brought = await store.adoptMedia(copy.id, file, id);
          if (!brought.ok) return brought;
        }
        return added;
      }),
    'releases:open': (id) => inNewsroom((store) => recovery.open(store, id, who())),
    'releases:save': (release, after) => inNewsroom((store) => recovery.save(store, release, after, who())),
    'releases:set-state': (id, to) => inNewsroom((store) => store.setState(id, to, who())),
    'releases:publish': (id) =>
      inNewsroom(async (store): Promise<Answers['releases:publish']> => {
        if (who() === '') return failed(fault('refused', 'Say who you are first: a publication carries a name.'));
        return store.publish(id, who());
      }),
    'releases:begin-change': (id, change) => inNewsroom((store) => store.beginChange(id, change, who())),
    'releases:publish-change': (id) => inNewsroom((store) => store.publishChange(id, who())),
    'releases:cancel-change': (id) => inNewsroom((store) => store.cancelChange(id, who())),
    'releases:withdraw': (id, reason) => inNewsroom((store) => store.withdraw(id, reason, who())),
    'releases:replace': (id, by, reason) => inNewsroom((store) => store.replace(id, by, reason, who())),
    'releases:change-address': (id, words) => inNewsroom((store) => store.changeAddress(id, words, who())),
    'releases:name-draft': (id, name) => inNewsroom((store) => store.nameDraft(id, name, who())),
    'releases:keep': (id) => inNewsroom((store) => store.keepSaved(id, who())),
    'releases:name-version': (id, object, name) => inNewsroom((store) => store.nameVersion(id, object, name, who())),
    'releases:restore': (id, object) => inNewsroom((store) => store.restore(id, object, who())),
    'releases:move-to-trash': (id) => inNewsroom((store) => store.moveToTrash(id, who())),
    'releases:put-back': (id) => inNewsroom((store) => store.putBack(id, who())),
    'releases:versions': (id) => inNewsroom((store) => store.versions(id)),
    'releases:version': (id, object) => inNewsroom((store) => store.version(id, object)),

    'releases:import': () =>
      inNewsroom(async (store) => {
        const chosen = await askPath(window(), {
          title: 'Choose a release to import',
          properties: ['openFile'],
          filters: [IMPORT_FILES],
        });
        if (!chosen.ok) return chosen;
        const read = await store.read();
        if (!read.ok) return read;
        const { language } = read.value.settings;
        const preview = await importFile(chosen.value, { id: releaseId(randomBytes(12)), language });
        if (preview.ok) session.preview.set(preview.value);
        return preview;
      }),
    'releases:import-accept': ({ keep }) =>
      inNewsroom(async (store): Promise<Answers['releases:import-accept']> => {
        const preview = session.preview.get();
        if (preview === null) return failed(fault('not-found', 'There is no import to accept. Choose the file again.'));
        const added = await store.addRelease(acceptImport(preview, keep), 'imported', who());
        if (added.ok) session.preview.set(null);
        return added;
      }),
    'people:save': (person, before) => inNewsroom((store) => store.savePerson(person, before)),
    'people:merge': (keep, gone) => inNewsroom((store) => store.mergePeople(keep, gone)),
  } satisfies Pick<Handlers, Extract<keyof Handlers, `${'newsroom' | 'releases' | 'people'}:${string}`>>;
};
