import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerList } from '@lexical/list';
import { registerRichText } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $isElementNode,
  $isTextNode,
  type ElementNode,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
  createEditor,
} from 'lexical';
import { expect } from 'vitest';
import type { Block, StoredQuote } from '../../shared/release/model';
import { rangeText } from '../../shared/release/text';
import { $fromRelease } from './from-release';
import { registerImages } from './images/rules';
import { $placedLeaves } from './mark-words';
import { NODES, registerBodyRules } from './nodes';
import { registerTables } from './tables/rules';
import { $toBody, type Body } from './to-release';

/** A helper for tests: an editor as the page makes it, without a page. Nothing is shown; every change is at once. */
export const headlessEditor = (body: readonly Block[] = [], quotes: readonly StoredQuote[] = []): LexicalEditor => {
  const editor = createEditor({
    nodes: [...NODES],
    onError: (error) => {
      throw error;
    },
  });
  registerRichText(editor);
  registerList(editor);
  registerBodyRules(editor);
  registerImages(editor, async () => true);
  registerTables(editor);
  registerHistory(editor, createEmptyHistoryState(), 0);
  editor.update(
    () => {
      $fromRelease(body, quotes);
    },
    { discrete: true, tag: 'history-merge' },
  );
  return editor;
};

/** Changes the editor at once, as a step of undo of its own. */
export const change = (editor: LexicalEditor, what: () => void): void => {
  editor.update(what, { discrete: true, tag: 'history-push' });
};

/** Undoes or redoes one step, and waits until the editor shows it. */
export const undo = async (editor: LexicalEditor): Promise<void> => {
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  await Promise.resolve();
};
export const redo = async (editor: LexicalEditor): Promise<void> => {
  editor.dispatchCommand(REDO_COMMAND, undefined);
  await Promise.resolve();
};

export const bodyOf = (editor: LexicalEditor): Body => editor.getEditorState().read($toBody);

/** The words a stored quote's mark covers now, one string a range. */
export const markedWords = (editor: LexicalEditor, id: string): string[] => {
  const { blocks, marks } = bodyOf(editor);
  return (marks.get(id) ?? []).map((range) => rangeText(blocks, range));
};

/** The element of a block of the body, within an update. */
export const $blockAt = (block: number): ElementNode => {
  const element = $getNodeByKey($toBody().keys[block] ?? '');
  expect($isElementNode(element), `block ${String(block)} is there`).toBe(true);
  return element as ElementNode;
};

/** Puts the caret, or a selection, at offsets in the text of a block. */
export const $selectIn = (block: number, start: number, end = start): void => {
  const leaves = $placedLeaves($blockAt(block));
  const at = (offset: number): readonly [key: string, offset: number] => {
    for (const { leaf, start: before } of leaves)
      if ($isTextNode(leaf) && offset >= before && offset <= before + leaf.getTextContentSize())
        return [leaf.getKey(), offset - before];
    throw new Error(`block ${String(block)} has no offset ${String(offset)}`);
  };
  const first = leaves.map(({ leaf }) => leaf).find($isTextNode);
  if (!first) {
    $blockAt(block).select();
    return;
  }
  const selection = first.select();
  selection.anchor.set(...at(start), 'text');
  selection.focus.set(...at(end), 'text');
};
