import { AsyncLocalStorage } from 'node:async_hooks';
import type { BrowserWindow, WebContents } from 'electron';
import { invariant } from '../shared/assert';
import type { EventName, Events } from '../shared/ipc/contract';
import type { ReleaseId } from '../shared/release/model';
import { type Pages, tellPage } from './ipc';
import type { Log } from './log';
import type { SettingsStore } from './settings/store';
import { type AppWindow, openWindow } from './window';

/** The windows of the open newsroom. Each shows the whole newsroom; a release stands in one of them at a time. */
export type Windows = Pages & {
  /** Opens a window on the newsroom's list. */
  readonly open: () => AppWindow;
  /** Opens a window for a release, or brings the one to the front that shows it. */
  readonly openFor: (release: ReleaseId) => void;
  /** The window that has the focus, or had it last. */
  readonly front: () => AppWindow | null;
  /** The window whose page made the call that is being answered; outside of a call the one in front. */
  readonly calling: () => AppWindow;
  /** The window, other than the calling one, that shows a release. */
  readonly elsewhere: (release: ReleaseId) => AppWindow | null;
  readonly all: () => readonly AppWindow[];
  /** Tells every page. */
  readonly tell: <Name extends EventName>(name: Name, value: Events[Name]) => void;
  /** Tells the pages of all windows but the calling one. */
  readonly tellOthers: <Name extends EventName>(name: Name, value: Events[Name]) => void;
  /** Has every page save; nothing closes. Whether all words are safe, or on this computer at least. */
  readonly saveAll: () => Promise<boolean>;
  /** Has every page save, and closes all windows, or all but one. Where the writer would rather work on, or that one’s words are not safe, none closes. */
  readonly closeAll: (but?: AppWindow) => Promise<boolean>;
};

type Needs = {
  readonly settings: SettingsStore;
  readonly log: Log;
  /** Waits until every save under way has landed. */
  readonly saved: () => Promise<void>;
  /** The same, and gives the newsroom back: the last window goes. */
  readonly ended: () => Promise<void>;
};

/** Makes the keeper of the windows; none is open yet. */
export function makeWindows({ settings, log, saved, ended }: Needs): Windows {
  /** In the order in which they had the focus, the last one last. */
  let open: readonly AppWindow[] = [];
  const caller = new AsyncLocalStorage<WebContents>();

  const of = (page: WebContents) => open.find(({ browser }) => !browser.isDestroyed() && browser.webContents === page);
  const toFront = (window: AppWindow) => {
    if (open.includes(window)) open = [...open.filter((other) => other !== window), window];
  };
  const front = () => open.at(-1) ?? null;
  const calling = () => {
    const page = caller.getStore();
    const window = (page === undefined ? undefined : of(page)) ?? front();
    invariant(window !== null, 'a call comes from a window');
    return window;
  };
  const showing = (release: ReleaseId) => open.find((window) => window.shown() === release) ?? null;

  const add = (release: ReleaseId | null): AppWindow => {
    const before = front()?.browser ?? null;
    const window = openWindow({
      settings,
      log,
      release,
      before,
      settled: () => (open.some((other) => other !== window && !other.isLeaving()) ? saved() : ended()),
    });
    open = [...open, window];
    window.browser.on('focus', () => toFront(window));
    window.browser.on('session-end', () => void window.flush.request()); // Windows logs out
    window.browser.on('closed', () => void (open = open.filter((other) => other !== window)));
    return window;
  };

  return {
    isOurs: (page) => of(page) !== undefined,
    during: (page, act) => caller.run(page, act),
    open: () => add(null),
    openFor: (release) => {
      const there = showing(release);
      if (there === null) add(release);
      else {
        toFront(there);
        showWindow(there.browser);
      }
    },
    front,
    calling,
    elsewhere: (release) => {
      const there = showing(release);
      return there === null || there === calling() ? null : there;
    },
    all: () => open,
    tell: (name, value) => {
      for (const { browser } of open) if (!browser.isDestroyed()) tellPage(browser.webContents, name, value);
    },
    tellOthers: (name, value) => {
      const mine = calling();
      for (const { browser } of open)
        if (browser !== mine.browser && !browser.isDestroyed()) tellPage(browser.webContents, name, value);
    },
    saveAll: () => areSafe(open),
    closeAll: async (but) => {
      const closing = open.filter((window) => window !== but);
      // Every one is asked before the first goes: whoever works on in one has them all.
      for (const window of closing) if (!(await window.maySave())) return false;
      // The one that stays was perhaps written in since it asked.
      if (but !== undefined && !(await areSafe([but]))) return false;
      await Promise.all(closing.map((window) => window.leave()));
      return true;
    },
  };
}

/** Has pages save. Whether all words are safe, or on this computer at least. */
const areSafe = async (windows: readonly AppWindow[]): Promise<boolean> => {
  const outcomes = await Promise.all(windows.map(({ flush }) => flush.request()));
  return outcomes.every((outcome) => outcome !== 'late' && outcome !== 'unsafe');
};

/** Brings a window to the front, out of the dock where it lies there. */
export const showWindow = (browser: BrowserWindow): void => {
  if (browser.isMinimized()) browser.restore();
  browser.show();
  browser.focus();
};
