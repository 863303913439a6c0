import type { Range as TextRange, Release } from '../shared/release/model';

/** The text that is being written, as its editor gives it to what stands beside it. */
export type WrittenText = {
  /** Calls whenever its words, their looks or its fields have changed; the answer ends that. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads it as it is now. */
  readonly read: () => Release;
  /** The element that shows a block of its body, and the range of words in it; null where it is not drawn. */
  readonly elementOf: (block: number) => HTMLElement | null;
  readonly rangeOf: (range: TextRange) => Range | null;
};
