import { z } from 'zod';
import { jsonValue } from '../canonical';
import { type Fault, fault } from '../fault';
import { migrateDocument } from '../newsroom/migrate';
import { readDocument } from '../read-document';
import { firstProblem, releaseIdSchema, versionHashSchema } from '../release/parse';
import { type Result, failed, ok } from '../result';
import {
  type Anchor,
  CHECKS,
  DRAFT_STATES,
  type DraftStep,
  REMARK_PARTS,
  REVIEW_FORMAT,
  type Remark,
  type RemarkId,
  type Review,
} from './model';

/** The file's name, in the release's folder. */
export const REVIEW_FILE = 'review.json';
const FORMATS = { what: REVIEW_FILE, latest: REVIEW_FORMAT, steps: {} };

const instant = z.iso.datetime({ precision: 3 });
const offset = z.int().nonnegative();
export const remarkIdSchema = z.string().regex(/^m-[0-9a-z]{8,32}$/) as unknown as z.ZodType<RemarkId>;
export const anchorSchema = z.strictObject({
  part: z.enum(REMARK_PARTS),
  block: offset,
  start: offset,
  end: offset,
  words: z.string().min(1),
}) satisfies z.ZodType<Anchor>;
export const draftKeySchema = z.strictObject({ object: versionHashSchema, time: instant });

const said = { by: z.string(), at: instant, recordedBy: z.string(), text: z.string() };
const remarkSchema = z.strictObject({
  ...said,
  id: remarkIdSchema,
  object: versionHashSchema,
  anchor: anchorSchema.nullable(),
  proposed: z.string().nullable(),
  replies: z.array(z.strictObject(said)),
  resolved: z.strictObject({ by: z.string(), at: instant }).nullable(),
}) satisfies z.ZodType<Remark>;
const stepSchema = z.strictObject({
  ...said,
  draft: draftKeySchema,
  to: z.enum(DRAFT_STATES),
  checks: z.array(z.enum(CHECKS)),
}) satisfies z.ZodType<DraftStep>;
const reviewSchema = z.strictObject({
  format: z.literal(REVIEW_FORMAT),
  release: releaseIdSchema,
  steps: z.array(stepSchema),
  remarks: z.array(remarkSchema),
}) satisfies z.ZodType<Review>;

const invalid = (detail: string) =>
  failed(fault('invalid', `${REVIEW_FILE} has a form that Standfirst does not know.`, { detail }));

/** Reads `review.json`; keys that are not known travel with it. Faults: `unreadable`, `invalid`, `newer-format`. */
export const parseReview = (text: string): Result<Review, Fault> => {
  let value: unknown;
  try {
    value = jsonValue(text);
  } catch (error) {
    return failed(fault('unreadable', `${REVIEW_FILE} is damaged: it is not whole JSON.`, { detail: String(error) }));
  }
  const migrated = migrateDocument(value, FORMATS);
  if (!migrated.ok) return migrated;
  const read = readDocument<Review>(reviewSchema, migrated.value, () => true);
  if (read.kind === 'whole') return ok(read.value);
  return invalid(read.kind === 'beyond' ? read.where : firstProblem(read.error));
};
