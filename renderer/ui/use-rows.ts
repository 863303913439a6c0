import { useEffect, useReducer, useRef, type RefObject } from 'react';
import { type Range, defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';

/** A list of up to so many rows is drawn whole: that costs nothing, and all of it can be found and printed. */
const DRAWN_WHOLE = 200;

type Parts = {
  readonly count: number;
  /** The height that a row is taken for until it is measured, in pixels. */
  readonly height: number;
  /** The same for rows of other kinds. */
  readonly heightOf?: (index: number) => number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keyOf: (index: number) => string;
  /** The row that carries the focus: it stays, also where it is scrolled out of sight. -1 where none does. */
  readonly held: number;
};

/** The rows of a long list that are in view, each at its place; the others are not drawn. */
export const useRows = ({ count, height, heightOf, scroller, keyOf, held }: Parts) => {
  // Its answer changes from within, of which the compiler of React knows nothing: nothing here is memoised by it.
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf ?? (() => height),
    getItemKey: keyOf,
    overscan: 8,
    rangeExtractor: (range: Range) => {
      if (count <= DRAWN_WHOLE) return Array.from({ length: count }, (_, index) => index);
      const drawn = new Set(defaultRangeExtractor(range));
      if (held >= 0 && held < count) drawn.add(held);
      return [...drawn].sort((a, b) => a - b);
    },
  });
  // The scroller's element is known only once all of it stands: without another look, a list that is made anew stays empty.
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => look(), []);
  const wanted = useRef<number | null>(null);
  // The row has to be drawn before it can be focused: it is asked for, and focused as soon as it is there.
  useEffect(() => {
    const index = wanted.current;
    if (index === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });
  return {
    rows: rows.getVirtualItems(),
    /** The height of all of them. */
    size: rows.getTotalSize(),
    measure: rows.measureElement,
    /** Brings a row into view and the focus to it. */
    focus: (index: number): void => {
      wanted.current = index;
      rows.scrollToIndex(index, { align: 'auto' });
    },
    show: (index: number): void => rows.scrollToIndex(index, { align: 'auto' }),
  };
};
