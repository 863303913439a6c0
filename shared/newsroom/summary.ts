import type { QuoteStatus } from '../quotes/model';
import { type ResolveContext, resolveQuotes } from '../quotes/resolve';
import type { Instant, Release } from '../release/model';
import type { ReleaseSummary } from './model';

/** One row of the list of releases: what it says of a release as saved at `savedAt`, its quotes counted by status. */
export const summaryOf = (release: Release, savedAt: Instant, context: ResolveContext): ReleaseSummary => {
  const quotes = resolveQuotes(release, context);
  const count = (status: QuoteStatus): number => quotes.filter((quote) => quote.status === status).length;
  return {
    id: release.id,
    headline: release.headline,
    state: release.state,
    date: release.dateline.date,
    embargo: release.embargo?.instant ?? null,
    language: release.language,
    reference: release.reference,
    savedAt,
    quotes: {
      noSpeaker: count('no speaker'),
      needsApproval: count('needs approval'),
      changed: count('changed since approval'),
      total: quotes.length,
    },
  };
};

/** The rows with one put in its place, or added where there is none of its id. */
export const withRow = (rows: readonly ReleaseSummary[], row: ReleaseSummary): readonly ReleaseSummary[] =>
  rows.some(({ id }) => id === row.id) ? rows.map((old) => (old.id === row.id ? row : old)) : [...rows, row];
