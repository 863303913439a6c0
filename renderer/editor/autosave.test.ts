import { describe, expect, test } from 'vitest';
import { type AutosaveState, type SaveProblem, createAutosave } from './autosave';

type Timer = { readonly at: number; readonly call: () => void };

/** Lets everything that waits on a promise already kept go on. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

const problem = (message: string, more: Partial<SaveProblem> = {}): SaveProblem => ({
  message,
  where: '',
  kept: true,
  needsChoice: false,
  ...more,
});

/** An autosave on a clock of its own. `saves` are the instants at which a save began; each waits for `finish`. */
const desk = ({ atOnce = true }: { readonly atOnce?: boolean } = {}) => {
  let now = 0;
  let timers: readonly Timer[] = [];
  let answer: SaveProblem | null = null;
  let keeps = true;
  let broken = false;
  let keeping: Promise<boolean> | null = null;
  let open: (() => void)[] = [];
  const saves: number[] = [];
  const kept: number[] = [];
  const states: AutosaveState[] = [];
  const autosave = createAutosave({
    save: () => {
      saves.push(now);
      if (broken) return Promise.reject(new Error('the bridge is gone'));
      if (atOnce) return Promise.resolve(answer);
      return new Promise((resolve) => {
        open.push(() => {
          resolve(answer);
        });
      });
    },
    keep: () => {
      kept.push(now);
      if (keeping !== null) return keeping;
      return keeps ? Promise.resolve(true) : Promise.reject(new Error('the bridge is gone'));
    },
    onState: (state) => {
      states.push(state);
    },
    now: () => now,
    after: (milliseconds, call) => {
      const timer = { at: now + milliseconds, call };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
  });
  return {
    ...autosave,
    saves,
    kinds: () => states.map(({ kind }) => kind),
    last: () => states.at(-1),
    kept,
    fails: (message: string | null, more: Partial<SaveProblem> = {}) => {
      answer = message === null ? null : problem(message, more);
    },
    cannotKeep: () => {
      keeps = false;
    },
    /** Keeping takes until the answer is called. */
    keepsSlowly: () => {
      let finish = (): void => undefined;
      keeping = new Promise((resolve) => {
        finish = () => {
          resolve(true);
        };
      });
      return async () => {
        finish();
        await settle();
      };
    },
    breaks: (is: boolean) => {
      broken = is;
    },
    finish: async () => {
      const [first, ...others] = open;
      open = others;
      first?.();
      await settle();
    },
    /** The clock goes on, and no timer runs: the page is busy. */
    passes: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Runs the clock to an instant, timer by timer. */
    until: async (instant: number) => {
      for (;;) {
        const [next] = timers.filter(({ at }) => at <= instant).sort((a, b) => a.at - b.at);
        if (!next) break;
        timers = timers.filter((each) => each !== next);
        now = next.at;
        next.call();
        await settle();
      }
      now = instant;
    },
  };
};

describe('saving by itself', () => {
  test('saves 300 ms after the last change, and says so', async () => {
    const page = desk();
    page.touch();
    await page.until(200);
    page.touch();
    await page.until(499);
    expect(page.saves).toEqual([]);
    await page.until(500);
    expect(page.saves).toEqual([500]);
    expect(page.kinds()).toEqual(['waiting', 'waiting', 'saving', 'saved']);
    expect(page.last()).toEqual({ kind: 'saved', at: 500 });
    await page.until(60_000);
    expect(page.saves).toEqual([500]);
  });

  test('waits no longer than 800 ms while typing goes on', async () => {
    const page = desk();
    for (let instant = 0; instant <= 2_000; instant += 100) {
      await page.until(instant);
      page.touch();
    }
    await page.until(10_000);
    // Typed at 0, 100 … 2,000: saved at 800, before the key of that instant; then from 800 at 1,600; then 2,300 at rest.
    expect(page.saves).toEqual([800, 1_600, 2_300]);
  });

  test('does one save at a time, and saves what changed meanwhile after it', async () => {
    const page = desk({ atOnce: false });
    page.touch();
    await page.until(300);
    page.touch();
    await page.until(2_000);
    expect(page.saves).toEqual([300]);
    await page.finish();
    expect(page.last()).toEqual({ kind: 'waiting' });
    await page.until(2_300);
    expect(page.saves).toEqual([300, 2_300]);
    await page.finish();
    expect(page.last()).toEqual({ kind: 'saved', at: 2_300 });
  });

  test('tries a failed save again after 500 ms, twice as long each time, at most 5 s', async () => {
    const page = desk();
    page.fails('The disk is full.');
    page.touch();
    await page.until(300);
    expect(page.last()).toEqual({ kind: 'failed', since: 300, ...problem('The disk is full.') });
    await page.until(20_000);
    // 300 + 500, + 1,000, + 2,000, + 4,000, then + 5,000 each.
    expect(page.saves).toEqual([300, 800, 1_800, 3_800, 7_800, 12_800, 17_800]);
    expect(page.last()).toEqual({ kind: 'failed', since: 300, ...problem('The disk is full.') });
    page.fails(null);
    await page.until(22_800);
    expect(page.last()).toEqual({ kind: 'saved', at: 22_800 });
    await page.until(60_000);
    expect(page.saves).toHaveLength(8);
  });

  test('begins again with 500 ms after a success', async () => {
    const page = desk();
    page.fails('No.');
    page.touch();
    await page.until(2_000);
    page.fails(null);
    await page.until(3_800);
    page.fails('No.');
    page.touch();
    await page.until(4_600);
    expect(page.saves).toEqual([300, 800, 1_800, 3_800, 4_100, 4_600]);
  });

  test('does not hurry a retry because typing goes on, and saves that too', async () => {
    const page = desk();
    page.fails('No.');
    page.touch();
    await page.until(300);
    page.fails(null);
    page.touch();
    await page.until(799);
    expect(page.saves).toEqual([300]);
    await page.until(60_000);
    expect(page.saves).toEqual([300, 800]);
  });

  test('is not held to be failed any more when a retry succeeds during which something changed', async () => {
    const page = desk({ atOnce: false });
    page.fails('No.');
    page.touch();
    await page.until(300);
    await page.finish();
    await page.until(800);
    page.fails(null);
    page.touch();
    await page.finish();
    expect(page.last()).toEqual({ kind: 'waiting' });
    await page.until(1_100);
    expect(page.saves).toEqual([300, 800, 1_100]);
  });

  test('holds a save that broke for a failed one and tries again', async () => {
    const page = desk();
    page.breaks(true);
    page.touch();
    await page.until(300);
    expect(page.last()).toMatchObject({ kind: 'failed', since: 300 });
    expect(await page.flush()).toBe(false);
    page.breaks(false);
    expect(await page.flush()).toBe(true);
  });

  test('waits for a person where the text on disk is another one, and still saves when it is asked to', async () => {
    const page = desk();
    page.fails('Changed elsewhere.', { needsChoice: true });
    page.touch();
    await page.until(60_000);
    expect(page.saves).toEqual([300]);
    expect(page.last()).toMatchObject({ kind: 'failed', needsChoice: true });
    page.fails(null);
    expect(await page.flush()).toBe(true);
  });

  test('does nothing where nothing changed', async () => {
    const page = desk();
    expect(await page.flush()).toBe(true);
    await page.until(60_000);
    expect(page.saves).toEqual([]);
    expect(page.kinds()).toEqual([]);
  });
});

describe('what is not saved yet', () => {
  test('is kept within 300 ms while typing goes on, and with the save where one begins by then', async () => {
    const page = desk();
    for (let instant = 0; instant <= 2_000; instant += 100) {
      await page.until(instant);
      page.touch();
    }
    await page.until(10_000);
    expect(page.saves).toEqual([800, 1_600, 2_300]);
    // Typed at 0, 100 … 2,000: kept at 300 and, from the key of that instant, at 600; the next is the save's of 800.
    expect(page.kept).toEqual([300, 600, 1_100, 1_400, 1_900, 2_200]);
  });

  test('is not kept besides where a save comes as soon', async () => {
    const page = desk();
    page.touch();
    await page.until(60_000);
    expect(page.saves).toEqual([300]);
    expect(page.kept).toEqual([]);
  });

  test('is kept within 300 ms while no save succeeds, and retries go their own way', async () => {
    const page = desk();
    page.fails('No.');
    page.touch();
    // Saves are tried at 300, 800, 1,800, 3,800 and 7,800.
    for (let instant = 4_000; instant <= 4_500; instant += 100) {
      await page.until(instant);
      page.touch();
    }
    await page.until(7_000);
    expect(page.saves).toEqual([300, 800, 1_800, 3_800]);
    expect(page.kept).toEqual([4_300, 4_600]);
  });

  test('is kept while a save takes long', async () => {
    const page = desk({ atOnce: false });
    page.touch();
    await page.until(300);
    page.touch();
    await page.until(10_000);
    expect(page.saves).toEqual([300]);
    expect(page.kept).toEqual([600]);
  });

  test('is kept one time after the other where the disk is slow, and not held up by one whose end is not heard of', async () => {
    const page = desk({ atOnce: false });
    page.touch();
    await page.until(300);
    const done = page.keepsSlowly();
    for (let instant = 400; instant <= 1_200; instant += 100) {
      await page.until(instant);
      page.touch();
    }
    expect(page.kept).toEqual([700]);
    await page.until(2_000);
    expect(page.kept).toEqual([700, 1_300]);
    await done();
    await page.until(5_000);
    expect(page.kept).toEqual([700, 1_300]);
  });

  test('is kept by a key where the page is too busy with keys for its timers', async () => {
    const page = desk();
    page.touch();
    for (let key = 1; key <= 12; key += 1) {
      page.passes(100);
      page.touch();
    }
    // The first key after 300 ms; its end is not heard of either, so the next is the first key more than 600 ms later.
    expect(page.kept).toEqual([400, 1_100]);
  });

  test('is not kept any more once it is stopped', async () => {
    const page = desk({ atOnce: false });
    page.touch();
    await page.until(300);
    const done = page.keepsSlowly();
    page.touch();
    await page.until(600);
    page.touch();
    page.stop();
    await done();
    await page.until(5_000);
    expect(page.kept).toEqual([600]);
  });

  test('is said not to be kept as soon as it is not', async () => {
    const page = desk();
    page.fails('No.');
    page.touch();
    await page.until(300);
    expect(page.last()).toMatchObject({ kind: 'failed', kept: true });
    page.cannotKeep();
    page.touch();
    await page.until(600);
    expect(page.last()).toMatchObject({ kind: 'failed', kept: false, since: 300 });
  });
});

describe('saving now', () => {
  test('saves at once and once only', async () => {
    const page = desk();
    page.touch();
    expect(await page.flush()).toBe(true);
    await page.until(60_000);
    expect(page.saves).toEqual([0]);
  });

  test('answers that not all is safe where the save failed', async () => {
    const page = desk();
    page.fails('No.');
    page.touch();
    expect(await page.flush()).toBe(false);
    expect(page.saves).toEqual([0]);
  });

  test('waits for the save that is under way, then saves what came after it', async () => {
    const page = desk({ atOnce: false });
    page.touch();
    await page.until(300);
    page.touch();
    const flushed = page.flush();
    await settle();
    expect(page.saves).toEqual([300]);
    await page.finish();
    expect(page.saves).toEqual([300, 300]);
    await page.finish();
    expect(await flushed).toBe(true);
  });

  test('nothing is saved by itself once it is stopped', async () => {
    const page = desk();
    page.touch();
    page.stop();
    await page.until(60_000);
    expect(page.saves).toEqual([]);
  });
});

test('a change during the save that a flush waits for is saved too, and the flush says that all is safe', async () => {
  const one = desk({ atOnce: false });
  one.touch();
  let isSafe: boolean | null = null;
  void one.flush().then((safe) => {
    isSafe = safe;
  });
  await settle();
  one.touch();
  await one.finish();
  one.touch();
  await one.finish();
  await one.finish();
  expect(one.saves).toHaveLength(3);
  expect(isSafe).toBe(true);
});
