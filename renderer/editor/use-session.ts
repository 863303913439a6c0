import { useState, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session';

/** All there is to know of the release being edited, at each change: for small parts of the screen alone. */
export const useSession = (session: Session): SessionState => useSyncExternalStore(session.subscribe, session.state);

/** Whether what the desk draws is the same: typing in plain text changes neither quotes, nor their paragraphs, nor which blocks there are. */
const looksSame = (one: SessionState, other: SessionState): boolean =>
  one.fields === other.fields &&
  one.facts === other.facts &&
  one.quotes === other.quotes &&
  one.body.keys === other.body.keys &&
  // Their looks may have changed under the quotes: what lies over them is placed anew.
  other.quotes.every(({ ranges }) =>
    ranges.every(({ block }) => one.body.blocks[block] === other.body.blocks[block]),
  ) &&
  // The words of what is not a quote are shown, and are in no quote.
  (one.body === other.body || !other.facts.some(({ notAQuote }) => notAQuote === true));

/**
 * What the desk shows. Its body and its save may be older than the session's: what shows those has them from
 * `useSession`.
 */
export const useDeskState = (session: Session): SessionState => {
  const [pick] = useState(() => {
    let last = session.state();
    return () => {
      const now = session.state();
      if (!looksSame(last, now)) last = now;
      return last;
    };
  });
  return useSyncExternalStore(session.subscribe, pick);
};
