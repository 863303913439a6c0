import type { Quote, QuoteStatus } from '../quotes/model';
import type { Instant, Release } from '../release/model';
import type { QuoteCounts, ReleaseSummary } from './model';

/** A release's quotes, counted by status. */
export const countsOf = (quotes: readonly Quote[]): QuoteCounts => {
  const count = (status: QuoteStatus): number => quotes.filter((quote) => quote.status === status).length;
  return {
    noSpeaker: count('no speaker'),
    needsApproval: count('needs approval'),
    changed: count('changed since approval'),
    total: quotes.length,
  };
};

/**
 * One row of the list of releases: what it says of a release as saved at `savedAt`. `quotes`: those of its body as shown
 * (`resolveQuotes`), null where they are not counted yet; `who`: who saved it, else who published it.
 */
export const summaryOf = (
  release: Release,
  savedAt: Instant,
  quotes: readonly Quote[] | null,
  who = release.publication?.by ?? '',
): ReleaseSummary => ({
  id: release.id,
  headline: release.headline,
  state: release.state,
  date: release.dateline.date,
  embargo: release.embargo?.instant ?? null,
  language: release.language,
  reference: release.reference,
  savedAt,
  quotes: quotes === null ? null : countsOf(quotes),
  ...(release.topics.length === 0 ? {} : { topics: release.topics }),
  ...speakersOf(release),
  ...(who === '' ? {} : { who }),
});

const speakersOf = ({ quotes }: Release): Pick<ReleaseSummary, 'speakers'> => {
  const names = new Set(quotes.flatMap(({ speaker }) => speaker?.name ?? []));
  return names.size === 0 ? {} : { speakers: [...names] };
};

/** The rows with one put in its place, or added where there is none of its id. */
export const withRow = (rows: readonly ReleaseSummary[], row: ReleaseSummary): readonly ReleaseSummary[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((old) => (old.id === row.id ? row : old)) : [...rows, row];

/** The rows with the counts and the names of others taken over, where both tell of the same saved text. */
export const withCounts = (
  rows: readonly ReleaseSummary[],
  counted: readonly ReleaseSummary[],
): readonly ReleaseSummary[] => {
  const known = new Map(counted.map((row) => [`${row.id} ${row.savedAt}`, row]));
  return rows.map((row) => {
    const { quotes = null, who } = known.get(`${row.id} ${row.savedAt}`) ?? {};
    return { ...row, quotes: quotes ?? row.quotes, ...(who === undefined ? {} : { who }) };
  });
};
