import type { PersonId, Range, StoredQuote } from '../release/model';

/**
 * What the engine reads: the text of each block in order. Headings never hold quotes but keep their index; a block quote is
 * one by itself where it has no marks and a colon leads into it.
 */
export type QuoteBlock = { readonly text: string; readonly kind: 'text' | 'heading' | 'block-quote' };

/** The engine's answer for who said a quote: a proposal, never a fact. */
export type Proposal = {
  /** The name as far as it is known from the document or the people of the newsroom. */
  readonly name: string;
  /** The words that stand in the text, such as `she`, and where. Null where the speaker was carried over from a neighbour. */
  readonly mention: string;
  readonly mentionRange: Range | null;
  readonly role: string;
  readonly person: PersonId | null;
  /** 0 to 1; certain from 0.9. */
  readonly confidence: number;
  /** Why, in plain words, shown beside a doubtful proposal. */
  readonly reason: string;
};

/** A quote as the engine finds it. Ranges include the quote marks: one range a paragraph, or several for a split quote. */
export type FoundQuote = {
  readonly ranges: readonly Range[];
  readonly type: 'direct' | 'mixed';
  /** Where the last paragraph's closing mark is missing. */
  readonly missingClose: boolean;
  /** Best first; empty where nobody is proposed. */
  readonly proposals: readonly Proposal[];
  /** The attribution's verb or phrase ("said"), for the dotted underline. */
  readonly cue: Range | null;
};

export type QuoteStatus =
  'no speaker' | 'needs approval' | 'approved' | 'changed since approval' | 'no approval needed';

/** A quote of a release as shown: what was found joined with what a person settled. */
export type Quote = {
  /** The stored id, else `found:<block>:<start>`. */
  readonly key: string;
  readonly stored: StoredQuote | null;
  readonly ranges: readonly Range[];
  /** The words with their marks, paragraphs joined by `\n`, parts of a split quote by a space. */
  readonly words: string;
  readonly type: 'direct' | 'mixed';
  readonly missingClose: boolean;
  readonly proposals: readonly Proposal[];
  readonly cue: Range | null;
  readonly status: QuoteStatus;
  /** It holds words that were settled as somebody else's too, so it is nobody's (`stored` has no speaker). */
  readonly ofTwo?: true;
  /** An organisation of the newsroom's people is its speaker. */
  readonly ofBody?: true;
  /** It was published in these words before Standfirst had it, so it needs no approval. */
  readonly before?: true;
};

export const CERTAIN = 0.9;
