import { versionName } from '../../shared/newsroom/kind-words';
import type { VersionLine } from '../../shared/newsroom/model';
import { clock, dayOf, shortDay } from '../ui/dates';

/** One version in the timeline. */
export type Row = {
  readonly line: VersionLine;
  /** Its place in the history, oldest first: no two rows have one. */
  readonly index: number;
  readonly time: string;
  readonly name: string;
  /** Who, and what happened where the name does not say it. */
  readonly about: string;
};
export type Day = { readonly day: string; readonly heading: string; readonly rows: readonly Row[] };

type At = { readonly now: Date; readonly zone: string };

/** The timeline: days and their versions, newest first. In: the history, oldest first. */
export const groupByDay = (lines: readonly VersionLine[], at: At, withAutosaves: boolean): readonly Day[] => {
  const days = new Map<string, Row[]>();
  for (const [index, line] of [...lines.entries()].toReversed()) {
    if (!withAutosaves && line.kind === 'autosave') continue;
    const day = dayOf(new Date(line.time), at.zone);
    const rows = days.get(day) ?? [];
    rows.push(rowOf(line, index, at));
    days.set(day, rows);
  }
  return [...days].map(([day, rows]) => ({ day, heading: headingOf(day, at), rows }));
};

const headingOf = (day: string, { now, zone }: At): string => {
  if (day === dayOf(now, zone)) return 'Today';
  if (day === dayOf(new Date(now.getTime() - 86_400_000), zone)) return 'Yesterday';
  return shortDay(day, now);
};

const rowOf = (line: VersionLine, index: number, { zone }: At): Row => ({
  line,
  index,
  time: clock(line.time, zone),
  name: versionName(line),
  about: [line.who, noteOf(line, zone)].filter((part) => part !== '').join(' · '),
});

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** A note with its instants as people write them. */
const noteOf = ({ note = '' }: VersionLine, zone: string): string =>
  note.replace(
    INSTANT,
    (instant) => `${clock(instant, zone)} on ${shortDay(dayOf(new Date(instant), zone), new Date(instant))}`,
  );
