import { hasEnded } from '../../shared/release/embargo';
import type { Embargo, Publication } from '../../shared/release/model';
import { zoneHere } from '../../shared/zone';
import { wallClock } from '../ui/instants';

/** “00:01, Tuesday 24 November 2026” in the embargo's own zone, with the zone where it is not the newsroom's. */
export const embargoWords = ({ instant, zone: own }: Embargo, newsroomZone: string): string => {
  const at = Date.parse(instant);
  const zone = zoneHere(own);
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

/** "Embargoed until 00:01, Friday 27 November 2026"; once it has passed, since when it is over. */
export const embargoStands = (embargo: Embargo, newsroomZone: string, now: number): string =>
  `${hasEnded(embargo, now) ? 'Embargo over since' : 'Embargoed until'} ${embargoWords(embargo, newsroomZone)}`;

/** What is wrong with an embargo of a release that readers have already; empty where nothing is. */
export const heldInVain = (embargo: Embargo | null, publication: Publication | null, now: number): string =>
  embargo === null || hasEnded(embargo, now) || publication?.since === undefined
    ? ''
    : 'Readers have this release already, and an embargo does not take it back: while this one holds, nothing is exported. Take it off; to take the release off the website, withdraw it.';
