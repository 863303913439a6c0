import { z } from 'zod';
import { personIdSchema, releaseIdSchema } from '../release/parse';
import type { RegisterRow } from './register-row';
import { REGISTER_ORDERS, type RegisterFilter, type RegisterOrder } from './register-view';

const STATUSES = ['no speaker', 'needs approval', 'approved', 'changed since approval', 'no approval needed'] as const;
const status = z.enum(STATUSES);

/** A row as it is kept from one start to the next. */
export const registerRowSchema = z.strictObject({
  speaker: z.string(),
  role: z.string(),
  kind: z.enum(['person', 'organisation', '']),
  date: z.string(),
  status,
  approvedBy: z.string(),
  approvedAt: z.string(),
  release: releaseIdSchema,
  headline: z.string(),
  state: z.enum(['working', 'in review', 'agreed', 'published', 'corrected', 'withdrawn', 'replaced', 'removed']),
  words: z.string(),
  person: z.union([personIdSchema, z.literal('')]),
  how: z.enum(['phone', 'email', 'in person', 'paper code', '']),
  quote: z.string(),
  embargo: z.string(),
}) satisfies z.ZodType<RegisterRow>;

/** What of the register a page asks for. */
export const registerFilterSchema = z.strictObject({
  words: z.string().max(1_000),
  speaker: z.string().max(1_000).nullable(),
  organisation: personIdSchema.nullable(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  status: status.nullable(),
  published: z.boolean(),
}) satisfies z.ZodType<RegisterFilter>;

export const registerOrderSchema = z.strictObject({
  by: z.enum(REGISTER_ORDERS),
  descending: z.boolean(),
}) satisfies z.ZodType<RegisterOrder>;
