import { expect, test } from 'vitest';
import { syncedPlace } from './synced-place';

test.each([
  ['/home/anwen/Dropbox/Newsroom', 'Dropbox'],
  ['C:\\Users\\anwen\\OneDrive - Wyrdale Council\\Newsroom', 'OneDrive'],
  ['C:\\Users\\anwen\\Dropbox (Press)\\Newsroom', 'Dropbox'],
  ['/Users/anwen/Library/Mobile Documents/com~apple~CloudDocs/Newsroom', 'iCloud Drive'],
  ['/Users/anwen/Library/CloudStorage/ProtonDrive-anwen/Newsroom', 'ProtonDrive'],
  ['G:\\My Drive\\Newsroom', 'Google Drive'],
])('%s is copied by %s', (folder, program) => expect(syncedPlace(folder, {})).toBe(program));

test.each(['/home/anwen/Newsroom', '/home/anwen/Dropbox letters', '/home/anwen/Boxes/Newsroom', 'D:\\Press\\Newsroom'])(
  '%s is not known to be copied',
  (folder) => expect(syncedPlace(folder, {})).toBeNull(),
);

test('OneDrive says itself where its folders are', () => {
  const env = { OneDrive: '/data/work' };
  expect(syncedPlace('/data/work/newsroom', env)).toBe('OneDrive');
  expect(syncedPlace('/data/workshop', env)).toBeNull();
});
