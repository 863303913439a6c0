import type { Range } from '../release/model';

/** How many characters two lists of ranges share. */
export const overlap = (a: readonly Range[], b: readonly Range[]): number => {
  let shared = 0;
  for (const x of a)
    for (const y of b)
      if (x.block === y.block) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared;
};

/** What of some ranges lies outside others. */
export const rangesOutside = (ranges: readonly Range[], others: readonly Range[]): Range[] =>
  others.reduce<Range[]>(
    (left, other) =>
      left.flatMap((range) => {
        if (range.block !== other.block) return [range];
        const before = { ...range, end: Math.min(range.end, other.start) };
        const after = { ...range, start: Math.max(range.start, other.end) };
        return [before, after].filter(({ start, end }) => start < end);
      }),
    [...ranges],
  );
