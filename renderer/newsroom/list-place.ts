import type { VirtualItem } from '@tanstack/react-virtual';
import { type ListView, WHOLE_LIST } from './filters';

/** How the list was left. With each release that is opened it is drawn anew: it is then as it was. */
export type ListPlace = {
  readonly words: string;
  readonly view: ListView;
  readonly areFiltersShown: boolean;
  /** The releases that had the words; null where none were looked for. */
  readonly found: ReadonlySet<string> | null;
  /** How far the whole side was scrolled, as it is in a low window. */
  readonly top: number;
  readonly rows: RowsPlace | null;
};

/** How far the rows were scrolled, how high they were, and whether one of them had the focus. */
export type RowsPlace = {
  readonly top: number;
  readonly heights: readonly VirtualItem[];
  readonly hadFocus: boolean;
};

export const LIST_START: ListPlace = {
  words: '',
  view: WHOLE_LIST,
  areFiltersShown: false,
  found: null,
  top: 0,
  rows: null,
};
