import type { Queue } from './queue';

/** Work that waits until a release is left in peace for a while, and is then done in its turn. */
export type Pauses = {
  /** Does the work of a key after some milliseconds; asked again before that, the wait begins anew with the new work. */
  readonly later: (key: string, milliseconds: number, work: () => Promise<void>) => void;
  /** What waited is no longer wanted. */
  readonly callOff: (key: string) => void;
  /** Does at once what waits for a key, for one whose turn it is. */
  readonly inTurn: (key: string) => Promise<void>;
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

/** `takeTurn` does the work of a key when no other work of that key is under way. */
export const makePauses = (after: After, takeTurn: Queue['run']): Pauses => {
  const waiting = new Map<string, { readonly stop: () => void; readonly work: () => Promise<void> }>();
  const take = (key: string): (() => Promise<void>) | null => {
    const found = waiting.get(key);
    found?.stop();
    waiting.delete(key);
    return found?.work ?? null;
  };
  // Taken when its turn has come, not before: until then a newer text may have come in its place.
  const inTurn = async (key: string): Promise<void> => take(key)?.();
  const now = (key: string): Promise<void> => takeTurn(key, () => inTurn(key));
  return {
    later: (key, milliseconds, work) => {
      take(key);
      waiting.set(key, { work, stop: after(milliseconds, () => void now(key)) });
    },
    callOff: (key) => void take(key),
    inTurn,
    now: async () => {
      await Promise.all([...waiting.keys()].map(now));
    },
  };
};
