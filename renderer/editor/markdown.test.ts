import { $getSelection, $isRangeSelection, KEY_DOWN_COMMAND, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/release/model';
import { bold, bq, h2, h3, h4, li, ni, p, row } from '../../shared/testing/builders';
import { $caret } from './caret';
import { registerMarkdown } from './markdown';
import { $selectIn, bodyOf, change, headlessEditor, undo } from './testing';

const space = (editor: LexicalEditor): boolean => {
  let prevented = false;
  const held = { ctrlKey: false, metaKey: false, altKey: false, isComposing: false };
  const event = { key: ' ', ...held, preventDefault: () => (prevented = true) };
  editor.dispatchCommand(KEY_DOWN_COMMAND, event as unknown as KeyboardEvent);
  return prevented;
};

/** A space is typed behind some characters of the first block. */
const typed = async (body: readonly Block[], at: number) => {
  const editor = headlessEditor(body);
  registerMarkdown(editor);
  change(editor, () => {
    $selectIn(0, at);
  });
  const taken = space(editor);
  await Promise.resolve();
  return { editor, taken };
};

describe('signs at the head of a paragraph', () => {
  test.each([
    ['##', h2('Words')],
    ['#', h2('Words')],
    ['###', h3('Words')],
    ['####', h4('Words')],
    ['-', li('Words')],
    ['*', li('Words')],
    ['1.', ni('Words')],
    ['>', bq('Words')],
  ])('%s makes it another block, and one undo gives the sign back', async (sign, block) => {
    const { editor, taken } = await typed([p(`${sign}Words`), p('After')], sign.length);
    expect(taken).toBe(true);
    expect(bodyOf(editor).blocks).toEqual([block, p('After')]);
    expect(editor.getEditorState().read($caret)).toMatchObject({ offset: 0 });
    await undo(editor);
    expect(bodyOf(editor).blocks).toEqual([p(`${sign}Words`), p('After')]);
  });

  test('keep the looks of the words, and the caret goes on in the new block', async () => {
    const { editor } = await typed([p('-One ', bold('two'))], 1);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText('x');
    });
    expect(bodyOf(editor).blocks).toEqual([li('xOne ', bold('two'))]);
  });

  test.each([
    ['words before them', [p('a #')], 3],
    ['another number', [p('2.')], 2],
    ['a heading', [h2('#')], 1],
    ['an item', [li('-')], 1],
    ['a cell', [row('-', 'b')], 1],
    ['nothing', [p('Words')], 0],
  ] as const)('mean nothing with %s', async (_, body, at) => {
    const { editor, taken } = await typed([...body], at);
    expect(taken).toBe(false);
    expect(bodyOf(editor).blocks).toEqual(body);
  });
});
