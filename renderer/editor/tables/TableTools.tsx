import {
  $deleteTableColumnAtSelection,
  $deleteTableRowAtSelection,
  $getTableCellNodeFromLexicalNode,
  $getTableNodeFromLexicalNodeOrThrow,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableCellNode,
  $isTableRowNode,
  $setTableColumnIsHeader,
  $setTableRowIsHeader,
  type TableCellHeaderState,
  TableCellHeaderStates,
  type TableNode,
  registerTableSelectionObserver,
} from '@lexical/table';
import { $getSelection, $isRangeSelection, HISTORY_PUSH_TAG, type LexicalEditor, type LexicalNode } from 'lexical';
import { useEffect, useState } from 'react';
import { announce } from '../../ui/announce';
import { $isTableCaptionNode } from './TableCaptionNode';
import './tables.css';

/** What the tools show of the table in which the caret is. */
type Place = { readonly hasHeadRow: boolean; readonly hasHeadColumn: boolean };

const $tableHere = (): TableNode | null => {
  const selection = $getSelection();
  const cell = $isRangeSelection(selection) ? $getTableCellNodeFromLexicalNode(selection.anchor.getNode()) : null;
  return cell === null ? null : $getTableNodeFromLexicalNodeOrThrow(cell);
};

/** Whether the first cell of a row heads something. */
const $heads = (row: LexicalNode | null | undefined, state: TableCellHeaderState): boolean => {
  const cell = $isTableRowNode(row) ? row.getFirstChild() : null;
  return $isTableCellNode(cell) && cell.hasHeaderState(state);
};

const $place = (): Place | null => {
  const table = $tableHere();
  if (table === null) return null;
  return {
    hasHeadRow: $heads(table.getFirstChild(), TableCellHeaderStates.ROW),
    hasHeadColumn: $heads(table.getLastChild(), TableCellHeaderStates.COLUMN),
  };
};

/** Takes the whole table away, with its caption. */
const $removeTable = (): void => {
  const table = $tableHere();
  if (table === null) return;
  const caption = table.getPreviousSibling();
  if ($isTableCaptionNode(caption)) caption.remove();
  table.selectNext();
  table.remove();
};

const ACTS: readonly (readonly [name: string, said: string, act: () => void])[] = [
  ['Row above', 'Row added above', () => void $insertTableRowAtSelection(false)],
  ['Row below', 'Row added below', () => void $insertTableRowAtSelection(true)],
  ['Column before', 'Column added before', () => void $insertTableColumnAtSelection(false)],
  ['Column after', 'Column added after', () => void $insertTableColumnAtSelection(true)],
  ['Remove row', 'Row removed', $deleteTableRowAtSelection],
  ['Remove column', 'Column removed', $deleteTableColumnAtSelection],
  ['Remove table', 'Table removed', $removeTable],
];

type Props = { readonly editor: LexicalEditor; readonly readOnly: boolean };

/** Stands over a text while the caret is in a table of it: Shift Tab comes here from its first cell. */
export const TableTools = ({ editor, readOnly }: Props) => {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => registerTableSelectionObserver(editor, true), [editor]);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const next = editorState.read($place);
        setPlace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
      }),
    [editor],
  );
  if (place === null || readOnly) return null;
  const act = (said: string, what: () => void): void => {
    editor.update(what, { tag: HISTORY_PUSH_TAG, onUpdate: () => editor.focus() });
    announce(said);
  };
  const toggle = (name: string, isOn: boolean, what: (table: TableNode, on: boolean) => void) => (
    <button
      type="button"
      className={`b${isOn ? ' on' : ''}`}
      aria-pressed={isOn}
      onClick={() => {
        act(`${name} ${isOn ? 'off' : 'on'}`, () => {
          const table = $tableHere();
          if (table !== null) what(table, !isOn);
        });
      }}
    >
      {name}
    </button>
  );
  return (
    <div className="table-tools" role="group" aria-label="Table">
      {ACTS.map(([name, said, what]) => (
        <button
          key={name}
          type="button"
          className="b"
          onClick={() => {
            act(said, what);
          }}
        >
          {name}
        </button>
      ))}
      {toggle('First row heads', place.hasHeadRow, (table, on) => {
        $setTableRowIsHeader(table, 0, on);
      })}
      {toggle('First column heads', place.hasHeadColumn, (table, on) => {
        $setTableColumnIsHeader(table, 0, on);
      })}
    </div>
  );
};
