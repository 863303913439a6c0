import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { workInSlices } from './slices';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Work of `steps` steps that take three milliseconds each, and how far it is. */
const slowWork = (steps: number) => {
  const state = { taken: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => 3 * state.taken);
  const begin = function* (): Generator<void> {
    while (state.taken < steps) {
      state.taken += 1;
      yield;
    }
  };
  return { state, begin };
};

describe('work in slices', () => {
  test('begins after the wait and tells when it is done', () => {
    const then = vi.fn();
    const { state, begin } = slowWork(5);
    workInSlices(60, begin, then);
    vi.advanceTimersByTime(59);
    expect(state.taken).toBe(0);
    vi.runAllTimers();
    expect([state.taken, then.mock.calls.length]).toEqual([5, 1]);
  });

  test('rests between two slices, and nothing follows once it is left off', () => {
    const then = vi.fn();
    const { state, begin } = slowWork(5);
    const leave = workInSlices(0, begin, then);
    vi.advanceTimersToNextTimer();
    expect(state.taken).toBe(2);
    leave();
    vi.runAllTimers();
    expect([state.taken, then.mock.calls.length]).toEqual([2, 0]);
  });
});
