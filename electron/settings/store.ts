import { randomBytes } from 'node:crypto';
import path from 'node:path';
import ElectronStore from 'electron-store';
import type { Log } from '../log';
import { firstSettings, type Settings } from './model';
import { readSettings } from './read';

/** The settings as they stand, and the one way to change them. */
export type SettingsStore = {
  readonly get: () => Settings;
  readonly change: (part: Partial<Settings>) => void;
};

/** Opens `settings.json` in `folder`. A change that cannot be written still holds until the app ends, and is logged. */
export function openSettings(folder: string, log: Log): SettingsStore {
  const read = readSettings(path.join(folder, 'settings.json'), log);
  // clearInvalidConfig stays off: it would empty what it cannot read.
  const file = new ElectronStore<Settings>({ cwd: folder, name: 'settings', clearInvalidConfig: false });
  let current = read ?? firstSettings(randomBytes(8).toString('hex'));
  const write = () => {
    try {
      file.store = current;
    } catch (error) {
      log.fault('settings not written', error);
    }
  };
  if (read === null) write();
  return {
    get: () => current,
    change: (part) => {
      current = { ...current, ...part };
      write();
    },
  };
}
