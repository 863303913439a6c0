import { describe, expect, test } from 'vitest';
import { e2eCounts, unitCounts } from './steps.mjs';

describe('counts of tests', () => {
  test('unit tests are counted from the report', () => {
    expect(unitCounts({ numPassedTests: 12, numFailedTests: 3, numTotalTests: 16 })).toEqual({ passed: 12, failed: 3 });
  });

  test('e2e tests are counted from the report; one that passed only on a second try failed', () => {
    expect(e2eCounts({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 4 } })).toEqual({
      passed: 7,
      failed: 3,
    });
  });

  test('a report that is missing counts nothing', () => {
    expect(unitCounts(undefined)).toEqual({ passed: 0, failed: 0 });
    expect(e2eCounts(undefined)).toEqual({ passed: 0, failed: 0 });
  });
});
