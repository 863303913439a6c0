import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFlush } from './flush';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = () => {
  const asked = vi.fn();
  const flush = createFlush({ ask: asked, limit: 5_000 });
  flush.pageStarted();
  return { flush, asked };
};

describe('asking the page to save', () => {
  test('ends when the page answers', async () => {
    const { flush, asked } = started();
    const outcome = flush.request();
    expect(asked).toHaveBeenCalledTimes(1);
    flush.answered('saved');
    expect(await outcome).toBe('saved');
  });
  test.each(['kept', 'unsafe'] as const)('ends with what the page says of its words: %s', async (how) => {
    const { flush } = started();
    const outcome = flush.request();
    flush.answered(how);
    expect(await outcome).toBe(how);
  });
  test('is given up after the limit, and can be tried again', async () => {
    const { flush, asked } = started();
    const outcome = flush.request();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await outcome).toBe('late');
    const again = flush.request();
    expect(asked).toHaveBeenCalledTimes(2);
    flush.answered('saved');
    expect(await again).toBe('saved');
  });
  test('asks once for requests that overlap', async () => {
    const { flush, asked } = started();
    const both = Promise.all([flush.request(), flush.request()]);
    flush.answered('saved');
    expect(await both).toEqual(['saved', 'saved']);
    expect(asked).toHaveBeenCalledTimes(1);
  });
  test('does not wait for a page that is not there or has gone', async () => {
    const none = createFlush({ ask: vi.fn(), limit: 5_000 });
    expect(await none.request()).toBe('no page');
    const { flush } = started();
    const outcome = flush.request();
    flush.pageGone();
    expect(await outcome).toBe('no page');
  });
  test('takes an answer nobody asked for calmly', () => {
    const { flush } = started();
    expect(() => flush.answered('saved')).not.toThrow();
  });
});
