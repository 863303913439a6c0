import type { EventEmitter } from 'node:events';
import { type Event, powerMonitor } from 'electron';
import type { MainWindow } from './window';

/** Has the page save when the machine sleeps, shuts down, logs out, or asks the app to end. */
export function saveBeforeTheEnd(window: MainWindow): void {
  const save = () => void window.flush.request();
  const close = () => void window.close();
  powerMonitor.on('suspend', save);
  powerMonitor.on('lock-screen', save);
  // Shutting down waits for us (Linux, macOS); Electron's types leave the event out.
  (powerMonitor as EventEmitter).on('shutdown', (event: Event) => {
    event.preventDefault();
    close();
  });
  window.browser.on('session-end', save); // Windows
  // Electron's own way out on a signal does not wait for a page that still has to save.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, close);
}
