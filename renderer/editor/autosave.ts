/** Saves soon after the last change, and often enough while changes go on. No text lives here: `save` reads it. */
export type AutosaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'waiting' | 'saving' }
  | { readonly kind: 'failed'; readonly since: number; readonly message: string };

export type AutosaveParts = {
  /** Saves what there is now. Answers null, or a sentence that says what failed. */
  readonly save: () => Promise<string | null>;
  readonly onState: (state: AutosaveState) => void;
  readonly now: () => number;
  /** Calls back after some milliseconds; the answer calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
};

const QUIET = 300;
const LONGEST = 800;
const RETRY_FIRST = 500;
const RETRY_MOST = 5_000;

export type Autosave = {
  /** Something changed. */
  readonly touch: () => void;
  /** Saves now, and answers whether all is safe. */
  readonly flush: () => Promise<boolean>;
  readonly stop: () => void;
};

/** One save at a time; a change during a save is saved after it. A failed save is tried again, at most 5 s apart. */
export const createAutosave = ({ save, onState, now, after }: AutosaveParts): Autosave => {
  let dirtySince: number | null = null;
  let failedSince: number | null = null;
  let retry = RETRY_FIRST;
  let callOff = (): void => {};
  let running: Promise<void> | null = null;

  const plan = (milliseconds: number): void => {
    callOff();
    callOff = after(milliseconds, () => void run());
  };

  const run = (): Promise<void> => {
    running ??= once().finally(() => {
      running = null;
    });
    return running;
  };

  const once = async (): Promise<void> => {
    callOff();
    if (dirtySince === null) return;
    const began = dirtySince;
    dirtySince = null;
    if (failedSince === null) onState({ kind: 'saving' });
    // A save that breaks leaves the words as unsafe as one that fails: they are said to be, and tried again.
    const message = await save().catch((error: unknown) => `Saving broke off. ${String(error)}`);
    if (message === null) {
      failedSince = null;
      retry = RETRY_FIRST;
      if (dirtySince === null) onState({ kind: 'saved', at: now() });
      else {
        onState({ kind: 'waiting' });
        plan(QUIET);
      }
      return;
    }
    dirtySince = began;
    failedSince ??= now();
    onState({ kind: 'failed', since: failedSince, message });
    plan(retry);
    retry = Math.min(retry * 2, RETRY_MOST);
  };

  return {
    touch: () => {
      dirtySince ??= now();
      if (failedSince !== null) return;
      if (!running) onState({ kind: 'waiting' });
      plan(Math.max(0, Math.min(QUIET, dirtySince + LONGEST - now())));
    },
    flush: async () => {
      await running;
      // What changes during a save is saved after it, at once: only a save that failed leaves something unsafe.
      while (dirtySince !== null) {
        await run();
        if (failedSince !== null) return false;
      }
      return true;
    },
    stop: () => {
      callOff();
    },
  };
};
