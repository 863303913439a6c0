import { type BrowserWindow, type OpenDialogOptions, dialog } from 'electron';
import { type Fault, fault } from '../shared/fault';
import { type Result, failed, ok } from '../shared/result';

/** Asks for one folder or file in the system's own dialog. Fault: `cancelled`. */
export async function askPath(window: BrowserWindow, options: OpenDialogOptions): Promise<Result<string, Fault>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options);
  const [chosen] = filePaths;
  return canceled || chosen === undefined ? failed(fault('cancelled', 'Nothing was chosen.')) : ok(chosen);
}
