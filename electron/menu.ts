import { Menu, type MenuItemConstructorOptions, app } from 'electron';
import { MENU_COMMANDS, type MenuCommand, type Shortcut, type Theme } from '../shared/ipc/contract';

type Needs = {
  readonly send: (command: MenuCommand) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly showLog: () => void;
  readonly copyDiagnostics: () => void;
  /** Newsrooms opened before, newest first: the open one first. */
  readonly recent: readonly { readonly organisation: string; readonly folder: string }[];
  readonly openRecent: (folder: string) => void;
};
type Item = MenuItemConstructorOptions;

/** Puts up the application's menu. Every command of the page stands in it once, with its keys. */
export function setMenu(needs: Needs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(needs, process.platform === 'darwin')));
}

/** Marks the theme in use. */
export function checkTheme(theme: Theme): void {
  const item = Menu.getApplicationMenu()?.getMenuItemById(`theme-${theme}`);
  if (item) item.checked = true;
}

/** Every command of the page, and all else that has keys, with the menu it stands in. */
export function shortcuts(): readonly Shortcut[] {
  const isMac = process.platform === 'darwin';
  return (Menu.getApplicationMenu()?.items ?? []).flatMap(({ label: menu, submenu }) =>
    (submenu?.items ?? []).flatMap(({ label, accelerator, role, id: given }) => {
      const keys = accelerator ?? (typeof role === 'string' ? KEYS_OF_ROLES[role.toLowerCase()] : undefined) ?? null;
      const id = MENU_COMMANDS.find((command) => command === given) ?? null;
      if (keys === null && id === null) return [];
      return [{ menu: menu.replace('&', ''), command: label, keys: keys === null ? '' : shownKeys(keys, isMac), id }];
    }),
  );
}

/** Keys that the system gives to its own commands. */
const KEYS_OF_ROLES: Readonly<Record<string, string>> = {
  undo: 'CmdOrCtrl+Z',
  redo: 'CmdOrCtrl+Shift+Z',
  cut: 'CmdOrCtrl+X',
  copy: 'CmdOrCtrl+C',
  paste: 'CmdOrCtrl+V',
  pasteandmatchstyle: 'CmdOrCtrl+Shift+V',
  selectall: 'CmdOrCtrl+A',
  resetzoom: 'CmdOrCtrl+0',
  zoomin: 'CmdOrCtrl+Plus',
  zoomout: 'CmdOrCtrl+-',
};

const shownKeys = (keys: string, isMac: boolean): string =>
  isMac
    ? keys.replace('CmdOrCtrl', '⌘').replace('Cmd', '⌘').replace('Shift', '⇧').replace('Alt', '⌥').replaceAll('+', '')
    : keys.replace('CmdOrCtrl', 'Ctrl');

function menuTemplate({ send, setTheme, showLog, copyDiagnostics, recent, openRecent }: Needs, isMac: boolean): Item[] {
  const item = (id: MenuCommand, label: string, accelerator?: string): Item => ({
    id,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(id),
  });
  const line: Item = { type: 'separator' };
  const appearance = (value: Theme, label: string): Item => ({
    id: `theme-${value}`,
    label,
    type: 'radio',
    click: () => setTheme(value),
  });

  const before: Item = {
    id: 'recent',
    label: 'Open Recent Newsroom',
    enabled: recent.length > 1,
    // The first is the open one. An ampersand would mark a key.
    submenu: recent.slice(1).map(({ organisation, folder }) => ({
      label: organisation.replaceAll('&', '&&'),
      sublabel: folder,
      toolTip: folder,
      click: () => openRecent(folder),
    })),
  };

  const file: Item = {
    label: '&File',
    submenu: [
      item('new-release', 'New Release', 'CmdOrCtrl+N'),
      item('open-in-window', 'Open in Its Own Window', 'CmdOrCtrl+Shift+O'),
      line,
      item('open-newsroom', 'Open Newsroom…', 'CmdOrCtrl+O'),
      before,
      item('show-newsrooms', 'Make, Restore or Choose a Newsroom'),
      line,
      item('import', 'Import…', 'CmdOrCtrl+Shift+I'),
      item('import-catalogue', 'Import Back Catalogue…'),
      line,
      item('save-draft', 'Save Draft…', 'CmdOrCtrl+S'),
      item('media-copy', 'Media Copy…', 'CmdOrCtrl+Shift+M'),
      item('export', 'Export…', 'CmdOrCtrl+Shift+E'),
      line,
      item('move-to-trash', 'Move Release to Trash'),
      item('show-trash', 'Trash…'),
      item('show-backups', 'Backups…'),
      ...(isMac ? [] : [line, item('show-settings', 'Settings…', 'CmdOrCtrl+,')]),
      line,
      isMac ? { role: 'close' } : { role: 'quit', label: 'Quit', accelerator: 'Ctrl+Q' },
    ],
  };
  const edit: Item = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle', label: 'Paste as Plain Text' },
      { role: 'selectAll', label: 'Select All' },
      line,
      item('find', 'Find…', 'CmdOrCtrl+F'),
      item('find-next', 'Find Next', 'CmdOrCtrl+G'),
      item('find-previous', 'Find Previous', 'CmdOrCtrl+Shift+G'),
      item('replace', 'Replace…', isMac ? 'Cmd+Alt+F' : 'Ctrl+H'),
      line,
      item('find-releases', 'Find in Newsroom…', 'CmdOrCtrl+Shift+F'),
    ],
  };
  const format: Item = {
    label: 'F&ormat',
    submenu: [
      item('bold', 'Bold', 'CmdOrCtrl+B'),
      item('italic', 'Italic', 'CmdOrCtrl+I'),
      item('link', 'Link…', 'CmdOrCtrl+Shift+K'),
      item('language', 'Language of Words…', 'CmdOrCtrl+Alt+L'),
      line,
      item('paragraph', 'Paragraph', 'CmdOrCtrl+Alt+0'),
      item('heading-2', 'Heading 2', 'CmdOrCtrl+Alt+2'),
      item('heading-3', 'Heading 3', 'CmdOrCtrl+Alt+3'),
      item('heading-4', 'Heading 4', 'CmdOrCtrl+Alt+4'),
      line,
      item('bulleted-list', 'Bulleted List', 'CmdOrCtrl+Shift+8'),
      item('numbered-list', 'Numbered List', 'CmdOrCtrl+Shift+7'),
      item('block-quote', 'Block Quote', 'CmdOrCtrl+Shift+9'),
    ],
  };
  const insert: Item = {
    label: '&Insert',
    submenu: [item('insert-image', 'Image…', 'CmdOrCtrl+Alt+I'), item('insert-table', 'Table', 'CmdOrCtrl+Alt+T')],
  };
  const quote: Item = {
    label: '&Quote',
    submenu: [
      item('next-quote', 'Next Quote to Settle', "CmdOrCtrl+'"),
      item('previous-quote', 'Previous Quote to Settle', "CmdOrCtrl+Shift+'"),
      item('accept-in-view', 'Accept Certain Speakers in View', 'CmdOrCtrl+Shift+Return'),
      line,
      item('approval-sheet', 'Approval Sheet…', 'CmdOrCtrl+Alt+P'),
      item('enter-code', 'Enter Code…', 'CmdOrCtrl+Alt+K'),
      line,
      item('use-selection', 'Use Selected Words', 'CmdOrCtrl+Alt+U'),
      item('merge-quotes', 'Merge with Next Quote', 'CmdOrCtrl+Alt+M'),
      item('split-quote', 'Split Quote at Caret', 'CmdOrCtrl+Alt+S'),
    ],
  };
  const review: Item = {
    label: '&Review',
    submenu: [
      item('compare', 'Compare Versions…', 'CmdOrCtrl+Shift+D'),
      item('write-beside', 'Write Beside a Draft', 'CmdOrCtrl+Alt+D'),
      item('review', 'Drafts and Remarks…', 'CmdOrCtrl+Shift+R'),
      item('history', 'History…', 'CmdOrCtrl+Shift+H'),
    ],
  };
  const view: Item = {
    label: '&View',
    submenu: [
      item('toggle-list', 'Releases', 'CmdOrCtrl+1'),
      item('toggle-quotes', 'Quotes', 'CmdOrCtrl+2'),
      item('toggle-checks', 'Checks', 'CmdOrCtrl+5'),
      item('show-people', 'People', 'CmdOrCtrl+3'),
      item('show-register', 'Quote Register', 'CmdOrCtrl+4'),
      line,
      item('go-to', 'Go To…', 'CmdOrCtrl+K'),
      item('next-region', 'Next Part of the Window', 'F6'),
      item('previous-region', 'Previous Part of the Window', 'Shift+F6'),
      item('back', 'Back', isMac ? 'Cmd+[' : 'Alt+Left'),
      line,
      {
        label: 'Appearance',
        submenu: [appearance('system', 'As the System'), appearance('light', 'Light'), appearance('dark', 'Dark')],
      },
      line,
      item('text-larger', 'Larger Text', 'CmdOrCtrl+Alt+='),
      item('text-smaller', 'Smaller Text', 'CmdOrCtrl+Alt+-'),
      item('text-usual', 'Usual Text', 'CmdOrCtrl+Alt+9'),
      item('focus-mode', 'The Page Alone', 'Shift+F11'),
      line,
      { role: 'resetZoom', label: 'Actual Size' },
      { role: 'zoomIn', label: 'Larger' },
      { role: 'zoomOut', label: 'Smaller' },
      { role: 'togglefullscreen', label: 'Full Screen' },
      ...(app.isPackaged ? [] : [line, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
    ],
  };
  const help: Item = {
    role: 'help',
    label: '&Help',
    submenu: [
      item('show-shortcuts', 'Keyboard Map', 'CmdOrCtrl+/'),
      item('examine', 'Examine the Newsroom'),
      line,
      { id: 'copy-diagnostics', label: 'Copy Diagnostics', click: copyDiagnostics },
      { id: 'show-log', label: 'Show the Log File', click: showLog },
      ...(isMac ? [] : [{ role: 'about', label: 'About Standfirst' } as const]),
    ],
  };
  const mac: Item = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      item('show-settings', 'Settings…', 'CmdOrCtrl+,'),
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
  return [
    ...(isMac ? [mac] : []),
    file,
    edit,
    insert,
    format,
    quote,
    review,
    view,
    isMac
      ? { role: 'windowMenu' }
      : {
          label: '&Window',
          submenu: [{ role: 'minimize' }, { role: 'close', label: 'Close Window', accelerator: 'Ctrl+W' }],
        },
    help,
  ];
}
