import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  $insertTableColumnAtSelection,
  $insertTableRowAtSelection,
  $isTableNode,
} from '@lexical/table';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../../shared/release/model';
import { blockText } from '../../../shared/release/text';
import {
  atDepth,
  bq,
  h2,
  headRow,
  image,
  li,
  p,
  row,
  storedQuote,
  tableCaption,
} from '../../../shared/testing/builders';
import { $caret } from '../caret';
import { $nodesOfBlocks } from '../from-release';
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
  test('asked for in a cell stands behind that table', () => {
    const editor = headlessEditor(TABLE);
    change(editor, () => $selectIn(1, 1));
    change(editor, () => void editor.dispatchCommand(INSERT_NEW_TABLE_COMMAND, undefined));
    const rows = [headRow('', '', ''), row('', '', ''), row('', '', '')];
    expect(blocks(editor)).toEqual([...TABLE.slice(0, 3), tableCaption(), ...rows, p('After.')]);
  });
});

describe('nodes of ours that are pasted or dragged', () => {
  /** Puts blocks at a place, as the clipboard and a drag do. */
  const put = (body: readonly Block[], into: number, from: readonly Block[]): LexicalEditor => {
    const editor = headlessEditor(body);
    change(editor, () => {
      $selectIn(into, 0);
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) throw new Error('there is no caret');
      const nodes = $nodesOfBlocks(from);
      if (!editor.dispatchCommand(SELECTION_INSERT_CLIPBOARD_NODES_COMMAND, { nodes, selection }))
        selection.insertNodes(nodes);
    });
    return editor;
  };
  const COPIED = [p('Thefts by month'), headRow('May', 'June'), row('12', '9')];

  test('into a cell: their words are lines of it, a table among them goes behind', () => {
    const editor = put([row('a', 'b'), p('After.')], 0, COPIED);
    expect(blocks(editor)).toEqual([row('Thefts by month\na', 'b'), p(), ...COPIED.slice(1), p('After.')]);
  });
  test('into an item of a list: a table goes behind the list', () => {
    for (const item of [li(), atDepth(1, li())]) {
      const editor = put([item, p('After.')], 0, [...COPIED.slice(1), p()]);
      const words = blocks(editor)
        .map(blockText)
        .filter((text) => text !== '');
      expect(words, `depth ${String(item.depth)}`).toEqual(['May\tJune', '12\t9', 'After.']);
    }
  });
  test('anywhere: no word of either is lost', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 4 });
    const block = fc.oneof(
      words.map((each) => [p(each)]),
      words.map((each) => [h2(each)]),
      words.map((each) => [bq(each)]),
      fc.tuple(fc.nat(2), words).map(([depth, each]) => [atDepth(depth, li(each))]),
      words.map((each) => [image({}, each)]),
      fc.tuple(words, words).map(([one, other]) => [tableCaption(one), headRow('c', one), row('d', other)]),
    );
    const bodies = fc.array(block, { minLength: 1, maxLength: 4 }).map((each) => [...each.flat(), p('end')]);
    const letters = (body: readonly Block[]): string =>
      [...body.map(blockText).join('')]
        .filter((each) => /\S/.test(each))
        .sort()
        .join('');
    fc.assert(
      fc.property(bodies, bodies, fc.nat(), (body, from, at) => {
        const after = blocks(put(body, at % body.length, from));
        expect(letters(after)).toBe(letters([...body, ...from]));
        expect(bodyOf(headlessEditor(after)).blocks).toEqual(after);
      }),
      { numRuns: 200 },
    );
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
