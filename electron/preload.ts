import { contextBridge, ipcRenderer } from 'electron';
import type { Answers, Arguments, Bridge, CallName, EventName, Events } from '../shared/ipc/contract';

/* The bridge has no logic: each function is one call of the contract. The main process checks who asks and what is sent.
   Only types are imported from the contract, so that no library is loaded beside the page. */

const call =
  <Name extends CallName>(name: Name) =>
  (...args: Arguments<Name>): Promise<Answers[Name]> =>
    ipcRenderer.invoke(name, ...args) as Promise<Answers[Name]>;

const EVENTS: readonly string[] = [
  'app:flush',
  'app:refused',
  'access:changed',
  'backup:state',
  'catalogue:progress',
  'export:progress',
  'examination:state',
  'removal:state',
  'menu:command',
  'newsroom:changed',
  'newsroom:aside',
  'newsroom:rows',
  'newsroom:saved',
] satisfies EventName[];

const bridge = {
  app: {
    start: call('app:start'),
    setWho: call('app:set-who'),
    setTheme: call('app:set-theme'),
    openLink: call('app:open-link'),
    preferences: call('app:preferences'),
    shortcuts: call('app:shortcuts'),
    command: call('app:command'),
    flushed: call('app:flushed'),
    showing: call('app:showing'),
    openWindow: call('app:open-window'),
  },
  newsroom: {
    create: call('newsroom:create'),
    open: call('newsroom:open'),
    openRecent: call('newsroom:open-recent'),
    sample: call('newsroom:sample'),
    read: call('newsroom:read'),
    find: call('newsroom:find'),
    saveSettings: call('newsroom:save-settings'),
    settingsVersions: call('newsroom:settings-versions'),
    trash: call('newsroom:trash'),
    checkHistory: call('newsroom:check-history'),
    acceptHistory: call('newsroom:accept-history'),
  },
  releases: {
    create: call('releases:create'),
    duplicate: call('releases:duplicate'),
    open: call('releases:open'),
    save: call('releases:save'),
    setState: call('releases:set-state'),
    publish: call('releases:publish'),
    beginChange: call('releases:begin-change'),
    publishChange: call('releases:publish-change'),
    cancelChange: call('releases:cancel-change'),
    withdraw: call('releases:withdraw'),
    replace: call('releases:replace'),
    changeAddress: call('releases:change-address'),
    nameDraft: call('releases:name-draft'),
    keep: call('releases:keep'),
    nameVersion: call('releases:name-version'),
    restore: call('releases:restore'),
    moveToTrash: call('releases:move-to-trash'),
    putBack: call('releases:put-back'),
    versions: call('releases:versions'),
    version: call('releases:version'),
    import: call('releases:import'),
    importAccept: call('releases:import-accept'),
  },
  catalogue: {
    choose: call('catalogue:choose'),
    page: call('catalogue:page'),
    takeIn: call('catalogue:take-in'),
    cancel: call('catalogue:cancel'),
  },
  media: { add: call('media:add'), pick: call('media:pick'), adopt: call('media:adopt') },
  access: { read: call('access:read'), takeOver: call('access:take-over'), bringUp: call('access:bring-up') },
  backup: {
    list: call('backup:list'),
    now: call('backup:now'),
    restore: call('backup:restore'),
    callOff: call('backup:call-off'),
    show: call('backup:show'),
  },
  examination: {
    read: call('examination:read'),
    begin: call('examination:begin'),
    mend: call('examination:mend'),
    putAway: call('examination:put-away'),
  },
  removal: { remove: call('removal:remove') },
  recovery: {
    keep: call('recovery:keep'),
    saveCopy: call('recovery:save-copy'),
    stranded: call('recovery:stranded'),
    bringBack: call('recovery:bring-back'),
    copyStranded: call('recovery:copy-stranded'),
  },
  outside: {
    copies: call('outside:copies'),
    keepCopy: call('outside:keep-copy'),
    putAside: call('outside:put-aside'),
    acceptMissing: call('outside:accept-missing'),
    showFolder: call('outside:show-folder'),
  },
  paper: {
    history: call('paper:history'),
    mediaCopy: call('paper:media-copy'),
    webCopy: call('paper:web-copy'),
    issueMediaCopy: call('paper:issue-media-copy'),
  },
  review: {
    read: call('review:read'),
    change: call('review:change'),
    agree: call('review:agree'),
    copy: call('review:copy'),
    takeReply: call('review:take-reply'),
  },
  compare: {
    chooseFile: call('compare:choose-file'),
    readRelease: call('compare:read-release'),
    paper: call('compare:paper'),
  },
  sheets: { issue: call('sheets:issue') },
  register: {
    read: call('register:read'),
    saveCsv: call('register:save-csv'),
    saidBefore: call('register:said-before'),
  },
  people: { save: call('people:save'), merge: call('people:merge') },
  export: {
    chooseFolder: call('export:choose-folder'),
    pickLogo: call('export:pick-logo'),
    signing: call('export:signing'),
    makeKey: call('export:make-key'),
    plan: call('export:plan'),
    bundle: call('export:bundle'),
    cancel: call('export:cancel'),
    look: call('export:look'),
    show: call('export:show'),
    override: call('export:override'),
  },
  on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => {
    if (!EVENTS.includes(name)) throw new Error('There is no such event.');
    // Electron's event object, which leads back to the main process, stays on this side.
    const hear = (_event: unknown, value: unknown) => listener(value as Events[Name]);
    ipcRenderer.on(name, hear);
    return () => void ipcRenderer.removeListener(name, hear);
  },
} satisfies Bridge;

contextBridge.exposeInMainWorld('standfirst', bridge);
