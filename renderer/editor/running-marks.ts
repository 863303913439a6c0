import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
} from 'lexical';
import type { QuoteBlock } from '../../shared/quotes/model';
import {
  type KeyedBlock,
  type MarkEdit,
  closesLost,
  isContinued,
  marksForSplit,
  marksInOrder,
} from '../../shared/quotes/running';
import { quoteBlocks } from '../../shared/quotes/words';
import { readBodyOf } from './body-reader';
import { $around, $blockOf, $caret } from './caret';
import { $placedLeaves } from './mark-words';
import { SPAN_TAG } from './span-steps';
import { $toBody, type Body } from './to-release';

/**
 * Keeps the marks of running quotations right while paragraphs are split, joined, deleted and moved. Each repair is part
 * of the step of undo it belongs to.
 */
export const registerRunningMarks = (editor: LexicalEditor): (() => void) => {
  let last = readBodyOf(editor);
  const stops = [
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $split, COMMAND_PRIORITY_HIGH),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $join, COMMAND_PRIORITY_HIGH),
    ),
    editor.registerUpdateListener(({ editorState, dirtyElements, tags }) => {
      const [before, after] = [last, readBodyOf(editor)];
      last = after;
      if (tags.has(HISTORIC_TAG) || tags.has(HISTORY_MERGE_TAG) || tags.has(SPAN_TAG)) return;
      // The list of blocks is the same value while none came, went or moved: a key in a paragraph is done with here.
      const isOther = before.keys !== after.keys || tags.has(PASTE_TAG);
      if (!isOther && !editorState.read(() => $hasEmptied(dirtyElements.keys()))) return;
      const edits = repairs(before, after);
      if (edits.length > 0)
        editor.update(
          () => {
            for (const edit of edits) $edit(edit);
          },
          { tag: HISTORY_MERGE_TAG },
        );
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};

const $texts = (): { readonly blocks: readonly QuoteBlock[]; readonly keys: readonly string[] } => {
  const { blocks, keys } = $toBody();
  return { blocks: quoteBlocks(blocks), keys };
};

const $split = (): boolean => {
  const selection = $getSelection();
  const caret = $caret();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || caret === null) return false;
  const { blocks, keys } = $texts();
  const marks = marksForSplit(blocks, keys.indexOf(caret.key), caret.offset);
  if (marks === null) return false;
  $addUpdateTag(HISTORY_PUSH_TAG);
  if (marks.close !== '') selection.insertText(marks.close);
  selection.insertParagraph();
  const now = $getSelection();
  const block = $isRangeSelection(now) ? $blockOf(now) : null;
  if (!$isRangeSelection(now) || block === null) return true;
  // The space that parted two sentences has no place at the head of a paragraph.
  const { after } = $around(now);
  const spaces = after.length - after.trimStart().length;
  if (spaces > 0) $splice(block, 0, spaces, '');
  now.insertText(marks.open);
  return true;
};

const $join = (isBackward: boolean): boolean => {
  const selection = $getSelection();
  const caret = $caret();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || caret === null) return false;
  const { before, after } = $around(selection);
  if ((isBackward ? before : after) !== '') return false;
  const { blocks, keys } = $texts();
  const here = keys.indexOf(caret.key);
  const upper = isBackward ? here - 1 : here;
  const lower = $getNodeByKey(keys[upper + 1] ?? '');
  if (here === -1 || upper < 0 || !$isElementNode(lower) || !isContinued(blocks, upper)) return false;
  // The joining itself is left to whoever does it always; the space stands where the mark stood.
  $splice(lower, 0, 1, /\s$/u.test(blocks[upper]?.text ?? '') ? '' : ' ');
  return false;
};

/** Puts a text in the place of some characters of a block; offsets count as in the release's block. */
const $splice = (element: ElementNode, at: number, remove: number, text: string): void => {
  for (const { leaf, start: offset } of $placedLeaves(element)) {
    const size = $isTextNode(leaf) ? leaf.getTextContentSize() : 1;
    if ($isTextNode(leaf) && offset <= at && at + remove <= offset + size) {
      leaf.spliceText(at - offset, remove, text);
      return;
    }
  }
};

const $edit = ({ key, at, remove, text }: MarkEdit): void => {
  const element = $getNodeByKey(key);
  if ($isElementNode(element)) $splice(element, at, remove, text);
};

const keyedBlocks = ({ blocks, keys }: Body): readonly KeyedBlock[] =>
  quoteBlocks(blocks).map((block, index) => ({ ...block, key: keys[index] ?? '' }));

/** Whether one of these blocks, changed just now, has no words any more. */
const $hasEmptied = (keys: Iterable<string>): boolean =>
  [...keys].some((key) => {
    const node = key === 'root' ? null : $getNodeByKey(key);
    return $isElementNode(node) && !node.isInline() && node.getTextContent() === '';
  });

const repairs = (before: Body, after: Body): readonly MarkEdit[] => {
  const now = keyedBlocks(after);
  return [...closesLost(keyedBlocks(before), now), ...moved(before, after, now)];
};

/** Quotes to which a paragraph came that was not theirs before: their words are known by their marks. */
const moved = (before: Body, after: Body, now: readonly KeyedBlock[]): readonly MarkEdit[] =>
  [...after.marks].flatMap(([id, ranges]) => {
    const had = new Set(before.marks.get(id)?.map(({ block }) => before.keys[block]));
    if (ranges.length < 2 || ranges.every(({ block }) => had.has(after.keys[block]))) return [];
    const own = ranges.flatMap((range, index) => {
      const each = now[range.block];
      const isWhole = (range.start === 0 || index === 0) && range.end === each?.text.length;
      return each && isWhole && range.block === (ranges[0]?.block ?? 0) + index ? [{ each, from: range.start }] : [];
    });
    if (own.length < ranges.length) return [];
    const starts = new Map(own.map(({ each, from }) => [each.key, from]));
    return marksInOrder(own.map(({ each, from }) => ({ ...each, text: each.text.slice(from) }))).map((edit) => ({
      ...edit,
      at: edit.at + (starts.get(edit.key) ?? 0),
    }));
  });
