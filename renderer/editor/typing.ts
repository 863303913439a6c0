import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  HISTORY_PUSH_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical';
import { $around, $blockOf } from './caret';
import { apostropheToMend, curlyFor } from '../../shared/quotes/typing';

/** Whether a double quotation is open at the end of the paragraph above. */
const $openFromAbove = (selection: RangeSelection): boolean => {
  const above = $blockOf(selection)?.getPreviousSibling()?.getTextContent() ?? '';
  return above.lastIndexOf('“') > above.lastIndexOf('”');
};

/**
 * Turns typed straight marks into curly ones. The straight mark goes in first, as a step of its own: one undo gives it
 * back, as word processors do.
 */
export const registerCurlyQuotes = (editor: LexicalEditor): (() => void) =>
  editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
      if (event.key === '"' || event.key === "'") return $typeMark(editor, event, event.key);
      if (/^[\s.,;:!?\p{L}\p{N}]$/u.test(event.key)) mendAfter(editor);
      return false;
    },
    COMMAND_PRIORITY_HIGH,
  );

const $typeMark = (editor: LexicalEditor, event: KeyboardEvent, typed: '"' | "'"): boolean => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  event.preventDefault();
  $addUpdateTag(HISTORY_PUSH_TAG);
  selection.insertText(typed);
  // A command runs within an update: what it updates besides would be the same step of undo.
  $onUpdate(() => {
    editor.update(
      () => {
        $curl(typed);
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  });
  return true;
};

/** Makes the straight mark before the caret curly. */
const $curl = (typed: '"' | "'"): void => {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { before, after } = $around(selection);
  const mark = curlyFor(before.slice(0, -1), typed, { openFromAbove: $openFromAbove(selection), after });
  const node = selection.anchor.getNode();
  if ($isTextNode(node) && selection.anchor.offset > 0) node.spliceText(selection.anchor.offset - 1, 1, mark, true);
};

/** Once the character just typed is in the text, an opening mark before a clipped word or a decade becomes ’. */
const mendAfter = (editor: LexicalEditor): void => {
  const stop = editor.registerUpdateListener(() => {
    stop();
    editor.update(() => {
      const selection = $getSelection();
      if (!$isRangeSelection(selection) || !selection.isCollapsed()) return;
      const { before } = $around(selection);
      const at = apostropheToMend(before);
      const node = selection.anchor.getNode();
      if (at === null || !$isTextNode(node)) return;
      const offset = at - (before.length - selection.anchor.offset);
      if (offset >= 0) {
        const caret = selection.anchor.offset;
        node.spliceText(offset, 1, '’');
        node.select(caret, caret);
      }
    });
  });
};
