import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { refuse } from '../ui/announce';
import { bridge } from '../bridge';
import type { QuoteActions } from './quote-actions';
import type { Session } from './session';
import { certainOf } from './words';

type Parts = {
  readonly editor: LexicalEditor;
  readonly session: Session;
  readonly readOnly: boolean;
  readonly actions: QuoteActions;
};

const isWithin = (element: Element | null, top: number, bottom: number): boolean => {
  const box = element?.getBoundingClientRect();
  return box !== undefined && box.height > 0 && box.bottom > top && box.top < bottom;
};

/**
 * Whether a quote can be seen now: its row in the panel, or, where the panel is put away, its first words on the page.
 * What nobody looked at is not accepted.
 */
const isInView = (editor: LexicalEditor, keys: readonly string[], quote: Quote): boolean => {
  const rows = document.querySelector('.quotes .rows');
  const port = rows?.getBoundingClientRect();
  if (rows && port && port.height > 0) {
    const row = [...rows.querySelectorAll('[data-quote]')].find(
      (each) => each.getAttribute('data-quote') === quote.key,
    );
    return isWithin(row ?? null, port.top, Math.min(port.bottom, window.innerHeight));
  }
  return isWithin(editor.getElementByKey(keys[quote.ranges[0]?.block ?? -1] ?? ''), 0, window.innerHeight);
};

/** Accepts the speakers that are proposed for certain and in view; what came of it is said. */
const acceptInView = ({ editor, session, readOnly, actions }: Parts): void => {
  if (readOnly) return;
  const { quotes, body } = session.state();
  const seen = certainOf(quotes).filter((quote) => isInView(editor, body.keys, quote));
  if (seen.length === 0) refuse('No certain speaker to accept is in view');
  else actions.acceptAll(seen);
};

/** One key, and the panel’s button, accept the same quotes. Gives what the button does. */
export const useAcceptInView = (parts: Parts): (() => void) => {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        if (command === 'accept-in-view') acceptInView(latest.current);
      }),
    [],
  );
  return () => {
    acceptInView(latest.current);
  };
};
