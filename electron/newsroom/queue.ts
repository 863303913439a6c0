/** Runs work of one key in the order it was asked for; different keys do not wait for each other. */
export type Queue = {
  readonly run: <Value>(key: string, work: () => Promise<Value>) => Promise<Value>;
  /** Waits until nothing is under way, work asked for meanwhile included. */
  readonly settled: () => Promise<void>;
};

export const makeQueue = (): Queue => {
  const tails = new Map<string, Promise<unknown>>();
  const run = <Value>(key: string, work: () => Promise<Value>): Promise<Value> => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    // Whoever asked gets the failure; the next in the queue only waits for the end.
    const tail = result.then(
      () => undefined,
      () => undefined,
    );
    tails.set(key, tail);
    void tail.then(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
    return result;
  };
  const settled = async (): Promise<void> => {
    while (tails.size > 0) await Promise.all(tails.values());
  };
  return { run, settled };
};
