import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
} from 'lexical';
import { describe, expect, test } from 'vitest';
import type { AddedMedia } from '../../../shared/ipc/contract';
import { blockText } from '../../../shared/release/text';
import { image, li, p, storedQuote } from '../../../shared/testing/builders';
import { $caret } from '../caret';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor, markedWords, undo } from '../testing';
import { CHOOSE_IMAGE_COMMAND } from './figure';
import { $createImageNode, $isImageNode } from './ImageNode';
import { $insertImage } from './insert';

const added: AddedMedia = { file: image({ of: 'd' }).file, width: 40, height: 30 };
const inserted = (caption = '') => image({ of: 'd', alternative: '' }, caption);
/** The body as its kinds and words, an image's caption in brackets. */
const shown = (editor: ReturnType<typeof headlessEditor>): readonly string[] =>
  bodyOf(editor).blocks.map((block) => (block.type === 'image' ? `[${blockText(block)}]` : blockText(block)));

/** Selects and does something, as a writer does: one after the other. */
const act = (editor: ReturnType<typeof headlessEditor>, select: () => void, what: () => void): void => {
  change(editor, select);
  change(editor, what);
};

describe('an image put in', () => {
  test('stands behind the block with the caret, which goes to its caption', () => {
    const editor = headlessEditor([p('One.'), p('Two.')]);
    act(
      editor,
      () => $selectIn(0, 2),
      () => void $insertImage(added, editor),
    );
    change(editor, () => void $getSelection()?.insertText('The bridge'));
    expect(bodyOf(editor).blocks).toEqual([p('One.'), inserted('The bridge'), p('Two.')]);
  });
  test('takes the place of an empty paragraph, and leaves one behind it at the end', () => {
    const editor = headlessEditor([p('One.'), p()]);
    act(
      editor,
      () => $selectIn(1, 0),
      () => void $insertImage(added, editor),
    );
    expect(bodyOf(editor).blocks).toEqual([p('One.'), inserted(), p()]);
  });
  test('stands behind a list whole, and is gone by one undo', async () => {
    const editor = headlessEditor([li('a'), li('b'), p('Two.')]);
    act(
      editor,
      () => $selectIn(0, 1),
      () => void $insertImage(added, editor),
    );
    expect(shown(editor)).toEqual(['a', 'b', '[]', 'Two.']);
    await undo(editor);
    expect(bodyOf(editor).blocks).toEqual([li('a'), li('b'), p('Two.')]);
  });
  test('where nothing has the caret stands at the end', () => {
    const editor = headlessEditor([p('One.')]);
    change(editor, () => void $insertImage(added, editor));
    expect(shown(editor)).toEqual(['One.', '[]', '']);
  });
});

describe('keys in and around a caption', () => {
  const body = [p('Before.'), image({}, 'Caption'), p('After.')];
  const press = (command: typeof DELETE_CHARACTER_COMMAND, isBackward: boolean, block: number, at: number) => {
    const editor = headlessEditor(body);
    act(
      editor,
      () => $selectIn(block, at),
      () => void editor.dispatchCommand(command, isBackward),
    );
    return shown(editor);
  };
  const whole = ['Before.', '[Caption]', 'After.'];

  test.each([
    ['Backspace at the head of the caption', true, 1, 0],
    ['Delete at its end', false, 1, 7],
    ['Backspace at the head of what follows', true, 2, 0],
    ['Delete at the end of what goes before', false, 0, 7],
  ] as const)('%s joins no words', (_, isBackward, block, at) => {
    expect(press(DELETE_CHARACTER_COMMAND, isBackward, block, at)).toEqual(whole);
  });
  test('Backspace takes an image without a caption away, and undo brings it back', async () => {
    const editor = headlessEditor([p('Before.'), image(), p('After.')]);
    act(
      editor,
      () => $selectIn(1, 0),
      () => void editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true),
    );
    expect(shown(editor)).toEqual(['Before.', '', 'After.']);
    await undo(editor);
    expect(bodyOf(editor).blocks).toEqual([p('Before.'), image(), p('After.')]);
  });
  test('Enter goes on behind the image', () => {
    const editor = headlessEditor(body);
    act(
      editor,
      () => $selectIn(1, 3),
      () => void editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined),
    );
    change(editor, () => void $getSelection()?.insertText('New.'));
    expect(shown(editor)).toEqual(['Before.', '[Caption]', 'New.', 'After.']);
  });
});

describe('an image', () => {
  test('that is pressed is chosen whole, and can be taken away', () => {
    const editor = headlessEditor([p('Before.'), image({}, 'Caption'), p('After.')]);
    change(editor, () => void editor.dispatchCommand(CHOOSE_IMAGE_COMMAND, $blockAt(1).getKey()));
    change(editor, () => {
      const selection = $getSelection();
      expect(selection?.getNodes().some($isImageNode)).toBe(true);
      if ($isRangeSelection(selection)) selection.removeText();
    });
    expect(shown(editor).join('')).toBe('Before.After.');
  });
  test('pasted into a list or a caption stands behind it', () => {
    for (const block of [0, 1]) {
      const editor = headlessEditor([li('a'), image({}, 'Caption')]);
      act(
        editor,
        () => $selectIn(block, 1),
        () => $insertNodes([$createImageNode({ ...added, alternative: '', credit: '' }, null)]),
      );
      expect(bodyOf(editor).blocks.filter(({ type }) => type === 'image')).toHaveLength(2);
      expect(shown(editor).join(' ')).toContain('a');
    }
  });
  test('has one paragraph as its caption, whatever came into it', () => {
    const editor = headlessEditor([image({}, 'One')]);
    change(editor, () => {
      $blockAt(0).append($createParagraphNode().append($createTextNode('Two')));
    });
    expect(bodyOf(editor).blocks).toEqual([image({}, 'One\nTwo')]);
    change(editor, () => void $blockAt(0).clear());
    expect(bodyOf(editor).blocks).toEqual([image()]);
  });
  test('has quotes in its caption, whose marks travel with the words', () => {
    const words = '“A fine day,” said Ceri Hughes.';
    const editor = headlessEditor([image({}, words)], [storedQuote('q-caption01', [[0, 0, 13]])]);
    expect(markedWords(editor, 'q-caption01')).toEqual(['“A fine day,”']);
    change(editor, () => $selectIn(0, 20));
    expect(editor.getEditorState().read($caret)).toEqual({ key: bodyOf(editor).keys[0], offset: 20 });
    change(editor, () => {
      $getRoot()
        .getFirstChild()
        ?.insertBefore($createParagraphNode().append($createTextNode('New.')));
    });
    expect(bodyOf(editor).marks.get('q-caption01')).toEqual([{ block: 1, start: 0, end: 13 }]);
  });
});
