import { describe, expect, test } from 'vitest';
import { p, release, releaseId } from '../testing/builders';
import { bundle } from './bundle';
import { dayOf, dayWords, monthName } from './dates';
import { prove } from './proof';
import { publicRelease, settings, withOther } from './testing';

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

describe('the day of an instant', () => {
  test.each([
    ['2026-07-01T22:59:59.999Z', '2026-07-01'],
    ['2026-07-01T23:00:00.000Z', '2026-07-02'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31'],
    // Summer time begins on 29 March and ends on 25 October 2026, at 01:00 UTC.
    ['2026-03-28T23:30:00.000Z', '2026-03-28'],
    ['2026-03-29T23:30:00.000Z', '2026-03-30'],
    ['2026-10-24T23:30:00.000Z', '2026-10-25'],
    ['2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('%s is %s in London', (at, day) => {
    expect(dayOf(at, 'Europe/London')).toBe(day);
    expect(dayOf(at, 'Europe/Belfast')).toBe(day);
    expect(dayOf(at, 'UTC')).toBe(at.slice(0, 10));
  });

  test('is by British time as the system knows it, on every day of thirty years', () => {
    const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });
    const last = Date.UTC(2030, 0, 1);
    for (let time = Date.UTC(2000, 0, 1, 23, 30); time < last; time += 86_400_000) {
      const at = new Date(time).toISOString();
      expect(`${at} ${dayOf(at, 'Europe/London')}`).toBe(`${at} ${clock.format(time)}`);
    }
  });

  const at = '2026-07-01T23:30:00.000Z';
  const open = withOther(publicRelease(), { corrections: [{ at, note: 'May, not March.', earlier: null }] });
  const gone = [
    {
      address: 'news/2026/06/x.html',
      formerly: [],
      language: 'en-GB',
      kind: 'withdrawn' as const,
      at,
      reason: 'Wrong.',
      to: null,
    },
  ];
  const office = settings({ siteAddress: 'https://eastmere.example' });
  const files = [...bundle({ releases: [open], gone, settings: office, preview: false })];

  test('is that of corrections and notices wherever they are told', () => {
    const telling = files.filter(({ contents }) => contents.includes('2 July 2026')).map(({ path }) => path);
    for (const path of ['corrections.html', 'index.html', open.address, 'news/2026/06/x.html', 'feed.xml'])
      expect(telling).toContain(path);
    expect(telling.some((path) => path.endsWith('.json'))).toBe(true);
    expect(
      files.filter(({ contents }) => /\b1 July 2026|2026-07-01(?!T)/.test(contents)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('may stand there though a text that is withheld names it', () => {
    const body = [p('It opens on 2 July 2026, and was corrected on 2 July 2026.')];
    const secret = [release({ id: releaseId('r-secret01'), body })];
    expect(prove(files, { secret, open: [open], gone, settings: office, people: [] })).toEqual([]);
  });
});
