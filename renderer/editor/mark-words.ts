import {
  $getNodeByKey,
  $getState,
  $isElementNode,
  $isTextNode,
  $setState,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isListNode } from '@lexical/list';
import { $isTableRowNode } from '@lexical/table';
import type { Range } from '../../shared/release/model';
import { CELL_END } from '../../shared/release/tables';
import { BETWEEN, quoteState } from './nodes';

/** The text, tabs and line breaks of a block in order; lists within are left to their own blocks. */
export const $leavesOf = (element: ElementNode): LexicalNode[] =>
  element.getChildren().flatMap((node) => {
    if ($isListNode(node)) return [];
    return $isElementNode(node) ? $leavesOf(node) : [node];
  });

/** A leaf and where it begins in its block's text. */
export type PlacedLeaf = { readonly leaf: LexicalNode; readonly start: number };

/** The leaves of a block with their offsets as the release's block counts them: one between two cells of a table's row. */
export const $placedLeaves = (element: ElementNode): readonly PlacedLeaf[] => {
  const places = $isTableRowNode(element) ? element.getChildren().filter($isElementNode) : [element];
  let start = 0;
  return places.flatMap((place, index) => {
    if (index > 0) start += CELL_END.length;
    return $leavesOf(place).map((leaf) => {
      const placed = { leaf, start };
      start += $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
      return placed;
    });
  });
};

/** The leaves that lie in a range, text split at its edges. Offsets count as in the release's block. */
const $leavesIn = (element: ElementNode, { start, end }: Pick<Range, 'start' | 'end'>): LexicalNode[] => {
  const inside: LexicalNode[] = [];
  for (const { leaf, start: from } of $placedLeaves(element)) {
    const size = $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
    const offset = from + size;
    if (from >= end || offset <= start) continue;
    if (!$isTextNode(leaf) || (start <= from && offset <= end)) {
      inside.push(leaf);
      continue;
    }
    const cuts = [start - from, end - from].filter((at) => at > 0 && at < size);
    let at = from;
    for (const part of leaf.splitText(...cuts)) {
      if (at >= start && at < end) inside.push(part);
      at += part.getTextContentSize();
    }
  }
  return inside;
};

/**
 * Says of the words in some ranges that they are a stored quote's (an empty id: nobody's), and of unmarked words between two
 * of its parts that they are not. `keys` are the blocks' elements.
 */
export const $markWords = (keys: readonly string[], ranges: readonly Range[], id: string): void => {
  const $mark = (range: Range, mark: string, isToMark: (was: string) => boolean): void => {
    const element = $getNodeByKey(keys[range.block] ?? '');
    if (!$isElementNode(element)) return;
    for (const leaf of $leavesIn(element, range))
      if (isToMark($getState(leaf, quoteState))) $setState(leaf, quoteState, mark);
  };
  for (const [index, range] of ranges.entries()) {
    $mark(range, id, (was) => was !== id);
    const next = ranges[index + 1];
    if (id !== '' && next?.block === range.block)
      $mark({ ...range, start: range.end, end: next.start }, BETWEEN, (was) => was === '');
  }
};

/** Puts other words in the place of one range, with its mark kept. Answers nothing; the caret is left where it is. */
export const $replaceWords = (keys: readonly string[], range: Range, words: string): void => {
  const element = $getNodeByKey(keys[range.block] ?? '');
  if (!$isElementNode(element)) return;
  const [first, ...others] = $leavesIn(element, range);
  if (!$isTextNode(first)) return;
  first.setTextContent(words);
  for (const other of others) other.remove();
};
