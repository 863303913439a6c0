import { z } from 'zod';
import type { ExportProgress, ExportReport } from '../archive/model';
import type { Backups, BackupState } from '../backup/model';
import type { Fault } from '../fault';
import type { CatalogueProgress, CatalogueRead, CatalogueReport } from '../import/catalogue-model';
import type { ImportPreview } from '../import/model';
import type {
  Access,
  ChangedHistory,
  CopiesFound,
  Mended,
  Newsroom,
  NewsroomSettings,
  RegisterPage,
  ReleaseSummary,
  SettingsVersion,
  TrashedRelease,
  VersionLine,
} from '../newsroom/model';
import { newsroomSettingsSchema, personSchema } from '../newsroom/parse';
import { registerFilterSchema, registerOrderSchema } from '../newsroom/register-parse';
import type { ArchivedMatch } from '../newsroom/said';
import type { People } from '../people/model';
import type { ExaminationState } from '../newsroom/examination';
import { mediaNameSchema, parseRelease, personIdSchema, releaseIdSchema, versionHashSchema } from '../release/parse';
import type { Instant, MediaName, Release, ReleaseId, VersionHash } from '../release/model';
import type { RemovalState, RemovedRelease } from '../removal/model';
import type { Result } from '../result';
import { agreementSchema, reviewChangeSchema } from '../review/change';
import type { Review } from '../review/model';
import { SHEET_FORMS } from '../sheets/model';

/**
 * Every call from the page to the main process: its name, the schema of its arguments, and the type of its answer.
 * The page sends ids and values, never paths; folders and files are chosen in the system's dialogs by the main process.
 */

/** What the page needs to begin: who is writing, how it looks, which newsroom is open. */
export type StartState = {
  /** Asked once at first start; empty until then. */
  readonly who: string;
  readonly theme: Theme;
  readonly newsroom: Newsroom | null;
  /** Names and folders of newsrooms opened before, newest first; opened by index, never by path. */
  readonly recent: readonly { readonly organisation: string; readonly folder: string }[];
  readonly platform: 'mac' | 'windows' | 'linux';
  /** Set where the last newsroom could not be opened. */
  readonly fault: Fault | null;
  /** The release that this window is for, opened at once; null where one begins with the list. */
  readonly release: ReleaseId | null;
};
/** A picture that was taken in, as the text holds it. */
export type AddedMedia = { readonly file: MediaName; readonly width: number; readonly height: number };
export type Theme = 'system' | 'light' | 'dark';

/** A newsroom restored from the backup of an instant. */
export type RestoredNewsroom = { readonly newsroom: Newsroom; readonly of: Instant };

/** A release as opened: the hash says which saved text the page's edits stand on. */
export type OpenRelease = {
  readonly release: Release;
  readonly version: VersionHash;
  /** Set where a later Standfirst wrote it: what is known of it is shown, and nothing is saved. */
  readonly later?: true;
};

/** What came of the words that were kept on this computer when a release was opened. */
export type Recovery = {
  /**
   * `continued`: they go on from the saved text, are saved now, and are a version of the history. `unsaved`: the same, but
   * the newsroom could not be written, so they stand in the editor and wait. `diverged`: the saved text went on as well;
   * both are in the history, and the saved one is opened. `waiting`: nothing is saved into the newsroom from here now, so
   * they stay where they are kept, and the saved text is opened. `none`: there were none that could be read.
   */
  readonly outcome: 'continued' | 'unsaved' | 'diverged' | 'waiting' | 'none';
  /** When the words were kept; null where there were none. */
  readonly at: Instant | null;
  /** The words in the history; null where they are not in it. */
  readonly version: VersionHash | null;
  /** How many of the two slots could not be read. */
  readonly damaged: number;
};
/** What this computer keeps for its user. */
export type Preferences = { readonly who: string; readonly theme: Theme };
/** A command of the menu and its keys, as they are shown on this system: “Ctrl+Shift+D”. */
export type Shortcut = {
  readonly menu: string;
  readonly command: string;
  /** Empty where it has none. */
  readonly keys: string;
  /** Null: one that the system carries out itself, as Copy. */
  readonly id: MenuCommand | null;
};
/** Words kept on this computer of a release that is no longer in the newsroom. */
export type StrandedWords = { readonly id: ReleaseId; readonly headline: string; readonly at: Instant };
/** A release as `releases:open` gives it; `recovery` is null where nothing had been kept. */
export type RecoveredRelease = OpenRelease & { readonly recovery: Recovery | null };

const settings: z.ZodType<NewsroomSettings> = newsroomSettingsSchema;
const release = z.unknown().transform((value, context): Release => {
  const parsed = parseRelease(value);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: parsed.fault.detail ?? parsed.fault.message });
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

/** Every command of the page that stands in the menu. */
export const MENU_COMMANDS = [
  'new-release',
  'open-in-window',
  'import',
  'import-catalogue',
  'export',
  'media-copy',
  'save-draft',
  'compare',
  'review',
  'history',
  'move-to-trash',
  'show-trash',
  'show-backups',
  'show-settings',
  'show-shortcuts',
  'go-to',
  'next-region',
  'previous-region',
  'examine',
  'find',
  'find-next',
  'find-previous',
  'replace',
  'insert-image',
  'insert-table',
  'bold',
  'italic',
  'link',
  'language',
  'heading-2',
  'heading-3',
  'heading-4',
  'paragraph',
  'bulleted-list',
  'numbered-list',
  'block-quote',
  'next-quote',
  'previous-quote',
  'accept-in-view',
  'approval-sheet',
  'enter-code',
  'use-selection',
  'merge-quotes',
  'split-quote',
  'toggle-list',
  'toggle-quotes',
  'toggle-checks',
  'text-larger',
  'text-smaller',
  'text-usual',
  'focus-mode',
  'find-releases',
  'show-people',
  'show-register',
  'back',
] as const;

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
    z.strictObject({ kind: z.enum(['corrected', 'minor']), note: z.string().trim().max(2_000) }),
  ]),
  'releases:publish-change': z.tuple([releaseIdSchema]),
  'releases:cancel-change': z.tuple([releaseIdSchema]),
  'releases:withdraw': z.tuple([releaseIdSchema, reason]),
  'releases:replace': z.tuple([releaseIdSchema, releaseIdSchema, reason]),
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
  'recovery:keep': z.tuple([release, versionHashSchema]),
  'recovery:save-copy': z.tuple([release]),
  'recovery:stranded': none,
  'recovery:bring-back': z.tuple([releaseIdSchema]),
  'recovery:copy-stranded': z.tuple([releaseIdSchema]),
  'outside:copies': z.tuple([releaseIdSchema.nullable()]),
  'outside:keep-copy': z.tuple([releaseIdSchema, copyKey]),
  'outside:put-aside': z.tuple([copyKey]),
  'outside:accept-missing': none,
  'outside:show-folder': none,
  'paper:media-copy': z.tuple([releaseIdSchema]),
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
  'people:save': z.tuple([personSchema]),
  'people:merge': z.tuple([personIdSchema, personIdSchema]),
  'export:choose-folder': none,
  'export:pick-logo': none,
  'export:signing': none,
  'export:make-key': none,
  'export:plan': none,
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

export type Answers = {
  'app:start': StartState;
  'app:set-who': null;
  'app:set-theme': null;
  /** Asks the user first; only https, http, mailto and tel. */
  'app:open-link': Result<null, Fault>;
  'app:preferences': Preferences;
  /** The commands of the menu, in its order. */
  'app:shortcuts': readonly Shortcut[];
  /** Does what the menu's item does, in the window that asks. */
  'app:command': null;
  /** Whether what was typed is saved, kept on this computer alone, or neither. */
  'app:flushed': null;
  /** Which release this window shows now: no other window opens it. */
  'app:showing': null;
  /** Opens a release in a window of its own, or brings the window to the front that shows it. */
  'app:open-window': null;
  /** Each of the three opens: `cancelled` where the dialog was left. */
  'newsroom:create': Result<Newsroom, Fault>;
  'newsroom:open': Result<Newsroom, Fault>;
  'newsroom:open-recent': Result<Newsroom, Fault>;
  'newsroom:sample': Result<Newsroom, Fault>;
  'newsroom:read': Result<Newsroom, Fault>;
  /** The releases in which all that is looked for stands; null where nothing is looked for. */
  'newsroom:find': Result<readonly ReleaseId[] | null, Fault>;
  /** The second is what the change stands on: `conflict` where the file says something else. */
  'newsroom:save-settings': Result<NewsroomSettings, Fault>;
  /** How the settings stood after each change, newest first. */
  'newsroom:settings-versions': Result<readonly SettingsVersion[], Fault>;
  /** Last moved first. */
  'newsroom:trash': Result<readonly TrashedRelease[], Fault>;
  /** Histories that are not what this computer has seen of them. */
  'newsroom:check-history': Result<readonly ChangedHistory[], Fault>;
  /** Reports the changes found no more. */
  'newsroom:accept-history': Result<null, Fault>;
  'releases:create': Result<OpenRelease, Fault>;
  /** A new release with the words, pictures and fields of another, being written; nothing of its quotes is settled. */
  'releases:duplicate': Result<OpenRelease, Fault>;
  /** `elsewhere` where another window shows it, which is in front then. */
  'releases:open': Result<RecoveredRelease, Fault>;
  /**
   * `conflict` where the file is not what the page's edits stand on; `frozen` where it was published. A fault says in `kept`
   * whether the words are kept on this computer.
   */
  'releases:save': Result<VersionHash, Fault>;
  'releases:set-state': Result<OpenRelease, Fault>;
  /** Freezes what is saved. `refused` with the reason where headline, date or body is missing. */
  'releases:publish': Result<OpenRelease, Fault>;
  /** Opens a change of what is published: a correction with its note to readers, or a minor one. */
  'releases:begin-change': Result<OpenRelease, Fault>;
  /** `refused` with the reasons where a minor change is more than that. */
  'releases:publish-change': Result<OpenRelease, Fault>;
  'releases:cancel-change': Result<OpenRelease, Fault>;
  'releases:withdraw': Result<OpenRelease, Fault>;
  /** The second is what takes the first one's place. */
  'releases:replace': Result<OpenRelease, Fault>;
  'releases:name-draft': Result<VersionLine, Fault>;
  /** The saved text as it stands, as a version of its history; none is added where its last version is this text. */
  'releases:keep': Result<null, Fault>;
  /** Names the text of a version of the history. */
  'releases:name-version': Result<VersionLine, Fault>;
  /** Puts the text of a version in the working text's place, as a new version. `frozen` where it was published. */
  'releases:restore': Result<OpenRelease, Fault>;
  /** `refused` where it was published. */
  'releases:move-to-trash': Result<null, Fault>;
  'releases:put-back': Result<null, Fault>;
  /** Oldest first. */
  'releases:versions': Result<readonly VersionLine[], Fault>;
  'releases:version': Result<Release, Fault>;
  /** Asks for a file and reads it; nothing is written until accepted. */
  'releases:import': Result<ImportPreview, Fault>;
  /** Writes the last preview as a release; `keep` are indices of `dropped` to keep after all. */
  'releases:import-accept': Result<OpenRelease, Fault>;
  /** Asks for a folder and reads every page below it, telling how far it is; nothing is written. `cancelled` where it was stopped. */
  'catalogue:choose': Result<CatalogueRead, Fault>;
  /** What one page of the folder that was read last would become, by its number. */
  'catalogue:page': Result<ImportPreview, Fault>;
  /** Takes pages of it in as published, each by what somebody filled in, and says what came of each. */
  'catalogue:take-in': Result<CatalogueReport, Fault>;
  /** Stops the reading or the taking in that is under way; what was taken in stays. */
  'catalogue:cancel': null;
  /** Takes the bytes of a pasted or dropped picture into the release's folder. `refused` where it is none that may stand there. */
  'media:add': Result<AddedMedia, Fault>;
  /** Asks for a file, and does the same. `cancelled` where the dialog was left. */
  'media:pick': Result<AddedMedia, Fault>;
  /** A picture of the third came into the first, by paste or by taking over: its file is brought over too. */
  'media:adopt': Result<null, Fault>;
  'access:read': Access;
  /** Takes the newsroom over from whoever writes in it; their program stops saving into it. */
  'access:take-over': Result<Access, Fault>;
  /** Brings a newsroom of an older format to today's, with a backup first unless that is waived. */
  'access:bring-up': Result<Access, Fault>;
  'backup:list': Result<Backups, Fault>;
  /** Whether one was made: none is where nothing has changed since the newest. */
  'backup:now': Result<{ readonly isNew: boolean }, Fault>;
  /** Restores a backup to an empty folder that is asked for, and opens it; null: also the backup's file is asked for. */
  'backup:restore': Result<RestoredNewsroom, Fault>;
  /** Calls off what is being made or restored. */
  'backup:call-off': null;
  /** Shows the folder of backups in the system's file manager. */
  'backup:show': Result<null, Fault>;
  'examination:read': ExaminationState;
  /** Begins one, unless one is under way, and waits until it has ended. */
  'examination:begin': Result<null, Fault>;
  /** Mends what needs no person, only adding and moving, and examines again. */
  'examination:mend': Result<null, Fault>;
  'examination:put-away': null;
  /** Erases a published release everywhere within reach, and searches for what is left of it. There is no way back. */
  'removal:remove': Result<RemovedRelease, Fault>;
  /** Keeps words on this computer alone, while they cannot be saved. */
  'recovery:keep': Result<null, Fault>;
  /** Asks for a place and writes the release there, as JSON and as plain text beside it. Gives the file's path, for showing. */
  'recovery:save-copy': Result<string, Fault>;
  /** Words kept on this computer of releases that are no longer in the newsroom, newest first. */
  'recovery:stranded': Result<readonly StrandedWords[], Fault>;
  /** Makes a release of them again. */
  'recovery:bring-back': Result<OpenRelease, Fault>;
  /** As `recovery:save-copy`. */
  'recovery:copy-stranded': Result<string, Fault>;
  /** What sync programs kept beside the newsroom's files, or those of one release. Who only reads is told of none. */
  'outside:copies': Result<CopiesFound, Fault>;
  /** Makes a draft of a copy's text and moves the copy aside. */
  'outside:keep-copy': Result<VersionLine, Fault>;
  /** Moves a copy of the newsroom's settings or people aside. */
  'outside:put-aside': Result<Mended, Fault>;
  /** The releases that are missing were moved away on purpose. */
  'outside:accept-missing': Result<null, Fault>;
  /** Shows the newsroom's folder in the system's file manager. */
  'outside:show-folder': Result<null, Fault>;
  /** Prints a version with its history, or saves it where the writer says; out: where. Faults: `cancelled`, `refused`, those of reading. */
  'paper:history': Result<string | null, Fault>;
  /** The media copy of what is saved, or of what is public, and the web copy beside it as text. `refused` for what was withdrawn, replaced or removed. */
  'paper:media-copy': Result<{ readonly text: string; readonly html: string; readonly web: string }, Fault>;
  /** The same to the printer, or where the writer says; out: where. */
  'paper:issue-media-copy': Result<string | null, Fault>;
  /** What reviewers said of a release. */
  'review:read': Result<Review, Fault>;
  /** A remark, an answer, a remark settled, or what became of a draft; out: the review as it is then. */
  'review:change': Result<Review, Fault>;
  /** The agreement of a release in review, with its second pair of eyes. `refused` with the reasons. */
  'review:agree': Result<OpenRelease, Fault>;
  /** Saves a review copy of a version where the writer says; out: where. */
  'review:copy': Result<string, Fault>;
  /** Asks for the file that a reviewer sent back and takes it in; `draft` null where no wording was proposed. */
  'review:take-reply': Result<
    { readonly review: Review; readonly draft: VersionLine | null; readonly by: string; readonly of: VersionHash },
    Fault
  >;
  /** Asks for a text or a web page and reads it, to be put beside a release; nothing is written. */
  'compare:choose-file': Result<{ readonly name: string; readonly release: Release }, Fault>;
  /** Another release as it is saved, to be put beside one. */
  'compare:read-release': Result<Release, Fault>;
  /** Prints a comparison with its list, or saves it as PDF; out: where, null where it was printed. */
  'compare:paper': Result<string | null, Fault>;
  /**
   * Makes the sheet of a speaker (`speakerKey`) from what is saved, hands it out and notes it in the release's history.
   * Gives the file's path, for showing; null where there is none. `conflict` where its codes would not be those that the
   * page showed; `cancelled` where a dialog was left.
   */
  'sheets:issue': Result<string | null, Fault>;
  /** The part of the register from the release of this number on; from 0 it is read anew. In no order. */
  'register:read': Result<RegisterPage, Fault>;
  /** Asks for a place and saves what a filter lets through, in an order, as CSV. Gives the file's path, for showing. */
  'register:save-csv': Result<string, Fault>;
  /**
   * What a speaker (`voiceOf`) said in other releases that is nearly what is written; never another speaker's words. The
   * archive is read again where `anew` asks for it.
   */
  'register:said-before': Result<readonly ArchivedMatch[], Fault>;
  'people:save': Result<People, Fault>;
  /** Makes two entries one, which has the first’s id and name. */
  'people:merge': Result<People, Fault>;
  /** The folder chosen for bundles, for showing. */
  'export:choose-folder': Result<string, Fault>;
  /** A picture for the settings to name: it lies in the newsroom's `look/`. */
  'export:pick-logo': Result<AddedMedia, Fault>;
  /** The public key that the open newsroom's bundles are signed with, as minisign reads it; null: they are not signed. */
  'export:signing': Result<string | null, Fault>;
  /** Makes that key, which the system's keychain keeps. */
  'export:make-key': Result<string, Fault>;
  'export:plan': Result<ExportReport, Fault>;
  'export:bundle': Result<ExportReport, Fault>;
  /** Stops the export that is under way, if there is one; it answers `cancelled`. */
  'export:cancel': null;
  /** Shows a page that changes as it stands beside the page as it will be, in a window that runs nothing. */
  'export:look': Result<null, Fault>;
  /** Shows the last bundle in the system's file manager. */
  'export:show': Result<null, Fault>;
  'export:override': Result<null, Fault>;
};

export type Arguments<Name extends CallName> = z.infer<(typeof CALLS)[Name]>;
export type Calls = { [Name in CallName]: (...args: Arguments<Name>) => Answers[Name] };
export type Handlers = { [Name in CallName]: (...args: Arguments<Name>) => Promise<Answers[Name]> };

/** What the main process tells the page. */
export type Events = {
  /** Save now and answer with `app:flushed`: the window is about to close or the machine to sleep. */
  'app:flush': null;
  /** Another program took the newsroom over, or has left it. */
  'access:changed': Access;
  'backup:state': BackupState;
  'catalogue:progress': CatalogueProgress;
  'export:progress': ExportProgress;
  'examination:state': ExaminationState;
  'removal:state': RemovalState;
  /** A menu item was chosen. */
  'menu:command': MenuCommand;
  /** Another window changed something of the newsroom: what is shown of it is to be read again. */
  'newsroom:changed': null;
  /** Another window saved this release. */
  'newsroom:saved': Release;
  /** Rows whose quotes were counted after the list was given. */
  'newsroom:rows': readonly ReleaseSummary[];
};
export type EventName = keyof Events;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** The one bridge, `window.standfirst`: named functions only. */
export type Bridge = {
  readonly app: {
    readonly start: () => Promise<Answers['app:start']>;
    readonly setWho: (...args: Arguments<'app:set-who'>) => Promise<null>;
    readonly setTheme: (...args: Arguments<'app:set-theme'>) => Promise<null>;
    readonly openLink: (...args: Arguments<'app:open-link'>) => Promise<Answers['app:open-link']>;
    readonly preferences: () => Promise<Preferences>;
    readonly shortcuts: () => Promise<readonly Shortcut[]>;
    readonly command: (...args: Arguments<'app:command'>) => Promise<null>;
    readonly flushed: (...args: Arguments<'app:flushed'>) => Promise<null>;
    readonly showing: (...args: Arguments<'app:showing'>) => Promise<null>;
    readonly openWindow: (...args: Arguments<'app:open-window'>) => Promise<null>;
  };
  readonly newsroom: {
    readonly create: (...args: Arguments<'newsroom:create'>) => Promise<Answers['newsroom:create']>;
    readonly open: () => Promise<Answers['newsroom:open']>;
    readonly openRecent: (...args: Arguments<'newsroom:open-recent'>) => Promise<Answers['newsroom:open-recent']>;
    readonly sample: () => Promise<Answers['newsroom:sample']>;
    readonly read: () => Promise<Answers['newsroom:read']>;
    readonly find: (...args: Arguments<'newsroom:find'>) => Promise<Answers['newsroom:find']>;
    readonly saveSettings: (...args: Arguments<'newsroom:save-settings'>) => Promise<Answers['newsroom:save-settings']>;
    readonly settingsVersions: () => Promise<Answers['newsroom:settings-versions']>;
    readonly trash: () => Promise<Answers['newsroom:trash']>;
    readonly checkHistory: () => Promise<Answers['newsroom:check-history']>;
    readonly acceptHistory: () => Promise<Answers['newsroom:accept-history']>;
  };
  readonly releases: {
    readonly create: () => Promise<Answers['releases:create']>;
    readonly duplicate: (...args: Arguments<'releases:duplicate'>) => Promise<Answers['releases:duplicate']>;
    readonly open: (...args: Arguments<'releases:open'>) => Promise<Answers['releases:open']>;
    readonly save: (...args: Arguments<'releases:save'>) => Promise<Answers['releases:save']>;
    readonly setState: (...args: Arguments<'releases:set-state'>) => Promise<Answers['releases:set-state']>;
    readonly publish: (...args: Arguments<'releases:publish'>) => Promise<Answers['releases:publish']>;
    readonly beginChange: (...args: Arguments<'releases:begin-change'>) => Promise<Answers['releases:begin-change']>;
    readonly publishChange: (
      ...args: Arguments<'releases:publish-change'>
    ) => Promise<Answers['releases:publish-change']>;
    readonly cancelChange: (...args: Arguments<'releases:cancel-change'>) => Promise<Answers['releases:cancel-change']>;
    readonly withdraw: (...args: Arguments<'releases:withdraw'>) => Promise<Answers['releases:withdraw']>;
    readonly replace: (...args: Arguments<'releases:replace'>) => Promise<Answers['releases:replace']>;
    readonly nameDraft: (...args: Arguments<'releases:name-draft'>) => Promise<Answers['releases:name-draft']>;
    readonly keep: (...args: Arguments<'releases:keep'>) => Promise<Answers['releases:keep']>;
    readonly nameVersion: (...args: Arguments<'releases:name-version'>) => Promise<Answers['releases:name-version']>;
    readonly restore: (...args: Arguments<'releases:restore'>) => Promise<Answers['releases:restore']>;
    readonly moveToTrash: (...args: Arguments<'releases:move-to-trash'>) => Promise<Answers['releases:move-to-trash']>;
    readonly putBack: (...args: Arguments<'releases:put-back'>) => Promise<Answers['releases:put-back']>;
    readonly versions: (...args: Arguments<'releases:versions'>) => Promise<Answers['releases:versions']>;
    readonly version: (...args: Arguments<'releases:version'>) => Promise<Answers['releases:version']>;
    readonly import: () => Promise<Answers['releases:import']>;
    readonly importAccept: (...args: Arguments<'releases:import-accept'>) => Promise<Answers['releases:import-accept']>;
  };
  readonly catalogue: {
    readonly choose: () => Promise<Answers['catalogue:choose']>;
    readonly page: (...args: Arguments<'catalogue:page'>) => Promise<Answers['catalogue:page']>;
    readonly takeIn: (...args: Arguments<'catalogue:take-in'>) => Promise<Answers['catalogue:take-in']>;
    readonly cancel: () => Promise<null>;
  };
  readonly media: {
    readonly add: (...args: Arguments<'media:add'>) => Promise<Answers['media:add']>;
    readonly pick: (...args: Arguments<'media:pick'>) => Promise<Answers['media:pick']>;
    readonly adopt: (...args: Arguments<'media:adopt'>) => Promise<Answers['media:adopt']>;
  };
  readonly access: {
    readonly read: () => Promise<Access>;
    readonly takeOver: () => Promise<Answers['access:take-over']>;
    readonly bringUp: (...args: Arguments<'access:bring-up'>) => Promise<Answers['access:bring-up']>;
  };
  readonly backup: {
    readonly list: () => Promise<Answers['backup:list']>;
    readonly now: () => Promise<Answers['backup:now']>;
    readonly restore: (...args: Arguments<'backup:restore'>) => Promise<Answers['backup:restore']>;
    readonly callOff: () => Promise<null>;
    readonly show: () => Promise<Answers['backup:show']>;
  };
  readonly examination: {
    readonly read: () => Promise<ExaminationState>;
    readonly begin: () => Promise<Answers['examination:begin']>;
    readonly mend: () => Promise<Answers['examination:mend']>;
    readonly putAway: () => Promise<null>;
  };
  readonly removal: {
    readonly remove: (...args: Arguments<'removal:remove'>) => Promise<Answers['removal:remove']>;
  };
  readonly recovery: {
    readonly keep: (...args: Arguments<'recovery:keep'>) => Promise<Answers['recovery:keep']>;
    readonly saveCopy: (...args: Arguments<'recovery:save-copy'>) => Promise<Answers['recovery:save-copy']>;
    readonly stranded: () => Promise<Answers['recovery:stranded']>;
    readonly bringBack: (...args: Arguments<'recovery:bring-back'>) => Promise<Answers['recovery:bring-back']>;
    readonly copyStranded: (...args: Arguments<'recovery:copy-stranded'>) => Promise<Answers['recovery:copy-stranded']>;
  };
  readonly outside: {
    readonly copies: (...args: Arguments<'outside:copies'>) => Promise<Answers['outside:copies']>;
    readonly keepCopy: (...args: Arguments<'outside:keep-copy'>) => Promise<Answers['outside:keep-copy']>;
    readonly putAside: (...args: Arguments<'outside:put-aside'>) => Promise<Answers['outside:put-aside']>;
    readonly acceptMissing: () => Promise<Answers['outside:accept-missing']>;
    readonly showFolder: () => Promise<Answers['outside:show-folder']>;
  };
  readonly paper: {
    readonly mediaCopy: (...args: Arguments<'paper:media-copy'>) => Promise<Answers['paper:media-copy']>;
    readonly issueMediaCopy: (
      ...args: Arguments<'paper:issue-media-copy'>
    ) => Promise<Answers['paper:issue-media-copy']>;
    readonly history: (...args: Arguments<'paper:history'>) => Promise<Answers['paper:history']>;
  };
  readonly review: {
    readonly read: (...args: Arguments<'review:read'>) => Promise<Answers['review:read']>;
    readonly change: (...args: Arguments<'review:change'>) => Promise<Answers['review:change']>;
    readonly agree: (...args: Arguments<'review:agree'>) => Promise<Answers['review:agree']>;
    readonly copy: (...args: Arguments<'review:copy'>) => Promise<Answers['review:copy']>;
    readonly takeReply: (...args: Arguments<'review:take-reply'>) => Promise<Answers['review:take-reply']>;
  };
  readonly compare: {
    readonly chooseFile: (...args: Arguments<'compare:choose-file'>) => Promise<Answers['compare:choose-file']>;
    readonly readRelease: (...args: Arguments<'compare:read-release'>) => Promise<Answers['compare:read-release']>;
    readonly paper: (...args: Arguments<'compare:paper'>) => Promise<Answers['compare:paper']>;
  };
  readonly sheets: { readonly issue: (...args: Arguments<'sheets:issue'>) => Promise<Answers['sheets:issue']> };
  readonly register: {
    readonly read: (...args: Arguments<'register:read'>) => Promise<Answers['register:read']>;
    readonly saveCsv: (...args: Arguments<'register:save-csv'>) => Promise<Answers['register:save-csv']>;
    readonly saidBefore: (...args: Arguments<'register:said-before'>) => Promise<Answers['register:said-before']>;
  };
  readonly people: {
    readonly save: (...args: Arguments<'people:save'>) => Promise<Answers['people:save']>;
    readonly merge: (...args: Arguments<'people:merge'>) => Promise<Answers['people:merge']>;
  };
  readonly export: {
    readonly chooseFolder: () => Promise<Answers['export:choose-folder']>;
    readonly pickLogo: () => Promise<Answers['export:pick-logo']>;
    readonly signing: () => Promise<Answers['export:signing']>;
    readonly makeKey: () => Promise<Answers['export:make-key']>;
    readonly plan: () => Promise<Answers['export:plan']>;
    readonly bundle: () => Promise<Answers['export:bundle']>;
    readonly cancel: () => Promise<Answers['export:cancel']>;
    readonly look: (...args: Arguments<'export:look'>) => Promise<Answers['export:look']>;
    readonly show: () => Promise<Answers['export:show']>;
    readonly override: (...args: Arguments<'export:override'>) => Promise<Answers['export:override']>;
  };
  /** Listens to an event; the answer stops listening. */
  readonly on: <Name extends EventName>(name: Name, listener: (value: Events[Name]) => void) => () => void;
};
