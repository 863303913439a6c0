import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, type ElementNode } from 'lexical';
import { describe, expect, test } from 'vitest';
import { atDepth, bq, li, p } from '../../shared/testing/builders';
import { isAllowedLink } from '../../shared/release/link';
import { bodyOf, change, headlessEditor } from './testing';

/** What the body is after something was put into an empty editor, as a paste would. */
const pasted = (make: () => ElementNode) => {
  const editor = headlessEditor();
  change(editor, () => {
    $getRoot().clear().append(make());
  });
  return editor;
};
describe('what is pasted', () => {
  test('loses colours, fonts and sizes', () => {
    const editor = pasted(() => $createParagraphNode().append($createTextNode('Red').setStyle('color: red')));
    expect(
      editor.read(() =>
        $getRoot()
          .getAllTextNodes()
          .map((leaf) => leaf.getStyle()),
      ),
    ).toEqual(['']);
  });

  test('loses underline, strike and code, and keeps bold and italic', () => {
    const editor = pasted(() => {
      const words = ['underline', 'strikethrough', 'code', 'superscript', 'highlight'] as const;
      const text = $createTextNode('All').toggleFormat('bold').toggleFormat('italic');
      for (const word of words) text.toggleFormat(word);
      return $createParagraphNode().append($createTextNode('Plain ').toggleFormat('underline'), text);
    });
    expect(bodyOf(editor).blocks).toEqual([p('Plain ', { text: 'All', bold: true, italic: true })]);
    expect(
      editor.read(() =>
        $getRoot()
          .getAllTextNodes()
          .map((leaf) => leaf.getFormat()),
      ),
    ).toEqual([0, 3]);
  });

  test.each<[HeadingTagType, HeadingTagType, number]>([
    ['h1', 'h2', 2],
    ['h2', 'h2', 2],
    ['h3', 'h3', 3],
    ['h4', 'h4', 4],
    ['h5', 'h4', 4],
    ['h6', 'h4', 4],
  ])('has headings of the levels there are: %s becomes %s', (from, to, level) => {
    const editor = pasted(() => $createHeadingNode(from).append($createTextNode('Words')));
    expect(bodyOf(editor).blocks).toEqual([{ type: 'heading', level, runs: [{ text: 'Words' }] }]);
    expect(editor.read(() => JSON.stringify(editor.getEditorState().toJSON()))).toContain(`"tag":"${to}"`);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/relative', '', 'https://a b.example/'])(
    'keeps the words of a link to “%s” and not the link',
    (address) => {
      const editor = pasted(() =>
        $createParagraphNode().append(
          $createTextNode('See '),
          $createLinkNode(address).append($createTextNode('the '), $createTextNode('report').toggleFormat('bold')),
          $createTextNode('.'),
        ),
      );
      expect(bodyOf(editor).blocks).toEqual([p('See the ', { text: 'report', bold: true }, '.')]);
      expect(JSON.stringify(editor.getEditorState().toJSON())).not.toContain('"link"');
    },
  );
});

describe('blocks pasted within blocks', () => {
  const $paragraph = (words: string) => $createParagraphNode().append($createTextNode(words));

  test('come out of a block quote as block quotes of their own', () => {
    const editor = pasted(() => $createQuoteNode().append($paragraph('They ring.'), $paragraph('Nobody comes.')));
    expect(bodyOf(editor).blocks).toEqual([bq('They ring.'), bq('Nobody comes.')]);
  });

  test('keep their order with the words around them', () => {
    const editor = pasted(() =>
      $createQuoteNode().append($createTextNode('One'), $paragraph('Two'), $createTextNode('Three')),
    );
    expect(bodyOf(editor).blocks).toEqual([bq('One'), bq('Two'), bq('Three')]);
  });

  test('come out of a paragraph, a list as a list', () => {
    const editor = pasted(() =>
      $createParagraphNode().append(
        $createTextNode('Before'),
        $createListNode('bullet').append($createListItemNode().append($createTextNode('Item'))),
        $createTextNode('After'),
      ),
    );
    expect(bodyOf(editor).blocks).toEqual([p('Before'), li('Item'), p('After')]);
  });

  test('become lines of the item of a list that holds them, and a list within it stays', () => {
    const editor = pasted(() =>
      $createListNode('bullet').append(
        $createListItemNode().append(
          $createTextNode('First line'),
          $createHeadingNode('h3').append($createTextNode('Second line')),
          $createTextNode('Third line'),
        ),
        $createListItemNode().append(
          $createListNode('bullet').append($createListItemNode().append($createTextNode('Within'))),
        ),
      ),
    );
    expect(bodyOf(editor).blocks).toEqual([li('First line\nSecond line\nThird line'), atDepth(1, li('Within'))]);
  });
});

test('a link goes to the web, a mailbox or a telephone', () => {
  for (const address of ['https://a.example/', 'HTTP://a.example', 'mailto:a@a.example', 'tel:+441632960001'])
    expect(isAllowedLink(address)).toBe(true);
  for (const address of ['javascript:void 0', 'ftp://a.example', ' https://a.example', 'https://', 'tel: 1'])
    expect(isAllowedLink(address)).toBe(false);
});
