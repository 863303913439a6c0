import { approvalEffects } from '../../shared/compare/quotes';
import type { ResolveContext } from '../../shared/quotes/resolve';
import { resolveQuotes } from '../../shared/quotes/resolve';
import type { Release } from '../../shared/release/model';

/** How far the review is: "2 taken over, 1 left, 3 to decide". */
export const decidedText = ({
  taken,
  left,
  open,
}: {
  readonly taken: number;
  readonly left: number;
  readonly open: number;
}): string =>
  [taken > 0 ? `${taken} taken over` : '', left > 0 ? `${left} left as it is` : '', `${open} to decide`]
    .filter((part) => part !== '')
    .join(', ');

/** A title within a sentence: its first letter small. */
export const inSentence = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

/** What a step did to approvals in the working text, each a sentence: "Approval returns: Nerys Glŷn." */
export const approvalNews = (before: Release, after: Release, context: ResolveContext): readonly string[] =>
  approvalEffects(resolveQuotes(before, context), resolveQuotes(after, context)).map(
    ({ approval, speaker }) => `Approval ${approval}: ${speaker === '' ? 'no speaker' : speaker}.`,
  );

/** Which changes could not be taken, as a sentence; none where all could. */
export const passedOverNews = (titles: readonly string[]): readonly string[] =>
  titles.length === 0
    ? []
    : [`Not taken over, since the working text has words of its own there: ${titles.map(inSentence).join(', ')}.`];
