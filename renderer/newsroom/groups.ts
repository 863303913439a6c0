import type { ReleaseSummary } from '../../shared/newsroom/model';
import { counted, shortDay, shortInstant, when } from '../ui/dates';

/** The list of releases as it is shown: three groups, in the order in which they matter. */
export type Group = { readonly name: GroupName; readonly rows: readonly ReleaseSummary[] };
export type GroupName = 'Being written' | 'Embargoed' | 'Published' | 'Releases';

const isWritten = ({ state }: ReleaseSummary): boolean =>
  state === 'working' || state === 'in review' || state === 'agreed';

const isHeld = ({ embargo }: ReleaseSummary, now: Date): boolean =>
  embargo !== null && new Date(embargo).getTime() > now.getTime();

const descending = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);
const soonestFirst = (a: ReleaseSummary, b: ReleaseSummary): number => descending(b.embargo ?? '', a.embargo ?? '');
const latestFirst = (a: ReleaseSummary, b: ReleaseSummary): number =>
  descending(a.date, b.date) || descending(a.savedAt, b.savedAt);

/**
 * Sorts releases into the groups: what is being written, last touched first; what is published and still under
 * embargo, soonest first; what is public, newest first.
 */
export const groupReleases = (releases: readonly ReleaseSummary[], now: Date): readonly Group[] => {
  const written = releases.filter(isWritten);
  const done = releases.filter((row) => !isWritten(row));
  return [
    { name: 'Being written', rows: written.toSorted((a, b) => descending(a.savedAt, b.savedAt)) },
    { name: 'Embargoed', rows: done.filter((row) => isHeld(row, now)).toSorted(soonestFirst) },
    { name: 'Published', rows: done.filter((row) => !isHeld(row, now)).toSorted(latestFirst) },
  ];
};

const MINUTE = 60_000;

/** How long it is until an instant, in the largest unit of which there is more than one: “in 3 days”, “in 45 minutes”. */
export const countdown = (instant: string, now: Date): string => {
  const minutes = Math.max(1, Math.ceil((Date.parse(instant) - now.getTime()) / MINUTE));
  if (minutes < 120) return `in ${counted(minutes, 'minute')}`;
  const hours = Math.round(minutes / 60);
  if (hours < 48) return `in ${counted(hours, 'hour')}`;
  const days = Math.round(hours / 24);
  return days < 730 ? `in ${counted(days, 'day')}` : `in ${counted(Math.round(days / 365.25), 'year')}`;
};

/** Its state and its day, in the few words of a row. */
export const rowWords = (row: ReleaseSummary, now: Date, zone: string): string => {
  const touched = when(row.savedAt, now, zone);
  const day = row.date === '' ? touched : shortDay(row.date, now);
  if (!isWritten(row) && isHeld(row, now))
    return `Until ${shortInstant(row.embargo ?? '', now, zone)}, ${countdown(row.embargo ?? '', now)}`;
  switch (row.state) {
    case 'working':
      return `Working · ${touched}`;
    case 'in review':
      return `In review · ${touched}`;
    case 'agreed':
      return `Agreed · ${touched}`;
    case 'published':
      return day;
    case 'corrected':
    case 'withdrawn':
    case 'replaced':
    case 'removed':
      return `${row.state.charAt(0).toUpperCase()}${row.state.slice(1)} · ${day}`;
  }
};
