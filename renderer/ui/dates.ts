import { zoneHere } from '../../shared/zone';
import { grouped } from './numbers';

/** Dates and times as they are shown: British, on the 24-hour clock, in the zone of the newsroom. */

const FORMS = {
  day: { year: 'numeric', month: '2-digit', day: '2-digit' },
  shortDay: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  fullDay: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** By form and zone: making one takes longer than drawing a row of the list. */
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (form: keyof typeof FORMS, zone: string): Intl.DateTimeFormat => {
  const key = `${form} ${zone}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-GB', { ...FORMS[form], timeZone: zoneHere(zone) });
  formats.set(key, format);
  return format;
};

/** Has the system load what it knows of dates: the first of them takes longer than all that follow. */
export const prepareDates = (): void => void formatOf('shortDay', 'UTC');

const parts = (date: Date, zone: string, form: keyof typeof FORMS) => {
  const found = formatOf(form, zone).formatToParts(date);
  return (type: Intl.DateTimeFormatPartTypes): string => found.find((part) => part.type === type)?.value ?? '';
};

/** The calendar day of an instant in a zone: `YYYY-MM-DD`. */
export const dayOf = (date: Date, zone: string): string => {
  const part = parts(date, zone, 'day');
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** A calendar day, short: "Thu 19 Nov", with the year where it is not this one. In: `YYYY-MM-DD` and an instant of today. */
export const shortDay = (day: string, now: Date): string => {
  const date = new Date(`${day}T12:00:00Z`);
  const part = parts(date, 'UTC', 'shortDay');
  const year = dayOf(now, 'UTC').slice(0, 4) === part('year') ? '' : ` ${part('year')}`;
  return `${part('weekday')} ${part('day')} ${part('month')}${year}`;
};

/** The time: "14:05". */
export const clock = (instant: string, zone: string): string => {
  const part = parts(new Date(instant), zone, 'clock');
  return `${part('hour')}:${part('minute')}`;
};

/** When something happened, as short as is clear: "14:05" today, "Yesterday", else the day. */
export const when = (instant: string, now: Date, zone: string): string => {
  const day = dayOf(new Date(instant), zone);
  if (day === dayOf(now, zone)) return clock(instant, zone);
  if (day === dayOf(new Date(now.getTime() - 86_400_000), zone)) return 'Yesterday';
  return shortDay(day, now);
};

/** A day and time, short: "Wed 25 Nov, 00:01". */
export const shortInstant = (instant: string, now: Date, zone: string): string =>
  `${shortDay(dayOf(new Date(instant), zone), now)}, ${clock(instant, zone)}`;

/** A day and time in full, where it binds: "00:01, Tuesday 24 November 2026". */
export const fullInstant = (instant: string, zone: string): string => {
  const part = parts(new Date(instant), zone, 'fullDay');
  return `${clock(instant, zone)}, ${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`;
};

/** A calendar day in full: "24 November 2026". */
export const fullDay = (day: string): string => {
  const part = parts(new Date(`${day}T12:00:00Z`), 'UTC', 'fullDay');
  return `${part('day')} ${part('month')} ${part('year')}`;
};

/** A number with its noun: "1 quote", "1,204 files". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
