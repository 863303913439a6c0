import { describe, expect, test } from 'vitest';
import { embargoWords } from './embargo';

const LONDON = 'Europe/London';

describe('an embargo in words', () => {
  test('names the time and the day in its own zone', () => {
    expect(embargoWords({ instant: '2026-11-24T00:01:00.000Z', zone: LONDON }, LONDON)).toBe(
      '00:01, Tuesday 24 November 2026',
    );
    expect(embargoWords({ instant: '2026-06-30T23:01:00.000Z', zone: LONDON }, LONDON)).toBe(
      '00:01, Wednesday 1 July 2026',
    );
  });

  test('is told in UTC, and says so, where this machine does not know its zone', () => {
    const embargo = { instant: '2026-11-24T00:01:00.000Z', zone: 'Eastmere/Quay' };
    for (const newsroom of ['Europe/London', 'Eastmere/Quay'])
      expect(embargoWords(embargo, newsroom)).toBe('00:01, Tuesday 24 November 2026 (UTC)');
  });
  test('names the zone where it is not the newsroom’s', () => {
    expect(embargoWords({ instant: '2026-11-23T23:30:00.000Z', zone: 'Asia/Kolkata' }, LONDON)).toBe(
      '05:00, Tuesday 24 November 2026 (Asia/Kolkata)',
    );
  });
});
