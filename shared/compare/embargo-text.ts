import type { Embargo } from '../release/model';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * An embargo in words, `3 November 2026, 09:00 (Europe/London)`: the wall clock of the zone it was entered in, with
 * seconds where there are any; `immediate` where there is none. A zone this machine does not know, and an instant with
 * milliseconds, are given in UTC as they are stored, so that two different embargoes never read the same.
 */
export const embargoText = (embargo: Embargo | null): string => {
  if (embargo === null) return 'immediate';
  const { instant, zone } = embargo;
  const time = Date.parse(instant);
  if (Number.isNaN(time) || time % 1000 !== 0 || !isKnownZone(zone)) return `${instant} (${zone})`;
  const parts = new Map(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const day = `${Number(part('day'))} ${MONTHS[Number(part('month')) - 1] ?? ''} ${part('year')}`;
  const seconds = part('second') === '00' ? '' : `:${part('second')}`;
  return `${day}, ${part('hour')}:${part('minute')}${seconds} (${zone})`;
};

const isKnownZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
