import type { Change, Line } from '../../../shared/compare/line';
import { indicesAt } from '../../../shared/compare/merge';
import type { BlockChange, Comparison } from '../../../shared/compare/model';
import { placesInLine } from '../../../shared/compare/places';
import { noteRows } from '../../../shared/compare/take-over';
import type { Block, Range, Release } from '../../../shared/release/model';
import { blockText } from '../../../shared/release/text';

/** The words of the body after that are new, as ranges in its blocks; a block that came is new as a whole. */
export const addedRanges = ({ blocks }: Pick<Comparison, 'blocks'>, after: Pick<Release, 'body'>): readonly Range[] =>
  blocks.flatMap((row) => {
    // Where several blocks are one row, their texts are joined by one sign each.
    let from = 0;
    const parts = indicesAt(row, 'after').map((block) => {
      const start = from;
      from += blockText(after.body[block] ?? EMPTY).length + 1;
      return { block, start, end: from - 1 };
    });
    let at = 0;
    return row.words.flatMap(({ op, text }): readonly Range[] => {
      if (op === 'removed') return [];
      const [start, end] = [at, (at += text.length)];
      if (op !== 'added') return [];
      return parts
        .map((part) => ({
          block: part.block,
          start: Math.max(start, part.start) - part.start,
          end: Math.min(end, part.end) - part.start,
        }))
        .filter((range) => range.start < range.end);
    });
  });

const EMPTY: Block = { type: 'paragraph', runs: [] };

/** The block of the body after that a line shows; null where it shows none. */
export const blockOf = (line: Line, comparison: Comparison): number | null =>
  placesInLine(line, comparison, 'after').find(({ part }) => part === 'body')?.block ?? null;

/**
 * Which change each one is, whatever is written elsewhere: its field; its first block in the version beside the page, which
 * stands still; or, of a block that came, the block there that it follows and how many came between. In the order given.
 */
export const identities = (
  changes: readonly Change[],
  comparison: Pick<Comparison, 'blocks' | 'fields'>,
): readonly string[] => {
  const rows = { body: rowNames(comparison.blocks), notes: rowNames(noteRows(comparison)) };
  return changes.map(({ place }) =>
    place.in === 'fields' ? `field ${place.field}` : `${place.in} ${rows[place.in][place.row] ?? ''}`,
  );
};

const rowNames = (rows: readonly BlockChange[]): readonly string[] => {
  let last = 'start';
  let came = 0;
  return rows.map((row) => {
    const first = indicesAt(row, 'before')[0];
    if (first === undefined) return `after ${last}, ${(came += 1)}`;
    came = 0;
    return (last = String(first));
  });
};
