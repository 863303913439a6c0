import { KEY_DOWN_COMMAND, type LexicalEditor, $getSelection, $isRangeSelection } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/release/model';
import { blockText } from '../../shared/release/text';
import { bold, p, storedQuote } from '../../shared/testing/builders';
import { $selectIn, bodyOf, change, headlessEditor, markedWords, undo } from './testing';
import { registerCurlyQuotes } from './typing';

type Keys = Partial<Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>>;

/** A key as the page gives it, as far as typing looks at it. Answers whether the browser's own typing was called off. */
const press = (editor: LexicalEditor, key: string, held: Keys = {}): boolean => {
  let prevented = false;
  const event = {
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    preventDefault: () => {
      prevented = true;
    },
    ...held,
  };
  editor.dispatchCommand(KEY_DOWN_COMMAND, event as KeyboardEvent);
  return prevented;
};

/** Types as a person would: what the command leaves alone, the browser puts in. */
const type = async (editor: LexicalEditor, text: string): Promise<void> => {
  for (const key of text) {
    const prevented = press(editor, key);
    await Promise.resolve();
    if (!prevented)
      change(editor, () => {
        const selection = $getSelection();
        if ($isRangeSelection(selection)) selection.insertText(key);
      });
    await Promise.resolve();
  }
};

const at = (body: readonly Block[], block: number, start: number, end = start): LexicalEditor => {
  const editor = headlessEditor(body);
  registerCurlyQuotes(editor);
  change(editor, () => {
    $selectIn(block, start, end);
  });
  return editor;
};
const text = (editor: LexicalEditor, block = 0): string => {
  const found = bodyOf(editor).blocks[block];
  return found ? blockText(found) : '';
};

describe('typed marks', () => {
  test('open at the head of an empty paragraph and close after its words', async () => {
    const editor = at([p(), p('After.')], 0, 0);
    await type(editor, '"We begin," she said.');
    expect(text(editor)).toBe('“We begin,” she said.');
  });

  test('close what is open where a single mark stands within', async () => {
    const editor = at([p('He said: ')], 0, 9);
    await type(editor, '"She said \'go\' to me."');
    expect(text(editor)).toBe('He said: “She said ‘go’ to me.”');
  });

  test('are apostrophes within and after words', async () => {
    const editor = at([p('It')], 0, 2);
    await type(editor, "'s the officers' day");
    expect(text(editor)).toBe('It’s the officers’ day');
  });

  test('become an apostrophe once a decade or a clipped word is known', async () => {
    const editor = at([p('In the ')], 0, 7);
    await type(editor, "'90s, rock 'n roll");
    expect(text(editor)).toBe('In the ’90s, rock ’n roll');
  });

  test('open again at the head of a paragraph that goes on with a quotation', async () => {
    const editor = at([p('“We begin.'), p('Today.')], 1, 0);
    await type(editor, '"');
    expect(text(editor, 1)).toBe('“Today.');
  });

  test('close after a dash where the quotation is open from the paragraph above', async () => {
    const editor = at([p('“We begin.'), p('today —')], 1, 7);
    await type(editor, '"');
    expect(text(editor, 1)).toBe('today —”');
  });

  test('go in where the caret is, past bold words and line breaks', async () => {
    const editor = at([p('One\n', bold('two'), ' three')], 0, 13);
    await type(editor, '"');
    expect(text(editor)).toBe('One\ntwo three”');
  });

  test('take the place of chosen words', async () => {
    const editor = at([p('Say it now.')], 0, 4, 6);
    await type(editor, '"');
    expect(text(editor)).toBe('Say “ now.');
  });

  test('come back straight with one undo, and go with the next', async () => {
    const editor = at([p('She said: ')], 0, 10);
    await type(editor, '"');
    expect(text(editor)).toBe('She said: “');
    await undo(editor);
    expect(text(editor)).toBe('She said: "');
    await undo(editor);
    expect(text(editor)).toBe('She said: ');
  });

  test('leave the caret behind them', async () => {
    const editor = at([p('a b')], 0, 2);
    await type(editor, '"x');
    expect(text(editor)).toBe('a “xb');
  });

  test('are left alone with a modifier held and while a word is being composed', async () => {
    const editor = at([p('a')], 0, 1);
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
      expect(press(editor, '"', held)).toBe(false);
    await Promise.resolve();
    expect(text(editor)).toBe('a');
  });

  test('are the only keys that are taken from the browser', () => {
    const editor = at([p('a')], 0, 1);
    expect(press(editor, 'x')).toBe(false);
  });

  test('keep the mark of the quote they are typed in', async () => {
    const editor = headlessEditor([p('“We begin”')], [storedQuote('q-00000001', [[0, 0, 10]])]);
    registerCurlyQuotes(editor);
    change(editor, () => {
      $selectIn(0, 4);
    });
    await type(editor, "'go'");
    expect(markedWords(editor, 'q-00000001')).toEqual(['“We ‘go’begin”']);
  });
});
