import { useEffect, useRef } from 'react';
import { bridge } from '../bridge';
import { refuse } from '../ui/announce';
import type { Session } from './session';
import type { SpanActions, SpanResult } from './span-actions';

type Parts = {
  readonly spans: SpanActions;
  readonly session: Session;
  readonly readOnly: boolean;
  /** The quote that is chosen, or in which the caret stands. */
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
};

/** The menu's commands about where quotes begin and end. Focus stays where it is; what came of it is told. */
export const useSpanCommands = (parts: Parts): void => {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useEffect(
    () =>
      bridge.on('menu:command', (command) => {
        const { spans, session, readOnly, chosen, onChoose } = latest.current;
        if (readOnly) return;
        const quote = session.state().quotes.find(({ key }) => key === chosen) ?? null;
        const tell = (done: SpanResult): void => {
          if (done.ok) onChoose(done.value);
          else refuse(done.fault);
        };
        if (command === 'use-selection') tell(spans.useSelection(quote));
        else if (command !== 'merge-quotes' && command !== 'split-quote') return;
        else if (quote === null) refuse('Choose a quote first');
        else tell(command === 'merge-quotes' ? spans.mergeWithNext(quote) : spans.splitAtCaret(quote));
      }),
    [],
  );
};
