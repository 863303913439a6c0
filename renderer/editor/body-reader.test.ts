import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, $isTextNode, type LexicalEditor } from 'lexical';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atDepth, bold, li, p, row, storedQuote } from '../../shared/testing/builders';
import { createBodyReader } from './body-reader';
import { $selectIn, change, headlessEditor, undo } from './testing';
import { $toBody } from './to-release';

const anew = (editor: LexicalEditor) => editor.getEditorState().read(() => $toBody());

const type = (words: string): void => {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText(words);
};

describe('a body read again', () => {
  const three = () => headlessEditor([p('One.'), p('Two, ', bold('bold'), '.'), p('Three.')]);

  test('has the same values for what did not change, and another one for what did', () => {
    const editor = three();
    const read = createBodyReader(editor);
    const before = read();
    change(editor, () => {
      $selectIn(1, 3);
      type(' and a half');
    });
    const after = read();
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[2]).toBe(before.blocks[2]);
    expect(after.keys).toBe(before.keys);
    expect(after).toEqual(anew(editor));
    expect(after.blocks[1]).not.toEqual(before.blocks[1]);
  });

  test('follows undo', async () => {
    const editor = three();
    const read = createBodyReader(editor);
    const before = read();
    change(editor, () => {
      $selectIn(0, 3);
      type(' more');
    });
    expect(read()).toEqual(anew(editor));
    await undo(editor);
    expect(read()).toEqual(anew(editor));
    expect(read().blocks).toEqual(before.blocks);
  });

  test('is what a first reading gives, whatever was done', () => {
    const body = [p('One two.'), li('Three'), atDepth(1, li('Four')), row('a', 'b'), row('c', 'd'), p('“Five”')];
    const quotes = [storedQuote('q-one', [[5, 0, 6]])];
    const step = fc.record({ leaf: fc.nat(20), kind: fc.constantFrom('type', 'bold', 'remove', 'move', 'split') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const editor = headlessEditor(body, quotes);
        const read = createBodyReader(editor);
        read();
        for (const { leaf, kind } of steps) {
          change(editor, () => {
            const leaves = $getRoot().getAllTextNodes();
            const node = leaves[leaf % Math.max(1, leaves.length)];
            if (!$isTextNode(node)) return;
            const block = node.getTopLevelElementOrThrow();
            if (kind === 'type') node.setTextContent(`${node.getTextContent()}x`);
            else if (kind === 'bold') node.toggleFormat('bold');
            else if (kind === 'split') node.splitText(1);
            else if (kind === 'move') $getRoot().append(block);
            else if ($isElementNode(block) && $getRoot().getChildrenSize() > 1) block.remove();
          });
          expect(read()).toEqual(anew(editor));
        }
      }),
    );
  });
});
