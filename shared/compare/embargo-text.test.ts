import { expect, test } from 'vitest';
import { embargoText } from './embargo-text';

test('an embargo reads as the clock on the wall of its zone', () => {
  const instant = '2026-07-03T09:00:00.000Z';
  expect(embargoText({ instant, zone: 'Europe/London' })).toBe('3 July 2026, 10:00 (Europe/London)');
  expect(embargoText({ instant: '2026-12-31T23:30:30.000Z', zone: 'Europe/Paris' })).toBe(
    '1 January 2027, 00:30:30 (Europe/Paris)',
  );
  expect(embargoText(null)).toBe('immediate');
});

test('what cannot be told on a clock is told as it is stored', () => {
  expect(embargoText({ instant: '2026-07-03T09:00:00.000Z', zone: 'Nowhere/Land' })).toBe(
    '2026-07-03T09:00:00.000Z (Nowhere/Land)',
  );
  expect(embargoText({ instant: '2026-07-03T09:00:00.001Z', zone: 'Europe/London' })).toBe(
    '2026-07-03T09:00:00.001Z (Europe/London)',
  );
});
