import type { Embargo } from '../release/model';
import { isKnownZone } from '../zone';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * An embargo in words, `3 November 2026, 09:00 (Europe/London)`: the wall clock of the zone it was entered in, with
 * seconds where there are any; `immediate` where there is none. A zone this machine does not know, and an instant with
 * milliseconds, are given in UTC as they are stored, so that two different embargoes never read the same.
 */
export const embargoText = (embargo: Embargo | null): string => {
  if (embargo === null) return 'immediate';
  const clock = wallClock(embargo);
  return clock === null
    ? `${embargo.instant} (${embargo.zone})`
    : `${clock.date} ${clock.month} ${clock.year}, ${clock.time} (${embargo.zone})`;
};

/**
 * What a clock on the wall of an embargo's zone shows: `time` is `09:00`, or `09:00:30` where there are seconds; `01:30 BST`
 * where clocks that go back show it twice.
 */
export type WallClock = {
  readonly weekday: string;
  readonly date: number;
  readonly month: string;
  readonly year: string;
  readonly time: string;
};

/** The wall clock of an embargo; null in a zone this machine does not know, and for an instant with milliseconds. */
export const wallClock = ({ instant, zone }: Embargo): WallClock | null => {
  const time = Date.parse(instant);
  if (Number.isNaN(time) || time % 1000 !== 0 || !isKnownZone(zone)) return null;
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    weekday: 'long',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  const parts = partsOf(clock, time);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  const shown = clock.format(time);
  const isTwice = NEAR.some((minutes) => clock.format(time + minutes * 60_000) === shown);
  const name = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' });
  const which = isTwice ? ` ${partsOf(name, time).get('timeZoneName') ?? ''}` : '';
  return {
    weekday: part('weekday'),
    date: Number(part('day')),
    month: MONTHS[Number(part('month')) - 1] ?? '',
    year: part('year'),
    time: `${part('hour')}:${part('minute')}${seconds}${which}`,
  };
};

const partsOf = (format: Intl.DateTimeFormat, time: number): ReadonlyMap<Intl.DateTimeFormatPartTypes, string> =>
  new Map(format.formatToParts(time).map(({ type, value }) => [type, value]));

/** Clocks go back by half an hour, one, two or three: so far off, in minutes, they may show the same once more. */
const NEAR: readonly number[] = [-180, -120, -60, -30, 30, 60, 120, 180];
