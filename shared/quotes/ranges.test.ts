import { expect, test } from 'vitest';
import { rangesOutside } from './ranges';

test('what of some ranges lies outside others', () => {
  const mark = [{ block: 0, start: 2, end: 12 }];
  expect(rangesOutside(mark, [{ block: 0, start: 4, end: 9 }])).toEqual([
    { block: 0, start: 2, end: 4 },
    { block: 0, start: 9, end: 12 },
  ]);
  expect(rangesOutside(mark, [{ block: 0, start: 0, end: 20 }])).toEqual([]);
  expect(rangesOutside(mark, [{ block: 1, start: 0, end: 20 }])).toEqual(mark);
  expect(rangesOutside(mark, [])).toEqual(mark);
});
