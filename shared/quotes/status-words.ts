import type { Approval } from '../release/model';
import type { QuoteStatus } from './model';

/** A status as it is shown at the head of a line. */
export const STATUS_WORDS: Readonly<Record<QuoteStatus, string>> = {
  'no speaker': 'No speaker',
  'needs approval': 'Needs approval',
  approved: 'Approved',
  'changed since approval': 'Changed since approval',
  'no approval needed': 'No approval needed',
};

/** How an approval was given, as it is shown at the head of a line. */
export const HOW_WORDS: Readonly<Record<Approval['how'], string>> = {
  phone: 'By phone',
  email: 'By email',
  'in person': 'In person',
  'paper code': 'By code on paper',
};
