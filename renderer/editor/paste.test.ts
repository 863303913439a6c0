import {
  $createTableSelectionFrom,
  $getTableNodeFromLexicalNodeOrThrow,
  $isTableCellNode,
  type TableCellNode,
  type TableRowNode,
} from '@lexical/table';
import {
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  PASTE_COMMAND,
} from 'lexical';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/release/model';
import { parseRelease } from '../../shared/release/parse';
import { blockText } from '../../shared/release/text';
import {
  bold,
  bq,
  h2,
  inLanguage,
  li,
  link,
  ni,
  p,
  release,
  row,
  storedQuote,
  tableCaption,
} from '../../shared/testing/builders';
import { onAnnounce } from '../ui/announce';
import { $insertBlocks, pasted, registerPaste } from './paste';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor, markedWords } from './testing';

const paste = (
  body: readonly Block[],
  blocks: readonly Block[],
  at: readonly [block: number, start: number, end: number] = [0, 0, 0],
  quotes = [storedQuote('q', [])],
) => {
  const editor = headlessEditor(body, quotes);
  change(editor, () => {
    $selectIn(...at);
    const selection = $getSelection();
    if ($isRangeSelection(selection)) $insertBlocks(selection, blocks);
  });
  return editor;
};
const clipboard = (plain: string, html = '', nodes = '') => ({
  getData: (type: string) => (type === 'text/html' ? html : type === 'text/plain' ? plain : nodes),
});

describe('pasting', () => {
  test('words into a line keeps the line, and the spaces at their ends', () => {
    const blocks = pasted(clipboard(' new ', '<span style="color:red"> new </span>'), 'en-GB').blocks;
    expect(bodyOf(paste([p('Two'), p('x')], blocks, [0, 1, 1])).blocks).toEqual([p('T new wo'), p('x')]);
  });

  test.each([
    '<svg><text>Drawn</text></svg>',
    '<template><p>Kept back</p></template>',
    '<img src="https://a.example/x.png">',
  ])('a page in which no words can be read leaves those of the plain text: %s', (html) => {
    expect(pasted(clipboard('The words.', html), 'en-GB').blocks).toEqual([p('The words.')]);
  });

  test('paragraphs into a line parts it at the caret', () => {
    expect(bodyOf(paste([p('One'), p('x')], [p('a'), bq('b'), p('c')], [0, 1, 1])).blocks.map(blockText)).toEqual([
      'Oa',
      'b',
      'cne',
      'x',
    ]);
  });

  test('a nested list into a nested item goes no deeper than a release can', () => {
    const nested = (count: number, words: string): Block[] =>
      Array.from({ length: count }, (_, depth) => ({ ...li(`${words} ${depth}`), depth }));
    const editor = paste(nested(7, 'own'), nested(5, 'pasted'), [6, 5, 5]);
    const { blocks } = bodyOf(editor);
    expect(blocks.map(blockText).join(' ')).toContain('pasted 4');
    expect(parseRelease(release({ body: blocks }))).toMatchObject({ ok: true });
  });

  test('over chosen words takes their place', () => {
    expect(bodyOf(paste([p('One two')], [p('three')], [0, 4, 7])).blocks).toEqual([p('One three')]);
  });

  test('into a cell or a caption gives lines, and the table stays as it is', () => {
    const body = [tableCaption('Cap'), row('a', 'b'), row('c', 'd')];
    expect(bodyOf(paste(body, [p('1'), li('2')], [1, 0, 1])).blocks).toEqual([
      tableCaption('Cap'),
      row('1\n2', 'b'),
      row('c', 'd'),
    ]);
    expect(bodyOf(paste(body, [p('1'), row('2', '3')], [0, 3, 3])).blocks[0]).toEqual(tableCaption('Cap1\n2 3'));
  });

  test('over chosen cells fills them, a line a row', () => {
    const editor = headlessEditor([row('a', 'b'), row('c', 'd'), row('e', 'f')]);
    const stop = registerPaste(editor, () => 'en-GB');
    change(editor, () => {
      const cell = (block: number, column: number): TableCellNode => {
        const found = ($blockAt(block) as TableRowNode).getChildAtIndex(column);
        if (!$isTableCellNode(found)) throw new Error('there is no cell');
        return found;
      };
      $setSelection($createTableSelectionFrom($getTableNodeFromLexicalNodeOrThrow(cell(0, 0)), cell(0, 0), cell(1, 1)));
    });
    for (const [plain, html] of [
      ['1\t2\n3\t4', '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'],
      ['In words', '<p>In <b>words</b></p>'],
    ] as const) {
      const clipboardData = { ...clipboard(plain, html), types: ['text/plain', 'text/html'] };
      const event = { clipboardData, preventDefault: () => undefined } as unknown as ClipboardEvent;
      change(editor, () => void editor.dispatchCommand(PASTE_COMMAND, event));
      expect(bodyOf(editor).blocks.map(blockText).join('\n')).toContain(plain);
    }
    stop();
  });
  test.each([
    ['our own nodes are left to whoever puts them back', 'standfirst', false],
    ['nodes of another program that writes with Lexical are no reason to read its page otherwise', 'chat', true],
  ])('%s', (_, namespace, isTaken) => {
    const editor = headlessEditor();
    const stop = registerPaste(editor, () => 'en-GB');
    change(editor, () => $selectIn(0, 0));
    const nodes = JSON.stringify({ namespace, nodes: [] });
    const clipboardData = {
      ...clipboard('Plain', '<p><u>"Under" lined</u></p>', nodes),
      types: ['text/html', 'application/x-lexical-editor'],
    };
    const event = { clipboardData, preventDefault: () => undefined } as unknown as ClipboardEvent;
    // Nobody takes what we leave: there is no page here.
    editor.registerCommand(PASTE_COMMAND, () => true, COMMAND_PRIORITY_LOW);
    change(editor, () => void editor.dispatchCommand(PASTE_COMMAND, event));
    expect(bodyOf(editor).blocks).toEqual(isTaken ? [p('“Under” lined')] : []);
    stop();
  });

  test('a formula, and a picture of one, do not come in and are named, until there is nothing to name', () => {
    const editor = headlessEditor();
    const stop = registerPaste(editor, () => 'en-GB');
    const said: string[] = [];
    const deaf = onAnnounce((text, manner) => said.push(`${manner}: ${text}`));
    for (const html of [
      '<p>It is <math><mi>x</mi><mo>=</mo><mn>9</mn></math> now.</p>',
      '<p>It is <img src="x.png" alt="x = 9"> and <img src="y.png" alt="y = 8"> now.</p>',
      '<p>It is <b>nine</b> now.</p>',
    ]) {
      change(editor, () => $selectIn(0, 0));
      const clipboardData = { ...clipboard('It is now.', html), types: ['text/html'] };
      const event = { clipboardData, preventDefault: () => undefined } as unknown as ClipboardEvent;
      change(editor, () => void editor.dispatchCommand(PASTE_COMMAND, event));
    }
    expect(bodyOf(editor).blocks.map(blockText).join(' ')).not.toMatch(/[xy] ?=/);
    expect(said).toEqual([
      'refused: Not pasted: “x=9” (a formula)',
      'refused: Not pasted: “x = 9” (the description of a picture), and 1 more',
    ]);
    deaf();
    stop();
  });

  test('what is dragged in from elsewhere is read as what is pasted: a table keeps its caption', () => {
    const editor = headlessEditor();
    const stop = registerPaste(editor, () => 'en-GB');
    change(editor, () => $selectIn(0, 0));
    const html =
      '<table><caption>Thefts</caption><tr><th>Wyr</th><td>12</td></tr><tr><th>Ash</th><td>9</td></tr></table>';
    const dropped = {
      inputType: 'insertFromDrop',
      dataTransfer: clipboard('Wyr 12 Ash 9', html),
    } as unknown as InputEvent;
    change(editor, () => void editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, dropped));
    expect(bodyOf(editor).blocks.map(blockText)).toEqual(['Thefts', 'Wyr\t12', 'Ash\t9']);
    stop();
  });

  test('into a stored quote leaves the quote its words on both sides', () => {
    const body = [p('“We begin,” she said.')];
    const editor = paste(body, [p('all ')], [0, 4, 4], [storedQuote('q-one', [[0, 0, 11]])]);
    expect(markedWords(editor, 'q-one')).toEqual(['“We all begin,”']);
  });

  test('into an empty text gives the blocks as they are, their count above all', () => {
    const words = fc
      .string({ unit: fc.constantFrom('a', 'b', ' ', '“'), minLength: 1, maxLength: 8 })
      .map((each) => `x${each}x`);
    const block = fc.oneof(
      words.map((each) => p(each)),
      words.map((each) => p(each, bold('b'), link('l', 'https://a.example'), inLanguage('c', 'cy'))),
      words.map((each) => h2(each)),
      words.map((each) => li(each)),
      words.map((each) => ni(each)),
      words.map((each) => bq(each)),
      words.map((each) => row(each, each)),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        expect(bodyOf(paste([], blocks)).blocks.map(blockText)).toEqual(blocks.map(blockText));
      }),
      { numRuns: 200 },
    );
  });
});
