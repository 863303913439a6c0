import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu under the second mouse button and the menu key: what can be done with the words there. */
export function offerContextMenu(browser: BrowserWindow): void {
  browser.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags, menuSourceType }) => {
    if (!isEditable && selectionText === '') return;
    const change: MenuItemConstructorOptions[] = [
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'pasteAndMatchStyle', label: 'Paste as Plain Text', enabled: editFlags.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: 'Select All', enabled: editFlags.canSelectAll },
    ];
    const menu = Menu.buildFromTemplate(isEditable ? change : [{ role: 'copy' }]);
    menu.popup({ window: browser, ...(menuSourceType === 'none' ? {} : { sourceType: menuSourceType }) });
  });
}
