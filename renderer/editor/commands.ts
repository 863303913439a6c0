import { $toggleLink, type LinkNode, $isLinkNode } from '@lexical/link';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
  ListNode,
} from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
} from 'lexical';
import type { LanguageTag } from '../../shared/release/model';
import { $languageHere } from './language';

export const BLOCKS = {
  paragraph: 'Paragraph',
  'heading-2': 'Heading 2',
  'heading-3': 'Heading 3',
  'heading-4': 'Heading 4',
  'block-quote': 'Block quote',
  'bulleted-list': 'Bulleted list',
  'numbered-list': 'Numbered list',
} as const;
export type BlockName = keyof typeof BLOCKS;

/** What the toolbar shows of the place the caret is in. */
export type Place = {
  readonly block: BlockName;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string;
  /** Of the words there, where it is not the release's; else empty. */
  readonly language: LanguageTag;
};

export const NOWHERE: Place = { block: 'paragraph', bold: false, italic: false, link: '', language: '' };

/** Reads the place of the caret. */
export const $place = (): Place => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return NOWHERE;
  const node = selection.anchor.getNode();
  const link: LinkNode | null = $findMatchingParent(node, $isLinkNode);
  return {
    block: $blockName(node),
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    link: link?.getURL() ?? '',
    language: $languageHere(),
  };
};

const $blockName = (node: Parameters<typeof $findMatchingParent>[0]): BlockName => {
  const list = $getNearestNodeOfType(node, ListNode);
  if ($isListNode(list)) return list.getListType() === 'number' ? 'numbered-list' : 'bulleted-list';
  const block = $findMatchingParent(node, (each) => $isElementNode(each) && !each.isInline());
  if ($isQuoteNode(block)) return 'block-quote';
  if (!$isHeadingNode(block)) return 'paragraph';
  const tag = block.getTag();
  return tag === 'h3' ? 'heading-3' : tag === 'h4' ? 'heading-4' : 'heading-2';
};

const LEVEL = { 'heading-2': 'h2', 'heading-3': 'h3', 'heading-4': 'h4' } as const;

/** Makes the chosen blocks this kind of block. */
export const setBlock = (editor: LexicalEditor, name: BlockName): void => {
  if (name === 'bulleted-list') editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
  else if (name === 'numbered-list') editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
  else {
    const inList = editor.getEditorState().read(() => ['bulleted-list', 'numbered-list'].includes($place().block));
    if (inList) editor.dispatchCommand(REMOVE_LIST_COMMAND, undefined);
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (name === 'paragraph') $setBlocksType(selection, () => $createParagraphNode());
      else if (name === 'block-quote') $setBlocksType(selection, () => $createQuoteNode());
      else $setBlocksType(selection, () => $createHeadingNode(LEVEL[name]));
    });
  }
};

export const toggleBold = (editor: LexicalEditor): boolean => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold');
export const toggleItalic = (editor: LexicalEditor): boolean => editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic');

/** Whether the writer is in this text: its caret is there, or has gone to the tools for it. */
export const isWrittenIn = (editor: LexicalEditor): boolean => {
  const places = [editor.getRootElement(), document.querySelector('[role="toolbar"]')];
  const isHere = places.some((place) => place?.contains(document.activeElement) === true);
  return isHere && editor.getEditorState().read($getSelection) !== null;
};

/** Whether there are words that a link could be set on, or one to change: words are chosen, or the caret is in a link. */
export const hasLinkWords = (editor: LexicalEditor): boolean =>
  editor.getEditorState().read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && (!selection.isCollapsed() || $place().link !== '');
  });

/** Links the chosen words, or takes the link away where the address is empty. */
export const setLink = (editor: LexicalEditor, address: string): void => {
  editor.update(() => {
    $toggleLink(address === '' ? null : address);
  });
};
