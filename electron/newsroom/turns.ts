import { setImmediate as othersTurn } from 'node:timers/promises';

/** So long, in milliseconds, the program may be kept from answering. */
const SLICE = 20;

/** Gives others their turn where they had none for a while. */
export const turns = (): (() => Promise<void>) => {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await othersTurn();
    since = performance.now();
  };
};
