import type { Day, Instant, LanguageTag } from '../release/model';

/* Written out here and not taken from the machine's locale data: the same input gives the same bytes anywhere. */
const ENGLISH = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WELSH = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];

const ARABIC = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
];

/** A month's name from its number, 1 to 12: Arabic for Arabic, Welsh for Welsh, English for all else. */
export const monthName = (month: number, language: LanguageTag = 'en-GB'): string => {
  const set = /^cy(-|$)/i.test(language) ? WELSH : /^ar(-|$)/i.test(language) ? ARABIC : ENGLISH;
  return set[month - 1] ?? '';
};

/** “24 November 2026”; empty for no day. */
export const dayWords = (day: Day | '', language: LanguageTag = 'en-GB'): string => {
  const [year, month, date] = day.split('-').map(Number);
  return day === '' ? '' : `${date ?? 0} ${monthName(month ?? 0, language)} ${year ?? 0}`;
};

/** Where British time is kept. */
const BRITISH = /^(?:Europe\/(?:London|Belfast|Guernsey|Isle_of_Man|Jersey|Dublin)|GB|GB-Eire|Eire)$/;
const HOUR = 3_600_000;

/** The last Sunday of a month, 0 to 11, at 01:00 UTC, when summer time begins and ends. */
const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month + 1, 0));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1);
};

/**
 * The day of an instant by the newsroom's clock. The rules of British time are written out, as they hold since 1996, for the
 * reason that names of months are; in any other zone it is the day of UTC.
 */
export const dayOf = (at: Instant, zone: string): Day => {
  const time = Date.parse(at);
  const year = new Date(time).getUTCFullYear();
  const isSummer = BRITISH.test(zone) && time >= lastSunday(year, 2) && time < lastSunday(year, 9);
  return isSummer ? new Date(time + HOUR).toISOString().slice(0, 10) : at.slice(0, 10);
};

/** The day of an instant by the newsroom's clock, in words. */
export const instantWords = (at: Instant, zone: string, language: LanguageTag): string =>
  dayWords(dayOf(at, zone), language);
