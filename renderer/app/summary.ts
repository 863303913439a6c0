import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import type { QuoteStatus } from '../../shared/quotes/model';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Instant, Release } from '../../shared/release/model';

/** The row of the list for a release as just saved, so that the list need not be read again from the disk. */
export const summaryOf = (
  release: Release,
  savedAt: Instant,
  context: { readonly people: readonly Person[]; readonly approvals: NewsroomSettings['approvals'] },
): ReleaseSummary => {
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
