import type { Arguments } from '../shared/ipc/contract';

/** What the page says of the words it held: saved, kept on this computer alone, or neither. */
export type FlushAnswer = Arguments<'app:flushed'>[0];
/** How asking the page to save ended: what it says, or it did not answer in time, or there was no page to ask. */
export type FlushOutcome = FlushAnswer | 'late' | 'no page';

export type Flush = {
  /** The page runs and listens: from now on it is asked. */
  readonly pageStarted: () => void;
  /** The page is gone or being loaded anew: whoever waits is let go. */
  readonly pageGone: () => void;
  /** The page's answer. */
  readonly answered: (how: FlushAnswer) => void;
  /** Asks the page to save and waits. Requests that overlap share one answer. */
  readonly request: () => Promise<FlushOutcome>;
};

/**
 * The handshake before the window closes or the machine sleeps: the page is asked to save what it holds and says when it
 * has. `limit` is in milliseconds.
 */
export function createFlush({ ask, limit }: { readonly ask: () => void; readonly limit: number }): Flush {
  let isPageThere = false;
  let waiting: { readonly outcome: Promise<FlushOutcome>; readonly end: (outcome: FlushOutcome) => void } | null = null;

  const begin = () => {
    let end: (outcome: FlushOutcome) => void = () => undefined;
    const outcome = new Promise<FlushOutcome>((resolve) => {
      const timer = setTimeout(() => end('late'), limit);
      end = (how) => {
        clearTimeout(timer);
        waiting = null;
        resolve(how);
      };
    });
    return { outcome, end };
  };

  return {
    pageStarted: () => void (isPageThere = true),
    pageGone: () => {
      isPageThere = false;
      waiting?.end('no page');
    },
    answered: (how) => waiting?.end(how),
    request: async () => {
      if (!isPageThere) return 'no page';
      if (waiting === null) {
        waiting = begin();
        ask();
      }
      return waiting.outcome;
    },
  };
}
