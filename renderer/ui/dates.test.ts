import { describe, expect, test } from 'vitest';
import { clock, counted, fullDay, fullInstant, shortDay, shortInstant, when } from './dates';

const NOW = new Date('2026-11-22T14:12:00Z');
const LONDON = 'Europe/London';

describe('dates as they are shown', () => {
  test('a day is short within the year, and carries its year outside it', () => {
    expect(shortDay('2026-11-19', NOW)).toBe('Thu 19 Nov');
    expect(shortDay('2025-11-19', NOW)).toBe('Wed 19 Nov 2025');
  });

  test('midnight is 00:00, in the zone of the newsroom', () => {
    expect(clock('2026-11-24T00:00:00Z', LONDON)).toBe('00:00');
    expect(clock('2026-07-01T12:00:00Z', LONDON)).toBe('13:00');
  });

  test('what happened today has a time, yesterday its word, before that a day', () => {
    expect(when('2026-11-22T11:40:00Z', NOW, LONDON)).toBe('11:40');
    expect(when('2026-11-21T23:59:00Z', NOW, LONDON)).toBe('Yesterday');
    expect(when('2026-11-20T09:00:00Z', NOW, LONDON)).toBe('Fri 20 Nov');
  });

  test('an embargo is short in a list and in full where it binds', () => {
    expect(shortInstant('2026-11-25T00:01:00Z', NOW, LONDON)).toBe('Wed 25 Nov, 00:01');
    expect(fullInstant('2026-11-24T00:01:00Z', LONDON)).toBe('00:01, Tuesday 24 November 2026');
  });

  test('a summer evening in UTC is the next day in London', () => {
    expect(fullInstant('2026-06-30T23:30:00Z', LONDON)).toBe('00:30, Wednesday 1 July 2026');
  });

  test('a zone that this machine does not know is read as UTC, and nothing breaks', () => {
    expect(clock('2026-11-22T14:05:00.000Z', 'Eastmere/Quay')).toBe('14:05');
  });
  test('a calendar day has no zone', () => {
    expect(fullDay('2026-11-24')).toBe('24 November 2026');
  });

  test('one of a thing is one', () => {
    expect(counted(1, 'file')).toBe('1 file');
    expect(counted(1204, 'file')).toBe('1,204 files');
    expect(counted(0, 'quote')).toBe('0 quotes');
  });
});
