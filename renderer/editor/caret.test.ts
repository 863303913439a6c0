import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { describe, expect, test } from 'vitest';
import type { Block } from '../../shared/release/model';
import { atDepth, bold, li, link, p } from '../../shared/testing/builders';
import { $around, $caret } from './caret';
import { $blockAt, $selectIn, bodyOf, change, headlessEditor } from './testing';

const around = (editor: LexicalEditor): ReturnType<typeof $around> | null =>
  editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? $around(selection) : null;
  });
const at = (body: readonly Block[], block: number, offset: number): LexicalEditor => {
  const editor = headlessEditor(body);
  change(editor, () => {
    $selectIn(block, offset);
  });
  return editor;
};

describe('the text around the caret', () => {
  test.each([
    ['at the head', 0, '', 'One\ntwo three'],
    ['in the first words', 2, 'On', 'e\ntwo three'],
    ['past a line break, in bold', 5, 'One\nt', 'wo three'],
    ['at the end', 13, 'One\ntwo three', ''],
  ])('%s', (_, offset, before, after) => {
    expect(around(at([p('One\n', bold('two'), ' three')], 0, offset))).toEqual({ before, after });
  });

  test('is nothing on either side in an empty paragraph', () => {
    expect(around(at([p('One'), p()], 1, 0))).toEqual({ before: '', after: '' });
  });

  test('counts within a link', () => {
    expect(around(at([p('See ', link('the report', 'https://a.example/'), '.')], 0, 7))).toEqual({
      before: 'See the',
      after: ' report.',
    });
  });

  test.each([
    [0, '', 'a\n\nb'],
    [1, 'a', '\n\nb'],
    [2, 'a\n', '\nb'],
    [3, 'a\n\n', 'b'],
    [4, 'a\n\nb', ''],
  ])('is right where the caret stands between the parts of a block, at %i', (index, before, after) => {
    const editor = headlessEditor([p('a\n\nb')]);
    change(editor, () => {
      $blockAt(0).select(index, index);
    });
    expect(around(editor)).toEqual({ before, after });
  });

  test('is the item’s own in a list', () => {
    expect(around(at([li('one'), atDepth(1, li('two'))], 0, 1))).toEqual({ before: 'o', after: 'ne' });
    expect(around(at([li('one'), atDepth(1, li('two'))], 1, 1))).toEqual({ before: 't', after: 'wo' });
  });
});

describe('where the caret is', () => {
  test('counts a line break as one, as the release does', () => {
    const editor = at([p('First.'), p('One\ntwo')], 1, 6);
    expect(editor.read($caret)).toEqual({ key: bodyOf(editor).keys[1], offset: 6 });
  });

  test('is nowhere without a selection', () => {
    expect(headlessEditor([p('a')]).read($caret)).toBeNull();
  });
});
