import { type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron';
import { CALLS, type CallName, type EventName, type Events, type Handlers } from '../shared/ipc/contract';
import type { Log } from './log';
import { PAGE_ORIGIN } from './page-file';

/** The pages that may call. */
export type Pages = {
  readonly isOurs: (page: WebContents) => boolean;
  /** Answers a call of a page, so that whoever is asked on the way knows which one made it. */
  readonly during: <Value>(page: WebContents, act: () => Promise<Value>) => Promise<Value>;
};

/**
 * The one door between the pages and the main process. A call passes when it comes from the main frame of a window of ours, shows our
 * own page, and carries arguments that its schema knows. What is refused, and what fails by a bug, is logged; the page learns no more
 * than that. Faults a user can meet travel as values and pass through.
 */
export function openDoor(handlers: Handlers, pages: Pages, log: Log): void {
  for (const name of Object.keys(CALLS) as CallName[]) {
    const handler = handlers[name] as (...args: readonly unknown[]) => Promise<unknown>;
    ipcMain.handle(name, async (event, ...args: readonly unknown[]) => {
      if (!isOurPage(event, pages)) {
        log.info('call refused', { call: name, why: 'sender' });
        throw new Error('refused');
      }
      const parsed = CALLS[name].safeParse(args);
      if (!parsed.success) {
        // Codes and places only: a problem's message may quote what was sent.
        const problems = parsed.error.issues.map(({ code, path }) => `${code} at ${path.join('.')}`);
        log.info('call refused', { call: name, why: 'arguments', problems: problems.slice(0, 5).join('; ') });
        throw new Error('refused');
      }
      try {
        return await pages.during(event.sender, () => handler(...(parsed.data as readonly unknown[])));
      } catch (error) {
        log.fault('call failed', error, { call: name });
        throw new Error('failed', { cause: error });
      }
    });
  }
}

function isOurPage({ sender, senderFrame }: IpcMainInvokeEvent, pages: Pages): boolean {
  if (senderFrame === null || !pages.isOurs(sender)) return false;
  return senderFrame === sender.mainFrame && senderFrame.origin === PAGE_ORIGIN;
}

/** Tells the page something; without a page there is nobody to tell. */
export function tellPage<Name extends EventName>(page: WebContents | null, name: Name, value: Events[Name]): void {
  if (page !== null && !page.isDestroyed() && !page.isCrashed()) page.send(name, value);
}
