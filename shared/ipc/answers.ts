import type { ExportReport } from '../archive/model';
import type { Backups } from '../backup/model';
import type { Fault } from '../fault';
import type { CatalogueRead, CatalogueReport } from '../import/catalogue-model';
import type { ImportPreview } from '../import/model';
import type { ExaminationState } from '../newsroom/examination';
import type {
  Access,
  ChangedHistory,
  CopiesFound,
  Mended,
  Newsroom,
  NewsroomSettings,
  OpenRelease,
  RegisterPage,
  SettingsVersion,
  TrashedRelease,
  VersionLine,
} from '../newsroom/model';
import type { ArchivedMatch } from '../newsroom/said';
import type { People } from '../people/model';
import type { Instant, MediaName, Release, ReleaseId, VersionHash } from '../release/model';
import type { RemovedRelease } from '../removal/model';
import type { Result } from '../result';
import type { Review } from '../review/model';
import type { MenuCommand } from './menu-commands';

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

/** What each call answers. */
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
  /** The words of the new address; the old one leads there. `refused` where another release stands there. */
  'releases:change-address': Result<OpenRelease, Fault>;
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
  /** The media copy of what is saved, or of what is public. `refused` for what was withdrawn, replaced or removed. */
  'paper:media-copy': Result<{ readonly text: string; readonly html: string }, Fault>;
  /** The page that readers have of the same text or would have: the address at which a frame of the page may show it. */
  'paper:web-copy': Result<string, Fault>;
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
  /** Asks for a Word document, a text or a web page and reads it, to be put beside a release; nothing is written. */
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
  /** Checks, and says what would change; nothing is written. Of a preview too, which says so. */
  'export:plan': Result<ExportReport, Fault>;
  /** Writes the bundle, as of now. */
  'export:bundle': Result<ExportReport, Fault>;
  /** Stops the export that is under way, if there is one; it answers `cancelled`. */
  'export:cancel': null;
  /** Shows a page that changes as it stands beside the page as it will be, in a window that runs nothing. */
  'export:look': Result<null, Fault>;
  /** Shows the last bundle in the system's file manager. */
  'export:show': Result<null, Fault>;
  'export:override': Result<null, Fault>;
};
