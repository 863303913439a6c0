import type { ElectronApplication } from '@playwright/test';

/** What an act gave: its value, or that it is still to come. */
type Answer = { readonly value: unknown } | 'later';
type Kept = { answers?: Record<string, unknown> };

/** Whether the inspector lost an answer: it holds on to what it waits for only weakly, and Electron's engine may sweep that away. */
const isLost = (error: unknown): boolean => String(error).includes('promise was garbage collected');

/**
 * Makes `evaluate` in the main process sure of its answer. What is asked is done once and its answer kept over there;
 * an answer that the inspector loses on the way is fetched again, and nothing is done twice.
 */
export const withSureAnswers = (app: ElectronApplication): ElectronApplication => {
  const ask = app.evaluate.bind(app) as (what: unknown, arg: unknown) => Promise<unknown>;
  let count = 0;
  const evaluate = async (what: unknown, arg?: unknown): Promise<unknown> => {
    count += 1;
    const name = `answer ${count}`;
    try {
      const answer = (await ask(
        (electron: unknown, [key, source, given]: readonly [string, string, unknown]): Answer => {
          const act = (0, eval)(`(${source})`) as (electron: unknown, given: unknown) => unknown;
          const value = act(electron, given);
          ((globalThis as Kept).answers ??= {})[key] = value;
          return value instanceof Promise ? 'later' : { value };
        },
        [name, String(what), arg],
      )) as Answer;
      if (answer !== 'later') return answer.value;
    } catch (error) {
      if (!isLost(error)) throw error;
    }
    for (;;) {
      try {
        return await ask((_electron: unknown, key: string) => (globalThis as Kept).answers?.[key], name);
      } catch (error) {
        if (!isLost(error)) throw error;
      }
    }
  };
  return Object.assign(app, { evaluate });
};
