// `npm test`: everything that CI runs, from a bare checkout. Stops at the first step that fails and names it; the last
// line counts the tests of both kinds.
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
  TOUR,
  TYPES,
  UNIT,
} from './lib/steps.mjs';
import { setUp } from './setup.mjs';

clearReports();
await runMain(async () => {
  const started = performance.now();
  await setUp(say);
  for (const step of [FORMAT, LINT, TYPES, UNIT, BUILD, TOUR, KILLS, E2E]) await runStep(step);
  say(`All steps passed in ${seconds(started)}`);
});
say(closingLine());
