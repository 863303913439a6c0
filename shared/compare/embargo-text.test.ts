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

test.each([
  ['Europe/London', '2026-10-25T00:30:00.000Z', '01:30 BST', '2026-10-25T01:30:00.000Z', '01:30 GMT'],
  ['Australia/Lord_Howe', '2026-04-04T14:45:00.000Z', '01:45 GMT+11', '2026-04-04T15:15:00.000Z', '01:45 GMT+10:30'],
])('an hour that the clocks of %s show twice says which one is meant', (zone, one, first, other, second) => {
  expect(embargoText({ instant: one, zone })).toContain(`, ${first} (${zone})`);
  expect(embargoText({ instant: other, zone })).toContain(`, ${second} (${zone})`);
});

test('the hours beside it are shown once, and need not say it', () => {
  for (const instant of ['2026-10-24T23:59:00.000Z', '2026-10-25T02:00:00.000Z', '2026-03-29T01:00:00.000Z'])
    expect(embargoText({ instant, zone: 'Europe/London' })).not.toMatch(/BST|GMT/);
});
