import type { Day, PersonId } from '../release/model';

export type Role = {
  readonly title: string;
  /** First day in the role; null: not known. */
  readonly from: Day | null;
  /** Last day in the role; null: still held, or not known. */
  readonly to: Day | null;
};

/** Somebody who is quoted. An organisation can be a speaker too. */
export type Person = {
  readonly id: PersonId;
  readonly kind: 'person' | 'organisation';
  readonly name: string;
  readonly alsoKnownAs: readonly string[];
  readonly roles: readonly Role[];
  /** How to reach whoever approves this person's words. Free text. */
  readonly approvalsContact: string;
  /** The organisations they belong to, by id. Left out where there are none. */
  readonly organisations?: readonly PersonId[];
  /** Whether their quotes need approval, whatever the newsroom's rule says. Left out: the rule holds. */
  readonly approval?: 'needed' | 'not needed';
  /** The ids of entries that were merged into this one: quotes that name them mean this person. */
  readonly mergedFrom?: readonly PersonId[];
};

export const PEOPLE_FORMAT = 1;
export type People = { readonly format: typeof PEOPLE_FORMAT; readonly people: readonly Person[] };
