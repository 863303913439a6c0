import { expect, test } from 'vitest';
import {
  NOTHING_DECIDED,
  countDecisions,
  decide,
  decideOne,
  decisionsOf,
  moved,
  stepAt,
  withoutChanges,
} from './decisions';

const three = [0, 1, 2].reduce(
  (course, change) => decide(course, [change], 'before', `change ${change}`),
  NOTHING_DECIDED,
);

test('three taken over and one undone leave two, and doing again brings the third back', () => {
  const undone = moved(three, 'undo');
  expect([...decisionsOf(undone).keys()]).toEqual([0, 1]);
  expect(stepAt(undone, 'redo')?.says).toBe('change 2');
  expect([...decisionsOf(moved(undone, 'redo')).keys()]).toEqual([0, 1, 2]);
});

test('many decided at one stroke are one step', () => {
  const all = decide(three, [3, 4, 5], 'left', 'the rest');
  expect(countDecisions(decisionsOf(all), 7)).toEqual({ taken: 3, left: 3, open: 1 });
  expect(decisionsOf(moved(all, 'undo'))).toEqual(decisionsOf(three));
});

test('a decision can be taken back by itself, and that can be undone', () => {
  const open = decide(three, [1], null, 'change 1 is open again');
  expect([...decisionsOf(open).keys()]).toEqual([0, 2]);
  expect([...decisionsOf(moved(open, 'undo')).keys()]).toEqual([0, 1, 2]);
});

test('the same decision once more makes the change undecided again', () => {
  const taken = decideOne(NOTHING_DECIDED, 4, 'before', 'Headline changed');
  expect(stepAt(taken, 'undo')?.says).toBe('Headline changed: taken over');
  expect(decisionsOf(decideOne(taken, 4, 'left', 'Headline changed')).get(4)).toBe('left');
  const open = decideOne(taken, 4, 'before', 'Headline changed');
  expect(decisionsOf(open).size).toBe(0);
  expect(stepAt(open, 'undo')?.says).toBe('Headline changed: open again');
});

test('a new decision forgets what had been undone', () => {
  const other = decide(moved(three, 'undo'), [5], 'left', 'change 5');
  expect(stepAt(other, 'redo')).toBeNull();
  expect([...decisionsOf(other).keys()]).toEqual([0, 1, 5]);
});

test('with nothing decided there is nothing to undo', () => {
  expect(moved(NOTHING_DECIDED, 'undo')).toBe(NOTHING_DECIDED);
  expect(stepAt(NOTHING_DECIDED, 'undo')).toBeNull();
});

test('what was passed over of a step is undecided again, and a step of which nothing is left is none', () => {
  const all = decide(three, [3, 4], 'after', 'the rest');
  const some = withoutChanges(all, [4]);
  expect([...decisionsOf(some).keys()]).toEqual([0, 1, 2, 3]);
  expect(decisionsOf(moved(some, 'undo'))).toEqual(decisionsOf(three));
  expect(withoutChanges(all, [3, 4])).toEqual(three);
  expect(withoutChanges(all, [])).toBe(all);
});
