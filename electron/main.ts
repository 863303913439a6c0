import { existsSync } from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';
import { Menu, app, clipboard, nativeTheme, session as sessions, shell } from 'electron';
import { fault } from '../shared/fault';
import type { Handlers, Theme } from '../shared/ipc/contract';
import { failed, ok } from '../shared/result';
import { newsroomAt, readArguments } from './arguments';
import { backupHandlers } from './backup/handlers';
import { makeBackups } from './backup/backups';
import { askedCommand, firstWord, runCommand } from './command-line';
import { makeEntering } from './entering';
import { every } from './every';
import { makeExaminations } from './examination/examinations';
import { examinationHandlers } from './examination/handlers';
import { exportHandlers } from './export/handlers';
import { signingKeys } from './export/signing-keys';
import { openDoor, tellPage } from './ipc';
import { systemKeychain } from './keychain';
import { makeAccess, thisProgram } from './lock/access';
import { countsOf, diagnostics } from './diagnostics';
import { acrossWindows } from './across-windows';
import { accessHandlers } from './lock/handlers';
import { openLog } from './log';
import { checkTheme, setMenu } from './menu';
import { SETTINGS_FILE } from './newsroom/folders';
import { nodeFileSystem } from './newsroom/file-system';
import { mediaHandlers } from './media/handlers';
import { newsroomHandlers } from './newsroom/handlers';
import { outsideHandlers } from './newsroom/outside-handlers';
import { makeHousekeeping } from './newsroom/housekeeping';
import { systemTimer } from './newsroom/pauses';
import { openNewsroom } from './newsroom/store';
import { registerHandlers } from './register/handlers';
import { registerPageScheme, servePage } from './protocol';
import { recoveryHandlers } from './recovery/handlers';
import { paperHandlers } from './paper/handlers';
import { makeWebCopies } from './paper/web-copies';
import { makeRecovery } from './recovery/recovery';
import { guardPages, guardSession } from './security';
import { catalogueHandlers } from './catalogue/handlers';
import { removalHandlers } from './removal/handlers';
import { makeRemovals } from './removal/removals';
import { createSession } from './session';
import { reviewHandlers } from './review/handlers';
import { sheetHandlers } from './sheets/handlers';
import { appHandlers } from './settings/handlers';
import { type SettingsStore, openSettings } from './settings/store';
import { dataFolder, isOnlyInstance, runtime, tellOfFaults } from './start-up';
import { saveBeforeTheEnd } from './system-end';
import { type Windows, makeWindows, showWindow } from './windows';

/* The boot order and nothing else. */

const data = dataFolder();
let asked = readArguments({ argv: process.argv, first: firstWord(), cwd: process.cwd(), exists: existsSync });
let windows: Windows | null = null;
let openFolder: (folder: string) => Promise<void> = async () => undefined;

const command = askedCommand();
const isFirst =
  command === null &&
  isOnlyInstance(asked, ({ newsroom }) => {
    const front = windows?.front() ?? null;
    if (front === null) return;
    showWindow(front.browser);
    if (newsroom !== null) void openFolder(newsroom);
  });

if (command !== null) {
  void runCommand(command);
} else if (isFirst) {
  // Dates and times in fields as British English writes them, whatever the system's language.
  app.commandLine.appendSwitch('lang', 'en-GB');
  registerPageScheme();
  // Else Electron makes a menu of its own, which ours would only take the place of.
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.quit());
  // On macOS what was double-clicked comes as an event, before or after there is a window.
  app.on('open-file', (event, place) => {
    event.preventDefault();
    if (windows === null) asked = { newsroom: newsroomAt(place) };
    else void openFolder(newsroomAt(place));
  });
  void app.whenReady().then(boot);
} else {
  app.quit();
}

function boot(): void {
  const log = openLog(path.join(data, 'logs'), { echo: !app.isPackaged && isatty(2) });
  tellOfFaults(log);
  log.info('started', runtime());
  const webCopies = makeWebCopies();
  guardPages(log, webCopies.isShown);
  guardSession(sessions.defaultSession, log);

  const settings = openSettings(data, log);
  const tell: Windows['tell'] = (name, value) => windows?.tell(name, value);
  const access = makeAccess({
    who: () => settings.get().who,
    log,
    fs: nodeFileSystem,
    onChange: (now) => tell('access:changed', now),
    every,
    here: { ...thisProgram, device: settings.get().device },
  });
  const recovery = makeRecovery({
    folder: path.join(data, 'recovery'),
    log,
    now: () => new Date(),
    fs: nodeFileSystem,
  });
  const backups = makeBackups({
    data,
    log,
    now: () => new Date(),
    after: systemTimer,
    fs: nodeFileSystem,
    mayWrite: () => access.current().kind === 'write',
    onState: (state) => tell('backup:state', state),
  });
  const house = makeHousekeeping(log, systemTimer);
  const removals = makeRemovals({
    data,
    recovery,
    backups,
    log,
    fs: nodeFileSystem,
    onState: (state) => tell('removal:state', state),
  });
  const entering = makeEntering({
    access,
    settings,
    log,
    fs: nodeFileSystem,
    after: systemTimer,
    data,
    backupFirst: backups.beforeChange,
  });
  const examinations = makeExaminations({
    log,
    who: () => settings.get().who,
    onState: (state) => tell('examination:state', state),
    exportedTo: (newsroom) => settings.get().recent.find(({ folder }) => folder === newsroom)?.exportFolder ?? null,
  });
  /** The menu names the newsrooms opened before. */
  const watched: SettingsStore = {
    ...settings,
    change: (part) => {
      settings.change(part);
      if (part.recent === undefined) return;
      putUpMenu();
      // The system's own list, where it has one.
      const [open] = part.recent;
      if (open !== undefined) app.addRecentDocument(path.join(open.folder, SETTINGS_FILE));
    },
  };
  const session = createSession(watched, log, {
    ...entering,
    leave: async () => {
      const stays = windows?.front() ? windows.calling() : undefined;
      if (windows === null || (await windows.closeAll(stays))) return ok(null);
      return failed(fault('refused', 'A window holds words that are not saved. Save them there, then switch.'));
    },
    mend: async (newsroom, store) => {
      examinations.putAway();
      const mended = [...(await removals.finish(store, newsroom)), ...(await entering.mend(newsroom, store))];
      if (access.wasLeft()) void examinations.begin(store, 'left');
      return mended;
    },
  });
  servePage(sessions.defaultSession, {
    folder: path.join(__dirname, '..', 'renderer', 'main_window'),
    log,
    webCopy: webCopies.answer,
    media: async (release, file) => {
      const store = session.current();
      return store.ok ? store.value.media(release, file) : store;
    },
  });
  const open = async (folder: string) => {
    const opened = house.tend(
      await openNewsroom(folder, {
        device: settings.get().device,
        data,
        onFault: ({ code, message }) => log.info('beside the work', { code, message }),
        onAside: () => tell('newsroom:aside', null),
        onRows: (rows) => tell('newsroom:rows', rows),
      }),
    );
    return backups.tend(opened);
  };
  const first = asked.newsroom ?? settings.get().recent[0]?.folder;
  if (first !== undefined) void session.enterUnasked(open(first));

  const applyTheme = (theme: Theme) => {
    nativeTheme.themeSource = theme;
    settings.change({ theme });
    checkTheme(theme);
  };
  const copyDiagnostics = async () => {
    const store = session.current();
    const read = store.ok ? await store.value.read() : null;
    const counts = read?.ok === true ? countsOf(read.value) : {};
    await clipboard.writeText(
      diagnostics({ runtime: runtime(), windows: windows?.all().length ?? 0, counts, log: log.file }),
    );
  };
  const putUpMenu = () => {
    setMenu({
      recent: settings.get().recent,
      openRecent: (folder) => void openFolder(folder),
      copyDiagnostics: () => void copyDiagnostics(),
      send: (command) => {
        const front = windows?.front() ?? null;
        if (front !== null) tellPage(front.browser.webContents, 'menu:command', command);
      },
      setTheme: applyTheme,
      showLog: () => shell.showItemInFolder(log.file),
    });
    checkTheme(settings.get().theme);
  };
  nativeTheme.themeSource = settings.get().theme;
  app.setAboutPanelOptions({
    applicationName: 'Standfirst',
    applicationVersion: app.getVersion(),
    copyright: 'MIT licence. Nothing leaves this computer unless you export it.',
    credits: `Electron ${process.versions.electron}, Chromium ${process.versions['chrome'] ?? ''}`,
  });

  /** What is under way lands before the window goes, and the newsroom is given back. */
  const ended = async () => {
    await removals.settled();
    await backups.end();
    await session.settled();
    await recovery.settled();
    await access.leave();
    await settings.settled();
  };
  const opened = makeWindows({ settings, log, saved: session.settled, ended });
  windows = opened;
  const browser = () => opened.calling().browser;
  const handlers: Handlers = {
    ...appHandlers({ session, settings, log, windows: opened, applyTheme }),
    ...newsroomHandlers({ session, settings, recovery, window: browser, open }),
    ...outsideHandlers({ session, settings, access, log }),
    ...accessHandlers(access, entering.bringUp),
    ...examinationHandlers({ session, settings, examinations }),
    ...removalHandlers({ session, settings, removals }),
    ...backupHandlers({ session, backups, window: browser, open }),
    ...recoveryHandlers({ session, settings, recovery, window: browser }),
    ...catalogueHandlers({
      session,
      settings,
      window: browser,
      onProgress: (now) => tell('catalogue:progress', now),
    }),
    ...mediaHandlers({ session, window: browser }),
    ...registerHandlers({ session, window: browser }),
    ...paperHandlers({ session, log, webCopies, window: browser }),
    ...reviewHandlers({ session, settings, log, window: browser }),
    ...sheetHandlers({ session, settings, log, window: browser }),
    ...exportHandlers({
      session,
      settings,
      log,
      data,
      keys: signingKeys({ data, keychain: systemKeychain }),
      window: browser,
      mayWrite: () => access.current().kind === 'write',
      onProgress: (now) => tell('export:progress', now),
    }),
  };
  openDoor(acrossWindows(handlers, opened), opened, log);

  opened.open();
  // While the page is being started.
  putUpMenu();
  openFolder = async (folder) => {
    const stay = () => opened.tell('app:refused', 'Not saved yet: the other newsroom is not shown');
    if (!(await opened.saveAll())) return stay();
    await session.enterUnasked(open(folder));
    if (await opened.saveAll()) opened.front()?.browser.reload();
    else stay();
  };
  saveBeforeTheEnd(opened);
}
