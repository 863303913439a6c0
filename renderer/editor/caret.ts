import { $findMatchingParent } from '@lexical/utils';
import { $getSelection, $isElementNode, $isRangeSelection, type ElementNode, type RangeSelection } from 'lexical';

/** The block in which a selection begins: a paragraph, heading, list item or block quote. */
export const $blockOf = (selection: RangeSelection): ElementNode | null => {
  const block = $findMatchingParent(selection.anchor.getNode(), (each) => $isElementNode(each) && !each.isInline());
  return $isElementNode(block) ? block : null;
};

/** The text of the block on either side of the caret. */
export const $around = (selection: RangeSelection): { readonly before: string; readonly after: string } => {
  const block = $blockOf(selection);
  if (!block) return { before: '', after: '' };
  const { anchor } = selection;
  const node = anchor.getNode();
  let before = '';
  for (const leaf of block.getAllTextNodes()) {
    if (leaf.is(node) || (anchor.type === 'element' && !leaf.isBefore(node))) break;
    before += leaf.getTextContent();
  }
  if (anchor.type === 'text') before += node.getTextContent().slice(0, anchor.offset);
  else if ($isElementNode(node) && anchor.offset > 0)
    before = node
      .getChildren()
      .slice(0, anchor.offset)
      .map((child) => child.getTextContent())
      .join('');
  return { before, after: block.getTextContent().slice(before.length) };
};

/** Where the caret is: the key of its block's element and the offset in the block's text. Null without one. */
export const $caret = (): { readonly key: string; readonly offset: number } | null => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $blockOf(selection);
  return block ? { key: block.getKey(), offset: $around(selection).before.length } : null;
};
