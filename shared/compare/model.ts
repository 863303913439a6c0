import type { ResolveContext } from '../quotes/resolve';
import type { Block, Release } from '../release/model';

export type WordOp = { readonly op: 'same' | 'added' | 'removed'; readonly text: string };

/** Formatting that differs over the same words, or what an image says besides its caption. Offsets are UTF-16 in the after block's text. */
export type FormattingChange = {
  readonly what: 'bold' | 'italic' | 'link' | 'language' | 'block type' | 'image' | 'alternative text' | 'credit';
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
};

export type BlockKind =
  'same' | 'changed' | 'moved' | 'moved-changed' | 'added' | 'removed' | 'split' | 'joined' | 'formatting';

/**
 * What became of the marks of a running quotation in one of its paragraphs: it opens now, or closes now, where it did not, or
 * the other way round. `moved here` and `moved on` where the same quotation closed, or closes now, in another paragraph.
 */
export type MarkRepair =
  | 'opening mark set'
  | 'opening mark taken off'
  | 'closing mark set'
  | 'closing mark taken off'
  | 'closing mark moved here'
  | 'closing mark moved on';

/**
 * One row of a comparison. `before` and `after` are indices into the two bodies: an array where a block was split
 * (`after`) or joined (`before`), null where there is none. The `same` and `removed` texts of `words` joined give the
 * before text, `same` and `added` the after text (paragraph breaks of a split or join as `\n`).
 */
export type BlockChange = {
  readonly kind: BlockKind;
  readonly before: number | readonly number[] | null;
  readonly after: number | readonly number[] | null;
  readonly words: readonly WordOp[];
  readonly formatting: readonly FormattingChange[];
  /** Words of a quotation changed, came or went with it, or moved. */
  readonly inQuote?: true;
  /** Marks of a running quotation that came or went in this row, beside any words. */
  readonly marks?: readonly MarkRepair[];
  /** The type of the block: after, or before where it was removed. */
  readonly type: Block['type'];
  /** The blocks that stand after, where they differ in anything from those before: what taking the change over puts in. */
  readonly becomes?: readonly Block[];
};

export type FieldName =
  | 'headline'
  | 'standfirst'
  | 'place'
  | 'date'
  | 'reference'
  | 'language'
  | 'embargo'
  | 'topics'
  | 'notes'
  | 'contacts'
  | 'state';
export type FieldChange = {
  readonly field: FieldName;
  readonly before: string;
  readonly after: string;
  readonly words: readonly WordOp[];
  /** For `notes`: its rows, as for the body. */
  readonly blocks?: readonly BlockChange[];
};

/** The fields of a release that a comparison covers, with their own types. */
export type ComparedFields = Pick<
  Release,
  | 'headline'
  | 'standfirst'
  | 'dateline'
  | 'reference'
  | 'language'
  | 'embargo'
  | 'topics'
  | 'notes'
  | 'contacts'
  | 'state'
>;

export type QuoteChangeKind =
  'unchanged' | 'moved' | 'words changed' | 'speaker changed' | 'role changed' | 'added' | 'removed';
export type QuoteChange = {
  readonly kind: QuoteChangeKind;
  readonly speaker: string;
  /** The words before and after, or null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly WordOp[];
  /** The block of the body in which it begins, before and after; null where there is none. */
  readonly blockBefore: number | null;
  readonly blockAfter: number | null;
  /** Who said it before, where the speaker changed. */
  readonly speakerBefore?: string;
  /** The role before and after, as an approval binds it, where it changed for the same speaker. */
  readonly roleBefore?: string;
  readonly role?: string;
  readonly approval: 'none' | 'stands' | 'lapses' | 'returns';
  /** The approval that stands, lapses or returns: who gave it, and when. */
  readonly approvedBy?: string;
  readonly approvedAt?: string;
  /** Where no approval is touched, what there is after: none needed, none given, or one that does not fit the words. */
  readonly without?: 'not needed' | 'not given' | 'does not fit';
};

export type Comparison = {
  readonly blocks: readonly BlockChange[];
  readonly fields: readonly FieldChange[];
  readonly quotes: readonly QuoteChange[];
  /** The fields that differ, as they are after: what `patch` puts in. */
  readonly values: Partial<ComparedFields>;
  /** How many of each kind of block (`same` included), and `fields`, `quotes` that changed. */
  readonly summary: Readonly<Record<BlockKind | 'fields' | 'quotes', number>>;
};

/** The function the room exports from `compare.ts`; people and the rule on approvals may be left out. */
export type Compare = (before: Release, after: Release, context?: ResolveContext) => Comparison;
