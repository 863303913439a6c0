import { z } from 'zod';
import type { NewsroomSettings } from '../newsroom/model';
import { newsroomSettingsSchema, personSchema } from '../newsroom/parse';
import { registerFilterSchema, registerOrderSchema } from '../newsroom/register-parse';
import type { Release } from '../release/model';
import {
  instantSchema,
  jsonOf,
  mediaNameSchema,
  parseRelease,
  personIdSchema,
  releaseIdSchema,
  versionHashSchema,
} from '../release/parse';
import { salvaged } from '../release/salvage';
import { ok } from '../result';
import { agreementSchema, reviewChangeSchema } from '../review/change';
import { SHEET_FORMS } from '../sheets/model';
import { MENU_COMMANDS } from './menu-commands';

const settings: z.ZodType<NewsroomSettings> = newsroomSettingsSchema;
/** A release, or its JSON text: as it is written, the page sends text, which crosses the bridge at a tenth of the cost. */
const release = z.unknown().transform((value, context): Release => {
  const sent = typeof value === 'string' ? jsonOf(value) : ok(value);
  const parsed = sent.ok ? parseRelease(sent.value) : sent;
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.fault.detail ?? parsed.fault.message });
  return z.NEVER;
});
/** As `release`, whatever is wrong in it: what goes to be kept, or out to a file, is not kept back for a part of it. */
const salvage = z.unknown().transform((value, context): Release => {
  const sent = typeof value === 'string' ? jsonOf(value) : ok(value);
  const found = sent.ok ? salvaged(sent.value) : null;
  if (found !== null) return found;
  context.addIssue({ code: 'custom', message: 'no words can be read' });
  return z.NEVER;
});
const words = z.string().max(10_000);
const reason = z.string().trim().min(1).max(2_000);
const none = z.tuple([]);
const sides = z.strictObject({ before: z.string().max(300), after: z.string().max(300) });
const copyKey = z.string().regex(/^[0-9a-f]{32}$/);

/** What became of the words: saved, kept on this computer alone, or neither. */
export const SETTLED = ['saved', 'kept', 'unsafe'] as const;
export type Settled = (typeof SETTLED)[number];

/**
 * Every call from the page to the main process: its name, the schema of its arguments, and the type of its answer.
 * The page sends ids and values, never paths; folders and files are chosen in the system's dialogs by the main process.
 */
export const CALLS = {
  'app:start': none,
  'app:set-who': z.tuple([z.string().trim().min(1).max(200)]),
  'app:set-theme': z.tuple([z.enum(['system', 'light', 'dark'])]),
  'app:open-link': z.tuple([z.string().max(4_000)]),
  'app:preferences': none,
  'app:shortcuts': none,
  'app:command': z.tuple([z.enum(MENU_COMMANDS)]),
  'app:flushed': z.tuple([z.enum(SETTLED)]),
  'app:showing': z.tuple([releaseIdSchema.nullable()]),
  'app:open-window': z.tuple([releaseIdSchema]),
  'newsroom:create': z.tuple([z.strictObject({ organisation: z.string().trim().min(1).max(200) })]),
  'newsroom:open': none,
  'newsroom:open-recent': z.tuple([z.int().min(0).max(50)]),
  'newsroom:sample': none,
  'newsroom:read': none,
  'newsroom:find': z.tuple([words]),
  'newsroom:save-settings': z.tuple([settings, settings]),
  'newsroom:settings-versions': none,
  'newsroom:trash': none,
  'newsroom:check-history': none,
  'newsroom:accept-history': none,
  'releases:create': none,
  'releases:duplicate': z.tuple([releaseIdSchema]),
  'releases:open': z.tuple([releaseIdSchema]),
  'releases:save': z.tuple([release, versionHashSchema]),
  'releases:set-state': z.tuple([releaseIdSchema, z.enum(['working', 'in review'])]),
  'releases:publish': z.tuple([releaseIdSchema]),
  'releases:begin-change': z.tuple([
    releaseIdSchema,
    z.strictObject({
      kind: z.enum(['corrected', 'minor']),
      note: z.string().trim().max(2_000),
      withoutEarlier: z.literal(true).exactOptional(),
    }),
  ]),
  'releases:publish-change': z.tuple([releaseIdSchema]),
  'releases:cancel-change': z.tuple([releaseIdSchema]),
  'releases:withdraw': z.tuple([releaseIdSchema, reason]),
  'releases:replace': z.tuple([releaseIdSchema, releaseIdSchema, reason]),
  'releases:change-address': z.tuple([releaseIdSchema, z.string().trim().min(1).max(200)]),
  'releases:name-draft': z.tuple([releaseIdSchema, z.string().trim().min(1).max(120)]),
  'releases:keep': z.tuple([releaseIdSchema]),
  'releases:name-version': z.tuple([releaseIdSchema, versionHashSchema, z.string().trim().min(1).max(120)]),
  'releases:restore': z.tuple([releaseIdSchema, versionHashSchema]),
  'releases:move-to-trash': z.tuple([releaseIdSchema]),
  'releases:put-back': z.tuple([releaseIdSchema]),
  'releases:versions': z.tuple([releaseIdSchema]),
  'releases:version': z.tuple([releaseIdSchema, versionHashSchema]),
  'releases:import': none,
  'releases:import-accept': z.tuple([z.strictObject({ keep: z.array(z.int().nonnegative()).max(10_000) })]),
  'catalogue:choose': none,
  'catalogue:page': z.tuple([z.int().nonnegative()]),
  'catalogue:take-in': z.tuple([
    z
      .array(
        z.strictObject({
          index: z.int().nonnegative(),
          headline: z.string().max(2_000),
          date: z.string().max(40),
          url: z.string().max(2_000),
        }),
      )
      .max(50_000),
  ]),
  'catalogue:cancel': none,
  'media:add': z.tuple([releaseIdSchema, z.instanceof(Uint8Array)]),
  'media:pick': z.tuple([releaseIdSchema]),
  'media:adopt': z.tuple([releaseIdSchema, mediaNameSchema, releaseIdSchema]),
  'access:read': none,
  'access:take-over': none,
  'access:bring-up': z.tuple([z.boolean()]),
  'backup:list': none,
  'backup:now': none,
  'backup:restore': z.tuple([z.string().max(100).nullable()]),
  'backup:call-off': none,
  'backup:show': none,
  'examination:read': none,
  'examination:begin': none,
  'examination:mend': none,
  'examination:put-away': none,
  'removal:remove': z.tuple([releaseIdSchema, z.string().trim().min(1).max(2_000)]),
  'recovery:keep': z.tuple([salvage, versionHashSchema]),
  'recovery:save-copy': z.tuple([salvage]),
  'recovery:stranded': none,
  'recovery:bring-back': z.tuple([releaseIdSchema]),
  'recovery:copy-stranded': z.tuple([releaseIdSchema]),
  'outside:copies': z.tuple([releaseIdSchema.nullable()]),
  'outside:keep-copy': z.tuple([releaseIdSchema, copyKey]),
  'outside:put-aside': z.tuple([copyKey]),
  'outside:accept-missing': none,
  'outside:show-folder': none,
  'paper:media-copy': z.tuple([releaseIdSchema]),
  'paper:web-copy': z.tuple([releaseIdSchema]),
  'paper:issue-media-copy': z.tuple([releaseIdSchema, z.enum(['print', 'pdf', 'text'])]),
  'paper:history': z.tuple([releaseIdSchema, versionHashSchema, z.enum(['print', 'pdf', 'text'])]),
  'review:read': z.tuple([releaseIdSchema]),
  'review:change': z.tuple([releaseIdSchema, reviewChangeSchema]),
  'review:agree': z.tuple([releaseIdSchema, agreementSchema]),
  'review:copy': z.tuple([
    releaseIdSchema,
    z.strictObject({
      object: versionHashSchema,
      draft: z.string().max(200),
      before: z.strictObject({ release, name: z.string().max(200) }).nullable(),
    }),
  ]),
  'review:take-reply': z.tuple([releaseIdSchema]),
  'compare:choose-file': z.tuple([releaseIdSchema]),
  'compare:read-release': z.tuple([releaseIdSchema]),
  'compare:paper': z.tuple([
    z.strictObject({
      before: release,
      after: release,
      names: sides,
      about: sides,
      inline: z.boolean(),
      form: z.enum(['print', 'pdf']),
    }),
  ]),
  'sheets:issue': z.tuple([
    z.strictObject({
      release: releaseIdSchema,
      speaker: z.string().min(1).max(500),
      to: z.string().trim().max(300),
      form: z.enum(SHEET_FORMS),
      codes: z.array(z.string().max(12)).max(1_000),
    }),
  ]),
  'register:read': z.tuple([z.int().min(0).max(10_000_000)]),
  'register:save-csv': z.tuple([registerFilterSchema, registerOrderSchema]),
  'register:said-before': z.tuple([
    z.strictObject({
      release: releaseIdSchema,
      speaker: z.string().min(1).max(500),
      words: z.string().max(100_000),
      anew: z.boolean(),
    }),
  ]),
  /** As they were opened comes second; null: somebody new. */
  'people:save': z.tuple([personSchema, personSchema.nullable()]),
  'people:merge': z.tuple([personIdSchema, personIdSchema]),
  'export:choose-folder': none,
  'export:pick-logo': none,
  'export:signing': none,
  'export:make-key': none,
  /** The instant to come that is to be previewed; null: what is public now. One that has come is now. */
  'export:plan': z.tuple([instantSchema.nullable()]),
  'export:bundle': none,
  'export:cancel': none,
  /** A page of the last plan, by its path in the bag. */
  'export:look': z.tuple([words]),
  'export:show': none,
  'export:override': z.tuple([
    z.strictObject({
      release: releaseIdSchema,
      check: words,
      digest: words,
      reason: z.string().trim().min(1).max(2_000),
    }),
  ]),
} as const;

export type CallName = keyof typeof CALLS;
export type Arguments<Name extends CallName> = z.infer<(typeof CALLS)[Name]>;
