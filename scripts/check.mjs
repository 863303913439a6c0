// `npm run check`: what a change has to pass before it is committed; no window, under a minute and a half.
import { runMain, say, seconds } from './lib/say.mjs';
import { clearReports, closingLine, FORMAT, LINT, runStep, runTogether, TYPES, UNIT } from './lib/steps.mjs';
import { setUp } from './setup.mjs';

clearReports();
await runMain(async () => {
  const started = performance.now();
  await setUp(say);
  await runTogether([FORMAT, LINT, TYPES]);
  await runStep(UNIT);
  say(`Checked in ${seconds(started)}`);
});
say(closingLine());
