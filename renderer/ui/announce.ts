/** Says something to a screen reader: politely, or at once where it is urgent. Heard through the regions of `LiveRegions`. */

type Listener = (text: string, urgent: boolean) => void;

const listeners = new Set<Listener>();

/** Speaks a short sentence. */
export const announce = (text: string, urgent = false): void => {
  for (const listener of listeners) listener(text, urgent);
};

/** Hears what is announced; the answer stops. Only `LiveRegions` has use for it. */
export const onAnnounce = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
