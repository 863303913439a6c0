/** Saves soon after the last change, and often enough while changes go on. No text lives here: `save` reads it. */
export type AutosaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'waiting' | 'saving' }
  | ({ readonly kind: 'failed'; readonly since: number } & SaveProblem);

/** Why a save failed, and what became of the words. */
export type SaveProblem = {
  /** A sentence that says what failed. */
  readonly message: string;
  /** The folder or file, where that helps. */
  readonly where: string;
  /** Whether the words are kept on this computer until they can be saved. */
  readonly kept: boolean;
  /** Set where trying again changes nothing: the text on disk is another one, and a person has to choose. */
  readonly needsChoice: boolean;
};

export type AutosaveParts = {
  /** Saves what there is now, and keeps it on this computer where that fails. Answers null, or what failed. */
  readonly save: () => Promise<SaveProblem | null>;
  /** Keeps what there is now on this computer, without saving. Answers whether it is kept. */
  readonly keep: () => Promise<boolean>;
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

/**
 * One save at a time; a change during a save is saved after it. A failed save is tried again, at most 5 s apart. What
 * changes while a save has failed, or takes long, is kept on this computer as soon as it would have been saved.
 */
export const createAutosave = ({ save, keep, onState, now, after }: AutosaveParts): Autosave => {
  let dirtySince: number | null = null;
  let unkeptSince: number | null = null;
  let failure: Extract<AutosaveState, { kind: 'failed' }> | null = null;
  let retry = RETRY_FIRST;
  let callOff = (): void => {};
  let callOffKeep = (): void => {};
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

  const fail = (next: typeof failure): void => {
    failure = next;
    if (failure !== null) onState(failure);
  };

  const keepSoon = (): void => {
    unkeptSince ??= now();
    callOffKeep();
    callOffKeep = after(Math.max(0, Math.min(QUIET, unkeptSince + LONGEST - now())), () => void keepNow());
  };

  const keepNow = async (): Promise<void> => {
    unkeptSince = null;
    const kept = await keep().catch(() => false);
    if (failure !== null && failure.kept !== kept) fail({ ...failure, kept });
  };

  const once = async (): Promise<void> => {
    callOff();
    if (dirtySince === null) return;
    const began = dirtySince;
    dirtySince = null;
    unkeptSince = null;
    callOffKeep();
    if (failure === null) onState({ kind: 'saving' });
    // A save that breaks leaves the words as unsafe as one that fails: they are said to be, and tried again.
    const problem = await save().catch(broken);
    if (problem === null) {
      failure = null;
      callOffKeep();
      retry = RETRY_FIRST;
      if (dirtySince === null) onState({ kind: 'saved', at: now() });
      else {
        onState({ kind: 'waiting' });
        plan(QUIET);
      }
      return;
    }
    dirtySince = began;
    fail({ kind: 'failed', since: failure?.since ?? now(), ...problem });
    if (problem.needsChoice) return;
    plan(retry);
    retry = Math.min(retry * 2, RETRY_MOST);
  };

  return {
    touch: () => {
      dirtySince ??= now();
      if (failure !== null || running !== null) keepSoon();
      if (failure !== null) return;
      if (!running) onState({ kind: 'waiting' });
      plan(Math.max(0, Math.min(QUIET, dirtySince + LONGEST - now())));
    },
    flush: async () => {
      await running;
      // What changes during a save is saved after it, at once: only a save that failed leaves something unsafe.
      while (dirtySince !== null) {
        await run();
        if (failure !== null) return false;
      }
      return true;
    },
    stop: () => {
      callOff();
      callOffKeep();
    },
  };
};

const broken = (error: unknown): SaveProblem => ({
  message: `Saving broke off. ${String(error)}`,
  where: '',
  kept: false,
  needsChoice: false,
});
