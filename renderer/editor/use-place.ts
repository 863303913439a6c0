import { type LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import { $caret } from './caret';
import { $place, NOWHERE, type Place } from './commands';
import type { SessionState } from './session';

type Caret = ReturnType<typeof $caret>;

const isSame = (one: Caret, other: Caret): boolean => one?.key === other?.key && one?.offset === other?.offset;

/** Where the caret is: what the toolbar shows of it, and the key of the quote it stands in. */
export const usePlace = (
  editor: LexicalEditor,
  state: SessionState,
): { readonly place: Place; readonly current: string | null } => {
  const [place, setPlace] = useState<Place>(NOWHERE);
  const [caret, setCaret] = useState<Caret>(null);
  const latest = useRef(caret);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves }) => {
        editorState.read(() => {
          const next = $place();
          const nextCaret = $caret();
          setPlace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
          latest.current = nextCaret;
          // After a key the quotes' places are known a moment later: until then the caret is not compared with the old ones.
          if (dirtyElements.size === 0 && dirtyLeaves.size === 0)
            setCaret((last) => (isSame(last, nextCaret) ? last : nextCaret));
        });
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
  return { place, current: current?.key ?? null };
};
