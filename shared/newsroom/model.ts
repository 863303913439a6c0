import type { Fault } from '../fault';
import type {
  Contact,
  Day,
  Embargo,
  Instant,
  LanguageTag,
  MediaName,
  Release,
  ReleaseId,
  ReleaseState,
  VersionHash,
} from '../release/model';
import type { People } from '../people/model';
import type { IssuedSheet } from '../sheets/model';
import type { RegisterRow } from './register-row';

export const NEWSROOM_FORMAT = 3;

/** `newsroom.json`: the settings of the organisation. */
export type NewsroomSettings = {
  readonly format: typeof NEWSROOM_FORMAT;
  readonly organisation: string;
  readonly language: LanguageTag;
  /** IANA zone in which days and embargoes are shown. */
  readonly zone: string;
  /** `https://…` with no trailing slash, or empty: then no canonical links, sitemap or absolute feed links. */
  readonly siteAddress: string;
  readonly boilerplate: string;
  readonly contacts: readonly Contact[];
  /** Where readers ask to be added to the list. May be empty. */
  readonly newsEmail: string;
  /** Whose quotes need approval: all persons (the default), or nobody's. Organisations never do. */
  readonly approvals: 'persons' | 'nobody';
  /** The telephone that journalists ring when the office is closed: for the media alone, never on the web. */
  readonly outOfHours?: string;
  /** The languages that releases are written in, where they are not all that there are to choose from. */
  readonly languages?: readonly LanguageTag[];
  /** Topics that a release is offered. */
  readonly topics?: readonly string[];
  /** What the archive looks like, where it is not Standfirst's own look. */
  readonly look?: ArchiveLook;
  /** For `security.txt` (RFC 9116): where to report a weakness of the website, and the day up to which that holds. */
  readonly security?: { readonly contact: string; readonly expires: Day };
};

/** A link to the organisation's other pages: an http, https, mailto or tel address. */
export type SiteLink = { readonly name: string; readonly address: string };

/** The organisation's look of the archive. Own templates and an own style lie as files in the newsroom's `look/`. */
export type ArchiveLook = {
  /** A picture in `look/`, named by its bytes, and what it says to those who do not see it; its size in pixels. */
  readonly logo?: {
    readonly file: MediaName;
    readonly width: number;
    readonly height: number;
    readonly alternative: string;
  };
  /** `#rrggbb`: the band at the top. */
  readonly band?: string;
  /** `#rrggbb`: links and rules on white; for dark it is made lighter. */
  readonly accent?: string;
  readonly headerLinks?: readonly SiteLink[];
  readonly footerLinks?: readonly SiteLink[];
  /** Where the organisation is, on one line, in the foot of every page. */
  readonly postalAddress?: string;
};

/** The settings as they stood after a change; the oldest says how they stood before the first, by nobody. */
export type SettingsVersion = { readonly at: Instant; readonly by: string; readonly settings: NewsroomSettings };

/** One row of the list of releases. Computed from the release on disk. */
export type ReleaseSummary = {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly state: ReleaseState;
  readonly date: string;
  readonly embargo: Instant | null;
  readonly language: LanguageTag;
  readonly reference: string;
  /** When the working text was last saved (the file's time). */
  readonly savedAt: Instant;
  /** Null: not counted yet. */
  readonly quotes: QuoteCounts | null;
  /** Left out where there are none. */
  readonly topics?: readonly string[];
  /** The names of those whose words a person said they are, each once; left out where there are none. */
  readonly speakers?: readonly string[];
  /** Who published it, or, before that, who saved the last version of its history; left out where that is not known. */
  readonly who?: string;
  /** Set where a later Standfirst wrote it: it can be read here, and is not changed. */
  readonly later?: true;
};

/** Counts of quotes by status; what is settled is left out of the row. */
export type QuoteCounts = {
  readonly noSpeaker: number;
  readonly needsApproval: number;
  readonly changed: number;
  readonly total: number;
};

/** A release folder that could not be read: shown, never overwritten. */
export type UnreadableRelease = {
  readonly folder: string;
  readonly message: string;
  /** Left out where it is not of a fault's making, as for a second folder of a release. */
  readonly code?: Fault['code'];
};

/** Something damaged that was mended: `where` is a path below the newsroom, `message` a whole sentence. */
export type Mended = { readonly where: string; readonly message: string };

/** What a sync program kept beside a file that two machines wrote. `where` and `original` are paths below the newsroom. */
export type ConflictCopy = {
  /** Names it in calls. */
  readonly key: string;
  readonly where: string;
  readonly original: string;
  /** Empty where its name does not tell. */
  readonly program: string;
  readonly from: string;
  /** When it was last written. */
  readonly at: Instant;
  /** The release whose text it is, that text in its history, and its embargo; null where it is no release or could not be read. */
  readonly text: { readonly id: ReleaseId; readonly object: VersionHash; readonly embargo: Embargo | null } | null;
  /** Why it could not be read, a whole sentence; empty where it could. */
  readonly unreadable: string;
};

/** Conflict copies that wait for a person, those moved aside without asking, and files that were put right beside the work. */
export type CopiesFound = {
  readonly copies: readonly ConflictCopy[];
  readonly aside: readonly Mended[];
  readonly mended: readonly Mended[];
};

/** Releases that this computer saw in a newsroom and that are not there now: so many that something else is the matter. */
export type MissingReleases = {
  readonly missing: number;
  readonly of: number;
  /** The folders of the first few. */
  readonly folders: readonly string[];
};

export type Newsroom = {
  /** The folder's path, for showing only: the page never sends a path back. */
  readonly folder: string;
  readonly settings: NewsroomSettings;
  readonly people: People;
  readonly releases: readonly ReleaseSummary[];
  readonly unreadable: readonly UnreadableRelease[];
  /** What was mended when it was opened; left out where nothing was. */
  readonly mended?: readonly Mended[];
  /** Left out where nothing is missing. */
  readonly missing?: MissingReleases;
};

/** Who has a newsroom open to write in it. */
export type Holder = {
  /** The name the writer gave; empty where none is known. */
  readonly who: string;
  readonly machine: string;
  readonly since: Instant;
};

/** Why nobody may write in a newsroom from here, lock or no lock. */
export type Hindrance =
  /** A later Standfirst wrote it. */
  | { readonly kind: 'later' }
  /** It is of an older format, and no backup could be made before it is brought to today's; `message` says why. */
  | { readonly kind: 'no-backup'; readonly message: string };

/** Whether this program may write in the open newsroom: one at a time does, others read. */
export type Access =
  | { readonly kind: 'write' }
  | {
      readonly kind: 'read';
      /** Who writes; null where nobody does any more, and writing waits for the writer's word. */
      readonly holder: Holder | null;
      /** Set where this program wrote before, and another took over. */
      readonly lost: boolean;
      readonly hindrance?: Hindrance;
    };

/** Why a version was kept, or what was done with the release at that moment. */
export type VersionKind =
  | 'created'
  | 'imported'
  | 'autosave'
  | 'manual'
  | 'draft'
  | 'review'
  | 'agreed'
  | 'published'
  | 'corrected'
  | 'minor'
  | 'withdrawn'
  | 'replaced'
  | 'restored'
  /** An approval was recorded, or taken back. */
  | 'approval'
  | 'approval-undone'
  /** A named person let something pass a check. */
  | 'override'
  /** What a page wrote when the file had changed under it, or was frozen: kept here, not in the file. */
  | 'conflict'
  /** A text that came from outside this program, or that an interrupted save left without a line. */
  | 'found'
  | 'trashed'
  | 'put-back'
  /** The text was erased: `object` is the hash of the last one, `note` the reason. */
  | 'removed'
  /** A sheet for approval was issued. */
  | 'sheet';

/** One version: a line of `history/log/<device>.jsonl`, also what the page is told of it. */
export type VersionLine = {
  readonly seq: number;
  readonly time: Instant;
  readonly who: string;
  readonly kind: VersionKind;
  /** The draft's name; empty for other kinds. */
  readonly name: string;
  readonly object: VersionHash;
  /** What happened, in words, where the kind alone does not say it. */
  readonly note?: string;
  /** Of a sheet: to whom it went, in which form, and what each of its codes stands for. */
  readonly sheet?: IssuedSheet;
  /** Only in the history of a removed release: the SHA-256 of the line as it was before its words were erased. */
  readonly original?: string;
  /** SHA-256 of the line before in the same log, or 64 zeros. */
  readonly previous: string;
};

/** Says which texts of old autosaves were let go. Their lines stay. */
export type ThinnedLine = {
  readonly seq: number;
  readonly time: Instant;
  readonly who: string;
  readonly kind: 'thinned';
  readonly objects: readonly VersionHash[];
  readonly previous: string;
};

/** Any line of a log. */
export type HistoryLine = VersionLine | ThinnedLine;

/** A history that is not the one this computer has seen: `log` is a path below the newsroom, `line` counts from 1. */
export type ChangedHistory = {
  readonly log: string;
  readonly line: number;
  readonly kind: 'rewritten' | 'truncated' | 'reordered' | 'record-damaged';
  /** A whole sentence. */
  readonly message: string;
};

/** Part of the quote register, as it is read. */
export type RegisterPage = {
  readonly rows: readonly RegisterRow[];
  readonly unreadable: readonly UnreadableRelease[];
  /** How many releases were read up to here, of how many. */
  readonly read: number;
  readonly releases: number;
};

/** A release in the trash: what it is, when and by whom it was moved there. */
export type TrashedRelease = {
  readonly id: ReleaseId;
  readonly headline: string;
  readonly at: Instant;
  readonly who: string;
};

/** A release without its long parts, which are many times all the rest. */
export type ReleaseFacts = Omit<Release, 'body' | 'notes' | 'quotes' | 'before'>;
/** What a published release is asked for besides its frozen text. */
export type CurrentFacts = Pick<
  Release,
  'id' | 'headline' | 'state' | 'embargo' | 'publication' | 'overrides' | 'contacts'
>;

/** Everything the archive needs of one published release: who published it, and the text frozen then. */
export type PublishedRelease = {
  readonly current: Release;
  readonly frozen: Release;
  /** What is asked of all of them, where the texts are read only when they are asked for; and the hash of the working text's bytes. */
  readonly light?: { readonly current: CurrentFacts; readonly frozen: ReleaseFacts; readonly hash: string };
  /** SHA-256 of the history's line that recorded the publication, and through it of every line before; null where there is none. */
  readonly chain?: string | null;
  /** The texts that stood before its corrections, by their hashes, as far as they can be read. */
  readonly earlier?: ReadonlyMap<VersionHash, Release>;
};

/** The hashes of the texts that readers may ask for as they stood before a correction. */
export const earlierVersions = ({ publication }: Pick<Release, 'publication'>): readonly VersionHash[] => {
  const acts = (publication?.after ?? []).flatMap((act) => (act.kind === 'corrected' ? [act] : []));
  const hidden = acts.findLastIndex(({ withoutEarlier }) => withoutEarlier);
  return acts.slice(hidden + 1).flatMap(({ earlier }) => earlier ?? []);
};

/** A release as opened: the hash says which saved text the page's edits stand on. */
export type OpenRelease = {
  readonly release: Release;
  readonly version: VersionHash;
  /** Set where a later Standfirst wrote it: what is known of it is shown, and nothing is saved. */
  readonly later?: true;
};
