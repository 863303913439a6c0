import type { LexicalEditor } from 'lexical';

const ACTS = ['keydown', 'cut', 'copy', 'paste'] as const;

/** The ends of the page's selection, as the browser has them now. */
const ends = (): readonly unknown[] => {
  const selection = document.getSelection();
  return selection === null
    ? []
    : [selection.anchorNode, selection.anchorOffset, selection.focusNode, selection.focusOffset];
};

/**
 * Lexical learns from `selectionchange` where the caret is, and the browser sends that in a task of its own, after keys that
 * wait in line. A Backspace right behind End, on a busy machine, would then act where the caret was before. So whatever acts
 * on the caret first has the move told, where the browser has not done so yet.
 */
export const registerCaretFirst = (editor: LexicalEditor): (() => void) => {
  let told = ends();
  const onTold = (): void => {
    told = ends();
  };
  const tell = (): void => {
    // The words being composed are the input method's until it hands them over.
    if (editor.isComposing() || ends().every((end, index) => end === told[index])) return;
    document.dispatchEvent(new Event('selectionchange'));
  };
  document.addEventListener('selectionchange', onTold, true);
  const stop = editor.registerRootListener((root, before) => {
    for (const act of ACTS) {
      before?.removeEventListener(act, tell, true);
      root?.addEventListener(act, tell, true);
    }
  });
  return () => {
    stop();
    document.removeEventListener('selectionchange', onTold, true);
  };
};
