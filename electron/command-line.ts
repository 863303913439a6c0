import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { app } from 'electron';
import { commandWords } from './arguments';

/** Where a person's own words begin: behind the program, and behind the app's folder where that is named too. */
export const firstWord = (): number => {
  if (app.isPackaged) return 1;
  const folder = process.argv.findIndex((word) => path.resolve(word) === app.getAppPath());
  return folder === -1 ? 2 : folder + 1;
};
const HEADLESS = 'ozone-platform';

/** The words for the command line, where the program was started for one of its commands. */
export const askedCommand = (): readonly string[] | null => commandWords(process.argv, firstWord(), existsSync);

/** Runs a command without a window and ends with its exit code. It is the command line's own bundle that runs. */
export async function runCommand(words: readonly string[]): Promise<void> {
  if (process.platform === 'linux' && !app.commandLine.hasSwitch(HEADLESS)) {
    // Chromium chooses its display before any of our lines runs, and ends the program where there is none: once more, without.
    const before = process.argv.slice(1, process.argv.length - words.length);
    const again = spawnSync(process.execPath, [...before, `--${HEADLESS}=headless`, ...words], { stdio: 'inherit' });
    app.exit(again.status ?? 2);
    return;
  }
  const bundle = path.join(__dirname, 'cli.cjs');
  process.argv = [process.execPath, bundle, ...words];
  const { done } = createRequire(bundle)(bundle) as { readonly done: Promise<number> };
  app.exit(await done);
}
