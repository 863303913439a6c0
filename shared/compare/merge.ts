import type { Block } from '../release/model';
import type { BlockChange } from './model';
import { longestIncreasing } from './sequence';

/** The two sides of a comparison. */
export type Side = 'before' | 'after';

/** The side across. */
export const across = (side: Side): Side => (side === 'before' ? 'after' : 'before');

/** The blocks of one side of a row, as indices in ascending order; none where it has no place there. */
export const indicesAt = (change: BlockChange, side: Side): readonly number[] => {
  const at = change[side];
  return at === null ? [] : typeof at === 'number' ? [at] : at;
};

/** One block of a merged text and where it came from: from which side, and its index there. */
export type MergedBlock = { readonly block: Block; readonly from: Side; readonly index: number };

type Merge = {
  readonly rows: readonly BlockChange[];
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** The text that is changed. */
  readonly into: Side;
  /** The rows whose other side is taken: indices into `rows`. */
  readonly taken: ReadonlySet<number>;
};

/**
 * One text with some of the rows of a comparison taken from the other. In: the rows, both lists of blocks as they were
 * compared, which of them is changed, and which rows are taken. Out: the blocks in order. A row that is not taken keeps
 * its blocks, the very same values, and their order among each other; with every row taken the other text comes out, with
 * none the text itself.
 *
 * The rows that keep their order on both sides are fixed. A row that was taken stands between the two fixed ones between
 * which it stands in the other text; one that was not, where it stands in this text; where both meet, this text's go first.
 */
export const mergeBlocks = ({ rows, before, after, into, taken }: Merge): readonly MergedBlock[] => {
  const texts = { before, after };
  const other = across(into);
  const fixed = fixedRows(rows, into);
  const starts = (side: Side): readonly number[] => fixed.map((row) => indicesAt(row, side)[0] ?? 0);
  const [ownStarts, otherStarts] = [starts(into), starts(other)];
  const places = new Map(fixed.map((row, nth) => [row, nth]));

  const placed = rows.flatMap((row, at) => {
    const from = taken.has(at) ? other : into;
    const indices = indicesAt(row, from);
    const first = indices[0];
    if (first === undefined) return [];
    const nth = places.get(row);
    const gap = nth ?? countBelow(from === into ? ownStarts : otherStarts, first) - 1;
    return [{ from, indices, first, gap, tier: nth !== undefined ? 0 : from === into ? 1 : 2 }];
  });
  placed.sort((one, next) => one.gap - next.gap || one.tier - next.tier || one.first - next.first);
  return placed.flatMap(({ from, indices }) =>
    indices.flatMap((index) => {
      const block = texts[from][index];
      return block === undefined ? [] : [{ block, from, index }];
    }),
  );
};

// A row that is told as moved is never fixed; of those split or joined, which may have moved too, as many as fit.
const SURE = 2 ** 20;

/** The rows that stand in the same order on both sides, in that order. */
const fixedRows = (rows: readonly BlockChange[], into: Side): readonly BlockChange[] => {
  const start = (row: BlockChange, side: Side): number => indicesAt(row, side)[0] ?? 0;
  const paired = rows
    .filter(({ kind, before, after }) => before !== null && after !== null && !kind.startsWith('moved'))
    .sort((one, next) => start(one, into) - start(next, into));
  const chain = longestIncreasing(
    paired.map((row) => start(row, across(into))),
    paired.map(({ kind }) => (kind === 'split' || kind === 'joined' ? 1 : SURE)),
  );
  return chain.flatMap((index) => paired[index] ?? []);
};

/** How many of some ascending numbers are below a limit. */
const countBelow = (ascending: readonly number[], limit: number): number => {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};
