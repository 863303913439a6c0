import { z } from 'zod';
import { jsonValue } from '../canonical';
import { type Fault, fault } from '../fault';
import { readDocument, readKnown } from '../read-document';
import { type Result, failed, ok } from '../result';
import { isSame } from '../same';
import { isAddress } from './address';
import { LINK } from './link';
import { MEDIA_NAME } from './media';
import { migrate } from './migrate';
import {
  DEEPEST_ITEM,
  RELEASE_FORMAT,
  type AfterPublication,
  type Approval,
  type Block,
  type Contact,
  type Embargo,
  type FormerAddress,
  type MediaName,
  type OpenChange,
  type Override,
  type PersonId,
  type Publication,
  type QuoteId,
  type Range,
  type Release,
  type ReleaseId,
  type Run,
  type Speaker,
  type StoredQuote,
  type VersionHash,
} from './model';

/* Everything from disk or over the bridge is unknown until it went through here. Unknown keys are never dropped: a word in
   a field that we do not know must not be lost by saving. Over the bridge they are refused; those of a file are carried
   (`parseReleaseText`). No code is generated at run time (the
   page's content security policy forbids it). */
z.config({ jitless: true });

export const instantSchema = z.iso.datetime({ precision: 3 });
const day = z.iso.date();
const digest = z.string().regex(/^[0-9a-f]{64}$/);

export const releaseIdSchema = z.string().regex(/^r-[0-9a-z]{8,32}$/) as unknown as z.ZodType<ReleaseId>;
export const quoteIdSchema = z.string().regex(/^q-[0-9a-z]{8,32}$/) as unknown as z.ZodType<QuoteId>;
export const personIdSchema = z.string().regex(/^p-[0-9a-z-]{2,64}$/) as unknown as z.ZodType<PersonId>;
export const versionHashSchema = digest as unknown as z.ZodType<VersionHash>;

export const mediaNameSchema = z.string().regex(MEDIA_NAME) as unknown as z.ZodType<MediaName>;

const link = z.string().regex(LINK);
const runSchema = z.strictObject({
  text: z.string().min(1),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  link: link.exactOptional(),
  language: z.string().min(2).exactOptional(),
}) satisfies z.ZodType<Run>;

const runs = z.array(runSchema);
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('paragraph'), runs }),
  z.strictObject({ type: z.literal('heading'), level: z.union([z.literal(2), z.literal(3), z.literal(4)]), runs }),
  z.strictObject({
    type: z.literal('list-item'),
    list: z.enum(['bulleted', 'numbered']),
    depth: z.int().min(0).max(DEEPEST_ITEM),
    runs,
  }),
  z.strictObject({ type: z.literal('block-quote'), runs }),
  z.strictObject({
    type: z.literal('image'),
    file: mediaNameSchema,
    width: z.int().positive(),
    height: z.int().positive(),
    alternative: z.string(),
    decorative: z.literal(true).exactOptional(),
    credit: z.string(),
    runs,
  }),
  z.strictObject({ type: z.literal('table-caption'), runs }),
  z.strictObject({
    type: z.literal('table-row'),
    header: z.literal(true).exactOptional(),
    rowHeader: z.literal(true).exactOptional(),
    runs,
  }),
]) satisfies z.ZodType<Block>;

const offset = z.int().nonnegative();
const rangeSchema = z
  .strictObject({ block: offset, start: offset, end: offset })
  .refine((range) => range.start < range.end, 'the range is empty') satisfies z.ZodType<Range>;

const approvalSchema = z.strictObject({
  digest,
  words: z.string(),
  speaker: z.string(),
  role: z.string(),
  approvedBy: z.string().min(1),
  how: z.enum(['phone', 'email', 'in person', 'paper code']),
  at: instantSchema,
  recordedBy: z.string(),
}) satisfies z.ZodType<Approval>;

const speakerSchema = z.strictObject({
  person: personIdSchema.nullable(),
  name: z.string().min(1),
  role: z.string(),
  setBy: z.string(),
  at: instantSchema,
}) satisfies z.ZodType<Speaker>;

const storedQuoteSchema = z.strictObject({
  id: quoteIdSchema,
  ranges: z.array(rangeSchema),
  spanByHand: z.literal(true).exactOptional(),
  notAQuote: z.literal(true).exactOptional(),
  speaker: speakerSchema.nullable(),
  approvals: z.array(approvalSchema),
}) satisfies z.ZodType<StoredQuote>;

export const contactSchema = z.strictObject({
  name: z.string(),
  role: z.string(),
  phone: z.string(),
  email: z.string(),
  mediaOnly: z.boolean(),
}) satisfies z.ZodType<Contact>;

export const embargoSchema = z.strictObject({
  instant: instantSchema,
  zone: z.string().min(1),
}) satisfies z.ZodType<Embargo>;

export const addressSchema = z.string().refine(isAddress, 'a release cannot stand there');
const done = { at: instantSchema, by: z.string().min(1) };
const afterSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...done,
    kind: z.literal('corrected'),
    version: versionHashSchema,
    note: z.string().min(1),
    earlier: versionHashSchema.exactOptional(),
    withoutEarlier: z.literal(true).exactOptional(),
  }),
  z.strictObject({ ...done, kind: z.literal('minor'), version: versionHashSchema }),
  z.strictObject({ ...done, kind: z.literal('withdrawn'), reason: z.string().min(1) }),
  z.strictObject({ ...done, kind: z.literal('replaced'), reason: z.string().min(1), release: releaseIdSchema }),
  z.strictObject({ ...done, kind: z.literal('removed'), reason: z.string().min(1) }),
]) satisfies z.ZodType<AfterPublication>;

const changeSchema = z.strictObject({
  ...done,
  kind: z.enum(['corrected', 'minor']),
  note: z.string(),
  withoutEarlier: z.literal(true).exactOptional(),
}) satisfies z.ZodType<OpenChange>;

const formerSchema = z.strictObject({
  address: addressSchema,
  until: instantSchema,
  by: z.string().min(1),
}) satisfies z.ZodType<FormerAddress>;

export const publicationSchema = z.strictObject({
  by: z.string().min(1),
  at: instantSchema,
  version: versionHashSchema,
  address: addressSchema,
  since: instantSchema.exactOptional(),
  formerly: z.array(formerSchema).exactOptional(),
  after: z.array(afterSchema),
  change: changeSchema.nullable(),
}) satisfies z.ZodType<Publication>;

export const overrideSchema = z.strictObject({
  check: z.string(),
  digest: z.string(),
  by: z.string().min(1),
  reason: z.string().min(1),
  at: instantSchema,
}) satisfies z.ZodType<Override>;

export const releaseSchema = z.strictObject({
  format: z.literal(RELEASE_FORMAT),
  id: releaseIdSchema,
  state: z.enum(['working', 'in review', 'agreed', 'published', 'corrected', 'withdrawn', 'replaced', 'removed']),
  reference: z.string(),
  language: z.string().min(2),
  headline: z.string(),
  standfirst: z.string(),
  dateline: z.strictObject({ place: z.string(), date: z.union([day, z.literal('')]) }),
  embargo: embargoSchema.nullable(),
  topics: z.array(z.string()),
  body: z.array(blockSchema),
  notes: z.array(blockSchema),
  contacts: z.array(contactSchema),
  quotes: z.array(storedQuoteSchema),
  overrides: z.array(overrideSchema),
  publication: publicationSchema.nullable(),
  before: z.array(digest).exactOptional(),
}) satisfies z.ZodType<Release>;

/** The first thing wrong in a failed parse, as "body.3.runs.0.text: what", for people. */
export const firstProblem = (error: z.ZodError): string => {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.') || 'the document'}: ${issue.message}` : 'the document has an unknown form';
};

/**
 * Reads a release from a parsed JSON value of any format we ever wrote.
 * Faults: `newer-format` (written by a later Standfirst), `invalid` (names the first wrong place).
 */
export const parseRelease = (value: unknown): Result<Release, Fault> => {
  const migrated = migrate(value);
  if (!migrated.ok) return migrated;
  const parsed = releaseSchema.safeParse(migrated.value);
  if (parsed.success) return ok(parsed.data);
  return failed(fault('invalid', 'This is not a whole release.', { detail: firstProblem(parsed.error) }));
};

/**
 * Where keys that are not known may be carried from reading to writing: not in the text, whose blocks and runs are made
 * anew as it is edited, nor in ranges, which are counted anew.
 */
const mayCarry = (path: readonly PropertyKey[]): boolean =>
  path[0] !== 'body' && path[0] !== 'notes' && !path.includes('ranges');

/** The value of a JSON text. Fault: `unreadable`. */
export const jsonOf = (text: string): Result<unknown, Fault> => {
  try {
    return ok(jsonValue(text));
  } catch (error) {
    return failed(fault('unreadable', 'The file is damaged: it is not whole JSON.', { detail: String(error) }));
  }
};

const LONG_PARTS = ['body', 'notes', 'quotes'] as const;

/** The long parts of a release that a document has too. Each is a list, and may be empty. */
const samePartsOf = (document: Readonly<Record<string, unknown>>, like: Release): Partial<Release> =>
  Object.fromEntries(LONG_PARTS.filter((part) => isSame(document[part], like[part])).map((part) => [part, like[part]]));

/**
 * Reads a release from the text of a file. Keys that are not known travel with it (shared/unknown) and are written again
 * by `writtenForm`. Faults as `parseRelease`, `unreadable` where it is not JSON, and `newer-format` also where keys stand in
 * the text that are not known. Of a release that was read already, and is much `like` it, long parts that are the same are
 * taken, and not proved once more.
 */
export const parseReleaseText = (text: string, like: Release | null = null): Result<Release, Fault> => {
  const value = jsonOf(text);
  const migrated = value.ok ? migrate(value.value) : value;
  if (!migrated.ok) return migrated;
  const same = like === null ? {} : samePartsOf(migrated.value as Readonly<Record<string, unknown>>, like);
  const rest = Object.fromEntries(Object.keys(same).map((part) => [part, []]));
  const read = readDocument<Release>(releaseSchema, { ...(migrated.value as object), ...rest }, mayCarry);
  switch (read.kind) {
    case 'whole':
      return ok({ ...read.value, ...same });
    case 'beyond':
      return failed(
        fault('newer-format', 'Its text holds something that this Standfirst does not know. It is left as it is.', {
          detail: read.where,
        }),
      );
    case 'invalid':
      return failed(fault('invalid', 'This is not a whole release.', { detail: firstProblem(read.error) }));
  }
};

/**
 * The release of a text that `parseReleaseText` has read before, with nothing unknown in it: its JSON value, which the
 * schema lets pass and does not change. Null where the text is of an older format, and is to be read as before.
 */
export const readAgain = (text: string): Release | null => {
  const value = jsonValue(text) as { readonly format?: unknown };
  return value.format === RELEASE_FORMAT ? (value as Release) : null;
};

/** What is known of a release that a later Standfirst wrote, to be read and never to be written; null where that is too little. */
export const readLaterRelease = (text: string): Release | null => {
  const value = jsonOf(text);
  if (!value.ok || typeof value.value !== 'object' || value.value === null) return null;
  return readKnown<Release>(releaseSchema, { ...value.value, format: RELEASE_FORMAT });
};
