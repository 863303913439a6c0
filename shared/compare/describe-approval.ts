import type { QuoteChange } from './model';

/**
 * What becomes of the approval of a quote, in words: "Approval of 19 Nov lapses: the words are not those approved". In: the
 * row, and how a day is written; null leaves it out. Out: a sentence without a full stop.
 */
export const describeApproval = (change: QuoteChange, day: ((instant: string) => string) | null): string => {
  const approval =
    change.approvedAt === undefined || day === null ? 'Approval' : `Approval of ${day(change.approvedAt)}`;
  switch (change.approval) {
    case 'stands':
      return `${approval} stands`;
    case 'returns':
      return change.kind === 'added'
        ? `${approval} comes with it`
        : `${approval} returns: these are the words approved`;
    case 'lapses': {
      const why = whyLapsed(change);
      return why === null ? `${approval} is not on record there` : `${approval} lapses: ${why}`;
    }
    case 'none':
      return withoutText(change);
  }
};

/** Null where words, speaker and role are those approved: the text after is from before the approval, or from elsewhere. */
const whyLapsed = ({ kind, speakerBefore, role }: QuoteChange): string | null => {
  if (kind === 'removed') return 'the quote is gone';
  if (speakerBefore !== undefined) return 'it was given for another speaker';
  if (kind === 'words changed') return 'the words are not those approved';
  return role === undefined ? null : 'it was given for another role';
};

const withoutText = ({ kind, without }: QuoteChange): string => {
  if (kind === 'removed') return 'No approval is touched';
  if (without === 'not needed') return 'No approval needed';
  if (without === 'does not fit') return 'Still changed since approval';
  return without === 'not given' ? 'Needs approval' : 'Newly approved';
};
