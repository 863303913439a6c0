import type { Fault } from '../fault';
import type { Mended } from './model';

/** Something in a newsroom that is not whole. */
export type Finding = {
  /** What kind of thing, in a word that does not change. */
  readonly code: string;
  /** A path below the newsroom, `/` between parts. */
  readonly where: string;
  /** A whole sentence. */
  readonly message: string;
};

/** What is going on with the examination of the open newsroom. */
export type ExaminationState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | {
      readonly kind: 'done';
      /** `left`: Standfirst had ended without giving the newsroom back; `asked`: somebody wanted to know. */
      readonly why: 'left' | 'asked';
      readonly releases: number;
      readonly findings: readonly Finding[];
      /** What was mended just before, and is a finding no more. */
      readonly mended: readonly Mended[];
    }
  | { readonly kind: 'failed'; readonly fault: Fault };
