import { expect, test } from 'vitest';
import type { RemovalReport } from '../../shared/removal/model';
import { placeWords, progressWords, reportTitle } from './words';

const REPORT: RemovalReport = { searched: 1204, found: [], unread: [], backups: 2, deleted: [] };

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
