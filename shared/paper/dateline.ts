import { dayWords } from '../archive/dates';
import { escape } from '../archive/html';
import type { Release } from '../release/model';

/**
 * Place and day of a release as HTML; empty where it has neither. The day's words are English, and run as English does within a text
 * that runs the other way: else “1 December” would be read as “December 1”, or worse.
 */
export const datelineHtml = ({ place, date }: Release['dateline']): string =>
  [escape(place), date === '' ? '' : `<span lang="en-GB" dir="ltr">${escape(dayWords(date))}</span>`]
    .filter((part) => part !== '')
    .join(', ');
