import { z } from 'zod';
import { jsonValue } from '../canonical';
import { type Fault, fault } from '../fault';
import { PEOPLE_FORMAT, type People, type Person } from '../people/model';
import { readDocument, readKnown } from '../read-document';
import {
  contactSchema,
  firstProblem,
  instantSchema,
  mediaNameSchema,
  personIdSchema,
  quoteIdSchema,
  releaseIdSchema,
  versionHashSchema,
} from '../release/parse';
import { LINK } from '../release/link';
import { type Result, failed, ok } from '../result';
import { type IssuedSheet, SHEET_FORMS } from '../sheets/model';
import { NEWSROOM_FORMATS, PEOPLE_FORMATS, migrateDocument } from './migrate';
import {
  NEWSROOM_FORMAT,
  type ArchiveLook,
  type HistoryLine,
  type NewsroomSettings,
  type ReleaseSummary,
  type ThinnedLine,
  type VersionKind,
  type VersionLine,
} from './model';

const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const siteLinks = z.array(z.strictObject({ name: z.string().min(1), address: z.string().regex(LINK) })).min(1);
const archiveLookSchema = z.strictObject({
  logo: z
    .strictObject({
      file: mediaNameSchema,
      width: z.int().positive(),
      height: z.int().positive(),
      alternative: z.string(),
    })
    .exactOptional(),
  band: colour.exactOptional(),
  accent: colour.exactOptional(),
  headerLinks: siteLinks.exactOptional(),
  footerLinks: siteLinks.exactOptional(),
  postalAddress: z.string().min(1).exactOptional(),
}) satisfies z.ZodType<ArchiveLook>;

export const newsroomSettingsSchema = z.strictObject({
  format: z.literal(NEWSROOM_FORMAT),
  organisation: z.string(),
  language: z.string().min(2),
  zone: z.string().min(1),
  siteAddress: z.string().regex(/^(|https?:\/\/[^\s/]+(\/[^\s]*[^\s/])?)$/),
  boilerplate: z.string(),
  contacts: z.array(contactSchema),
  newsEmail: z.string(),
  approvals: z.enum(['persons', 'nobody']),
  outOfHours: z.string().exactOptional(),
  languages: z.array(z.string().min(2)).min(1).exactOptional(),
  topics: z.array(z.string().min(1)).exactOptional(),
  look: archiveLookSchema.exactOptional(),
  security: z
    .strictObject({ contact: z.string().regex(/^(?:https:\/\/|mailto:|tel:)\S+$/i), expires: z.iso.date() })
    .exactOptional(),
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
  format: z.literal(PEOPLE_FORMAT),
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
  topics: z.array(z.string()).exactOptional(),
  speakers: z.array(z.string()).exactOptional(),
  who: z.string().exactOptional(),
  later: z.literal(true).exactOptional(),
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
  'removed',
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

const lineHash = z.string().regex(/^[0-9a-f]{64}$/);
export const versionLineSchema = z.strictObject({
  seq: z.int().positive(),
  time: instantSchema,
  who: z.string(),
  kind: z.enum(KINDS),
  name: z.string(),
  object: versionHashSchema,
  note: z.string().min(1).exactOptional(),
  sheet: issuedSheetSchema.exactOptional(),
  original: lineHash.exactOptional(),
  previous: lineHash,
}) satisfies z.ZodType<VersionLine>;

const thinnedLineSchema = z.strictObject({
  seq: z.int().positive(),
  time: instantSchema,
  who: z.string(),
  kind: z.literal('thinned'),
  objects: z.array(versionHashSchema).min(1),
  previous: lineHash,
}) satisfies z.ZodType<ThinnedLine>;

const historyLineSchema = z.discriminatedUnion('kind', [
  versionLineSchema,
  thinnedLineSchema,
]) satisfies z.ZodType<HistoryLine>;

const jsonOf = (text: string, what: string): Result<unknown, Fault> => {
  try {
    return ok(jsonValue(text));
  } catch (error) {
    return failed(fault('unreadable', `${what} is damaged: it is not whole JSON.`, { detail: String(error) }));
  }
};
const invalid = (what: string, detail: string) =>
  failed(fault('invalid', `${what} has a form that Standfirst does not know.`, { detail }));

const parseText =
  <Value>(schema: z.ZodType<Value>, what: string) =>
  (text: string): Result<Value, Fault> => {
    const value = jsonOf(text, what);
    if (!value.ok) return value;
    const parsed = schema.safeParse(value.value);
    return parsed.success ? ok(parsed.data) : invalid(what, firstProblem(parsed.error));
  };

/** As `parseText`, of any format that was ever written; keys that are not known travel with what is read (shared/unknown). */
const parseDocument =
  <Value extends object>(schema: z.ZodType<Value>, formats: typeof NEWSROOM_FORMATS) =>
  (text: string): Result<Value, Fault> => {
    const value = jsonOf(text, formats.what);
    const migrated = value.ok ? migrateDocument(value.value, formats) : value;
    if (!migrated.ok) return migrated;
    const read = readDocument(schema, migrated.value, () => true);
    return read.kind === 'whole'
      ? ok(read.value)
      : invalid(formats.what, read.kind === 'beyond' ? read.where : firstProblem(read.error));
  };

/** What is known of a document that a later Standfirst wrote, for showing; null where that is too little. */
const readLater =
  <Value extends object>(schema: z.ZodType<Value>, { what, latest }: typeof NEWSROOM_FORMATS) =>
  (text: string): Value | null => {
    const value = jsonOf(text, what);
    if (!value.ok || typeof value.value !== 'object' || value.value === null) return null;
    return readKnown(schema, { ...value.value, format: latest });
  };

/** Reads `newsroom.json`. Faults: `unreadable`, `invalid`, `newer-format`. */
export const parseNewsroomSettings = parseDocument<NewsroomSettings>(newsroomSettingsSchema, NEWSROOM_FORMATS);
/** Reads `people.json`. Faults: `unreadable`, `invalid`, `newer-format`. */
export const parsePeople = parseDocument<People>(peopleSchema, PEOPLE_FORMATS);
/** What is known of a `newsroom.json` of a later format, for showing; null where that is too little. */
export const readLaterSettings = readLater<NewsroomSettings>(newsroomSettingsSchema, NEWSROOM_FORMATS);
/** What is known of a `people.json` of a later format, for showing; null where that is too little. */
export const readLaterPeople = readLater<People>(peopleSchema, PEOPLE_FORMATS);
/** Reads one line of a history log. Faults: `unreadable`, `invalid`. */
export const parseHistoryLine = parseText<HistoryLine>(historyLineSchema, 'A line of the history');
