import type { Instant, ReleaseId, VersionHash } from '../release/model';

/* What reviewers say of a release. It lies beside the release (`review.json`), never in it: nothing here is published,
   exported, printed with the text or copied out with it. */

declare const brand: unique symbol;
export type RemarkId = string & { readonly [brand]: 'RemarkId' };

export const REVIEW_FORMAT = 1;

/** The parts of a release that have words to remark on. */
export const REMARK_PARTS = ['headline', 'standfirst', 'body', 'notes'] as const;
export type RemarkPart = (typeof REMARK_PARTS)[number];

/**
 * A phrase: where it stands in the text of a version. `block` counts the blocks of `body` or `notes` (0 for a field);
 * `start` and `end` are UTF-16 offsets in its text, end exclusive. `words` are the words that stand there.
 */
export type Anchor = {
  readonly part: RemarkPart;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
};

/** One thing said: by whom, when, and who wrote it down here (empty where that is the same). */
export type Said = { readonly by: string; readonly at: Instant; readonly recordedBy: string; readonly text: string };

export type Remark = Said & {
  readonly id: RemarkId;
  /** The version whose text was read. */
  readonly object: VersionHash;
  /** Null: on the text as a whole. */
  readonly anchor: Anchor | null;
  /** The wording that is proposed in place of the anchored words; null where none is. */
  readonly proposed: string | null;
  readonly replies: readonly Said[];
  readonly resolved: { readonly by: string; readonly at: Instant } | null;
};

/** A draft is a line of the history: its text, and when it was named. */
export type DraftKey = { readonly object: VersionHash; readonly time: Instant };

/** What is ticked before a text is agreed, besides that somebody else has read it. */
export const CHECKS = ['names', 'quotes', 'figures', 'embargo', 'alone'] as const;
/** `alone`: nobody else was there to read it; the reason stands in the step's text. */
export type Check = (typeof CHECKS)[number];

export const DRAFT_STATES = ['in review', 'returned', 'agreed'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** A draft was sent for review, returned or agreed: `by` is the reviewer, or who sent it; `text` the remark, may be empty. */
export type DraftStep = Said & {
  readonly draft: DraftKey;
  readonly to: DraftState;
  readonly checks: readonly Check[];
};

export type Review = {
  readonly format: typeof REVIEW_FORMAT;
  readonly release: ReleaseId;
  /** Oldest first. */
  readonly steps: readonly DraftStep[];
  readonly remarks: readonly Remark[];
};

/** A release of which nothing was said yet. */
export const emptyReview = (release: ReleaseId): Review => ({ format: REVIEW_FORMAT, release, steps: [], remarks: [] });
