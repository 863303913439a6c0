import { posix, win32 } from 'node:path';

const NAME = 'Standfirst';

/** Where the app keeps its own data, as Electron chooses it for a program of that name. Null where there is no home. */
export const appDataFolder = (
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
  home: string,
): string | null => {
  const given = (name: string): string | null => (env[name] ?? '') || null;
  if (platform === 'win32') {
    const roaming = given('APPDATA');
    return roaming === null ? null : win32.join(roaming, NAME);
  }
  if (home === '') return null;
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', NAME);
  return posix.join(given('XDG_CONFIG_HOME') ?? posix.join(home, '.config'), NAME);
};
