import { useEffect, useRef } from 'react';
import {
  type Range,
  type VirtualItem,
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
} from '@tanstack/react-virtual';

/** A list of up to so many rows is drawn whole: that costs nothing, and all of it can be found and printed. */
const DRAWN_WHOLE = 200;

type Parts = {
  readonly count: number;
  /** The height that a row is taken for until it is measured, in pixels. */
  readonly height: number;
  /** The same for rows of other kinds. */
  readonly heightOf?: (index: number) => number;
  /** Null until it stands; then it is drawn with rows. */
  readonly scroller: HTMLElement | null;
  readonly keyOf: (index: number) => string;
  /** The row that carries the focus: it stays, also where it is scrolled out of sight. -1 where none does. */
  readonly held: number;
  /** How far they were scrolled, and how high they were, where they stood before. */
  readonly before?: { readonly top: number; readonly heights: readonly VirtualItem[] } | null;
};

/** The rows of a long list that are in view, each at its place; the others are not drawn. */
export const useRows = ({ count, height, heightOf, scroller, keyOf, held, before }: Parts) => {
  // Its answer changes from within, of which the compiler of React knows nothing: nothing here is memoised by it.
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: heightOf ?? (() => height),
    getItemKey: keyOf,
    // A list that is not shown has rows without a height: each is as high as it was, or as it is taken to be.
    measureElement: (row, entry, list) =>
      row.checkVisibility()
        ? measureElement(row, entry, list)
        : (list.measurementsCache[list.indexFromElement(row)]?.size ?? height),
    overscan: 8,
    initialOffset: before?.top ?? 0,
    initialMeasurementsCache: [...(before?.heights ?? [])],
    rangeExtractor: (range: Range) => {
      if (count <= DRAWN_WHOLE) return Array.from({ length: count }, (_, index) => index);
      const drawn = new Set(defaultRangeExtractor(range));
      if (held >= 0 && held < count) drawn.add(held);
      return [...drawn].sort((a, b) => a - b);
    },
  });
  const wanted = useRef<number | null>(null);
  // The row has to be drawn before it can be focused: it is asked for, and focused as soon as it is there.
  useEffect(() => {
    const index = wanted.current;
    if (index === null) return;
    const row = scroller?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return {
    rows: rows.getVirtualItems(),
    /** The height of all of them. */
    size: rows.getTotalSize(),
    measure: rows.measureElement,
    /** How high they are, for when they are drawn anew. */
    heights: rows.takeSnapshot,
    /** Brings a row into view and the focus to it. */
    focus: (index: number): void => {
      wanted.current = index;
      rows.scrollToIndex(index, { align: 'auto' });
    },
    show: (index: number): void => rows.scrollToIndex(index, { align: 'auto' }),
  };
};
