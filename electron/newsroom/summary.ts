import type { NewsroomSettings, ReleaseSummary } from '../../shared/newsroom/model';
import type { Person } from '../../shared/people/model';
import type { QuoteStatus } from '../../shared/quotes/model';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { ReadRelease } from './release-file';

/** One row of the list of releases. */
export const summaryOf = (
  { release, savedAt }: ReadRelease,
  people: readonly Person[],
  approvals: NewsroomSettings['approvals'],
): ReleaseSummary => {
  const quotes = resolveQuotes(release, { people, approvals });
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
