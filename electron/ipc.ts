import { type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron';
import { CALLS, type CallName, type EventName, type Events, type Handlers } from '../shared/ipc/contract';
import type { Log } from './log';
import { PAGE_ORIGIN } from './page-file';

/**
 * The one door between page and main process. A call passes when it comes from the main frame of our own window, shows our own page,
 * and carries arguments that its schema knows. What is refused, and what fails by a bug, is logged; the page learns no more
 * than that. Faults a user can meet travel as values and pass through.
 */
export function openDoor(handlers: Handlers, page: () => WebContents | null, log: Log): void {
  for (const name of Object.keys(CALLS) as CallName[]) {
    const handler = handlers[name] as (...args: readonly unknown[]) => Promise<unknown>;
    ipcMain.handle(name, async (event, ...args: readonly unknown[]) => {
      if (!isOurPage(event, page())) {
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
        return await handler(...(parsed.data as readonly unknown[]));
      } catch (error) {
        log.fault('call failed', error, { call: name });
        throw new Error('failed', { cause: error });
      }
    });
  }
}

function isOurPage(event: IpcMainInvokeEvent, page: WebContents | null): boolean {
  const frame = event.senderFrame;
  if (page === null || frame === null || event.sender !== page) return false;
  return frame === page.mainFrame && frame.origin === PAGE_ORIGIN;
}

/** Tells the page something; without a page there is nobody to tell. */
export function tellPage<Name extends EventName>(page: WebContents | null, name: Name, value: Events[Name]): void {
  if (page !== null && !page.isDestroyed() && !page.isCrashed()) page.send(name, value);
}
