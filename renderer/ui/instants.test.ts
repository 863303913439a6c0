import { describe, expect, test } from 'vitest';
import { instantAt, instantChoices, wallClock } from './instants';

const LONDON = 'Europe/London';
const LEFT_OUT = 'The clocks go forward over this time: it does not exist. Choose another.';
const TWICE = 'The clocks go back over this time: it comes twice. Choose another.';

describe('an instant as it is entered', () => {
  test.each([
    ['London in winter keeps UTC', '2026-11-24T00:01', LONDON, '2026-11-24T00:01:00.000Z'],
    ['London in summer is an hour ahead', '2026-07-01T09:30', LONDON, '2026-07-01T08:30:00.000Z'],
    ['a summer midnight falls on the day before in UTC', '2026-07-01T00:01', LONDON, '2026-06-30T23:01:00.000Z'],
    ['the last minute before the clocks go forward', '2026-03-29T00:59', LONDON, '2026-03-29T00:59:00.000Z'],
    ['the first minute after it', '2026-03-29T02:00', LONDON, '2026-03-29T01:00:00.000Z'],
    ['the last minute before the hour that comes twice', '2026-10-25T00:59', LONDON, '2026-10-24T23:59:00.000Z'],
    ['the first minute after it', '2026-10-25T02:00', LONDON, '2026-10-25T02:00:00.000Z'],
    ['Kolkata is five and a half hours ahead', '2026-11-24T05:00', 'Asia/Kolkata', '2026-11-23T23:30:00.000Z'],
    ['Kathmandu five and three quarters', '2026-11-24T05:45', 'Asia/Kathmandu', '2026-11-24T00:00:00.000Z'],
    ['Newfoundland is three and a half behind', '2026-01-10T20:30', 'America/St_Johns', '2026-01-11T00:00:00.000Z'],
    ['Kiritimati is fourteen ahead', '2026-01-01T00:00', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['Lord Howe goes on by half an hour', '2026-01-01T11:00', 'Australia/Lord_Howe', '2026-01-01T00:00:00.000Z'],
  ])('%s', (_, wall, zone, instant) => {
    expect(instantAt(wall, zone)).toEqual({ ok: true, value: { instant, zone } });
    expect(wallClock(Date.parse(instant), zone)).toBe(wall);
  });

  test.each(['20266-11-24T00:01', '9999-12-31T23:59'])('%s is too late for any file: it is not taken', (wall) => {
    expect(instantAt(wall, 'America/New_York')).toEqual({ ok: false, fault: 'This is not a date and time.' });
  });

  test.each(['2026-03-29T01:00', '2026-03-29T01:30', '2026-03-29T01:59'])(
    '%s does not exist in London: it is not guessed',
    (wall) => {
      expect(instantAt(wall, LONDON)).toEqual({ ok: false, fault: LEFT_OUT });
    },
  );

  test.each(['2026-10-25T01:00', '2026-10-25T01:30', '2026-10-25T01:59'])(
    '%s comes twice in London: it is not guessed',
    (wall) => {
      expect(instantAt(wall, LONDON)).toEqual({ ok: false, fault: TWICE });
    },
  );

  test('the half hour that Lord Howe gives twice comes twice', () => {
    expect(instantAt('2026-04-05T01:45', 'Australia/Lord_Howe')).toEqual({
      ok: false,
      fault: TWICE,
    });
  });

  test.each(['', 'tomorrow', '2026-11-24', '2026-13-01T09:00', '2026-11-31T09:00', '2026-11-24T24:01'])(
    '“%s” is no date and time',
    (wall) => {
      expect(instantAt(wall, LONDON)).toEqual({ ok: false, fault: 'This is not a date and time.' });
    },
  );
});

describe('an instant in a zone that this machine does not know', () => {
  test('is shown in UTC, and none is taken', () => {
    expect(wallClock(Date.parse('2026-11-24T00:01:00.000Z'), 'Eastmere/Quay')).toBe('2026-11-24T00:01');
    expect(instantAt('2026-11-24T00:01', 'Eastmere/Quay')).toEqual({
      ok: false,
      fault: 'This computer does not know the zone Eastmere/Quay. Choose another.',
    });
    expect(instantChoices('2026-11-24T00:01', 'Eastmere/Quay')).toEqual([]);
  });
});

describe('what may be meant by a time that the clock change makes doubtful', () => {
  const offered = (wall: string, zone: string) =>
    instantChoices(wall, zone).map(({ at, words }) => [words, at.instant]);

  test('is each of the two where it comes twice', () => {
    expect(offered('2026-10-25T01:30', LONDON)).toEqual([
      ['01:30 before the clocks go back (BST)', '2026-10-25T00:30:00.000Z'],
      ['01:30 after they have gone back (GMT)', '2026-10-25T01:30:00.000Z'],
    ]);
  });

  test('is the last minute before it and the first after it where it does not exist', () => {
    expect(offered('2026-03-29T01:30', LONDON)).toEqual([
      ['00:59 before the clocks go forward (GMT)', '2026-03-29T00:59:00.000Z'],
      ['02:00 after they have gone forward (BST)', '2026-03-29T01:00:00.000Z'],
    ]);
    expect(offered('2026-10-04T02:10', 'Australia/Lord_Howe').map(([words]) => words)).toEqual([
      '01:59 before the clocks go forward (GMT+10:30)',
      '02:30 after they have gone forward (GMT+11)',
    ]);
  });

  test('is nothing where there is no doubt, or no time', () => {
    expect(offered('2026-03-29T02:00', LONDON)).toEqual([]);
    expect(offered('2026-11-31T02:00', LONDON)).toEqual([]);
  });
});
