import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { ReleaseId } from '../shared/release/model';
import { offerContextMenu } from './context-menu';
import { createFlush, type Flush } from './flush';
import { tellPage } from './ipc';
import type { Log } from './log';
import { PAGE_ADDRESS } from './page-file';
import { SMALLEST, windowPlace } from './place';
import type { WindowPlace } from './settings/model';
import type { SettingsStore } from './settings/store';

/** How long the page may take to save before the writer is asked, in milliseconds. */
const FLUSH_LIMIT = 5_000;

export type AppWindow = {
  readonly browser: BrowserWindow;
  readonly flush: Flush;
  /** Has the page save; the writer is asked where not all is safe. False: they would rather work on. */
  readonly maySave: () => Promise<boolean>;
  /** Waits for the disk, and closes. What the page holds was saved before. */
  readonly leave: () => Promise<void>;
  /** Both, one after the other. */
  readonly close: () => Promise<void>;
  /** It goes as soon as the disk is done. */
  readonly isLeaving: () => boolean;
  /** The release that the page is to open as it starts. */
  readonly wanted: () => ReleaseId | null;
  /** The release that the page shows, and no other window may. */
  readonly shown: () => ReleaseId | null;
  readonly show: (release: ReleaseId | null) => void;
};
type Needs = {
  readonly settings: SettingsStore;
  readonly log: Log;
  /** The release that the window is for; null: it begins with the list. */
  readonly release: ReleaseId | null;
  /** The window it is opened from: it stands a little below that one. */
  readonly before: BrowserWindow | null;
  /** Waits until every save under way has landed. */
  readonly settled: () => Promise<void>;
};

/** How far a window stands below the one it was opened from, in pixels. */
const STEP = 28;

/** Opens the window where it was left and shows it once the page is drawn. */
export function openWindow({ settings, log, release, before, settled }: Needs): AppWindow {
  let wanted = release;
  let shown = release;
  const place = before === null || before.isDestroyed() ? settings.get().window : below(before);
  const browser = new BrowserWindow({
    ...windowPlace(place, screensMainFirst()),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Standfirst',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101316' : '#e3e6e9',
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      // The dictionary would have to be downloaded, and nothing is.
      spellcheck: false,
    },
  });
  const contents = browser.webContents;
  const flush = createFlush({ ask: () => tellPage(contents, 'app:flush', null), limit: FLUSH_LIMIT });
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (!isMainFrame || isSameDocument) return;
    shown = wanted;
    flush.pageGone();
  });
  contents.on('render-process-gone', () => {
    // Opened again, the page goes back to where it was.
    wanted = shown;
    flush.pageGone();
  });
  keepPlace(browser, settings);
  offerContextMenu(browser);

  let closing: Promise<void> | null = null;
  let leaving: Promise<void> | null = null;
  const maySave = async () => browser.isDestroyed() || pageHasSaved(browser, flush, log);
  const end = async () => {
    await settled();
    log.info('window closed');
    if (!browser.isDestroyed()) browser.destroy();
  };
  const leave = () => (leaving ??= end());
  const saveAndLeave = async () => {
    if (await maySave()) await leave();
    closing = null;
  };
  const close = () => (closing ??= saveAndLeave());
  tellOfCrash(browser, close, log);
  browser.on('close', (event) => {
    event.preventDefault();
    void close();
  });

  if (before === null && settings.get().window?.maximized === true) browser.maximize();
  browser.once('ready-to-show', () => browser.show());
  browser.loadURL(PAGE_ADDRESS).catch((error: unknown) => log.fault('page not loaded', error));
  return {
    browser,
    flush,
    maySave,
    leave,
    close,
    isLeaving: () => leaving !== null,
    wanted: () => wanted,
    shown: () => shown,
    show: (now) => {
      shown = now;
      wanted = null;
    },
  };
}

const below = (before: BrowserWindow): WindowPlace => {
  const { x, y, width, height } = before.getNormalBounds();
  return { x: x + STEP, y: y + STEP, width, height, maximized: false };
};

const screensMainFirst = () => {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
};

function keepPlace(browser: BrowserWindow, settings: SettingsStore): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = () => {
    clearTimeout(timer);
    if (browser.isDestroyed() || browser.isMinimized() || browser.isFullScreen()) return;
    settings.change({ window: { ...browser.getNormalBounds(), maximized: browser.isMaximized() } });
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(keep, 400);
  };
  browser.on('resize', soon);
  browser.on('move', soon);
  browser.on('maximize', soon);
  browser.on('unmaximize', soon);
  browser.on('close', keep);
  browser.on('closed', () => clearTimeout(timer));
}

/** What is asked when not all is saved. The first button tries once more. */
const UNSAVED = {
  kept: {
    message: 'Your last words are not saved in the newsroom.',
    detail: 'They are kept on this computer, and come back when you open the release here again.',
    buttons: ['Try again', 'Close all the same', 'Keep working'],
  },
  unsafe: {
    message: 'Your last words are not saved, and could not be kept on this computer either.',
    detail: 'If you close now they are gone. Keep working to save a copy elsewhere.',
    buttons: ['Try again', 'Close and lose them', 'Keep working'],
  },
  late: {
    message: 'The page has not answered for five seconds.',
    detail: 'What you typed last may not be saved yet. All else is on the disk.',
    buttons: ['Wait', 'Close all the same', 'Keep working'],
  },
} as const;

/** Whether the window may close: the page has saved, or the writer would rather close than wait. */
async function pageHasSaved(browser: BrowserWindow, flush: Flush, log: Log): Promise<boolean> {
  for (;;) {
    const outcome = await flush.request();
    if (outcome === 'saved' || outcome === 'no page') return true;
    log.info('not saved before closing', { outcome });
    if (browser.isDestroyed()) return true;
    const { response } = await dialog.showMessageBox(browser, {
      type: 'warning',
      ...UNSAVED[outcome],
      buttons: [...UNSAVED[outcome].buttons],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    });
    if (response === 1) return true;
    if (response === 2) return false;
  }
}

function tellOfCrash(browser: BrowserWindow, close: () => Promise<void>, log: Log): void {
  browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.info('page gone', { reason, exitCode });
    void offerReload(browser, close, log);
  });
}

async function offerReload(browser: BrowserWindow, close: () => Promise<void>, log: Log): Promise<void> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'error',
    message: 'The page stopped working.',
    detail: 'Your words were saved up to about a second ago. The page can be opened again as it was saved.',
    buttons: ['Open it again', 'Close the window'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (browser.isDestroyed()) return;
  if (response === 1) await close();
  else browser.loadURL(PAGE_ADDRESS).catch((error: unknown) => log.fault('page not loaded', error));
}
