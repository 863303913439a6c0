import {
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $setState,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../shared/release/text';
import { li, p, storedQuote } from '../../shared/testing/builders';
import type { Block, StoredQuote } from '../../shared/release/model';
import { quoteState } from './nodes';
import { registerRunningMarks } from './running-marks';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor, markedWords, redo, undo } from './testing';

const ID = 'q-00000001';
const desk = (body: readonly Block[], quotes: readonly StoredQuote[] = []): LexicalEditor => {
  const editor = headlessEditor(body, quotes);
  registerRunningMarks(editor);
  return editor;
};
const texts = (editor: LexicalEditor): readonly string[] => bodyOf(editor).blocks.map(blockText);
const caret = (editor: LexicalEditor, block: number, at: number): void => {
  change(editor, () => {
    $selectIn(block, at);
  });
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const enter = async (editor: LexicalEditor, block: number, at: number): Promise<void> => {
  caret(editor, block, at);
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
  await settled();
};
const remove = async (editor: LexicalEditor, block: number): Promise<void> => {
  change(editor, () => {
    $blockAt(block).remove();
  });
  await settled();
};

const ONE = 'Nia Prosser said: “We start today. We end in June.” She left.';
const RUNNING = ['Nia Prosser said: “We start today.', '“It was long.', '“It was worth it.”'];
const running = () => RUNNING.map((text) => p(text));
const stored = storedQuote(ID, [[0, 18, 34], [1, 0, 13], [2, 0, 18]]); // prettier-ignore

describe('a paragraph split within a quotation', () => {
  test('opens again, without the space, and the caret stands behind the mark', async () => {
    const editor = desk([p(ONE)], [storedQuote(ID, [[0, 18, 51]])]);
    await enter(editor, 0, 34);
    expect(texts(editor)).toEqual(['Nia Prosser said: “We start today.', '“We end in June.” She left.']);
    expect(markedWords(editor, ID)).toEqual(['“We start today.', '“We end in June.”']);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('Or: ');
    });
    expect(texts(editor)[1]).toBe('“Or: We end in June.” She left.');
  });

  test('comes back whole with one undo', async () => {
    const editor = desk([p(ONE)]);
    await enter(editor, 0, 34);
    await undo(editor);
    expect(texts(editor)).toEqual([ONE]);
    await redo(editor);
    expect(texts(editor)).toHaveLength(2);
  });

  test('closes and opens where it is only part of a sentence', async () => {
    const text = 'Nia Prosser called it “a gift to the valley and a joy to walk” on Monday.';
    const editor = desk([p(text)]);
    await enter(editor, 0, text.indexOf(' and a joy'));
    expect(texts(editor)).toEqual(['Nia Prosser called it “a gift to the valley”', '“and a joy to walk” on Monday.']);
  });

  test('in a list is a new item that opens', async () => {
    const editor = desk([li(ONE)]);
    await enter(editor, 0, 34);
    expect(bodyOf(editor).blocks.map((block) => block.type)).toEqual(['list-item', 'list-item']);
    expect(texts(editor)[1]).toBe('“We end in June.” She left.');
  });

  test.each([
    ['outside it', 52],
    ['at its end', 50],
  ])('is split as any other %s', async (_name, at) => {
    const editor = desk([p(ONE)]);
    await enter(editor, 0, at);
    expect(texts(editor)).toEqual([ONE.slice(0, at), ONE.slice(at)]);
  });
});

describe('two paragraphs joined', () => {
  test.each([
    ['by Backspace at the head of the second', 1, 0, true],
    ['by Delete at the end of the first', 0, 34, false],
  ])('%s lose the mark between them, and one undo brings it back', async (_name, block, at, isBackward) => {
    const editor = desk(running(), [stored]);
    caret(editor, block, at);
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, isBackward);
    await settled();
    expect(texts(editor)).toEqual(['Nia Prosser said: “We start today. It was long.', '“It was worth it.”']);
    expect(markedWords(editor, ID)).toEqual(['“We start today. It was long.', '“It was worth it.”']);
    await undo(editor);
    expect(texts(editor)).toEqual(RUNNING);
  });

  test('split and joined again are what they were', async () => {
    const editor = desk([p(ONE)]);
    await enter(editor, 0, 34);
    caret(editor, 1, 0);
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    await settled();
    expect(texts(editor)).toEqual([ONE]);
  });

  test('of two quotations keep the marks of both', async () => {
    const editor = desk([p('Nia Prosser said: “We start today.”'), p('“It was long,” said Owen Bell.')]);
    caret(editor, 1, 0);
    editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
    await settled();
    expect(texts(editor)).toEqual(['Nia Prosser said: “We start today.”“It was long,” said Owen Bell.']);
  });
});

describe('a deleted paragraph', () => {
  test('that closed leaves the one before it to close; one undo brings both back', async () => {
    const editor = desk(running(), [stored]);
    await remove(editor, 2);
    expect(texts(editor)).toEqual([RUNNING[0], '“It was long.”']);
    expect(markedWords(editor, ID)).toEqual(['“We start today.', '“It was long.”']);
    await undo(editor);
    expect(texts(editor)).toEqual(RUNNING);
  });

  test('whose words are cut and which stands empty leaves it so, too', async () => {
    const editor = desk(running());
    change(editor, () => {
      $selectIn(2, 0, 18);
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.removeText();
    });
    await settled();
    expect(texts(editor)).toEqual([RUNNING[0], '“It was long.”', '']);
  });

  test('from the middle needs no mark', async () => {
    const editor = desk(running());
    await remove(editor, 1);
    expect(texts(editor)).toEqual([RUNNING[0], RUNNING[2]]);
  });
});

test('a paragraph moved within its quote: those before the last do not close, the last does', async () => {
  const editor = desk(running(), [stored]);
  await remove(editor, 2);
  // What was cut is pasted before the second paragraph, with the mark that travels with its words.
  editor.update(
    () => {
      const words = $createTextNode('“It was worth it.”');
      $setState(words, quoteState, ID);
      $blockAt(1).insertBefore($createParagraphNode().append(words));
    },
    { discrete: true, tag: PASTE_TAG },
  );
  await settled();
  expect(texts(editor)).toEqual([RUNNING[0], '“It was worth it.', '“It was long.”']);
});
