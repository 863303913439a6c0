import { INSERT_UNORDERED_LIST_COMMAND } from '@lexical/list';
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor, type RangeSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import { blockText } from '../../shared/release/text';
import { p, storedQuote } from '../../shared/testing/builders';
import { $markWords, $replaceWords } from './mark-words';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor, markedWords, redo, undo } from './testing';

const ID = 'q-00000001';
const OTHER = 'q-00000002';

/** “She said: “We begin today.” Then more.”: the quote is from 10 to 27. */
const TEXT = 'She said: “We begin today.” Then more.';
const marked = (): LexicalEditor => headlessEditor([p(TEXT)], [storedQuote(ID, [[0, 10, 27]])]);

const texts = (editor: LexicalEditor): string[] => bodyOf(editor).blocks.map(blockText);
const at = (editor: LexicalEditor, start: number, end: number, what: (selection: RangeSelection) => void): void => {
  change(editor, () => {
    $selectIn(0, start, end);
    const selection = $getSelection();
    if ($isRangeSelection(selection)) what(selection);
  });
};

describe('the mark of a stored quote', () => {
  test('covers the words typed within it', () => {
    const editor = marked();
    at(editor, 13, 13, (selection) => {
      selection.insertText(' shall');
    });
    expect(markedWords(editor, ID)).toEqual(['“We shall begin today.”']);
  });

  test('stays on the words that follow a change before it', () => {
    const editor = marked();
    at(editor, 0, 3, (selection) => {
      selection.insertText('The Commissioner');
    });
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
  });

  test('goes with both halves of a paragraph split within it, and comes back as one when they are joined', () => {
    const editor = marked();
    at(editor, 13, 14, (selection) => {
      selection.insertParagraph();
    });
    expect(texts(editor)).toEqual(['She said: “We', 'begin today.” Then more.']);
    expect(markedWords(editor, ID)).toEqual(['“We', 'begin today.”']);
    change(editor, () => {
      $blockAt(0).append(...$blockAt(1).getChildren());
      $blockAt(1).remove();
    });
    expect(markedWords(editor, ID)).toEqual(['“Webegin today.”']);
  });

  test('covers a line break typed within it', () => {
    const editor = marked();
    at(editor, 13, 14, (selection) => {
      selection.insertLineBreak();
    });
    expect(markedWords(editor, ID)).toEqual(['“We\nbegin today.”']);
  });

  test('covers what is typed over chosen words within it', () => {
    const editor = marked();
    at(editor, 14, 19, (selection) => {
      selection.insertText('start');
    });
    expect(markedWords(editor, ID)).toEqual(['“We start today.”']);
  });

  test('does not take in what stands between the parts of a split quote', () => {
    const parts = storedQuote(ID, [
      [0, 0, 6],
      [0, 16, 22],
    ]);
    const editor = headlessEditor([p('“Yes,” she said “now.”')], [parts]);
    expect(markedWords(editor, ID)).toEqual(['“Yes,”', '“now.”']);
  });

  test('does not take in a line break at its end', () => {
    const editor = marked();
    at(editor, 27, 28, (selection) => {
      selection.insertLineBreak();
    });
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
  });

  test('covers its words whatever look a part of them takes, and when it loses it', () => {
    const editor = marked();
    at(editor, 5, 19, (selection) => {
      selection.formatText('bold');
    });
    expect(bodyOf(editor).blocks[0]?.runs).toEqual([
      { text: 'She s' },
      { text: 'aid: “We begin', bold: true },
      { text: ' today.” Then more.' },
    ]);
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
    at(editor, 5, 19, (selection) => {
      selection.formatText('bold');
    });
    expect(bodyOf(editor).blocks).toEqual([p(TEXT)]);
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
  });

  test('comes back with its words when their deletion is undone, and goes again when it is done again', async () => {
    const editor = marked();
    at(editor, 10, 27, (selection) => {
      selection.removeText();
    });
    expect(markedWords(editor, ID)).toEqual([]);
    await undo(editor);
    expect(texts(editor)).toEqual([TEXT]);
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
    await redo(editor);
    expect(markedWords(editor, ID)).toEqual([]);
  });

  test('stays when its paragraph becomes an item of a list', () => {
    const editor = marked();
    at(editor, 0, 0, () => {
      editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
    });
    expect(bodyOf(editor).blocks[0]?.type).toBe('list-item');
    expect(markedWords(editor, ID)).toEqual(['“We begin today.”']);
  });

  test('is not joined with the words of another quote beside it', () => {
    const editor = headlessEditor(
      [p('“One.”“Two.”')],
      [storedQuote(ID, [[0, 0, 6]]), storedQuote(OTHER, [[0, 6, 12]])],
    );
    change(editor, () => {
      for (const node of $getRoot().getAllTextNodes()) node.markDirty();
    });
    expect(markedWords(editor, ID)).toEqual(['“One.”']);
    expect(markedWords(editor, OTHER)).toEqual(['“Two.”']);
  });
});

describe('marking words', () => {
  test('cuts the text at the edges of each range and takes line breaks between them along', () => {
    const editor = headlessEditor([p('a “b\nc” d'), p('“e”')]);
    change(editor, () => {
      const { keys } = bodyOf(editor);
      $markWords(keys, [{ block: 0, start: 2, end: 7 }, { block: 1, start: 0, end: 3 }], ID); // prettier-ignore
    });
    expect(markedWords(editor, ID)).toEqual(['“b\nc”', '“e”']);
    expect(texts(editor)).toEqual(['a “b\nc” d', '“e”']);
  });

  test('takes a mark away with an empty id, and leaves one piece of text', () => {
    const editor = marked();
    change(editor, () => {
      $markWords(bodyOf(editor).keys, [{ block: 0, start: 10, end: 27 }], '');
    });
    expect(markedWords(editor, ID)).toEqual([]);
    editor.read(() => {
      expect($getRoot().getAllTextNodes()).toHaveLength(1);
    });
  });

  test('passes over a block that is not there', () => {
    const editor = marked();
    change(editor, () => {
      $markWords(bodyOf(editor).keys, [{ block: 7, start: 0, end: 4 }], OTHER);
    });
    expect(markedWords(editor, OTHER)).toEqual([]);
  });

  test('puts approved words back in a quote’s place with the mark kept, and undo gives the others back', async () => {
    const editor = marked();
    change(editor, () => {
      $replaceWords(bodyOf(editor).keys, { block: 0, start: 10, end: 27 }, '“We began.”');
    });
    expect(texts(editor)).toEqual(['She said: “We began.” Then more.']);
    expect(markedWords(editor, ID)).toEqual(['“We began.”']);
    await undo(editor);
    expect(texts(editor)).toEqual([TEXT]);
  });
});
