import { describe, expect, test } from 'vitest';
import { copyOf, copyOfFolder } from './copy-names';

describe('the name of a conflict copy', () => {
  test.each([
    ['release (Ada’s conflicted copy 2026-11-22).json', 'Dropbox', 'Ada', '2026-11-22'],
    ["release (Ada's conflicted copy 2026-11-22).json", 'Dropbox', 'Ada', '2026-11-22'],
    ["release (James' conflicted copy 2026-11-22 (1)).json", 'Dropbox', 'James', '2026-11-22'],
    ["release (Ada's conflicted copy).json", 'Dropbox', 'Ada', null],
    ['release (Copie en conflit de Ada 2026-11-22).json', 'Dropbox', '', '2026-11-22'],
    ['release (In Konflikt stehende Kopie).json', '', '', null],
    ['release-DESK-7.json', 'OneDrive', 'DESK-7', null],
    ['release 2.json', 'iCloud', '', null],
    ['release.sync-conflict-20261122-101112-ABCDEFG.json', 'Syncthing', 'ABCDEFG', '2026-11-22'],
    ['release (1).json', 'Google Drive', '', null],
    ['release (conflicted copy 2026-11-22 101112).json', 'Nextcloud', '', '2026-11-22'],
    ['release (conflicted copy Ada Price 2026-11-22 101112).json', 'Nextcloud', 'Ada Price', '2026-11-22'],
    ['release_conflict-20261122-101112.json', 'ownCloud', '', '2026-11-22'],
    ['release_conflict-ada-20261122-101112.json', 'ownCloud', 'ada', '2026-11-22'],
    ['release-Ada’s MacBook Pro.json', 'OneDrive', 'Ada’s MacBook Pro', null],
    ['release-BÜRO-2.json', 'OneDrive', 'BÜRO-2', null],
    ['release [conflicted].json', '', '', null],
    ['release_DESK-7_Nov-22-101112-2026_Conflict.json', '', '', null],
  ])('%s', (name, program, from, day) => {
    expect(copyOf('release.json', name)).toEqual({ program, from, day });
  });

  test.each([
    'release.json',
    'release.txt',
    'released.json',
    'release.json.bak',
    'release (1).txt',
    '.release.json.0123456789ab.tmp',
    '.release.json.icloud',
    'press release (1).json',
    'release - Copy.json',
  ])('%s is none', (name) => {
    expect(copyOf('release.json', name)).toBeNull();
  });

  test('is read for any file, and for a folder', () => {
    expect(copyOf('people.json', 'people-DESK-7.json')).toMatchObject({ program: 'OneDrive', from: 'DESK-7' });
    expect(copyOfFolder('2026-11-22-new--r-test0001', '2026-11-22-new--r-test0001 2')).toMatchObject({
      program: 'iCloud',
    });
    expect(copyOfFolder('2026-11-22-new--r-test0001', '2026-11-22-new--r-test0001(1)')).toMatchObject({
      program: 'Google Drive',
    });
    expect(copyOfFolder('2026-11-22-new--r-test0001', '2026-11-22-new--r-test0002')).toBeNull();
  });
});
