import { describe, expect, test } from 'vitest';
import type { VersionKind, VersionLine } from '../../shared/newsroom/model';
import type { VersionHash } from '../../shared/release/model';
import { groupByDay } from './days';

const AT = { now: new Date('2026-11-22T14:00:00.000Z'), zone: 'Europe/London' };
const line = (time: string, kind: VersionKind, more: Partial<VersionLine> = {}): VersionLine => ({
  seq: 1,
  time,
  who: 'Ada',
  kind,
  name: '',
  object: 'a'.repeat(64) as VersionHash,
  previous: '0'.repeat(64),
  ...more,
});

describe('the timeline', () => {
  test('stands by day, newest first, with time, kind in words, name and who', () => {
    const days = groupByDay(
      [
        line('2026-11-19T09:00:00.000Z', 'created'),
        line('2026-11-21T16:00:00.000Z', 'review'),
        line('2026-11-22T09:05:00.000Z', 'draft', { name: 'Draft 2, legal' }),
        line('2026-11-22T10:00:00.000Z', 'autosave', { who: '' }),
      ],
      AT,
      true,
    );
    expect(days.map(({ heading, rows }) => [heading, rows.map((row) => [row.time, row.name, row.about])])).toEqual([
      [
        'Today',
        [
          ['10:00', 'Saved as it was written', ''],
          ['09:05', 'Draft 2, legal', 'Ada'],
        ],
      ],
      ['Yesterday', [['16:00', 'Sent for review', 'Ada']]],
      ['Thu 19 Nov', [['09:00', 'As begun', 'Ada']]],
    ]);
    expect(days.flatMap(({ rows }) => rows.map((row) => row.index))).toEqual([3, 2, 1, 0]);
  });
  test('leaves autosaves out when asked, and then days on which there is nothing else', () => {
    const lines = [line('2026-11-21T09:00:00.000Z', 'autosave'), line('2026-11-22T09:00:00.000Z', 'manual')];
    expect(groupByDay(lines, AT, false).map(({ heading }) => heading)).toEqual(['Today']);
  });
  test('belongs to the newsroom’s zone: a summer evening is the next day', () => {
    const [day] = groupByDay([line('2026-06-30T23:30:00.000Z', 'manual')], AT, true);
    expect(day).toMatchObject({ day: '2026-07-01', heading: 'Wed 1 Jul' });
    expect(day?.rows[0]?.time).toBe('00:30');
  });
  test('writes the instants of a note as people do', () => {
    const [day] = groupByDay(
      [line('2026-11-22T09:00:00.000Z', 'restored', { note: 'As it was at 2026-11-20T17:04:05.678Z' })],
      AT,
      true,
    );
    expect(day?.rows[0]?.about).toBe('Ada · As it was at 17:04 on Fri 20 Nov');
  });
});
