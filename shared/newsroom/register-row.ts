import type { Person } from '../people/model';
import type { QuoteStatus } from '../quotes/model';
import type { Approval, Instant, PersonId, ReleaseId, ReleaseState } from '../release/model';

/** One quote of the register. Texts are as they stand; what is not known is empty. */
export type RegisterRow = {
  readonly speaker: string;
  readonly role: string;
  readonly kind: Person['kind'] | '';
  readonly date: string;
  readonly status: QuoteStatus;
  readonly approvedBy: string;
  readonly approvedAt: string;
  readonly release: ReleaseId;
  readonly headline: string;
  readonly state: ReleaseState;
  readonly words: string;
  /** The speaker among the people of the newsroom, a merged entry's new id included. */
  readonly person: PersonId | '';
  readonly how: Approval['how'] | '';
  /** The quote's key (`Quote.key`), by which it is found in its release. */
  readonly quote: string;
  /** Until when the release is held, also where that is over; empty where it never was. */
  readonly embargo: Instant | '';
};
