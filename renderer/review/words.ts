import type { DraftState, Remark } from '../../shared/review/model';
import { fullInstant } from '../ui/dates';

export const STATE_WORDS: Readonly<Record<DraftState | 'named', string>> = {
  named: 'Named, not sent',
  'in review': 'In review',
  returned: 'Returned',
  agreed: 'Agreed',
};

/** What was done with a draft, before the name of who did it. */
export const STEP_WORDS: Readonly<Record<DraftState, string>> = {
  'in review': 'Sent for review by',
  returned: 'Returned by',
  agreed: 'Agreed, read by',
};

/** Who said something, when, and who wrote it down where that is somebody else. */
export const saidBy = ({ by, at, recordedBy }: Pick<Remark, 'by' | 'at' | 'recordedBy'>, zone: string): string =>
  `${by}, ${fullInstant(at, zone)}${recordedBy === '' ? '' : `, written down by ${recordedBy}`}`;

/** The checklist before a text is agreed. */
export const CHECK_WORDS = {
  names: 'Names, titles and roles are right',
  quotes: 'Each quote is in the words that were said, and approved or on its way',
  figures: 'Figures, dates and links are right',
  embargo: 'The embargo, the contacts and the notes to editors are right',
} as const;
