import type { EventEmitter } from 'node:events';
import { type Event, app, powerMonitor } from 'electron';
import type { Windows } from './windows';

/** Has the pages save when the machine sleeps, shuts down, logs out, or asks the app to end. */
export function saveBeforeTheEnd(windows: Windows): void {
  const save = () => void windows.saveAll();
  const close = () => void windows.closeAll();
  powerMonitor.on('suspend', save);
  powerMonitor.on('lock-screen', save);
  // Shutting down waits for us (Linux, macOS); Electron's types leave the event out.
  (powerMonitor as EventEmitter).on('shutdown', (event: Event) => {
    event.preventDefault();
    close();
  });
  // Quitting asks every window before the first one goes. The last to go ends the app (`window-all-closed`).
  app.on('before-quit', (event) => {
    if (windows.all().length === 0) return;
    event.preventDefault();
    close();
  });
  // Electron's own way out on a signal does not wait for a page that still has to save.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, close);
}
