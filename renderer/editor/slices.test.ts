import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { afterKeys, workInSlices } from './slices';

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

describe('after the keys', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  test('waits for the window to be at rest, within the time that was given', () => {
    const asked: { call: () => void; timeout: number; at: number }[] = [];
    vi.stubGlobal('requestIdleCallback', (call: () => void, { timeout }: { timeout: number }) =>
      asked.push({ call, timeout, at: Date.now() }),
    );
    vi.stubGlobal('cancelIdleCallback', () => undefined);
    const started = Date.now();
    const call = vi.fn();
    afterKeys(300, call);
    vi.runAllTimers();
    expect(call).not.toHaveBeenCalled();
    expect(asked).toHaveLength(1);
    expect((asked[0]?.at ?? 0) - started + (asked[0]?.timeout ?? 0)).toBeLessThanOrEqual(300);
    asked[0]?.call();
    expect(call).toHaveBeenCalledOnce();
  });

  test('is called off while it waits for that rest', () => {
    const off = vi.fn();
    vi.stubGlobal('requestIdleCallback', () => 7);
    vi.stubGlobal('cancelIdleCallback', off);
    const leave = afterKeys(300, () => undefined);
    vi.runAllTimers();
    leave();
    expect(off).toHaveBeenCalledWith(7);
  });
});
