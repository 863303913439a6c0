import type { Embargo } from '../../shared/release/model';
import { type Result, failed, ok } from '../../shared/result';

const PARTS = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** The wall clock of a zone at an instant, `YYYY-MM-DDTHH:MM`, as a `datetime-local` field writes it. */
export const wallClock = (instant: number, zone: string): string => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const [year, month, day, hour, minute] = PARTS.map((part) => parts.get(part) ?? '');
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}`;
};

const HOUR = 3_600_000;

/**
 * The instant at which a zone's clocks show a wall time. Faults, as sentences: a time that the clock change leaves out,
 * and one that it gives twice; neither is guessed.
 */
export const embargoAt = (wall: string, zone: string): Result<Embargo, string> => {
  const asUtc = Date.parse(`${wall}:00.000Z`);
  // 31 November would be read as 1 December.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(wall))
    return failed('This is not a date and time.');
  const offsets = [asUtc - 14 * HOUR, asUtc - HOUR, asUtc, asUtc + HOUR, asUtc + 14 * HOUR].map(
    (instant) => Date.parse(`${wallClock(instant, zone)}:00.000Z`) - Math.floor(instant / 60_000) * 60_000,
  );
  const instants = [...new Set(offsets.map((offset) => asUtc - offset))].filter(
    (instant) => wallClock(instant, zone) === wall,
  );
  const [instant, second] = instants;
  if (instant === undefined) return failed('The clocks go forward over this time: it does not exist. Choose another.');
  if (second !== undefined) return failed('The clocks go back over this time: it comes twice. Choose another.');
  return ok({ instant: new Date(instant).toISOString(), zone });
};

/** “00:01, Tuesday 24 November 2026” in the embargo's own zone, with the zone where it is not the newsroom's. */
export const embargoWords = ({ instant, zone }: Embargo, newsroomZone: string): string => {
  const at = Date.parse(instant);
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const time = wallClock(at, zone).slice(11);
  return `${time}, ${day.format(at).replace(',', '')}${zone === newsroomZone ? '' : ` (${zone})`}`;
};
