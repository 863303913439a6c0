import type { WordOp } from './model';
import type { Side } from './merge';

/** A stretch where the two texts of some words differ: where it stands in each. Either may be empty, not both. */
export type Stretch = Readonly<Record<Side, { readonly start: number; readonly end: number }>>;

/** The stretches that differ, in order. Offsets are UTF-16 in the text of each side. */
export const stretchesOf = (words: readonly WordOp[]): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let [before, after] = [0, 0];
  let isOpen = false;
  for (const { op, text } of words) {
    const start = { before, after };
    if (op !== 'added') before += text.length;
    if (op !== 'removed') after += text.length;
    if (op === 'same') isOpen = false;
    else {
      const last = isOpen ? stretches.pop() : undefined;
      stretches.push({
        before: { start: last?.before.start ?? start.before, end: before },
        after: { start: last?.after.start ?? start.after, end: after },
      });
      isOpen = true;
    }
  }
  return stretches;
};

/**
 * Where a range of one side's text lies in the other's. In: the words compared, and offsets in the text of `side`. Out:
 * offsets in the other text; null where none of the range's words stayed. An edge within replaced words takes in what
 * replaced them; what was only put in at an edge stays outside.
 */
export const rangeAcross = (
  words: readonly WordOp[],
  side: Side,
  range: { readonly start: number; readonly end: number },
): { readonly start: number; readonly end: number } | null => {
  const other: Side = side === 'before' ? 'after' : 'before';
  let [start, end] = [range.start, range.end];
  let stayed = range.end - range.start;
  for (const stretch of stretchesOf(words)) {
    const [own, across] = [stretch[side], stretch[other]];
    stayed -= Math.max(0, Math.min(own.end, range.end) - Math.max(own.start, range.start));
    if (own.end <= range.start) start = across.end + (range.start - own.end);
    else if (own.start <= range.start) start = across.start;
    if (own.end <= range.end && own.start < range.end) end = across.end + (range.end - own.end);
    else if (own.start < range.end) end = across.end;
  }
  return stayed <= 0 ? null : { start, end };
};
