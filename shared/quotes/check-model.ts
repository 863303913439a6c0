import type { Range } from '../release/model';

/** A change to one block of the body: what stands from `start` to `end` becomes `text`. UTF-16 offsets. */
export type TextEdit = { readonly block: number; readonly start: number; readonly end: number; readonly text: string };

export type QuoteFindingCode =
  | 'mark-unclosed'
  | 'mark-doubled'
  | 'mark-wrong-way'
  | 'mark-straight'
  | 'sic'
  | 'ellipsis'
  | 'round-bracket'
  | 'no-role'
  | 'two-spellings'
  | 'headline-differs'
  | 'words-changed'
  | 'other-speaker'
  | 'other-role';

/** Something that may misquote somebody. */
export type QuoteFinding = {
  readonly code: QuoteFindingCode;
  readonly message: string;
  /** Where in the body, or in which field. */
  readonly place: Range | 'headline' | 'standfirst';
  /** What puts it right, where one thing does. */
  readonly fix: { readonly says: string; readonly edit: TextEdit } | null;
};
