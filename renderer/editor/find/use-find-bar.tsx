import type { LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FindCommand } from '../use-editor-keys';
import type { Session } from '../session';
import { FindBar, type FindCalls } from './FindBar';

type Parts = { readonly session: Session; readonly body: LexicalEditor; readonly readOnly: boolean };

/** The find bar, shown once it is asked for, and what menu items and keys ask of it. */
export const useFindBar = ({
  session,
  body,
  readOnly,
}: Parts): { readonly bar: ReactNode; readonly onFind: (command: FindCommand) => void } => {
  const [shown, setShown] = useState<'words' | 'replacement' | null>(null);
  const calls = useRef<FindCalls>(null);
  // From the page too, where the caret stays; in the bar itself Escape goes back to the place looked at.
  useEffect(() => {
    if (shown === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && document.activeElement?.closest('.desk')) setShown(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shown]);
  const onFind = (command: FindCommand): void => {
    const on = command === 'replace' ? 'replacement' : 'words';
    if (shown === null) setShown(on);
    else if (command === 'find' || command === 'replace') calls.current?.focus(on);
    else calls.current?.step(command === 'find-next' ? 1 : -1);
  };
  const bar = shown !== null && (
    <FindBar {...{ session, body, readOnly, calls }} first={shown} onClose={() => setShown(null)} />
  );
  return { bar, onFind };
};
