import { app, dialog } from 'electron';
import { z } from 'zod';
import type { WindowArguments } from './arguments';
import type { Log } from './log';

/** Settles where the app keeps its own data: where `--user-data-dir` says, else the system's place for it. */
export function dataFolder(): string {
  const wanted = app.commandLine.getSwitchValue('user-data-dir');
  if (wanted !== '') app.setPath('userData', wanted);
  return app.getPath('userData');
}

const wishes = z.object({ newsroom: z.string().nullable() });

/**
 * Whether this is the one Standfirst of its data folder. A later one hands what it was asked to the first, which
 * hears it in `onSecond`, and must then end.
 */
export function isOnlyInstance(asked: WindowArguments, onSecond: (asked: WindowArguments) => void): boolean {
  app.on('second-instance', (_event, _argv, _cwd, data) => {
    // Handed over as data: Chromium reorders the words of the command line itself.
    const parsed = wishes.safeParse(data);
    onSecond(parsed.success ? parsed.data : { newsroom: null });
  });
  return app.requestSingleInstanceLock({ newsroom: asked.newsroom });
}

/** The runtime in use, for the log. */
export const runtime = () => ({
  standfirst: app.getVersion(),
  electron: process.versions.electron,
  chromium: process.versions['chrome'] ?? '',
  node: process.versions.node,
  packaged: app.isPackaged,
});

/** A fault of the program that nobody expected is logged and told, never swallowed. */
export function tellOfFaults(log: Log): void {
  let isTelling = false;
  const tell = (what: string) => (error: unknown) => {
    log.fault(what, error);
    if (isTelling || !app.isReady()) return;
    isTelling = true;
    void dialog
      .showMessageBox({
        type: 'error',
        message: 'Something in Standfirst failed that should not have.',
        detail: `What is saved is safe. What happened is written in ${log.file}.`,
        buttons: ['Carry on', 'Close Standfirst'],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      })
      .then(({ response }) => {
        isTelling = false;
        if (response === 1) app.quit();
      });
  };
  process.on('uncaughtException', tell('uncaught exception'));
  process.on('unhandledRejection', tell('unhandled rejection'));
}
