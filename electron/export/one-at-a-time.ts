/** Work that can be stopped. */
export type Stoppable<Answer> = { readonly done: Promise<Answer>; readonly stop: () => void };

type Kind = 'look' | 'export';
type Turns = {
  /**
   * Begins work once what is under way has ended, and gives what `after` makes of its answer; the next waits for that too. A
   * look that is under way is stopped, for it was asked for by a screen that was left. An export goes on until it is done or
   * `stop` is called. Turns go by when they were asked for, however long it takes to begin: what `begin` waits for is part
   * of the turn, so that an earlier look never stops a later one.
   */
  readonly run: <Answer, Last>(
    kind: Kind,
    begin: () => Promise<Stoppable<Answer>>,
    after: (answer: Answer) => Promise<Last>,
  ) => Promise<Last>;
  /** Stops what is under way. */
  readonly stop: () => void;
};

/** Looks and exports, one at a time. */
export const oneAtATime = (): Turns => {
  let running: { readonly kind: Kind; readonly stop: () => void; readonly ended: Promise<void> } | null = null;
  return {
    run: async (kind, begin, after) => {
      while (running !== null) {
        if (running.kind === 'look') running.stop();
        await running.ended;
      }
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      let work: Stoppable<unknown> | null = null;
      let isStopped = false;
      const stop = (): void => {
        isStopped = true;
        work?.stop();
      };
      running = { kind, stop, ended };
      try {
        const begun = await begin();
        work = begun;
        if (isStopped) begun.stop();
        return await after(await begun.done);
      } finally {
        running = null;
        end();
      }
    },
    stop: () => running?.stop(),
  };
};
