import type { Block, Run, TableCaption, TableRow } from './model';

/** What parts the cells of a row in its text. */
export const CELL_END = '\t';

/** The runs of each cell of a row, in order; a row has at least one cell, which may be empty. */
export const cellsOf = ({ runs }: Pick<TableRow, 'runs'>): readonly (readonly Run[])[] => {
  const cells: Run[][] = [[]];
  for (const run of runs)
    for (const [index, text] of run.text.split(CELL_END).entries()) {
      if (index > 0) cells.push([]);
      if (text !== '') cells.at(-1)?.push({ ...run, text });
    }
  return cells;
};

/** A table as it stands in a body: from `start`, an index, up to `end`, exclusive. */
export type Table = {
  readonly start: number;
  readonly end: number;
  readonly caption: TableCaption | null;
  readonly rows: readonly TableRow[];
};

/**
 * The table that begins at a block; null where none does. A caption without rows is a table of none. `start` must be the
 * first block of its table: walk on from `end`.
 */
export const tableAt = (blocks: readonly Block[], start: number): Table | null => {
  const first = blocks[start];
  if (first?.type !== 'table-caption' && first?.type !== 'table-row') return null;
  const caption = first.type === 'table-caption' ? first : null;
  const rows: TableRow[] = [];
  let end = caption === null ? start : start + 1;
  for (let next = blocks[end]; next?.type === 'table-row'; next = blocks[end]) {
    const last = rows.at(-1);
    if (next.header && last && !last.header) break;
    rows.push(next);
    end += 1;
  }
  return { start, end, caption, rows };
};

/** How many columns a table has: as many as its longest row. */
export const columnsOf = (rows: readonly TableRow[]): number => Math.max(0, ...rows.map((row) => cellsOf(row).length));
