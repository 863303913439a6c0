import {
  $createLineBreakNode,
  $createParagraphNode,
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_MERGE_TAG,
  INSERT_PARAGRAPH_COMMAND,
  DELETE_CHARACTER_COMMAND,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $findMatchingParent } from '@lexical/utils';
import type { MediaName, ReleaseId } from '../../../shared/release/model';
import { announce, refuse } from '../../ui/announce';
import { $around } from '../caret';
import { CHOOSE_IMAGE_COMMAND } from './figure';
import { $captionOf, $isImageNode, ImageNode } from './ImageNode';
import { $topOf } from './insert';
import { sourceOf } from './source';

/**
 * Whatever blocks came into a place that holds one become its lines; words that stand alone go into one. What is no text,
 * such as an image or a table, goes behind it all.
 */
export const $asOneParagraph = (place: ElementNode): void => {
  const children = place.getChildren();
  const [first] = children;
  if (children.length === 1 && $isParagraphNode(first)) return;
  const paragraph = $createParagraphNode();
  const add = (node: LexicalNode): void => {
    if ($isElementNode(node) && node.isShadowRoot()) {
      $topOf(place)?.insertAfter(node);
      return;
    }
    if (!$isElementNode(node) || node.isInline()) {
      paragraph.append(node);
      return;
    }
    if (!paragraph.isEmpty() && !node.isEmpty()) paragraph.append($createLineBreakNode());
    for (const child of node.getChildren()) add(child);
    node.remove();
  };
  for (const child of children) add(child);
  place.append(paragraph);
};

const $imageAt = (): ImageNode | null => {
  const selection = $getSelection();
  const image = $isRangeSelection(selection) ? $findMatchingParent(selection.anchor.getNode(), $isImageNode) : null;
  return $isImageNode(image) ? image : null;
};

/** Enter in a caption goes on to the text behind the image. */
const $leaveCaption = (): boolean => {
  const image = $imageAt();
  if (image === null) return false;
  const next = image.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) next.select();
  else {
    const paragraph = $createParagraphNode();
    image.insertAfter(paragraph);
    paragraph.select();
  }
  return true;
};

/** A caption is joined with no other words. Backspace at its head takes the image away where it has none. */
const $removeByKey = (isBackward: boolean): boolean => {
  const image = $imageAt();
  const selection = $getSelection();
  if (image === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { before, after } = $around(selection);
  if ((isBackward ? before : after) !== '') return false;
  if (!isBackward || after !== '') return true;
  const paragraph = $createParagraphNode();
  image.replace(paragraph);
  paragraph.select();
  announce('Image removed');
  return true;
};

/** The whole image, with its caption, becomes what is selected. */
const $choose = (key: NodeKey): boolean => {
  const image = $getNodeByKey(key);
  const parent = image?.getParent();
  if (!$isImageNode(image) || !parent) return false;
  const selection = $createRangeSelection();
  const index = image.getIndexWithinParent();
  selection.anchor.set(parent.getKey(), index, 'element');
  selection.focus.set(parent.getKey(), index + 1, 'element');
  $setSelection(selection);
  return true;
};

export type Adopt = (release: ReleaseId, file: MediaName, from: ReleaseId) => Promise<boolean>;

/** Has the files of images that came from another release brought over. Those that cannot be had are shown as lost. */
const bringOver = (editor: LexicalEditor, adopt: Adopt): (() => void) => {
  const asked = new Set<string>();
  return editor.registerMutationListener(ImageNode, (changes) => {
    const own = sourceOf(editor);
    if (own === null) return;
    for (const key of changes.keys()) {
      const known = editor.getEditorState().read(() => {
        const image = $getNodeByKey(key);
        return $isImageNode(image) ? { from: image.getFrom(), file: image.getPicture().file } : null;
      });
      if (!known?.from || known.from === own || asked.has(`${key} ${known.from}`)) continue;
      const { from, file } = known;
      asked.add(`${key} ${from}`);
      void adopt(own, file, from).then((isHere) => {
        if (!isHere) refuse('The file of a pasted image is not there');
        editor.update(
          () => {
            const image = $getNodeByKey(key);
            if ($isImageNode(image)) image.setFrom(own);
          },
          { tag: HISTORY_MERGE_TAG },
        );
      });
    }
  });
};

/** What holds of images in a text, whatever is typed or pasted. */
export const registerImages = (editor: LexicalEditor, adopt: Adopt): (() => void) => {
  const stops = [
    editor.registerNodeTransform(ImageNode, (image) => {
      // Pasted into a list, a table or another image's caption, it stands behind that.
      const top = $topOf(image);
      if (top !== null && top !== image) top.insertAfter(image);
      $asOneParagraph(image);
      $captionOf(image);
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $leaveCaption, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, $removeByKey, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CHOOSE_IMAGE_COMMAND, $choose, COMMAND_PRIORITY_EDITOR),
    bringOver(editor, adopt),
  ];
  return () => {
    for (const stop of stops) stop();
  };
};
