import { type BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import type { Fault } from '../shared/fault';
import { type Result, ok } from '../shared/result';
import { askPath } from './ask-path';
import { syncedPlace } from './synced-place';

/**
 * Asks for the folder of a newsroom. Where a program copies it to other machines that is said before it is used, since
 * “Nothing leaves this computer” would not be true; the writer may use it all the same. Fault: `cancelled`.
 */
export const askNewsroomFolder = async (
  window: BrowserWindow,
  options: OpenDialogOptions,
): Promise<Result<string, Fault>> => {
  for (;;) {
    const chosen = await askPath(window, options);
    if (!chosen.ok) return chosen;
    const program = syncedPlace(chosen.value, process.env);
    if (program === null) return ok(chosen.value);
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: `This folder is copied by ${program}`,
      detail: `What you write in it leaves this computer, drafts and embargoed releases too, and is on every machine that ${program} copies it to. Two people who write at once can get in each other’s way. A folder that is not copied keeps everything here.`,
      buttons: ['Choose another folder', 'Use this folder'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (response === 1) return ok(chosen.value);
  }
};
