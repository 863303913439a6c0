import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hunk } from './sequence';
import { diffSequence, longestIncreasing } from './sequence';

/** Length of the longest common subsequence, by the textbook table: the truth to compare with. */
const commonLength = (a: readonly number[], b: readonly number[]): number => {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const value of a) {
    const next = [0];
    b.forEach((other, index) => {
      next.push(value === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** `b`, made from `a` and the hunks' side of `b`. */
const applied = (a: readonly number[], b: readonly number[], hunks: readonly Hunk[]): readonly number[] => {
  const result: number[] = [];
  let at = 0;
  for (const hunk of hunks) {
    result.push(...a.slice(at, hunk.aStart), ...b.slice(hunk.bStart, hunk.bEnd));
    at = hunk.aEnd;
  }
  return [...result, ...a.slice(at)];
};

const sequence = fc.array(fc.nat(5), { maxLength: 60 });

describe('two sequences', () => {
  test('differ by as little as possible', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const hunks = diffSequence(a, b);
        expect(applied(a, b, hunks)).toEqual(b);
        const removed = hunks.reduce((sum, hunk) => sum + hunk.aEnd - hunk.aStart, 0);
        expect(a.length - removed).toBe(commonLength(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('find their way by stretches of four where no value occurs once', () => {
    const up = Array.from({ length: 1000 }, (_, index) => index);
    const a = [...up, ...up.toReversed()];
    const b = a.map((value, index) => (index % 5 === 0 ? 5000 + index : value)); // 400 of 2000 replaced
    const hunks = diffSequence(a, b);
    expect(hunks).toHaveLength(400);
    expect(hunks.every((hunk) => hunk.aEnd - hunk.aStart === 1)).toBe(true);
  });

  test('beyond the edit limit still give one another', () => {
    const long = fc.array(fc.nat(2000), { minLength: 400, maxLength: 700 });
    fc.assert(
      fc.property(long, long, (a, b) => {
        expect(applied(a, b, diffSequence(a, b))).toEqual(b);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the longest increasing subsequence', () => {
  test('of a list where one value was taken to the front leaves that one out', () => {
    expect(longestIncreasing([4, 0, 1, 2, 3])).toEqual([1, 2, 3, 4]);
  });

  test('of two swapped values keeps the heavier', () => {
    expect(longestIncreasing([1, 0], [5, 9])).toEqual([1]);
    expect(longestIncreasing([1, 0], [9, 5])).toEqual([0]);
  });

  test('is as long as the common subsequence with the sorted values', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(500), { maxLength: 60 }), (values) => {
        const kept = longestIncreasing(values).map((index) => values[index] ?? -1);
        expect(kept).toEqual([...kept].sort((one, other) => one - other));
        expect(kept).toHaveLength(
          commonLength(
            values,
            [...values].sort((one, other) => one - other),
          ),
        );
      }),
    );
  });
});
