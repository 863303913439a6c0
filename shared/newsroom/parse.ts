import { z } from 'zod';
import { type Fault, fault } from '../fault';
import type { People, Person } from '../people/model';
import {
  contactSchema,
  firstProblem,
  personIdSchema,
  quoteIdSchema,
  releaseIdSchema,
  versionHashSchema,
} from '../release/parse';
import { type Result, failed, ok } from '../result';
import { type IssuedSheet, SHEET_FORMS } from '../sheets/model';
import type { HistoryLine, NewsroomSettings, ReleaseSummary, ThinnedLine, VersionKind, VersionLine } from './model';

export const newsroomSettingsSchema = z.strictObject({
  format: z.literal(1),
  organisation: z.string(),
  language: z.string().min(2),
  zone: z.string().min(1),
  siteAddress: z.string().regex(/^(|https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?)$/),
  boilerplate: z.string(),
  contacts: z.array(contactSchema),
  newsEmail: z.string(),
  approvals: z.enum(['persons', 'nobody']),
}) satisfies z.ZodType<NewsroomSettings>;

const day = z.iso.date();
export const personSchema: z.ZodType<Person> = z.strictObject({
  id: personIdSchema,
  kind: z.enum(['person', 'organisation']),
  name: z.string().min(1),
  alsoKnownAs: z.array(z.string()),
  roles: z.array(z.strictObject({ title: z.string(), from: day.nullable(), to: day.nullable() })),
  approvalsContact: z.string(),
  organisations: z.array(personIdSchema).min(1).exactOptional(),
  approval: z.enum(['needed', 'not needed']).exactOptional(),
  mergedFrom: z.array(personIdSchema).min(1).exactOptional(),
});

const peopleSchema = z.strictObject({
  format: z.literal(1),
  people: z.array(personSchema),
}) satisfies z.ZodType<People>;

const count = z.int().nonnegative();
export const summarySchema = z.strictObject({
  id: releaseIdSchema,
  headline: z.string(),
  state: z.enum(['working', 'in review', 'agreed', 'published', 'corrected', 'withdrawn', 'replaced', 'removed']),
  date: z.string(),
  embargo: z.string().nullable(),
  language: z.string(),
  reference: z.string(),
  savedAt: z.string(),
  quotes: z.strictObject({ noSpeaker: count, needsApproval: count, changed: count, total: count }).nullable(),
}) satisfies z.ZodType<ReleaseSummary>;

const KINDS = [
  'created',
  'imported',
  'autosave',
  'manual',
  'draft',
  'review',
  'agreed',
  'published',
  'corrected',
  'minor',
  'withdrawn',
  'replaced',
  'restored',
  'approval',
  'approval-undone',
  'override',
  'conflict',
  'found',
  'trashed',
  'put-back',
  'sheet',
] as const satisfies readonly VersionKind[];

const issuedSheetSchema = z.strictObject({
  speaker: z.string(),
  to: z.string(),
  form: z.enum(SHEET_FORMS),
  quotes: z
    .array(
      z.strictObject({
        quote: quoteIdSchema,
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        code: z.string().regex(/^[0-9A-Z]{12}$/),
      }),
    )
    .min(1),
}) satisfies z.ZodType<IssuedSheet>;

const instant = z.iso.datetime({ precision: 3 });
const lineHash = z.string().regex(/^[0-9a-f]{64}$/);
export const versionLineSchema = z.strictObject({
  seq: z.int().positive(),
  time: instant,
  who: z.string(),
  kind: z.enum(KINDS),
  name: z.string(),
  object: versionHashSchema,
  note: z.string().min(1).exactOptional(),
  sheet: issuedSheetSchema.exactOptional(),
  previous: lineHash,
}) satisfies z.ZodType<VersionLine>;

const thinnedLineSchema = z.strictObject({
  seq: z.int().positive(),
  time: instant,
  who: z.string(),
  kind: z.literal('thinned'),
  objects: z.array(versionHashSchema).min(1),
  previous: lineHash,
}) satisfies z.ZodType<ThinnedLine>;

const historyLineSchema = z.discriminatedUnion('kind', [
  versionLineSchema,
  thinnedLineSchema,
]) satisfies z.ZodType<HistoryLine>;

const parseText =
  <Value>(schema: z.ZodType<Value>, what: string) =>
  (text: string): Result<Value, Fault> => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return failed(fault('unreadable', `${what} is damaged: it is not whole JSON.`, { detail: String(error) }));
    }
    const parsed = schema.safeParse(value);
    return parsed.success
      ? ok(parsed.data)
      : failed(
          fault('invalid', `${what} has a form that Standfirst does not know.`, { detail: firstProblem(parsed.error) }),
        );
  };

/** Reads `newsroom.json`. Faults: `unreadable`, `invalid`. */
export const parseNewsroomSettings = parseText<NewsroomSettings>(newsroomSettingsSchema, 'newsroom.json');
/** Reads `people.json`. Faults: `unreadable`, `invalid`. */
export const parsePeople = parseText<People>(peopleSchema, 'people.json');
/** Reads one line of a history log. Faults: `unreadable`, `invalid`. */
export const parseHistoryLine = parseText<HistoryLine>(historyLineSchema, 'A line of the history');
