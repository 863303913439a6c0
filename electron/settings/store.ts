import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Log } from '../log';
import { saveFile, saveFolder } from '../newsroom/save-file';
import { firstSettings, type Settings } from './model';
import { readSettings } from './read';

/** The settings as they stand, and the one way to change them. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** A change holds at once. One that cannot be written still holds until the app ends, and is logged. */
  readonly change: (part: Partial<Settings>) => void;
  /** Waits until the settings as they stand are on the disk, or could not be written. */
  readonly settled: () => Promise<void>;
};

/** Opens `settings.json` in `folder`, the app's own. */
export function openSettings(folder: string, log: Log): SettingsStore {
  const file = path.join(folder, 'settings.json');
  const read = readSettings(file, log);
  let current = read ?? firstSettings(randomBytes(8).toString('hex'));
  let isWritten = true;
  let writing: Promise<void> | null = null;

  const writeAll = async (): Promise<void> => {
    while (!isWritten) {
      isWritten = true;
      try {
        await saveFolder(folder);
        await saveFile(file, `${JSON.stringify(current, null, 2)}\n`);
      } catch (error) {
        log.fault('settings not written', error);
      }
    }
    writing = null;
  };
  const change = (part: Partial<Settings>): void => {
    current = { ...current, ...part };
    isWritten = false;
    writing ??= writeAll();
  };

  if (read === null) change({});
  return {
    get: () => current,
    change,
    settled: async () => {
      await writing;
    },
  };
}
