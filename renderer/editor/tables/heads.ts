import { type TableCellHeaderState, TableCellHeaderStates } from '@lexical/table';
import type { TableRow } from '../../../shared/release/model';

/** What a cell of a row heads, in Lexical's bits: its column, its row, both or nothing. */
export const headsOf = (
  { header, rowHeader }: Pick<TableRow, 'header' | 'rowHeader'>,
  column: number,
): TableCellHeaderState => {
  const { ROW, COLUMN, BOTH, NO_STATUS } = TableCellHeaderStates;
  if (rowHeader && column === 0) return header ? BOTH : COLUMN;
  return header ? ROW : NO_STATUS;
};
