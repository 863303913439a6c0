import { expect, test } from 'vitest';
import { appDataFolder } from './app-data';

test.each([
  ['linux', {}, '/home/ada', '/home/ada/.config/Standfirst'],
  ['linux', { XDG_CONFIG_HOME: '/c' }, '/home/ada', '/c/Standfirst'],
  ['linux', {}, '', null],
  ['darwin', {}, '/Users/ada', '/Users/ada/Library/Application Support/Standfirst'],
  [
    'win32',
    { APPDATA: 'C:\\Users\\ada\\AppData\\Roaming' },
    'C:\\Users\\ada',
    'C:\\Users\\ada\\AppData\\Roaming\\Standfirst',
  ],
  ['win32', {}, 'C:\\Users\\ada', null],
] as const)('the app’s data on %s with %j lie below %s in %s', (platform, env, home, folder) => {
  expect(appDataFolder(platform, env, home)).toBe(folder);
});
