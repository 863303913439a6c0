import { expect, test } from 'vitest';
import type { RemovalReport } from '../../shared/removal/model';
import { placeWords, progressWords, reportTitle, troubleWords } from './words';

const REPORT: RemovalReport = { searched: 1204, found: [], unread: [], backups: 2, lost: [], kept: [] };

test('a removal is told with how many files were searched', () => {
  expect(reportTitle(REPORT)).toBe('Erased: searched 1,204 files, found nothing');
});

test('what still stands somewhere, or could not be searched, is told', () => {
  const still = { where: '/a/copy.txt', entry: null, words: 'w' };
  expect(reportTitle({ ...REPORT, found: [still, { ...still, entry: 'x' }] })).toBe(
    'Erased, but words of it still stand in 1 file: searched 1,204 files',
  );
  expect(reportTitle({ ...REPORT, unread: ['/b'] })).toContain('1 file could not be searched');
  expect(placeWords({ ...still, entry: 'newsroom/a.txt' })).toBe('/a/copy.txt, in it newsroom/a.txt');
});

test('its progress counts backups from one', () => {
  expect(progressWords({ kind: 'erasing', what: 'backups', done: 0, total: 3 })).toContain('1 of 3');
  expect(progressWords({ kind: 'erasing', what: 'searching', done: 200, total: null })).toContain('200 files');
  expect(progressWords({ kind: 'idle' })).toBe('Erasing…');
});

test('a backup that was kept, and a file that a backup lost, are told by name', () => {
  const kept = [{ name: 'backup-1.zip', why: 'later' }] as const;
  expect(reportTitle({ ...REPORT, kept })).toContain('1 file could not be searched');
  expect(troubleWords({ kept, lost: [{ backup: 'backup-2.zip', path: 'README.txt' }] })).toEqual([
    'backup-1.zip was left as it is: a later Standfirst made it, and it could not be searched. Delete it yourself if it holds the removed release.',
    'README.txt is no longer in backup-2.zip: it was damaged there already.',
  ]);
});
