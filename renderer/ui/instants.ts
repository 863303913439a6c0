import { type Result, failed, ok } from '../../shared/result';
import { isKnownZone, zoneHere } from '../../shared/zone';

/** An instant, and the zone in whose time it is read. */
export type ZonedInstant = { readonly instant: string; readonly zone: string };

const PARTS = ['year', 'month', 'day', 'hour', 'minute'] as const;

/** The wall clock of a zone at an instant, `YYYY-MM-DDTHH:MM`, as a `datetime-local` field writes it. */
export const wallClock = (instant: number, zone: string): string => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zoneHere(zone),
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

/** Every instant at which a zone's clocks show a wall time, earliest first: none, one or two. */
const instantsAt = (wall: string, zone: string): readonly number[] => {
  const asUtc = Date.parse(`${wall}:00.000Z`);
  const offsets = [asUtc - 14 * HOUR, asUtc - HOUR, asUtc, asUtc + HOUR, asUtc + 14 * HOUR].map(
    (instant) => Date.parse(`${wallClock(instant, zone)}:00.000Z`) - Math.floor(instant / 60_000) * 60_000,
  );
  return [...new Set(offsets.map((offset) => asUtc - offset))]
    .filter((instant) => wallClock(instant, zone) === wall)
    .sort((a, b) => a - b);
};

/** From here on some zone's instant would have a year of five figures, which no file has. */
const TOO_LATE = Date.parse('9999-12-31T00:00:00.000Z');

/** Whether a wall time is one at all: 31 November would be read as 1 December. */
const isWallTime = (wall: string): boolean => {
  const asUtc = Date.parse(`${wall}:00.000Z`);
  return asUtc < TOO_LATE && new Date(asUtc).toISOString().startsWith(wall);
};

/**
 * The instant at which a zone's clocks show a wall time. Faults, as sentences: a zone that is not known, a time that the clock change leaves out,
 * and one that it gives twice; neither is guessed (`instantChoices` offers what may be meant).
 */
export const instantAt = (wall: string, zone: string): Result<ZonedInstant, string> => {
  if (!isWallTime(wall)) return failed('This is not a date and time.');
  if (!isKnownZone(zone)) return failed(`This computer does not know the zone ${zone}. Choose another.`);
  const [instant, second] = instantsAt(wall, zone);
  if (instant === undefined) return failed('The clocks go forward over this time: it does not exist. Choose another.');
  if (second !== undefined) return failed('The clocks go back over this time: it comes twice. Choose another.');
  return ok({ instant: new Date(instant).toISOString(), zone });
};

/** An instant that may be meant, and how it is offered. */
export type InstantChoice = { readonly at: ZonedInstant; readonly words: string };

/** The minutes around a wall time in which a clock change can lie. */
const AROUND = 180;

/**
 * What may be meant by a wall time that the clock change gives twice (each of the two) or leaves out (the last minute
 * before it and the first after it). Empty for every other time.
 */
export const instantChoices = (wall: string, zone: string): readonly InstantChoice[] => {
  if (!isWallTime(wall) || !isKnownZone(zone)) return [];
  const choice = (instant: number, how: string): InstantChoice => ({
    at: { instant: new Date(instant).toISOString(), zone },
    words: `${wallClock(instant, zone).slice(11)} ${how} (${zoneName(instant, zone)})`,
  });
  const [first, second] = instantsAt(wall, zone);
  if (first !== undefined && second !== undefined)
    return [choice(first, 'before the clocks go back'), choice(second, 'after they have gone back')];
  if (first !== undefined) return [];
  const asUtc = Date.parse(`${wall}:00.000Z`);
  for (let by = 1; by <= AROUND; by += 1) {
    const earlier = new Date(asUtc - by * 60_000).toISOString().slice(0, 16);
    const [before] = instantsAt(earlier, zone).slice(-1);
    if (before !== undefined)
      return [choice(before, 'before the clocks go forward'), choice(before + 60_000, 'after they have gone forward')];
  }
  return [];
};

/** What clocks of a zone are called at an instant: “BST”, “GMT+10:30”. */
const zoneName = (instant: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
