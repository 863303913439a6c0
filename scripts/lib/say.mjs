// What the scripts tell the person at the terminal: one line for each thing done, and a sign of life on long work.

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const say = (line) => console.log(line);

/** @type {Say} for scripts whose output is read by a program */
export const sayToErrors = (line) => console.error(line);

/** An expected failure: what failed, and what to do about it. */
export class StepFailure extends Error {
  /**
   * @param {string} what
   * @param {string} advice
   * @param {ErrorOptions} [options]
   */
  constructor(what, advice, options) {
    super(what, options);
    this.advice = advice;
  }
}

/** @param {number} started a reading of performance.now() */
export const seconds = (started) => `${((performance.now() - started) / 1000).toFixed(1)} s`;

const FIRST_SIGN = 3_000;
const NEXT_SIGN = 10_000;

/**
 * Waits for work; says so after three seconds, then every ten.
 * @template T
 * @param {Say} tell
 * @param {string} doing as in "installing packages"
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(tell, doing, work) {
  const started = performance.now();
  const sign = () => {
    tell(`  … ${doing} (${Math.round((performance.now() - started) / 1000)} s)`);
    timer = setTimeout(sign, NEXT_SIGN);
  };
  let timer = setTimeout(sign, FIRST_SIGN);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a script's main function: an expected failure is told in two lines, anything else with its stack.
 * @param {() => Promise<void>} main
 * @param {{ tell?: Say, exitCode?: number }} [options]
 */
export async function runMain(main, { tell = sayToErrors, exitCode = 1 } = {}) {
  try {
    await main();
  } catch (error) {
    process.exitCode = exitCode;
    if (error instanceof StepFailure) {
      tell(`Failed: ${error.message}`);
      tell(`What to do: ${error.advice}`);
    } else {
      tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
