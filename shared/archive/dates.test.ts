import { describe, expect, test } from 'vitest';
import { dayWords, monthName } from './dates';

describe('dates', () => {
  test('a Welsh day has its Welsh month', () => {
    expect(dayWords('2026-03-01', 'cy')).toBe('1 Mawrth 2026');
    expect(dayWords('2026-11-24', 'cy-GB')).toBe('24 Tachwedd 2026');
    expect(dayWords('2026-07-09', 'CY')).toBe('9 Gorffennaf 2026');
  });
  test('all other languages have English months', () => {
    expect(dayWords('2026-11-24')).toBe('24 November 2026');
    expect(dayWords('2026-01-02', 'cyx')).toBe('2 January 2026');
  });
  test('every month of the year has a name in both', () => {
    const all = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(new Set(all.map((month) => monthName(month, 'cy'))).size).toBe(12);
    expect(new Set(all.map((month) => monthName(month))).size).toBe(12);
    expect(monthName(13)).toBe('');
  });
  test('an Arabic day has its Arabic month and European figures', () =>
    expect(dayWords('2026-11-24', 'ar-EG')).toBe('24 نوفمبر 2026'));
  test('no day is no words', () => expect(dayWords('')).toBe(''));
});
