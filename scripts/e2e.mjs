// `npm run e2e`: the whole app through Playwright. Arguments go to Playwright: `npm run e2e -- write.spec.ts`.
import { buildWhenStale } from './build.mjs';
import { withDisplay } from './lib/display.mjs';
import { runShown } from './lib/run.mjs';
import { runMain, say } from './lib/say.mjs';
import { setUp } from './setup.mjs';

await runMain(async () => {
  await setUp(say);
  await buildWhenStale(say);
  const args = ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)];
  process.exitCode = await withDisplay((env) => runShown('playwright', args, { env }));
});
