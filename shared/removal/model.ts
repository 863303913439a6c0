import type { Fault } from '../fault';
import type { OpenRelease } from '../newsroom/model';

/** Where words of a removed release still stand: `where` a path, `entry` a file in the zip that lies there. */
export type StillThere = { readonly where: string; readonly entry: string | null; readonly words: string };

/** What came of removing a release. */
export type RemovalReport = {
  /** How many files were searched for its words after they were erased, those in zip files counted too. */
  readonly searched: number;
  readonly found: readonly StillThere[];
  /** Files that could not be searched. */
  readonly unread: readonly string[];
  /** How many backups were written anew without it. */
  readonly backups: number;
} & BackupTrouble;

/** A file of a backup, by its path below the newsroom. */
export type LostFile = { readonly backup: string; readonly path: string };

/** A backup that was neither searched nor written anew: it is damaged, or a later Standfirst made it. */
export type KeptBackup = { readonly name: string; readonly why: 'damaged' | 'later' };

/** What a person has to know of the backups after a release was erased in them. */
export type BackupTrouble = {
  /** Files that were damaged, and so are no more in the backups that were written anew. */
  readonly lost: readonly LostFile[];
  readonly kept: readonly KeptBackup[];
};

/** A release that was removed: what is left of it, and what was found. */
export type RemovedRelease = { readonly open: OpenRelease; readonly report: RemovalReport };

/** What is going on with a removal. */
export type RemovalState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'erasing';
      readonly what: 'backups' | 'searching';
      readonly done: number;
      /** Null where that is not known. */
      readonly total: number | null;
    }
  /** One that had been cut short was gone on with. */
  | { readonly kind: 'done'; readonly report: RemovalReport }
  /** What is kept here of releases that were removed elsewhere went, but for this. */
  | { readonly kind: 'tidied'; readonly trouble: BackupTrouble }
  | { readonly kind: 'failed'; readonly fault: Fault };
