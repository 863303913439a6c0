import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { Log } from '../log';
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

/** Writes `settings.json` in `folder`. Only a change needs electron-store: no start waits for it to be read. */
const writeTo = async (folder: string, settings: Settings): Promise<void> => {
  const { default: ElectronStore } = await import('electron-store');
  // clearInvalidConfig stays off: it would empty what it cannot read.
  const file = new ElectronStore<Settings>({ cwd: folder, name: 'settings', clearInvalidConfig: false });
  file.store = settings;
};

/** Opens `settings.json` in `folder`, the app's own. `write`: how it is written, by electron-store in the app. */
export function openSettings(folder: string, log: Log, write = writeTo): SettingsStore {
  const read = readSettings(path.join(folder, 'settings.json'), log);
  let current = read ?? firstSettings(randomBytes(8).toString('hex'));
  let isWritten = true;
  let writing: Promise<void> | null = null;

  const writeAll = async (): Promise<void> => {
    while (!isWritten) {
      isWritten = true;
      try {
        await write(folder, current);
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
