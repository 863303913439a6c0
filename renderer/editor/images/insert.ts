import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import type { AddedMedia } from '../../../shared/ipc/contract';
import { sourceOf } from './source';
import { $captionOf, $createImageNode, type ImageNode } from './ImageNode';

/** The block of the body in which a node stands, a list or a table whole: Lexical's own answer ends at the cell of a table. */
export const $topOf = (node: LexicalNode): ElementNode | null => {
  const top = $findMatchingParent(node, (each) => $isRootNode(each.getParent()));
  return $isElementNode(top) ? top : null;
};

/** The block of the body in which the caret is; the last one where it is in none. */
export const $topBlock = (): ElementNode | null => {
  const selection = $getSelection();
  const top = $isRangeSelection(selection) ? $topOf(selection.focus.getNode()) : null;
  if (top !== null) return top;
  const last = $getRoot().getLastChild();
  return $isElementNode(last) ? last : null;
};

/** Puts blocks behind the one in which the caret is; an empty paragraph gives its place to them. */
export const $putBehind = (blocks: readonly ElementNode[]): void => {
  const top = $topBlock();
  let last: ElementNode | null = top;
  for (const block of blocks) {
    if (last === null) $getRoot().append(block);
    else last.insertAfter(block);
    last = block;
  }
  if (top?.getType() === 'paragraph' && top.isEmpty()) top.remove();
  // The text goes on behind what has no place for it.
  if (last !== null && last.getNextSibling() === null) last.insertAfter($createParagraphNode());
};

/** Puts a picture that was taken in behind the block with the caret, which goes to its caption. */
export const $insertImage = (added: AddedMedia, editor: LexicalEditor): ImageNode => {
  const image = $createImageNode({ ...added, alternative: '', credit: '' }, sourceOf(editor));
  const caption = $captionOf(image);
  $putBehind([image]);
  caption.select();
  return image;
};
