import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $getState,
  $isRangeSelection,
  $isTextNode,
  $setState,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  TextNode,
} from 'lexical';
import { direction } from '../../shared/release/language';
import type { LanguageTag } from '../../shared/release/model';
import { languageState } from './nodes';

/** The language of the words at the caret, or of those chosen where it is one; empty: the release's. */
export const $languageHere = (): LanguageTag => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return '';
  const tags = new Set(selection.getNodes().filter($isTextNode).map($languageOf));
  return tags.size === 1 ? ([...tags][0] ?? '') : '';
};

const $languageOf = (node: LexicalNode): LanguageTag => $getState(node, languageState);

/** The words around a caret that are all in one other language, over looks and links. */
const $partAround = (node: TextNode): LexicalNode[] => {
  const tag = $languageOf(node);
  if (tag === '') return [];
  const texts = node.getTopLevelElementOrThrow().getAllTextNodes();
  const at = texts.findIndex((each) => each.is(node));
  let [start, end] = [at, at];
  while (start > 0 && texts[start - 1] && $languageOf(texts[start - 1] as TextNode) === tag) start -= 1;
  while (end < texts.length - 1 && $languageOf(texts[end + 1] as TextNode) === tag) end += 1;
  return texts.slice(start, end + 1);
};

/**
 * Says in which language the chosen words are; without a choice, the words around the caret that are in another one. An
 * empty tag: the release's own. Answers whether there were any words.
 */
export const $setLanguage = (tag: LanguageTag): boolean => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const node = selection.anchor.getNode();
  const words = selection.isCollapsed() ? ($isTextNode(node) ? $partAround(node) : []) : selection.extract();
  const leaves = words.filter($isTextNode);
  if (leaves.length === 0) return false;
  $addUpdateTag(HISTORY_PUSH_TAG);
  for (const each of leaves) $setState(each, languageState, tag);
  return true;
};

/** Shows on the page, and tells a screen reader, in which language a part is. */
export const registerLanguages = (editor: LexicalEditor): (() => void) =>
  editor.registerMutationListener(TextNode, (mutations) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const element = mutation === 'destroyed' ? null : editor.getElementByKey(key);
        const node = $getNodeByKey(key);
        if (element === null || node === null) continue;
        const tag = $languageOf(node);
        if (tag === '') for (const name of ['lang', 'dir']) element.removeAttribute(name);
        else Object.assign(element, { lang: tag, dir: direction(tag) });
      }
    });
  });
