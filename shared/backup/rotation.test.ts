import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAYS_KEPT, type Rotated, WEEKS_KEPT, isDue, toLetGo } from './rotation';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** A Monday. */
const MONDAY = Date.parse('2026-11-02T12:00:00.000Z');
const backup = (at: number, more: Partial<Rotated> = {}): Rotated => ({
  at: new Date(at).toISOString(),
  why: 'daily',
  releases: 10,
  ...more,
});
const iso = (at: number): string => new Date(at).toISOString();
const keptOf = (all: readonly Rotated[], now: number): readonly string[] => {
  const gone = new Set(toLetGo(all, iso(now)));
  return all
    .filter((each) => !gone.has(each))
    .map(({ at }) => at)
    .sort();
};

describe('rotation', () => {
  test('keeps the last of seven days, and the last of four weeks', () => {
    const days = Array.from({ length: 42 }, (_, index) => backup(MONDAY + index * DAY));
    // Six weeks, the last day a Sunday: its week is kept whole by days, the four before by their Sundays.
    const sundays = [13, 20, 27, 34].map((index) => iso(MONDAY + index * DAY));
    const week = [35, 36, 37, 38, 39, 40, 41].map((index) => iso(MONDAY + index * DAY));
    expect(keptOf(days, MONDAY + 42 * DAY)).toEqual([...sundays, ...week]);
  });

  test('of one day keeps the last', () => {
    const hours = [0, 1, 2, 3].map((hour) => backup(MONDAY + hour * HOUR));
    expect(keptOf(hours, MONDAY + 4 * HOUR)).toEqual([iso(MONDAY + 3 * HOUR)]);
  });

  test('lets nothing go while the clock stands before the newest', () => {
    const hours = [0, 1, 2, 3].map((hour) => backup(MONDAY + hour * HOUR));
    expect(toLetGo(hours, iso(MONDAY + 2 * HOUR))).toEqual([]);
  });

  test('lets nothing go when most releases are gone', () => {
    const all = [backup(MONDAY), backup(MONDAY + HOUR), backup(MONDAY + 2 * HOUR, { releases: 4 })];
    expect(toLetGo(all, iso(MONDAY + DAY))).toEqual([]);
  });

  test('keeps two that were made before a change of form, whatever else was made that day', () => {
    const changes = [0, 1, 2].map((hour) => backup(MONDAY + hour * HOUR, { why: 'before-change' }));
    const last = backup(MONDAY + 3 * HOUR);
    expect(keptOf([...changes, last], MONDAY + DAY)).toEqual([1, 2, 3].map((hour) => iso(MONDAY + hour * HOUR)));
  });

  const at = fc.integer({ min: MONDAY, max: MONDAY + 90 * DAY });
  const why = fc.constantFrom<Rotated['why']>('daily', 'asked', 'before-change');
  const rotated = fc.uniqueArray(
    fc
      .record({ at, why, releases: fc.integer({ min: 0, max: 20 }) })
      .map((each) => backup(each.at, each.why === undefined ? {} : { why: each.why, releases: each.releases })),
    { selector: (each) => each.at, maxLength: 60 },
  );

  test('never lets the newest go, nor anything twice, and does nothing more when done again', () => {
    fc.assert(
      fc.property(rotated, at, (all, now) => {
        const gone = toLetGo(all, iso(now));
        const left = all.filter((each) => !gone.includes(each));
        const newest = [...all]
          .map((each) => each.at)
          .sort()
          .at(-1);
        if (newest !== undefined) expect(left.map((each) => each.at)).toContain(newest);
        if (newest !== undefined && newest > iso(now)) expect(gone).toEqual([]);
        expect(new Set(gone).size).toBe(gone.length);
        // What is left has at most a day's, a week's and a change's worth, or nothing went at all.
        if (gone.length > 0) {
          expect(left.length).toBeLessThanOrEqual(1 + DAYS_KEPT + WEEKS_KEPT + 2);
          expect(toLetGo(left, iso(now))).toEqual([]);
        }
        // Each day among the seven latest is left with its last.
        if (all.length > 0 && gone.length > 0)
          for (const each of gone) expect(left.some((other) => other.at > each.at)).toBe(true);
      }),
    );
  });

  test('day after day, reaches back more than three weeks and holds each of the last seven days', () => {
    let all: readonly Rotated[] = [];
    for (let day = 0; day < 60; day += 1) {
      const now = MONDAY + day * DAY;
      all = [...all, backup(now)];
      const gone = new Set(toLetGo(all, iso(now)));
      all = all.filter((each) => !gone.has(each));
      const days = new Set(all.map((each) => each.at));
      for (let back = 0; back < Math.min(7, day + 1); back += 1) expect(days).toContain(iso(now - back * DAY));
      const oldest = [...days].sort()[0] ?? '';
      // On a Monday, the Sunday of four weeks before is 22 days ago.
      if (day >= 35) expect(Date.parse(oldest)).toBeLessThanOrEqual(now - 22 * DAY);
    }
  });
});

describe('the daily backup', () => {
  test('is due when none was made in the last 24 hours', () => {
    const made = [backup(MONDAY)];
    expect(isDue([], iso(MONDAY))).toBe(true);
    expect(isDue(made, iso(MONDAY + DAY - 1))).toBe(false);
    expect(isDue(made, iso(MONDAY + DAY))).toBe(true);
  });
  test('is due although one lies in the future: the clock was set back, perhaps by years', () => {
    expect(isDue([backup(MONDAY + 365 * DAY)], iso(MONDAY))).toBe(true);
  });
});
