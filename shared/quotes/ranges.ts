import type { Range } from '../release/model';

/** What two lists of ranges share. */
export const common = (a: readonly Range[], b: readonly Range[]): Range[] =>
  a.flatMap((x) =>
    b.flatMap((y) => {
      const [start, end] = [Math.max(x.start, y.start), Math.min(x.end, y.end)];
      return x.block === y.block && start < end ? [{ block: x.block, start, end }] : [];
    }),
  );

/** How many characters two lists of ranges share. */
export const overlap = (a: readonly Range[], b: readonly Range[]): number =>
  common(a, b).reduce((sum, { start, end }) => sum + end - start, 0);

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
