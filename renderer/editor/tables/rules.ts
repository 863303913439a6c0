import {
  $createTableNodeWithDimensions,
  $getTableCellNodeFromLexicalNode,
  $isTableCellNode,
  $isTableNode,
  TableCellHeaderStates,
  TableCellNode,
  TableNode,
  registerTableCellUnmergeTransform,
  registerTablePlugin,
} from '@lexical/table';
import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_LOW,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  type RangeSelection,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
  TabNode,
  createCommand,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import { announce } from '../../ui/announce';
import { $putBehind } from '../images/insert';
import { $asOneParagraph } from '../images/rules';
import { $createTableCaptionNode, $isTableCaptionNode, TableCaptionNode } from './TableCaptionNode';

/** Puts a new table behind the block with the caret. */
export const INSERT_NEW_TABLE_COMMAND = createCommand('INSERT_NEW_TABLE');

/** Three columns and three rows, of which the first heads the columns: what is not wanted is taken away. */
const SIZE = 3;

/** A new table with its caption, in which the caret waits. */
export const $insertTable = (): void => {
  const caption = $createTableCaptionNode();
  $putBehind([caption, $createTableNodeWithDimensions(SIZE, SIZE, { rows: true, columns: false })]);
  caption.select();
};

/** From a caption to the first cell of its table; false where the caret is in none. */
const $toFirstCell = (): boolean => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const table = $findMatchingParent(selection.anchor.getNode(), $isTableCaptionNode)?.getNextSibling();
  if (!$isTableNode(table)) return false;
  table.selectStart();
  return true;
};

/**
 * Words and a table that come into a cell together: Lexical takes none of them, and where they were dragged they would be
 * nowhere. Here the words become lines of the cell, and the table goes behind. A table alone fills cells, as Lexical has it.
 */
const $takeIntoCell = (selection: RangeSelection, nodes: LexicalNode[]): boolean => {
  if (nodes.length < 2 || $getTableCellNodeFromLexicalNode(selection.anchor.getNode()) === null) return false;
  selection.insertNodes(nodes);
  return true;
};

/** Enter in a cell begins a new line of it; in a caption it goes to the first cell. */
const $enter = (editor: LexicalEditor): boolean => {
  const selection = $getSelection();
  const isInCell =
    $isRangeSelection(selection) && $getTableCellNodeFromLexicalNode(selection.anchor.getNode()) !== null;
  return isInCell ? editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false) : $toFirstCell();
};

/** Headings of columns are the first rows alone, those of rows the first column: what a release can say. */
const $inForm = (table: TableNode): void => {
  let isHead = true;
  for (const row of table.getChildren()) {
    const cells = ('getChildren' in row ? (row as TableNode).getChildren() : []).filter($isTableCellNode);
    isHead &&= cells.length > 0 && cells.every((cell) => cell.hasHeaderState(TableCellHeaderStates.ROW));
    for (const [column, cell] of cells.entries()) {
      const { ROW, COLUMN, NO_STATUS } = TableCellHeaderStates;
      const heads = (isHead ? ROW : NO_STATUS) | (column === 0 ? cell.getHeaderStyles() & COLUMN : NO_STATUS);
      if (heads !== cell.getHeaderStyles()) cell.setHeaderStyles(heads);
    }
  }
};

/** What holds of tables in a text, whatever is typed or pasted: a plain grid of cells of one paragraph each. */
export const registerTables = (editor: LexicalEditor): (() => void) => {
  const stops = [
    registerTablePlugin(editor),
    registerTableCellUnmergeTransform(editor),
    editor.registerNodeTransform(TableCellNode, (cell) => {
      if (cell.getBackgroundColor() !== null) cell.setBackgroundColor(null);
      $asOneParagraph(cell);
    }),
    editor.registerNodeTransform(TabNode, (tab) => {
      // A tab is what parts two cells: within one it is a space.
      if ($findMatchingParent(tab, $isTableCellNode)) tab.replace($createTextNode(' '));
    }),
    editor.registerNodeTransform(TableNode, (table) => {
      if (table.getColWidths() !== undefined) table.setColWidths(undefined);
      $inForm(table);
      // Two tables on end would be one once they are saved.
      if ($isTableNode(table.getPreviousSibling())) table.insertBefore($createParagraphNode());
    }),
    editor.registerNodeTransform(TableCaptionNode, (caption) => {
      if ($isTableNode(caption.getNextSibling())) return;
      caption.replace($createParagraphNode().append(...caption.getChildren()));
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => $enter(editor), COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
      ({ nodes, selection }) => $isRangeSelection(selection) && $takeIntoCell(selection, nodes),
      COMMAND_PRIORITY_LOW,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.shiftKey || !$toFirstCell()) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      INSERT_NEW_TABLE_COMMAND,
      () => {
        $insertTable();
        announce('Table inserted: write its caption');
        return true;
      },
      COMMAND_PRIORITY_EDITOR,
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
