import { type LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { $caret } from './caret';
import { $place, NOWHERE, type Place } from './commands';
import type { SessionState } from './session';

/** Where the caret is: what the toolbar shows of it, and the key of the quote it stands in. */
export const usePlace = (
  editor: LexicalEditor,
  state: SessionState,
): { readonly place: Place; readonly current: string | null } => {
  const [place, setPlace] = useState<Place>(NOWHERE);
  const [caret, setCaret] = useState<ReturnType<typeof $caret>>(null);
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        editorState.read(() => {
          const next = $place();
          const nextCaret = $caret();
          setPlace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
          setCaret((last) => (last?.key === nextCaret?.key && last?.offset === nextCaret?.offset ? last : nextCaret));
        });
      }),
    [editor],
  );
  const block = caret ? state.body.keys.indexOf(caret.key) : -1;
  const current = state.quotes.find(({ ranges }) =>
    ranges.some((range) => caret && range.block === block && range.start < caret.offset && caret.offset <= range.end),
  );
  return { place, current: current?.key ?? null };
};
