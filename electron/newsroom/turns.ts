/** So long, in milliseconds, the program may be kept from answering. */
const SLICE = 20;

/** Lets whatever else waits have its turn. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Gives others their turn where they had none for a while. */
export const turns = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await turn();
    since = performance.now();
  };
};
