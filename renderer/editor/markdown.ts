import { $createListItemNode, $createListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type ParagraphNode,
} from 'lexical';
import { $around, $blockOf } from './caret';

type Kind = { readonly outer: ElementNode; readonly inner: ElementNode };

const alone = (outer: ElementNode): Kind => ({ outer, inner: outer });
const $list = (kind: 'bullet' | 'number', start = 1): Kind => {
  const inner = $createListItemNode();
  return { outer: $createListNode(kind, start).append(inner), inner };
};

/** What a paragraph becomes when one of these is typed at its head, and a space behind it. */
const KINDS: readonly (readonly [RegExp, () => Kind])[] = [
  [/^#{1,2}$/, () => alone($createHeadingNode('h2'))],
  [/^###$/, () => alone($createHeadingNode('h3'))],
  [/^####$/, () => alone($createHeadingNode('h4'))],
  [/^[-*]$/, () => $list('bullet')],
  [/^1[.)]$/, () => $list('number')],
  [/^>$/, () => alone($createQuoteNode())],
];

/**
 * `## `, `- `, `1. ` and `> ` at the head of a paragraph make it a heading, an item of a list, a block quote. One undo gives
 * the typed signs back.
 */
export const registerMarkdown = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
      const block = $blockOf(selection);
      if (!$isParagraphNode(block) || block.getParent()?.getType() !== 'root') return false;
      const { before } = $around(selection);
      const kind = KINDS.find(([sign]) => sign.test(before))?.[1];
      if (kind === undefined) return false;
      event.preventDefault();
      $addUpdateTag(HISTORY_PUSH_TAG);
      $become(block, before.length, kind());
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );

const $become = (paragraph: ParagraphNode, signs: number, { outer, inner }: Kind): void => {
  let left = signs;
  for (const text of paragraph.getAllTextNodes()) {
    const cut = Math.min(left, text.getTextContentSize());
    left -= cut;
    if (cut > 0) text.spliceText(0, cut, '');
  }
  inner.append(...paragraph.getChildren());
  paragraph.replace(outer);
  inner.selectStart();
};
