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
  readonly plan: boolean;
  readonly zip: string | null;
  readonly sign: SigningKey | null;
  readonly handover: boolean;
  /** The app's own data. */
  readonly data: string;
  /** Of a plan: pages that would be new or changed are put here, to be looked at. */
  readonly pages: string | null;
};

export type ToWorker = { readonly kind: 'make'; readonly job: ExportJob } | { readonly kind: 'stop' };

export type FromWorker =
  | { readonly kind: 'progress'; readonly now: ExportProgress }
  | { readonly kind: 'done'; readonly result: Result<ExportReport, Fault> }
  /** An error of the program itself. */
  | { readonly kind: 'broken'; readonly message: string; readonly stack: string };
