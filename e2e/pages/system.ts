import type { ElectronApplication } from '@playwright/test';

/** What the system was asked, as kept by `watchSystem`. */
export type Asked = { readonly messages: readonly string[]; readonly opened: readonly string[] };
type Kept = { asked?: { messages: string[]; opened: string[] } };

/**
 * Answers the system's questions from now on with the button of the given number, and keeps what was asked and what would have
 * been opened outside.
 */
export async function watchSystem(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, response) => {
    const asked = { messages: [] as string[], opened: [] as string[] };
    (globalThis as Kept).asked = asked;
    const answer = (...args: readonly unknown[]) => {
      const options = args.at(-1) as { message: string; detail?: string };
      asked.messages.push(`${options.message} ${options.detail ?? ''}`.trim());
      return Promise.resolve({ response, checkboxChecked: false });
    };
    dialog.showMessageBox = answer;
    shell.openExternal = (address) => {
      asked.opened.push(address);
      return Promise.resolve();
    };
  }, button);
}

/** What the system was asked since `watchSystem`. */
export const askedOfSystem = (app: ElectronApplication): Promise<Asked> =>
  app.evaluate(() => (globalThis as Kept).asked ?? { messages: [], opened: [] });

/** Chooses an item of the application's menu by its id. */
export const chooseMenu = (app: ElectronApplication, id: string): Promise<void> =>
  app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (item === null || item === undefined) throw new Error(`There is no menu item ${wanted}`);
    (item.click as () => void).call(item);
  }, id);

/** What the system's dialog for saving answers from now on; null leaves it. */
export const saveAs = (app: ElectronApplication, file: string | null): Promise<void> =>
  app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
