// `npm run demo`: a tour through the app, with a picture of each stop in demo/. Needs no screen.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { buildWhenStale } from './build.mjs';
import { withDisplay } from './lib/display.mjs';
import { runShown } from './lib/run.mjs';
import { runMain, say, seconds, StepFailure } from './lib/say.mjs';
import { inTop, isEntry } from './lib/tree.mjs';
import { setUp } from './setup.mjs';

/** Runs the tour; the app is set up already. */
export async function runTour() {
  const started = performance.now();
  await buildWhenStale(say);
  mkdirSync(inTop('demo'), { recursive: true });
  const args = ['test', '--config', 'e2e/tour.config.ts'];
  const code = await withDisplay((env) => runShown('playwright', args, { env }));
  if (code !== 0)
    throw new StepFailure('the tour stopped before its end.', 'see the lines above; pictures so far are in demo/.');
  say(readFileSync(inTop('demo', 'times.txt'), 'utf8'));
  const pictures = readdirSync(inTop('demo')).filter((name) => name.endsWith('.png')).length;
  say(`Tour done in ${seconds(started)}: ${pictures} pictures in demo/`);
}

if (isEntry(import.meta.url)) {
  await runMain(async () => {
    await setUp(say);
    await runTour();
  });
}
