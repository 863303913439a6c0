import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type { Quote } from '../../shared/quotes/model';
import { announce } from '../ui/announce';
import type { Session } from './session';
import { quoteInWords } from './words';

/** How long the writer has been still before a save is said, and how long the caret is in a quote before its status is. */
const PAUSE = 2_000;
const SETTLED = 500;

type Parts = {
  readonly editor: LexicalEditor;
  readonly session: Session;
  readonly quotes: readonly Quote[];
  readonly current: string | null;
};

/** What a screen reader hears of the writing: saves after a pause, the quote the caret comes to, approvals lost and won. */
export const useAnnouncements = ({ editor, session, quotes, current }: Parts): void => {
  useEffect(() => {
    let last: number | null = null;
    let callOff = (): void => {};
    const stop = session.subscribe(() => {
      const { save } = session.state();
      const at = save.kind === 'saved' ? save.at : null;
      if (at === last) return;
      last = at;
      callOff();
      if (at !== null) callOff = later(PAUSE, () => announce('Saved'));
    });
    return () => {
      stop();
      callOff();
    };
  }, [session]);

  const entered = useRef<string | null>(null);
  const quote = quotes.find((each) => each.key === current);
  const words = quote ? quoteInWords(quote) : '';
  useEffect(
    () =>
      later(SETTLED, () => {
        const isNew = entered.current !== current;
        entered.current = current;
        if (isNew && words !== '' && editor.getRootElement()?.contains(document.activeElement)) announce(words);
      }),
    [editor, current, words],
  );

  useLostApprovals(quotes);
};

const later = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** Says so when words that were approved are no longer the approved ones, once for each quote. */
const useLostApprovals = (quotes: readonly Quote[]): void => {
  const before = useRef<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    for (const quote of quotes) {
      const was = before.current.get(quote.key);
      const name = quote.stored?.speaker?.name ?? 'a quote';
      if (quote.status === 'changed since approval' && was === 'approved')
        announce(`Approval no longer holds: ${name}`);
      if (quote.status === 'approved' && was === 'changed since approval') announce(`Approval holds again: ${name}`);
    }
    before.current = new Map(quotes.map((quote) => [quote.key, quote.status]));
  }, [quotes]);
};
