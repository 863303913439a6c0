import {
  $createParagraphNode,
  $getSelection,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
} from 'lexical';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
} from '@lexical/table';
import { describe, expect, test } from 'vitest';
import { headRow, p, row, storedQuote, tableCaption } from '../../../shared/testing/builders';
import { $caret } from '../caret';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor, markedWords, undo } from '../testing';
import { INSERT_NEW_TABLE_COMMAND } from './rules';

const TABLE = [p('Before.'), headRow('a', 'b'), row('c', 'd'), p('After.')];
const blocks = (editor: LexicalEditor) => bodyOf(editor).blocks;

describe('a new table', () => {
  test('stands behind the caret with a caption, where the caret waits, and is gone by one undo', async () => {
    const editor = headlessEditor([p('One.')]);
    change(editor, () => $selectIn(0, 2));
    change(editor, () => void editor.dispatchCommand(INSERT_NEW_TABLE_COMMAND, undefined));
    change(editor, () => void $getSelection()?.insertText('Thefts'));
    expect(blocks(editor)).toEqual([
      p('One.'),
      tableCaption('Thefts'),
      headRow('', '', ''),
      row('', '', ''),
      row('', '', ''),
      p(),
    ]);
    await undo(editor);
    await undo(editor);
    expect(blocks(editor)).toEqual([p('One.')]);
  });
});

describe('a table', () => {
  test('has the caret counted as in the row’s text', () => {
    const editor = headlessEditor(TABLE);
    for (const at of [0, 1, 2, 3]) {
      change(editor, () => $selectIn(2, at));
      expect(editor.getEditorState().read($caret)).toEqual({ key: bodyOf(editor).keys[2], offset: at });
    }
  });
  test('keeps quotes in a cell through changes in the cells before it', () => {
    const editor = headlessEditor([row('Ada', '“Yes,” she said')], [storedQuote('q-cell00001', [[0, 4, 10]])]);
    expect(markedWords(editor, 'q-cell00001')).toEqual(['“Yes,”']);
    change(editor, () => $selectIn(0, 3));
    change(editor, () => void $getSelection()?.insertText(' Lovelace'));
    expect(markedWords(editor, 'q-cell00001')).toEqual(['“Yes,”']);
    expect(bodyOf(editor).marks.get('q-cell00001')).toEqual([{ block: 0, start: 13, end: 19 }]);
  });
  test('has a tab within a cell as a space, and Enter as a new line of it', () => {
    const editor = headlessEditor(TABLE);
    change(editor, () => $selectIn(2, 1));
    change(editor, () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined));
    change(editor, () => void $getSelection()?.insertRawText('x\ty'));
    expect(blocks(editor)[2]).toEqual(row('c\nx y', 'd'));
  });
  test('takes rows and columns', () => {
    const editor = headlessEditor(TABLE);
    change(editor, () => $selectIn(2, 0));
    change(editor, () => void $insertTableRowAtSelection(true));
    change(editor, () => $selectIn(2, 0));
    change(editor, () => void $insertTableColumnAtSelection(true));
    expect(blocks(editor)).toEqual([
      p('Before.'),
      headRow('a', '', 'b'),
      row('c', '', 'd'),
      row('', '', ''),
      p('After.'),
    ]);
  });
  test('is joined with no words around it', () => {
    const texts = TABLE.map((block) => block.runs);
    for (const [isBackward, block, at] of [
      [true, 3, 0],
      [false, 0, 7],
    ] as const) {
      const editor = headlessEditor(TABLE);
      change(editor, () => $selectIn(block, at));
      change(editor, () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward));
      expect(blocks(editor).map(({ runs }) => runs)).toEqual(texts);
    }
  });
  test('pasted behind another is another, and rows of unlike length are filled up', () => {
    const editor = headlessEditor([row('a', 'b'), row('c')]);
    expect(blocks(editor)).toEqual([row('a', 'b'), row('c', '')]);
    change(editor, () => {
      const table = $blockAt(0).getParent();
      if (!$isTableNode(table)) throw new Error('there is no table');
      const copy = headlessTable();
      table.insertAfter(copy);
    });
    expect(blocks(editor).map(({ type }) => type)).toEqual(['table-row', 'table-row', 'paragraph', 'table-row']);
  });
  test('that is gone leaves its caption as a paragraph', () => {
    const editor = headlessEditor([tableCaption('Thefts'), row('a'), p('After.')]);
    change(editor, () => $blockAt(1).getParent()?.remove());
    expect(blocks(editor)).toEqual([p('Thefts'), p('After.')]);
  });
});

/** A table of one cell. */
const headlessTable = () =>
  $createTableNode().append($createTableRowNode().append($createTableCellNode().append($createParagraphNode())));
