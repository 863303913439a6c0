import { expect, test } from 'vitest';
import { atDepth, li, ni, p } from '../testing/builders';
import { listNumber } from './list-number';
import type { Block } from './model';

const item = (list: 'numbered' | 'bulleted', depth = 0): Block =>
  atDepth(depth, list === 'numbered' ? ni('A demand') : li('A demand'));
const numbers = (...blocks: readonly Block[]) => blocks.map((_, index) => listNumber(blocks, index));

test('items of a numbered list are counted from one', () => {
  expect(numbers(p('Three:'), item('numbered'), item('numbered'), item('numbered'))).toEqual([null, 1, 2, 3]);
});
test('a paragraph, and a list of the other kind, begin the count anew', () => {
  expect(numbers(item('numbered'), p('And:'), item('numbered'))).toEqual([1, null, 1]);
  expect(numbers(item('numbered'), item('bulleted'), item('numbered'))).toEqual([1, null, 1]);
});
test('a list within an item does not count in the outer one', () => {
  expect(numbers(item('numbered'), item('numbered', 1), item('bulleted', 1), item('numbered'))).toEqual([
    1,
    1,
    null,
    2,
  ]);
});
