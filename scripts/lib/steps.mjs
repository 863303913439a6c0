// The checks, as steps: each a command, a line with its time, and the counts of the tests it ran.
import { readFileSync, rmSync } from 'node:fs';
import { runQuietly, runShown } from './run.mjs';
import { say, seconds, StepFailure } from './say.mjs';
import { inTop } from './tree.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, command: string, args: readonly string[], again: string, env?: Record<string, string> }} Step */

const UNIT_REPORT = inTop('test-results', 'unit.json');
/** Where e2e/playwright.config.ts puts it. */
const E2E_REPORT = inTop('test-results', 'e2e.json');

/** @type {Step} */
export const FORMAT = {
  name: 'Format',
  command: 'prettier',
  args: ['--check', '--log-level', 'warn', '.'],
  again: 'npm run format',
};
/** @type {Step} */
export const LINT = { name: 'Lint', command: 'eslint', args: ['.', '--max-warnings', '0'], again: 'npm run lint' };
/** @type {Step} */
export const TYPES = { name: 'Types', command: 'tsc', args: ['-b'], again: 'npm run types' };
/** @type {Step} */
export const UNIT = {
  name: 'Unit tests',
  command: 'vitest',
  args: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`],
  again: 'npm run unit',
};
/** @type {Step} */
export const BUILD = { name: 'Build', command: 'node', args: ['scripts/build.mjs'], again: 'npm run build' };
/** @type {Step} */
export const E2E = { name: 'E2E', command: 'node', args: ['scripts/e2e.mjs'], again: 'npm run e2e' };
/** @type {Step} */
export const TOUR = { name: 'Tour', command: 'node', args: ['scripts/demo.mjs'], again: 'npm run demo' };
/** The app killed while somebody types, so often. @type {Step} */
export const KILLS = {
  name: 'Kills',
  command: 'node',
  args: ['scripts/torture-kill.mjs', '10'],
  again: 'npm run torture:kill -- 10',
};

/**
 * @param {Step} step
 * @param {number} code
 */
const failure = (step, code) =>
  new StepFailure(
    `${step.name} (exit code ${code}).`,
    `\`${step.again}\` runs this step alone${step === FORMAT ? ' and puts it right' : ''}.`,
  );

/**
 * Runs a step whose output goes straight to the terminal.
 * @param {Step} step
 */
export async function runStep(step) {
  const started = performance.now();
  const code = await runShown(step.command, step.args, step.env === undefined ? {} : { env: step.env });
  say(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name}, ${seconds(started)}`);
  if (code !== 0) throw failure(step, code);
}

/**
 * Runs steps side by side, each one's output shown when it failed; stops with the first failure in the order given.
 * @param {readonly Step[]} steps
 */
export async function runTogether(steps) {
  const runs = steps.map(async (step) => {
    const started = performance.now();
    const { code, output } = await runQuietly(step.command, step.args);
    say(`${code === 0 ? 'ok    ' : 'FAILED'} ${step.name}, ${seconds(started)}`);
    if (code !== 0) say(output.trimEnd());
    return { step, code };
  });
  const failed = (await Promise.all(runs)).find(({ code }) => code !== 0);
  if (failed !== undefined) throw failure(failed.step, failed.code);
}

/** Removes the reports of an earlier run, so that none is counted twice. */
export function clearReports() {
  rmSync(UNIT_REPORT, { force: true });
  rmSync(E2E_REPORT, { force: true });
}

/** @param {string} file */
function readReport(file) {
  try {
    return /** @type {unknown} */ (JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * @param {unknown} report vitest's JSON report
 * @returns {Counts}
 */
export function unitCounts(report) {
  const { numPassedTests = 0, numFailedTests = 0 } =
    /** @type {{ numPassedTests?: number, numFailedTests?: number }} */ (report ?? {});
  return { passed: numPassedTests, failed: numFailedTests };
}

/**
 * @param {unknown} report Playwright's JSON report; a flaky test passed on a second try, which we do not count as passing
 * @returns {Counts}
 */
export function e2eCounts(report) {
  const { stats } = /** @type {{ stats?: { expected?: number, unexpected?: number, flaky?: number } }} */ (
    report ?? {}
  );
  return { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) };
}

/** @returns {string} the closing line, as in "Tests: 12 passed, 0 failed" */
export function closingLine() {
  const unit = unitCounts(readReport(UNIT_REPORT));
  const e2e = e2eCounts(readReport(E2E_REPORT));
  return `Tests: ${unit.passed + e2e.passed} passed, ${unit.failed + e2e.failed} failed`;
}
