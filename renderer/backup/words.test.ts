import { expect, test } from 'vitest';
import type { Backup } from '../../shared/backup/model';
import { backupWords, sizeWords } from './words';

const backup: Backup = {
  name: 'backup-20261122T140000000Z.zip',
  at: '2026-11-22T14:00:00.000Z',
  size: 1_230_000,
  facts: {
    format: 1,
    at: '2026-11-22T14:00:00.000Z',
    why: 'daily',
    standfirst: '0.1.0',
    organisation: 'Hexley Council',
    releases: 1,
    files: 12,
    bytes: 9_000_000,
    leftOut: 0,
    stamp: '0'.repeat(64),
  },
};

test('a backup is told by its releases, its size and why it was made', () => {
  expect(backupWords(backup)).toBe('1 release · 1.3 MB · daily');
});

test('one that is not whole says so, and one that leaves files out says how many', () => {
  expect(backupWords({ ...backup, facts: null })).toContain('Not whole');
  const { facts } = backup;
  expect(backupWords({ ...backup, facts: facts && { ...facts, leftOut: 2 } })).toContain('without 2 files');
});

test('sizes are rounded up', () => {
  expect([0, 1, 34_001, 999_999, 1_000_000, 1_000_001].map(sizeWords)).toEqual([
    '1 KB',
    '1 KB',
    '35 KB',
    '1,000 KB',
    '1 MB',
    '1.1 MB',
  ]);
});
