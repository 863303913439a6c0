import type { ExportProgress, ExportReport } from '../../shared/archive/model';
import type { Fault } from '../../shared/fault';
import type { Instant } from '../../shared/release/model';
import type { Result } from '../../shared/result';
import type { SigningKey } from './minisign';

/** What the window asks of the process that makes bundles. */
export type ExportJob = {
  readonly newsroom: string;
  readonly out: string | null;
  readonly asOf: Instant;
  /**
   * What would be is looked at, and nothing written; null: it is written. So the window writes no preview. Pages that would be
   * new or changed are put into the folder `pages`.
   */
  readonly plan: { readonly preview: boolean; readonly pages: string } | null;
  readonly zip: string | null;
  readonly sign: SigningKey | null;
  readonly handover: boolean;
  /** The app's own data. */
  readonly data: string;
};

export type ToWorker = { readonly kind: 'make'; readonly job: ExportJob } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly now: ExportProgress }
  | { readonly kind: 'done'; readonly result: Result<ExportReport, Fault> }
  /** An error of the program itself. */
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string };
