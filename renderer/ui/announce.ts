/** Says something to a screen reader: politely, or at once where it is urgent. Heard through the regions of `LiveRegions`. */

/** How it is said: what was refused is urgent, and is to be seen as well. */
export type Manner = 'polite' | 'urgent' | 'refused';
type Listener = (text: string, manner: Manner) => void;

const listeners = new Set<Listener>();

const say = (text: string, manner: Manner): void => {
  for (const listener of listeners) listener(text, manner);
};

/** Speaks a short sentence. */
export const announce = (text: string, urgent = false): void => say(text, urgent ? 'urgent' : 'polite');

/** Says why what was asked for was not done: at once to a screen reader, and in sight until the next act (`Refusal`). */
export const refuse = (why: string): void => say(why, 'refused');

/** Hears what is said; the answer stops. */
export const onAnnounce = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
