import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { CatalogueProgress, CatalogueRow } from '../../shared/import/catalogue-model';
import type { CataloguePage } from '../../shared/import/catalogue';
import { type Fault, fault } from '../../shared/fault';
import type { Handlers } from '../../shared/ipc/contract';
import { failed, ok } from '../../shared/result';
import { askPath } from '../ask-path';
import type { Session } from '../session';
import type { SettingsStore } from '../settings/store';
import { catalogueFiles } from './files';

type Needs = {
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly window: () => BrowserWindow;
  readonly onProgress: (progress: CatalogueProgress) => void;
};

/** So often the page is told how far it is. */
const TELL_EVERY = 100;

/** The back catalogue: a folder is read, looked at, and taken in. One at a time; what was read last is kept until then. */
export const catalogueHandlers = ({ session, settings, window, onProgress }: Needs) => {
  let read: readonly CataloguePage[] = [];
  let run = { isCancelled: false };
  const begin = () => {
    run.isCancelled = true;
    run = { isCancelled: false };
    return run;
  };
  /** Tells how far it is now and then, and at the end, and lets other work have its turn. */
  const teller = (doing: CatalogueProgress['doing'], total: number) => {
    let told = 0;
    return async (done: number): Promise<void> => {
      const now = Date.now();
      if (now - told >= TELL_EVERY || done === total) {
        told = now;
        onProgress({ doing, done, total });
      }
      await setImmediate();
    };
  };
  const stopped = failed<Fault>(fault('cancelled', 'It was stopped.'));

  return {
    'catalogue:choose': async () => {
      const store = session.current();
      if (!store.ok) return store;
      const chosen = await askPath(window(), {
        title: 'Choose the folder of published pages',
        buttonLabel: 'Read this folder',
        properties: ['openDirectory'],
      });
      if (!chosen.ok) return chosen;
      const newsroom = await store.value.read();
      if (!newsroom.ok) return newsroom;
      const inUse = await store.value.addressesInUse();
      if (!inUse.ok) return inUse;
      const mine = begin();
      // Read when first used, as below: no start waits for what reads pages.
      const { readCataloguePage } = await import('./read');
      const files = await catalogueFiles(chosen.value);
      if (!files.ok) return files;
      const { language, siteAddress } = newsroom.value.settings;
      // Documents that are not read are told of, each with why.
      const all = [...files.value.pages, ...files.value.documents];
      const tell = teller('reading', all.length);
      const pages: CataloguePage[] = [];
      const unreadable: { readonly path: string; readonly message: string }[] = [];
      for (const [index, found] of all.entries()) {
        if (mine.isCancelled) return stopped;
        const page = await readCataloguePage(found, language);
        if (page.ok) pages.push(page.value);
        else unreadable.push({ path: found.path, message: page.fault.message });
        await tell(index + 1);
      }
      read = pages;
      return ok({
        folder: basename(chosen.value),
        siteAddress,
        today: new Date().toISOString().slice(0, 10),
        taken: [...inUse.value.keys()],
        rows: pages.map(rowOf),
        unreadable,
      });
    },

    'catalogue:page': (index) => {
      const page = read[index];
      return Promise.resolve(
        page === undefined
          ? failed(fault('not-found', 'This page is not read. Choose the folder again.'))
          : ok(page.preview),
      );
    },

    'catalogue:take-in': async (wanted) => {
      const store = session.current();
      if (!store.ok) return store;
      const { who } = settings.get();
      if (who === '') return failed(fault('refused', 'Say who you are first: taking in carries a name.'));
      const newsroom = await store.value.read();
      if (!newsroom.ok) return newsroom;
      const inUse = await store.value.addressesInUse();
      if (!inUse.ok) return inUse;
      const mine = begin();
      const { takeIn } = await import('./take-in');
      const { siteAddress } = newsroom.value.settings;
      const today = new Date().toISOString().slice(0, 10);
      const judging = { siteAddress, today, taken: new Set(inUse.value.keys()) };
      const tell = teller('taking in', wanted.length);
      const left: { readonly path: string; readonly message: string }[] = [];
      let taken = 0;
      for (const [count, { index, ...fill }] of wanted.entries()) {
        if (mine.isCancelled) break;
        const page = read[index];
        if (page === undefined) return failed(fault('not-found', 'The folder is not read any more. Choose it again.'));
        const done = await takeIn(store.value, { page, fill }, judging, { who });
        if (done.ok) taken += 1;
        else {
          left.push({ path: page.path, message: done.fault.message });
          // Where nothing can be written there is no sense in trying thousands more.
          if (done.fault.code !== 'refused') break;
        }
        await tell(count + 1);
      }
      return ok({ taken, left, isCancelled: mine.isCancelled });
    },

    'catalogue:cancel': () => {
      run.isCancelled = true;
      return Promise.resolve(null);
    },
  } satisfies Pick<Handlers, Extract<keyof Handlers, `catalogue:${string}`>>;
};

const rowOf = ({ path, preview, date, otherDates, url, isList }: CataloguePage, index: number): CatalogueRow => ({
  index,
  path,
  headline: preview.release.headline,
  date: date?.value ?? '',
  dateFrom: date?.from ?? '',
  otherDates: otherDates.map(({ value, from }) => `${value}: ${from}`),
  url: url?.value ?? '',
  urlFrom: url?.from ?? '',
  isList,
  isEmpty: preview.release.body.length === 0,
  words: preview.words,
  dropped: preview.dropped.length,
});
