import type { Day, LanguageTag } from '../release/model';

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
