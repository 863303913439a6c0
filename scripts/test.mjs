// `npm test`: everything that CI runs, from a bare checkout. Steps that leave room for each other run side by side. Stops
// at the first that fails and names it; the last line counts the tests of both kinds.
import { runMain, say, seconds } from './lib/say.mjs';
import {
  BUILD,
  clearReports,
  closingLine,
  E2E,
  FORMAT,
  KILLS,
  LINT,
  runStep,
  runTogether,
  TOUR,
  TYPES,
  UNIT,
} from './lib/steps.mjs';
import { setUp } from './setup.mjs';

clearReports();
await runMain(async () => {
  const started = performance.now();
  await setUp(say);
  await runStep(BUILD);
  await runTogether([FORMAT, LINT, TYPES]);
  await runTogether([UNIT]);
  // How soon a key is safe is told on a machine that does nothing else.
  for (const step of [TOUR, E2E, KILLS]) await runStep(step);
  say(`All steps passed in ${seconds(started)}`);
});
say(closingLine());
