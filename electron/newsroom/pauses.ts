/** Work that waits until a release is left in peace for a while. */
export type Pauses = {
  /** Does the work of a key after some milliseconds; asked again before that, the wait begins anew with the new work. */
  readonly later: (key: string, milliseconds: number, work: () => Promise<void>) => void;
  /** What waited is no longer wanted. */
  readonly callOff: (key: string) => void;
  /** Does at once whatever waits. */
  readonly now: () => Promise<void>;
};

/** Calls back after some milliseconds; the answer calls it off. */
export type After = (milliseconds: number, call: () => void) => () => void;

/** The system's timer. It does not keep the process alive: what waits is done by `now` at the end. */
export const systemTimer: After = (milliseconds, call) => {
  const timer = setTimeout(call, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

export const makePauses = (after: After): Pauses => {
  const waiting = new Map<string, { readonly stop: () => void; readonly work: () => Promise<void> }>();
  const take = (key: string): (() => Promise<void>) | null => {
    const found = waiting.get(key);
    found?.stop();
    waiting.delete(key);
    return found?.work ?? null;
  };
  return {
    later: (key, milliseconds, work) => {
      take(key);
      waiting.set(key, { work, stop: after(milliseconds, () => void take(key)?.()) });
    },
    callOff: (key) => void take(key),
    now: async () => {
      await Promise.all([...waiting.keys()].map(async (key) => take(key)?.()));
    },
  };
};
