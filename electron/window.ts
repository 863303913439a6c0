import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { offerContextMenu } from './context-menu';
import { createFlush, type Flush } from './flush';
import { tellPage } from './ipc';
import type { Log } from './log';
import { PAGE_ADDRESS } from './page-file';
import { SMALLEST, windowPlace } from './place';
import type { SettingsStore } from './settings/store';

/** How long the page may take to save before the writer is asked, in milliseconds. */
const FLUSH_LIMIT = 5_000;

export type MainWindow = {
  readonly browser: BrowserWindow;
  readonly flush: Flush;
  /** Has the page save, waits for the disk, and closes. Asks the writer when the page does not answer. */
  readonly close: () => Promise<void>;
};
type Needs = {
  readonly settings: SettingsStore;
  readonly log: Log;
  /** Waits until every save under way has landed. */
  readonly settled: () => Promise<void>;
};

/** Opens the window where it was left and shows it once the page is drawn. */
export function openWindow({ settings, log, settled }: Needs): MainWindow {
  const browser = new BrowserWindow({
    ...windowPlace(settings.get().window, screensMainFirst()),
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
    if (isMainFrame && !isSameDocument) flush.pageGone();
  });
  keepPlace(browser, settings);
  offerContextMenu(browser);
  tellOfCrash(browser, flush, log);

  let closing: Promise<void> | null = null;
  const close = () => (closing ??= leave());
  const leave = async () => {
    const mayClose = await pageHasSaved(browser, flush, log);
    if (mayClose) {
      await settled();
      log.info('window closed');
      browser.destroy();
    }
    closing = null;
  };
  browser.on('close', (event) => {
    event.preventDefault();
    void close();
  });

  if (settings.get().window?.maximized === true) browser.maximize();
  browser.once('ready-to-show', () => browser.show());
  browser.loadURL(PAGE_ADDRESS).catch((error: unknown) => log.fault('page not loaded', error));
  return { browser, flush, close };
}

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

function tellOfCrash(browser: BrowserWindow, flush: Flush, log: Log): void {
  browser.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    flush.pageGone();
    if (reason === 'clean-exit') return;
    log.info('page gone', { reason, exitCode });
    void offerReload(browser, log);
  });
}

async function offerReload(browser: BrowserWindow, log: Log): Promise<void> {
  const { response } = await dialog.showMessageBox(browser, {
    type: 'error',
    message: 'The page stopped working.',
    detail: 'Your words were saved up to about a second ago. The page can be opened again as it was saved.',
    buttons: ['Open it again', 'Close Standfirst'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  if (browser.isDestroyed()) return;
  if (response === 1) browser.destroy();
  else browser.loadURL(PAGE_ADDRESS).catch((error: unknown) => log.fault('page not loaded', error));
}
