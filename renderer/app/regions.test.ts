import { expect, test } from 'vitest';
import { nextStop } from './regions';

test('F6 goes on to the next region, and round the end', () => {
  expect(nextStop(['tools', 'list', 'page'], 0, 1)).toBe('list');
  expect(nextStop(['tools', 'list', 'page'], 2, 1)).toBe('tools');
});

test('Shift F6 goes back, and round the beginning', () => {
  expect(nextStop(['tools', 'list', 'page'], 1, -1)).toBe('tools');
  expect(nextStop(['tools', 'list', 'page'], 0, -1)).toBe('page');
});

test('a region where nothing takes focus is passed over', () => {
  expect(nextStop(['tools', null, 'page'], 0, 1)).toBe('page');
  expect(nextStop([null, null], 0, 1)).toBeNull();
});

test('from nowhere one comes to the first region, or to the last', () => {
  expect(nextStop(['tools', 'page'], -1, 1)).toBe('tools');
  expect(nextStop(['tools', 'page'], -1, -1)).toBe('page');
});
