import { $findMatchingParent } from '@lexical/utils';
import { $isTableCellNode, $isTableRowNode } from '@lexical/table';
import {
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { $isImageNode } from './images/ImageNode';
import { CELL_END } from '../../shared/release/tables';
import { $placedLeaves } from './mark-words';

/** The block in which a selection begins, as the release has it: a paragraph, heading, list item, block quote, image or row of a table. */
export const $blockOf = (selection: Pick<RangeSelection, 'anchor'>): ElementNode | null => {
  const node = selection.anchor.getNode();
  const block =
    $findMatchingParent(node, (each) => $isImageNode(each) || $isTableRowNode(each)) ??
    $findMatchingParent(node, (each) => $isElementNode(each) && !each.isInline());
  return $isElementNode(block) ? block : null;
};

/** Whether a selection begins in the same cell as a leaf. */
const $isWithin = ({ anchor }: Pick<RangeSelection, 'anchor'>, leaf: LexicalNode): boolean => {
  const cell = $findMatchingParent(leaf, $isTableCellNode);
  return cell !== null && $findMatchingParent(anchor.getNode(), $isTableCellNode) === cell;
};

/** Whether a leaf stands before the place at which a selection begins; the leaf it stands in does not. */
const $isBefore = ({ anchor }: Pick<RangeSelection, 'anchor'>, leaf: LexicalNode): boolean => {
  const node = anchor.getNode();
  if (!$isElementNode(node)) return leaf.isBefore(node);
  const next = node.getChildAtIndex(anchor.offset);
  if (!next) return leaf.isBefore(node) || node.isParentOf(leaf);
  return leaf.isBefore(next) && !next.isParentOf(leaf);
};

/** The text of the block on either side of the caret, as in the release's block: a line break counts one. */
export const $around = (
  selection: Pick<RangeSelection, 'anchor'>,
): { readonly before: string; readonly after: string } => {
  const block = $blockOf(selection);
  if (!block) return { before: '', after: '' };
  let [before, after] = ['', ''];
  let end = 0;
  let isBehind = true;
  for (const { leaf, start } of $placedLeaves(block)) {
    const text = leaf.getTextContent();
    // What parts two cells is before the caret where the caret is past it.
    const gap = CELL_END.repeat(start - end);
    end = start + text.length;
    if (gap !== '') isBehind = $isBefore(selection, leaf) || $isWithin(selection, leaf);
    if (isBehind) before += gap;
    else after += gap;
    const inside = leaf.is(selection.anchor.getNode()) ? selection.anchor.offset : 0;
    const cut = $isBefore(selection, leaf) ? text.length : inside;
    before += text.slice(0, cut);
    after += text.slice(cut);
  }
  return { before, after };
};

/** Where the caret is: the key of its block's element and the offset in the block's text. Null without one. */
export const $caret = (): { readonly key: string; readonly offset: number } | null => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const block = $blockOf(selection);
  return block ? { key: block.getKey(), offset: $around(selection).before.length } : null;
};
