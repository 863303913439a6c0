import type { EditorState, LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $caret } from './caret';
import { $place, NOWHERE, type Place } from './commands';
import type { Session, SessionState } from './session';

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

/** The key of the quote in which a caret stands. */
const quoteAt = (caret: ReturnType<typeof $caret>, { body, quotes }: SessionState): string | null => {
  const block = caret ? body.keys.indexOf(caret.key) : -1;
  const current = quotes.find(({ ranges }) =>
    ranges.some((range) => caret && range.block === block && range.start < caret.offset && caret.offset <= range.end),
  );
  return current?.key ?? null;
};

/** The key of the quote in which the body's caret stands. */
export const useCurrentQuote = (editor: LexicalEditor, session: Session): string | null => {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let caret: ReturnType<typeof $caret> = null;
    const look = (): void => {
      setCurrent(quoteAt(caret, session.state()));
    };
    const stops = [
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        caret = editorState.read($caret);
        // After a key the quotes' places are known a moment later: until then the caret is not compared with the old ones.
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) look();
      }),
      session.subscribe(look),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [editor, session]);
  return current;
};
