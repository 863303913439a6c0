import type { Day } from '../release/model';

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr'],
  ['february', 'feb', 'chwefror'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin'],
  ['july', 'jul', 'gorffennaf'],
  ['august', 'aug', 'awst'],
  ['september', 'sep', 'sept', 'medi'],
  ['october', 'oct', 'hydref'],
  ['november', 'nov', 'tachwedd'],
  ['december', 'dec', 'rhagfyr'],
];
const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:dydd|nos)\\s+\\p{L}+),?\\s+';
const DAY_FIRST = new RegExp(`^(?:${WEEKDAY})?(\\d{1,2})(?:st|nd|rd|th)?\\s+(\\p{L}+)\\.?,?\\s+(\\d{4})$`, 'iu');
const MONTH_FIRST = new RegExp(`^(?:${WEEKDAY})?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})$`, 'iu');
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const LABEL = /^(?:(?:posted|published|issued|date|dated)(?:\s+on)?\s*:?\s+)+/i;
const IMMEDIATE = /^(?:for\s+)?immediate\s+release\s*[:,–—-]?\s+/i;

/** What a line says that is a date and nothing else. `more`: it says something besides, so it stays in the text. */
export type DateLine = { readonly day: Day; readonly more: boolean };

/**
 * Reads a line that is clearly a date: "24 November 2026", "Tuesday, November 24, 2026", "2026-11-24", with or without
 * a label such as "Published:". A date in figures with slashes is never clear. Null where it is not a date.
 */
export const dateLine = (line: string): DateLine | null => {
  const bare = line.trim().replace(/\.$/, '');
  const immediate = IMMEDIATE.test(bare);
  const day = dayOf(bare.replace(IMMEDIATE, '').replace(LABEL, ''));
  return day === null ? null : { day, more: immediate };
};

const dayOf = (words: string): Day | null => {
  const dayFirst = DAY_FIRST.exec(words);
  if (dayFirst) return isoDay(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(words);
  if (monthFirst) return isoDay(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  const iso = ISO.exec(words);
  return iso ? isoDay(iso[1], Number(iso[2]), iso[3]) : null;
};

const monthNumber = (name = ''): number => MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;

/** A calendar day of a year, a month from 1 and a day of one or two digits; null where there is none such. */
export const isoDay = (year = '', month: number, day = ''): Day | null => {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(day)));
  const whole = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return month > 0 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : null;
};

/** The calendar day at the start of an ISO instant, as in `<time datetime>`; null where there is none. */
export const dayOfInstant = (value: string): Day | null => dayOf(value.trim().slice(0, 10));
