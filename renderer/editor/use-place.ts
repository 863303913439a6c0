import type { EditorState, LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { $caret } from './caret';
import { $place, NOWHERE, type Place } from './commands';
import type { SessionState } from './session';

type Caret = ReturnType<typeof $caret>;

const isSame = (one: Caret, other: Caret): boolean => one?.key === other?.key && one?.offset === other?.offset;

/** What the toolbar shows of the place the caret is in, in the text that had it last. */
export const usePlace = (editor: LexicalEditor): Place => {
  const [place, setPlace] = useState<Place>(NOWHERE);
  useEffect(() => {
    const look = (state: EditorState): void => {
      const next = state.read($place);
      setPlace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    look(editor.getEditorState());
    return editor.registerUpdateListener(({ editorState }) => {
      look(editorState);
    });
  }, [editor]);
  return place;
};

/** The key of the quote in which the body's caret stands. */
export const useCurrentQuote = (editor: LexicalEditor, state: SessionState): string | null => {
  const [caret, setCaret] = useState<Caret>(null);
  const latest = useRef(caret);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        const next = editorState.read($caret);
        latest.current = next;
        // After a key the quotes' places are known a moment later: until then the caret is not compared with the old ones.
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) setCaret((last) => (isSame(last, next) ? last : next));
      }),
    [editor],
  );
  useEffect(() => {
    setCaret((last) => (isSame(last, latest.current) ? last : latest.current));
  }, [state.body]);
  const block = caret ? state.body.keys.indexOf(caret.key) : -1;
  const current = state.quotes.find(({ ranges }) =>
    ranges.some((range) => caret && range.block === block && range.start < caret.offset && caret.offset <= range.end),
  );
  return current?.key ?? null;
};
