import type { Release } from '../release/model';
import type { WordPackage } from './word-package';

/** What a file for import says, by its kind. */
export type ImportedText =
  { readonly kind: 'text' | 'html'; readonly text: string } | { readonly kind: 'word'; readonly word: WordPackage };

/** A line or block that is none of the release's: page furniture, or what stands beside the text of a Word document. Dropped only by consent. */
export type Furniture = {
  readonly text: string;
  readonly why: string;
  /** Where it stood: before this block of the release's body or notes. Kept after all, it is put back there. */
  readonly place: { readonly part: 'body' | 'notes'; readonly before: number };
};

/** What an import would bring in. Nothing is invented: what the file does not say is empty and named in `missing`. */
export type ImportPreview = {
  /** Shown to the user, without its folder. */
  readonly fileName: string;
  readonly release: Release;
  readonly dropped: readonly Furniture[];
  /** Fields that must be filled in before publishing. */
  readonly missing: readonly ('headline' | 'date' | 'body')[];
  readonly words: number;
};
