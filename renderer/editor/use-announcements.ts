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

  useApprovalsHeard(quotes);
};

const later = (milliseconds: number, call: () => void): (() => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** Whose words somebody approved, and whether that holds. */
type Approved = { readonly name: string; readonly holds: boolean };

/** Says so when an approval ends, by other words or with the quote they stood in, and when it holds again. */
const useApprovalsHeard = (quotes: readonly Quote[]): void => {
  const known = useRef(new Map<string, Approved>());
  useEffect(() => {
    const turned: Approved[] = [];
    const note = (key: string, now: Approved): void => {
      const before = known.current.get(key);
      if (before !== undefined && before.holds !== now.holds) turned.push(now);
      known.current.set(key, now);
    };
    const settled = new Set<string>();
    for (const { key, stored, status } of quotes) {
      if (status !== 'no speaker') settled.add(key);
      if (status === 'approved' || status === 'changed since approval')
        note(key, { name: stored?.speaker?.name ?? 'a quote', holds: status === 'approved' });
    }
    for (const [key, { name }] of known.current) if (!settled.has(key)) note(key, { name, holds: false });
    const say = (words: string, those: readonly Approved[]): void => {
      if (those.length > 0) announce(`${words}: ${those.map(({ name }) => name).join(', ')}`);
    };
    say(
      'Approval no longer holds',
      turned.filter(({ holds }) => !holds),
    );
    say(
      'Approval holds again',
      turned.filter(({ holds }) => holds),
    );
  }, [quotes]);
};
