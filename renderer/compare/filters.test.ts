import { expect, test } from 'vitest';
import { shownChanges, stepTo, toggled } from './filters';
import type { Change, Trait } from '../../shared/compare/line';

const change = (...traits: readonly Trait[]): Change => ({
  kind: 'changed',
  part: 'text',
  title: '',
  spoken: '',
  excerpt: '',
  moved: null,
  traits,
  place: { in: 'body', row: 0 },
});
const CHANGES = [change('words', 'fields'), change('words', 'moves'), change('formatting'), change('words', 'quotes')];

test('with nothing chosen every change is shown, else those about one of the chosen things', () => {
  expect(shownChanges(CHANGES, new Set())).toEqual([0, 1, 2, 3]);
  expect(shownChanges(CHANGES, new Set<Trait>(['moves', 'formatting']))).toEqual([1, 2]);
  expect(shownChanges(CHANGES, new Set<Trait>(['fields']))).toEqual([0]);
});

test('choosing a thing twice takes it out again', () => {
  const moves = toggled(new Set(), 'moves');
  expect([...moves]).toEqual(['moves']);
  expect([...toggled(moves, 'moves')]).toEqual([]);
});

test('stepping goes through what is shown, round the end, also from a change that is not shown', () => {
  expect(stepTo([1, 3], null, 1)).toBe(1);
  expect(stepTo([1, 3], null, -1)).toBe(3);
  expect(stepTo([1, 3], 1, 1)).toBe(3);
  expect(stepTo([1, 3], 3, 1)).toBe(1);
  expect(stepTo([1, 3], 2, -1)).toBe(1);
  expect(stepTo([1, 3], 1, -1)).toBe(3);
  expect(stepTo([], 1, 1)).toBeNull();
});
