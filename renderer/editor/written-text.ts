import type { LexicalEditor } from 'lexical';
import type { WrittenText } from '../written-text';
import { domRange } from './dom-range';
import type { Session } from './session';

/** The session's text for what stands beside the page: told of each change by itself, so that typing draws the desk no more often. */
export const writtenText = (session: Session, editor: LexicalEditor): WrittenText => {
  const elementOf = (block: number): HTMLElement | null =>
    editor.getElementByKey(session.state().body.keys[block] ?? '');
  return {
    subscribe: (listener) => {
      let last = session.state();
      return session.subscribe(() => {
        const { body, fields } = last;
        last = session.state();
        if (last.body !== body || last.fields !== fields) listener();
      });
    },
    read: session.release,
    elementOf,
    rangeOf: ({ block, start, end }) => {
      const element = elementOf(block);
      return element === null ? null : domRange(element, start, end);
    },
  };
};
