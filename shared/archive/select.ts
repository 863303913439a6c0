import type { PublishedRelease } from '../newsroom/model';
import { type Instant, type Release, isDraft } from '../release/model';
import type { Withheld } from './model';

/** A release that may be public: its frozen text, and what publication says of it. */
export type PublicRelease = {
  readonly release: Release;
  /** `news/2026/11/slug.html`. */
  readonly address: string;
  /** When it became public: its publication, or the end of its embargo where that is later. */
  readonly since: Instant;
  readonly current: Release;
};

export type Selection = {
  /** Newest first. */
  readonly public: readonly PublicRelease[];
  readonly withheld: readonly Withheld[];
};

/**
 * The one gate to the archive: what may be public as of an instant. Only text frozen at publication passes, never the
 * working text, and nothing before its embargo's instant: the one frozen with it or one set since, whichever is later.
 * A release whose state went back to one in which it is written is not published. All else is withheld, with why.
 */
export const select = (
  published: readonly PublishedRelease[],
  unpublished: readonly Release[],
  asOf: Instant,
): Selection => {
  const open: PublicRelease[] = [];
  const withheld: Withheld[] = unpublished.map((release) => withhold(release, 'not published', null));
  for (const { current, frozen } of published) {
    const { publication } = current;
    const until = latest([frozen, current].flatMap(({ embargo }) => (embargo ? [embargo.instant] : [])));
    const isOut = publication !== null && hasCome(publication.at, asOf) && !isDraft(current);
    if (!isOut) withheld.push(withhold(frozen, 'not published', null));
    else if (current.state === 'withdrawn') withheld.push(withhold(frozen, 'withdrawn', null));
    else if (current.state === 'removed') withheld.push(withhold(frozen, 'removed', null));
    else if (until !== null && !hasCome(until, asOf)) withheld.push(withhold(frozen, 'embargoed', until));
    else {
      const since = until !== null && isBefore(publication.at, until) ? until : publication.at;
      open.push({ release: frozen, address: publication.address, since, current });
    }
  }
  return { public: open.sort(newestFirst), withheld: withheld.sort((a, b) => order(a.release, b.release)) };
};

/** Whether an instant has come. One that cannot be read never has: what is not known to be public is withheld. */
const hasCome = (instant: Instant, asOf: Instant): boolean => Date.parse(instant) <= Date.parse(asOf);
/** The last of some instants, one that cannot be read after all others; null of none. */
const latest = (instants: readonly Instant[]): Instant | null =>
  instants.find((instant) => Number.isNaN(Date.parse(instant))) ??
  instants.reduce<Instant | null>((last, each) => (last === null || isBefore(last, each) ? each : last), null);
const isBefore = (a: Instant, b: Instant): boolean => Date.parse(a) < Date.parse(b);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: PublicRelease, b: PublicRelease): number =>
  order(b.release.dateline.date, a.release.dateline.date) || order(b.since, a.since) || order(a.address, b.address);

const withhold = (release: Release, why: Withheld['why'], until: Instant | null): Withheld => ({
  release: release.id,
  headline: release.headline,
  why,
  until,
});
