import { z } from 'zod';
import type { Instant, Release, VersionHash } from '../release/model';
import { versionHashSchema } from '../release/parse';
import { carryOn } from '../unknown';
import { CHECKS, DRAFT_STATES, type Remark, type RemarkId, type Review, type Said } from './model';
import { anchorSchema, draftKeySchema, remarkIdSchema } from './parse';

const name = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(10_000);

/** One thing done to a review: what the page asks for. Who wrote it down and when is added by who writes it. */
export const reviewChangeSchema = z.discriminatedUnion('what', [
  /** `object` null: the working text as it is saved. */
  z.strictObject({
    what: z.literal('remark'),
    object: versionHashSchema.nullable(),
    anchor: anchorSchema.nullable(),
    by: name,
    text: z.string().trim().max(10_000),
    proposed: z.string().max(20_000).nullable(),
  }),
  z.strictObject({ what: z.literal('reply'), remark: remarkIdSchema, text: words }),
  z.strictObject({ what: z.literal('resolve'), remark: remarkIdSchema, resolved: z.boolean() }),
  z.strictObject({
    what: z.literal('step'),
    draft: draftKeySchema,
    to: z.enum(DRAFT_STATES),
    by: name,
    text: z.string().trim().max(10_000),
    checks: z.array(z.enum(CHECKS)).max(CHECKS.length),
  }),
]);
export type ReviewChange = z.infer<typeof reviewChangeSchema>;

/** A change whose remarks stand on a version of the history. */
export type PlacedChange =
  | Exclude<ReviewChange, { readonly what: 'remark' }>
  | (Extract<ReviewChange, { readonly what: 'remark' }> & { readonly object: Remark['object'] });

/** Who read a text before it is agreed, what of it was checked, and what they say (the reason, where they wrote it themselves). */
export const agreementSchema = z.strictObject({
  by: name,
  text: z.string().trim().max(10_000),
  checks: z.array(z.enum(CHECKS)).max(CHECKS.length),
});
export type Agreement = z.infer<typeof agreementSchema>;

/** What came back from a reviewer: the version they read, their remarks, and the text with their wording, to be a draft of that name. */
export type TakenReply = {
  readonly text: VersionHash;
  readonly draft: { readonly release: Release; readonly name: string } | null;
  readonly remarks: readonly Pick<Remark, 'anchor' | 'by' | 'text' | 'proposed'>[];
};

type Written = {
  /** Who writes it down, and when. */
  readonly who: string;
  readonly at: Instant;
  /** The id of a new remark. */
  readonly id: RemarkId;
};

/** The review after a change. A remark that is answered and is not there leaves it as it was. Pure. */
export const changeReview = (review: Review, change: PlacedChange, { who, at, id }: Written): Review => {
  const said = (by: string, text: string): Said => ({ by, at, recordedBy: by === who ? '' : who, text });
  const next = (parts: Partial<Review>): Review => carryOn({ ...review, ...parts }, review);
  const onRemark = (wanted: RemarkId, to: (remark: Remark) => Remark): Review =>
    next({ remarks: review.remarks.map((remark) => (remark.id === wanted ? to(remark) : remark)) });
  switch (change.what) {
    case 'remark': {
      const { object, anchor, by, text, proposed } = change;
      const remark: Remark = { ...said(by, text), id, object, anchor, proposed, replies: [], resolved: null };
      return next({ remarks: [...review.remarks, remark] });
    }
    case 'reply':
      return onRemark(change.remark, (remark) => ({ ...remark, replies: [...remark.replies, said(who, change.text)] }));
    case 'resolve':
      return onRemark(change.remark, (remark) => ({ ...remark, resolved: change.resolved ? { by: who, at } : null }));
    case 'step': {
      const { draft, to, by, text, checks } = change;
      return next({ steps: [...review.steps, { ...said(by, text), draft, to, checks }] });
    }
  }
};
