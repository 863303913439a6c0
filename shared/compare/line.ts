import type { BlockKind } from './model';
import type { ChangePlace } from './take-over';
import type { Block } from '../release/model';
import type { Piece } from './pieces';

/** One side of a line: words, or what stands in their place. */
export type Cell =
  | {
      readonly has: 'words';
      readonly pieces: readonly Piece[];
      readonly tag: string;
      /** The number of its first paragraph in a numbered list; null outside of one. */
      readonly number: number | null;
      /** How deep an item of a list stands; 0 for any other block. */
      readonly depth: number;
    }
  | { readonly has: 'nothing'; readonly says: string };

export type LineLook = 'headline' | 'standfirst' | 'field' | 'part' | Block['type'];

/** A line across both columns. Both ends of a move share one change. */
export type Line = {
  readonly key: string;
  readonly look: LineLook;
  readonly kind: BlockKind;
  readonly left: Cell;
  readonly right: Cell;
  /** Which of the changes this is, or null where nothing changed. */
  readonly change: number | null;
  /** At an end of a move: its number, counted from one, the same at both ends. */
  readonly move: number | null;
  /** Whether what was decided of the change is shown here: at one line of each change. */
  readonly isPlace: boolean;
};

/** What a change is about: by these the list can be narrowed. */
export type Trait = 'words' | 'moves' | 'formatting' | 'fields' | 'quotes';

export type Change = {
  readonly kind: BlockKind;
  readonly part: 'text' | 'fields';
  /** "Moved, one word changed". */
  readonly title: string;
  /** The same to be spoken, with where a moved block stood and stands. */
  readonly spoken: string;
  /** Which words, in few. */
  readonly excerpt: string;
  /** Of a moved block, where it stood and stands: "paragraph 3 to 7"; else null. */
  readonly moved: string | null;
  readonly traits: readonly Trait[];
  readonly place: ChangePlace;
};

/** A comparison laid out for reading: its lines from the top, and its changes in the order in which they are met. */
export type Layout = { readonly lines: readonly Line[]; readonly changes: readonly Change[] };

/** A line whose change has no number yet. */
export type Draft = Omit<Line, 'change' | 'isPlace' | 'move'> & { readonly of: Change | null };
/** What the two versions are called within a sentence. */
export type Names = { readonly before: string; readonly after: string };

/** A side that holds words. */
export const words = (pieces: readonly Piece[], tag = '', number: number | null = null, depth = 0): Cell => ({
  has: 'words',
  pieces,
  tag,
  number,
  depth,
});

/** A side that says what is not there. */
export const nothing = (says: string): Cell => ({ has: 'nothing', says });
