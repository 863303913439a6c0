import type { Instant } from '../release/model';
import type { BackupReason } from './model';

/** The last backup of so many days, and of so many weeks before the newest one's, is kept. */
export const DAYS_KEPT = 7;
export const WEEKS_KEPT = 4;
/** Of backups made before a change of form, so many are kept besides. */
const CHANGES_KEPT = 2;
const DAY = 24 * 60 * 60 * 1000;

/** A backup that is whole, as rotation knows it. */
export type Rotated = { readonly at: Instant; readonly why: BackupReason; readonly releases: number };

/**
 * Which backups may go. In: all that are whole, in any order. Out: those that are neither the last of one of the seven
 * latest days that have one, nor the last of one of the four weeks (ISO 8601, UTC) before the newest one's. The newest stays whatever
 * the rest says. Nothing goes while one is newer than `now`, since then the clock was set back; nor while the newest has
 * less than half the releases of the one before it, since then something is missing that the older ones hold.
 */
export const toLetGo = <Each extends Rotated>(backups: readonly Each[], now: Instant): readonly Each[] => {
  const newestFirst = [...backups].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const [newest, before] = newestFirst;
  if (newest === undefined || newest.at > now) return [];
  if (before !== undefined && newest.releases < before.releases / 2) return [];
  const ordinary = newestFirst.filter(({ why }) => why !== 'before-change');
  const kept = new Set<Each>([
    newest,
    ...firstOfEach(ordinary, dayOf, DAYS_KEPT),
    ...firstOfEach(
      ordinary.filter(({ at }) => weekOf(at) < weekOf(newest.at)),
      weekOf,
      WEEKS_KEPT,
    ),
    ...newestFirst.filter(({ why }) => why === 'before-change').slice(0, CHANGES_KEPT),
  ]);
  return newestFirst.filter((each) => !kept.has(each));
};

/** Whether it is time for the daily backup: none was made in the last 24 hours, by this clock. */
export const isDue = (backups: readonly Pick<Rotated, 'at'>[], now: Instant): boolean => {
  const age = ({ at }: Pick<Rotated, 'at'>): number => Date.parse(now) - Date.parse(at);
  return !backups.some((each) => age(each) >= 0 && age(each) < DAY);
};

const firstOfEach = <Each extends Rotated>(
  newestFirst: readonly Each[],
  keyOf: (at: Instant) => string,
  most: number,
): readonly Each[] => {
  const firsts = new Map<string, Each>();
  for (const each of newestFirst) if (!firsts.has(keyOf(each.at))) firsts.set(keyOf(each.at), each);
  return [...firsts.values()].slice(0, most);
};

const dayOf = (at: Instant): string => at.slice(0, 10);

/** The Monday of an instant's week, which names the week: ISO weeks begin on Mondays. */
const weekOf = (at: Instant): string => {
  const midnight = Date.parse(`${dayOf(at)}T00:00:00.000Z`);
  const sinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - sinceMonday * DAY).toISOString().slice(0, 10);
};
