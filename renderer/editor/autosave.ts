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
  /** Keeps what there is now on this computer, without saving: a moment's work, done often. Answers whether it is kept. */
  readonly keep: () => Promise<boolean>;
  readonly onState: (state: AutosaveState) => void;
  readonly now: () => number;
  /** Calls back after some milliseconds; the answer calls it off. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
};

const QUIET = 300;
const LONGEST = 800;
/** What is not saved yet is kept so soon: of what is allowed to be lost, a second, most is left for a slow computer. */
const KEPT_WITHIN = 300;
/** A writing that nobody heard the end of by then holds up no other: a page busy with keys hears of nothing else. */
const HEARD_WITHIN = 600;
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
 * changes is kept on this computer within 300 ms where no save has begun by then: while typing goes on, while a save takes
 * long, and while none succeeds. One such writing at a time, too, unless its end is not heard of. A page that has more keys
 * to take than it can runs no timers: then a key does what is overdue.
 */
export const createAutosave = ({ save, keep, onState, now, after }: AutosaveParts): Autosave => {
  let dirtySince: number | null = null;
  let unkeptSince: number | null = null;
  let failure: Extract<AutosaveState, { kind: 'failed' }> | null = null;
  let retry = RETRY_FIRST;
  let callOff = (): void => {};
  let callOffKeep = (): void => {};
  let running: Promise<void> | null = null;
  let keepingSince: number | null = null;

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

  const planKeep = (): void => {
    callOffKeep();
    const due = keepDue();
    if (due !== null) callOffKeep = after(Math.max(0, due - now()), () => void keepNow());
  };

  /** When what is not kept yet is to be kept; null where all is. */
  const keepDue = (): number | null => {
    if (unkeptSince === null) return null;
    const due = unkeptSince + KEPT_WITHIN;
    return keepingSince === null ? due : Math.max(due, keepingSince + HEARD_WITHIN);
  };

  const keepNow = async (): Promise<void> => {
    callOffKeep();
    unkeptSince = null;
    const began = now();
    keepingSince = began;
    const kept = await keep().catch(() => false);
    if (keepingSince === began) keepingSince = null;
    if (failure !== null && failure.kept !== kept) fail({ ...failure, kept });
    planKeep();
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
      if (failure === null) {
        if (!running) onState({ kind: 'waiting' });
        plan(Math.max(0, Math.min(QUIET, dirtySince + LONGEST - now())));
      }
      if (unkeptSince === null) {
        unkeptSince = now();
        planKeep();
      } else if ((keepDue() ?? Infinity) < now()) void keepNow();
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
      unkeptSince = null;
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
