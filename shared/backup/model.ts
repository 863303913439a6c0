import type { Fault } from '../fault';
import type { Instant } from '../release/model';

export const BACKUP_FORMAT = 1;

/** Why a backup was made: of itself, because somebody asked, or before releases are written in a newer form. */
export const BACKUP_REASONS = ['daily', 'asked', 'before-change'] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

/** What a backup says of itself. */
export type BackupFacts = {
  readonly format: typeof BACKUP_FORMAT;
  readonly at: Instant;
  readonly why: BackupReason;
  /** The version of Standfirst that made it. */
  readonly standfirst: string;
  /** The newsroom's name; empty where its settings could not be read. */
  readonly organisation: string;
  /** How many releases are in it, those in the trash not counted. */
  readonly releases: number;
  /** How many files, and how many bytes they have in all. */
  readonly files: number;
  readonly bytes: number;
  /** How many files of the newsroom are not in it: their names cannot stand in a zip file, or they were damaged as it was written anew. */
  readonly leftOut: number;
  /** A digest of the names, sizes and times of all files: where it is still the same, nothing has changed since. */
  readonly stamp: string;
};

/** One file of a backup: its path below the newsroom, `/` between parts. */
export type BackedUpFile = { readonly path: string; readonly size: number; readonly sha256: string };

export type BackupManifest = BackupFacts & { readonly contents: readonly BackedUpFile[] };

/** A backup as it lies in the folder of backups. */
export type Backup = {
  /** The file's name. */
  readonly name: string;
  readonly at: Instant;
  /** Bytes on the disk. */
  readonly size: number;
  /** Null where it is not whole: then it is shown, and no other is let go for it. */
  readonly facts: BackupFacts | null;
};

/** What the page is told of a newsroom's backups. */
export type Backups = {
  /** Where they lie, for showing. */
  readonly folder: string;
  /** Newest first. */
  readonly backups: readonly Backup[];
  /** Of which backup this newsroom was restored, and when; null where it was not. */
  readonly restored: RestoredFrom | null;
};

/** Written down on this computer when a newsroom is restored. */
export type RestoredFrom = {
  /** When the backup was made. */
  readonly of: Instant;
  readonly at: Instant;
};

/** What is going on with backups. */
export type BackupState =
  | { readonly kind: 'idle' }
  /** Files done, of how many. */
  | { readonly kind: 'making' | 'restoring'; readonly done: number; readonly total: number }
  /** The last try failed, and so long there is no newer backup. */
  | { readonly kind: 'failed'; readonly fault: Fault };
