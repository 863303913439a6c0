import type { VersionHash } from '../release/model';
import type { HistoryLine, VersionLine } from './model';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONTH = 30 * DAY;

type Thinning = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Texts that are needed whatever the lines say: the working text and the published one. */
  readonly needed: ReadonlySet<VersionHash>;
};

/**
 * Which texts of a history may be let go. Of the autosaves in `own` (the log of this device) stay: all of the last hour,
 * the last one of each hour for a day, the last one of each day for 30 days. Of texts kept after a conflict stays the
 * last one of each hour, and the last one before any other line, for ever. An autosave that another program wrote over
 * stays for ever, as does every other kind. A text that any line that stays names, or any line of `others` (the logs of
 * other devices), stays. Hours and days are those of UTC. What is kept is decided by lines,
 * which are never let go: to thin often or seldom comes to the same in the end.
 */
export const objectsToThin = (
  own: readonly HistoryLine[],
  others: readonly HistoryLine[],
  { now, needed }: Thinning,
): readonly VersionHash[] => {
  const lines = own.filter(isVersion);
  const last = lastOfEach(lines);
  const kept = new Set<VersionHash>(needed);
  for (const line of others) if (isVersion(line)) kept.add(line.object);
  for (const [at, line] of lines.entries()) if (stays(line, lines[at + 1], now, last)) kept.add(line.object);
  return [...new Set(lines.map((line) => line.object))].filter((object) => !kept.has(object));
};

/** Whether a line is a version's, with a text of its own. */
export const isVersion = (line: HistoryLine): line is VersionLine => line.kind !== 'thinned';

/** Whether texts of this kind may ever be let go. */
export const mayThin = (kind: HistoryLine['kind']): boolean => kind === 'autosave' || kind === 'conflict';

const stays = (
  line: VersionLine,
  next: VersionLine | undefined,
  now: number,
  last: ReadonlySet<VersionLine>,
): boolean => {
  if (!mayThin(line.kind)) return true;
  // Nothing that was written later stands on these.
  if (line.kind === 'conflict' ? next?.kind !== 'conflict' : next?.kind === 'found') return true;
  const age = now - Date.parse(line.time);
  if (age <= HOUR) return true;
  if (!last.has(line)) return false;
  return line.kind === 'conflict' || age <= DAY || (age <= MONTH && isLastOfDay(line, last));
};

const hourOf = ({ time }: VersionLine): number => Math.floor(Date.parse(time) / HOUR);
const dayOf = ({ time }: VersionLine): number => Math.floor(Date.parse(time) / DAY);

/** The last autosave, and the last text of a conflict, of each hour. Of two at one instant the later line is the last. */
const lastOfEach = (lines: readonly VersionLine[]): ReadonlySet<VersionLine> => {
  const last = new Map<string, VersionLine>();
  for (const line of lines) {
    const key = `${line.kind}/${hourOf(line)}`;
    const before = last.get(key);
    if (before === undefined || Date.parse(before.time) <= Date.parse(line.time)) last.set(key, line);
  }
  return new Set([...last.values()]);
};

const isLastOfDay = (line: VersionLine, last: ReadonlySet<VersionLine>): boolean =>
  ![...last].some((other) => other.kind === line.kind && dayOf(other) === dayOf(line) && hourOf(other) > hourOf(line));
