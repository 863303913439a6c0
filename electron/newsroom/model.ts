import type { LookFiles } from '../../shared/archive/look-files';
import type { Fault } from '../../shared/fault';
import type { AddedMedia } from '../../shared/ipc/contract';
import type { OpenRelease } from '../../shared/newsroom/model';
import type {
  ChangedHistory,
  CopiesFound,
  Mended,
  Newsroom,
  NewsroomSettings,
  PublishedRelease,
  RegisterPage,
  SettingsVersion,
  TrashedRelease,
  UnreadableRelease,
  VersionLine,
} from '../../shared/newsroom/model';
import type { People, Person } from '../../shared/people/model';
import type {
  Instant,
  MediaName,
  OpenChange,
  Override,
  PersonId,
  Publication,
  Release,
  ReleaseId,
  VersionHash,
} from '../../shared/release/model';
import type { Result } from '../../shared/result';
import type { Agreement, ReviewChange, TakenReply } from '../../shared/review/change';
import type { Review } from '../../shared/review/model';
import type { Marks } from '../removal/marks';
import type { Examination, FindingCode } from './doctor-findings';
import type { Kept } from './keeper';
import type { KnownText, KnownTexts } from './known-texts';

/** All releases of a newsroom as they stand on disk, for the archive. */
export type NewsroomContents = {
  readonly settings: NewsroomSettings;
  readonly people: People;
  /** With `frozen` read from the history and checked against its hash. */
  readonly published: readonly PublishedRelease[];
  /** Releases with no publication. */
  readonly unpublished: readonly Release[];
  /** Folders that could not be read, and published releases whose frozen text is missing or altered. */
  readonly unreadable: readonly UnreadableRelease[];
  /** Where the pictures of published texts lie, absolute, by name; not looked at yet. */
  readonly media: ReadonlyMap<MediaName, string>;
  /** What is known of published texts, where they were read lightly; else empty. */
  readonly texts?: KnownTexts;
  /** The organisation's own templates and style, of the folder `look/`; left out where there are none. */
  readonly lookFiles?: LookFiles;
};

/** A release that was erased in the newsroom: its tombstone, and by what its words are found where they stand still. */
export type ErasedRelease = OpenRelease & {
  /** Its folder below the newsroom, `/` between parts. */
  readonly path: string;
  readonly marks: Marks;
};

/** What is done beside the reading of all contents. */
export type Beside = {
  /** Hears what all releases are read by, and gives what hears of each published one whose text is read. */
  readonly begin: (settings: NewsroomSettings, people: People) => (published: PublishedRelease) => void;
  /** What somebody else found out of a text just now. */
  readonly textOf: (id: ReleaseId) => KnownText | undefined;
  /** Hears after each release. What it throws stops the reading. */
  readonly onEach: () => void;
};

/** A public release as another office hands it over. */
export type HandedOver = {
  /** As it was frozen, and that as it was written, by whose bytes its version is known. */
  readonly release: Release;
  readonly text: string;
  /** What was done with it. */
  readonly facts: Pick<Release, 'id' | 'state' | 'embargo'> &
    Partial<Pick<Release, 'overrides'>> & { readonly publication: Publication };
  /** What could be read of it before its corrections, as it was written. */
  readonly earlier: readonly string[];
  readonly media: readonly { readonly file: MediaName; readonly bytes: Uint8Array }[];
};

/** An open newsroom folder. Saves of one release land in order; every answer is a value, never a throw for bad input. */
export type NewsroomStore = {
  readonly folder: string;
  readonly read: () => Promise<Result<Newsroom, Fault>>;
  /** The releases in which all that is looked for stands (see `readQuery`); null where nothing is looked for. */
  readonly find: (words: string) => Promise<Result<readonly ReleaseId[] | null, Fault>>;
  /** Part of the quote register, from the release of this number on; from 0 it is read anew. */
  readonly register: (from: number) => Promise<Result<RegisterPage, Fault>>;
  /** All of it for the archive; with `known`, read lightly, and with what is done beside (see `readContents`). */
  readonly contents: (known?: KnownTexts, beside?: Beside | null) => Promise<Result<NewsroomContents, Fault>>;
  /** `before`: what the change stands on. Fault: `conflict` where the file says something else. */
  readonly saveSettings: (
    settings: NewsroomSettings,
    before: NewsroomSettings,
    by: string,
  ) => Promise<Result<NewsroomSettings, Fault>>;
  /** How the settings stood after each change, newest first. */
  readonly settingsVersions: () => Promise<Result<readonly SettingsVersion[], Fault>>;
  /** Changes a person who stood as `before`, or adds one: null. Fault: `conflict` where the file has them otherwise by now. */
  readonly savePerson: (person: Person, before: Person | null) => Promise<Result<People, Fault>>;
  /** Makes two entries one (`mergePeople`), which has the first's id. No release is touched: the other's id means this one from now on. */
  readonly mergePeople: (keep: PersonId, gone: PersonId) => Promise<Result<People, Fault>>;
  /** Writes a new release and its first version. */
  readonly addRelease: (
    release: Release,
    kind: 'created' | 'imported',
    who: string,
  ) => Promise<Result<OpenRelease, Fault>>;
  /** The release at each address that is taken, by the address's key (`placeKey`). Fault: `refused` while many releases are not there. */
  readonly addressesInUse: () => Promise<Result<ReadonlyMap<string, ReleaseId>, Fault>>;
  /**
   * Takes in a release that was published before Standfirst, with a new id, at the address that it has; `at`: when that
   * was. The caller has seen that the address is free (`addressesInUse`). Fault: `refused` where something is missing.
   */
  readonly addPublished: (
    release: Release,
    publication: { readonly address: string; readonly at: Instant },
    who: string,
  ) => Promise<Result<OpenRelease, Fault>>;
  /**
   * Takes in a release that another office hands over, with the id and the address that it has. The caller has seen that
   * both are free.
   */
  readonly addHandedOver: (handed: HandedOver, who: string) => Promise<Result<OpenRelease, Fault>>;
  readonly openRelease: (id: ReleaseId) => Promise<Result<OpenRelease, Fault>>;
  /** `after` is the hash the edits stand on. Faults: `conflict`, `frozen`, `disk`. State, publication and overrides of the file win over the page's. */
  readonly saveRelease: (release: Release, after: VersionHash, who: string) => Promise<Result<VersionHash, Fault>>;
  readonly setState: (
    id: ReleaseId,
    to: 'working' | 'in review' | 'agreed',
    who: string,
  ) => Promise<Result<OpenRelease, Fault>>;
  readonly publish: (id: ReleaseId, who: string) => Promise<Result<OpenRelease, Fault>>;
  /**
   * Opens a change of what is published: the working text may be edited, the public one stays. A correction may take a
   * minor change's place. Fault: `refused`.
   */
  readonly beginChange: (
    id: ReleaseId,
    change: Pick<OpenChange, 'kind' | 'note' | 'withoutEarlier'>,
    who: string,
  ) => Promise<Result<OpenRelease, Fault>>;
  /** Freezes the working text in the public one's place. `refused` where a minor change is more than that. */
  readonly publishChange: (id: ReleaseId, who: string) => Promise<Result<OpenRelease, Fault>>;
  /** Puts the public text back in the working text's place, which becomes a version first. */
  readonly cancelChange: (id: ReleaseId, who: string) => Promise<Result<OpenRelease, Fault>>;
  /** Takes the text back: its address stays, with the reason. */
  readonly withdraw: (id: ReleaseId, reason: string, who: string) => Promise<Result<OpenRelease, Fault>>;
  /** As `withdraw`, and the address leads to that of `by`, which is public. */
  readonly replace: (id: ReleaseId, by: ReleaseId, reason: string, who: string) => Promise<Result<OpenRelease, Fault>>;
  /**
   * Another name at the end of its address, made of these words. Where it was public, the old address leads to the new one
   * for ever. `refused` where another release stands or stood there.
   */
  readonly changeAddress: (id: ReleaseId, words: string, who: string) => Promise<Result<OpenRelease, Fault>>;
  /** What reviewers said of the release and its drafts. Faults: those of reading. */
  readonly review: (id: ReleaseId) => Promise<Result<Review, Fault>>;
  /** A remark, an answer to one, or what became of a draft; a remark's text is kept in the history. Fault: `refused`. */
  readonly changeReview: (id: ReleaseId, change: ReviewChange, who: string) => Promise<Result<Review, Fault>>;
  /** Agrees a release that is in review: `refused` unless somebody who did not write it has read it, or it is said why nobody did. */
  readonly agree: (id: ReleaseId, agreement: Agreement, who: string) => Promise<Result<OpenRelease, Fault>>;
  /** What came back from a reviewer: remarks, and their wording as a draft. The working text stays as it is. */
  readonly takeReply: (
    id: ReleaseId,
    reply: TakenReply,
    who: string,
  ) => Promise<Result<{ readonly review: Review; readonly draft: VersionLine | null }, Fault>>;
  readonly addOverride: (id: ReleaseId, override: Override) => Promise<Result<null, Fault>>;
  readonly nameDraft: (id: ReleaseId, name: string, who: string) => Promise<Result<VersionLine, Fault>>;
  /** Keeps a text in the history beside the working text, which stays as it is. */
  readonly keepText: (release: Release, line: Kept) => Promise<Result<VersionLine, Fault>>;
  /** Makes the saved text a version of the history, unless the last version is that text already. */
  readonly keepSaved: (id: ReleaseId, who: string) => Promise<Result<null, Fault>>;
  /** Gives the text of a version a draft's name: a new line, with that text. */
  readonly nameVersion: (
    id: ReleaseId,
    object: VersionHash,
    name: string,
    who: string,
  ) => Promise<Result<VersionLine, Fault>>;
  /** Puts the text of a version in the working text's place, which becomes a version first. Faults: `frozen`, `not-found`, `unreadable`, `refused`. */
  readonly restore: (id: ReleaseId, object: VersionHash, who: string) => Promise<Result<OpenRelease, Fault>>;
  /**
   * Erases a published release in the newsroom: every text of it there goes, its tombstone and its logs without words
   * stay. `asked` null: goes on with a removal that was cut short. What lies outside the newsroom is for others, and `endRemoval`
   * says when all is done. Faults: `refused`, `not-found`, `disk`.
   */
  readonly remove: (
    id: ReleaseId,
    asked: { readonly by: string; readonly reason: string } | null,
  ) => Promise<Result<ErasedRelease, Fault>>;
  /** Where a release's folder lies below the newsroom, `/` between parts; null where there is none, or it cannot be told. */
  readonly pathOf: (id: ReleaseId) => Promise<string | null>;
  readonly endRemoval: (id: ReleaseId) => Promise<Result<null, Fault>>;
  /** Releases whose removal was begun and has not ended. */
  readonly unfinishedRemovals: () => Promise<Result<readonly ReleaseId[], Fault>>;
  readonly versions: (id: ReleaseId) => Promise<Result<readonly VersionLine[], Fault>>;
  readonly version: (id: ReleaseId, object: VersionHash) => Promise<Result<Release, Fault>>;
  /** Last moved first. */
  readonly trash: () => Promise<Result<readonly TrashedRelease[], Fault>>;
  /** Moves a release, whole, to the newsroom's trash. Fault: `refused` where it was published. */
  readonly moveToTrash: (id: ReleaseId, who: string) => Promise<Result<null, Fault>>;
  /** Moves it back to where it lay. Faults: `not-found`, and `refused` where something lies there now. */
  readonly putBack: (id: ReleaseId, who: string) => Promise<Result<null, Fault>>;
  /** Lets go texts of old autosaves, in every release. Out: how many. */
  readonly thin: () => Promise<Result<{ readonly objects: number }, Fault>>;
  /** Compares every history with what this computer has seen of it, and remembers what is new. */
  readonly checkHistory: () => Promise<Result<readonly ChangedHistory[], Fault>>;
  /** Takes the histories as they stand for the true ones: what was changed is reported no more. */
  readonly acceptHistory: () => Promise<Result<null, Fault>>;
  /** Reads everything and says what is not whole. Writes nothing. */
  readonly examine: () => Promise<Result<Examination, Fault>>;
  /** Mends what needs no person, or of that `only` what has one of the codes: only adds and moves. Out: what was mended. */
  readonly mend: (who: string, only?: readonly FindingCode[]) => Promise<Result<readonly Mended[], Fault>>;
  /**
   * Brings one release back whose file is there and cannot be read: as it was last seen here, or as its history has it. The
   * damaged file goes to quarantine, and it is told. Faults: those of reading, where there is no whole text.
   */
  readonly mendRelease: (id: ReleaseId, who: string) => Promise<Result<null, Fault>>;
  /** Takes a picture into a release's folder: by its bytes, without what says more than it shows. Fault: `refused`. */
  readonly addMedia: (id: ReleaseId, bytes: Uint8Array) => Promise<Result<AddedMedia, Fault>>;
  /** Brings a picture over from another release of the newsroom, where it is not there yet. Faults: those of `media`. */
  readonly adoptMedia: (id: ReleaseId, file: MediaName, from: ReleaseId) => Promise<Result<null, Fault>>;
  /** A picture of a release. Faults: `not-found`, `not-downloaded`, `unreadable`. */
  readonly media: (id: ReleaseId, file: MediaName) => Promise<Result<Uint8Array, Fault>>;
  /** Does something with a release's files while the store does nothing with them. */
  readonly inTurn: <Value>(id: ReleaseId, work: () => Promise<Value>) => Promise<Value>;
  /**
   * Looks for what sync programs kept beside the newsroom's files, or those of one release. What holds nothing new is moved
   * aside; another text of a release becomes a version of it, and waits for a person.
   */
  readonly tidyCopies: (id: ReleaseId | null, who: string) => Promise<Result<CopiesFound, Fault>>;
  /** Makes a draft of a copy's text, and moves the copy aside. Faults: `not-found`, `refused`. */
  readonly keepCopy: (id: ReleaseId, key: string, who: string) => Promise<Result<VersionLine, Fault>>;
  /** Moves a copy of the newsroom's settings or people aside. Out: where it was, and where it is now. */
  readonly putCopyAside: (key: string) => Promise<Result<Mended, Fault>>;
  /** Takes the releases that are not there for moved away on purpose: they are asked about no more. */
  readonly acceptMissing: (who: string) => Promise<Result<null, Fault>>;
  /** Keeps what waits for a pause, and waits until every save under way has landed. */
  readonly settled: () => Promise<void>;
};
