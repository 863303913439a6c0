// `npm start`: opens the app. `npm start -- --newsroom DIR` opens a newsroom of yours; without it, the sample one.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhenStale } from './build.mjs';
import { runTour } from './demo.mjs';
import { AS_ROOT } from './lib/as-root.mjs';
import { hasDisplay } from './lib/display.mjs';
import { lastLines, runQuietly, runShown } from './lib/run.mjs';
import { runMain, say, StepFailure } from './lib/say.mjs';
import { inTop, top } from './lib/tree.mjs';
import { setUp } from './setup.mjs';

/** @returns {string} where the sample newsroom lives: with the user's data, not in the checkout */
function sampleFolder() {
  if (process.platform !== 'linux') return path.join(os.homedir(), 'Standfirst sample');
  const asked = process.env['XDG_DATA_HOME'];
  const base = asked !== undefined && path.isAbsolute(asked) ? asked : path.join(os.homedir(), '.local', 'share');
  return path.join(base, 'standfirst', 'sample-newsroom');
}

/** @returns {Promise<string>} the sample newsroom, made when it is not there */
async function sampleNewsroom() {
  const folder = sampleFolder();
  if (existsSync(path.join(folder, 'newsroom.json'))) return folder;
  const cli = inTop('.vite', 'build', 'cli.cjs');
  const { code, output } = await runQuietly('node', [cli, 'sample', '--newsroom', folder]);
  if (code !== 0) {
    throw new StepFailure(
      `the sample newsroom could not be made in ${folder}:\n${lastLines(output)}`,
      'make sure the folder is empty and can be written, or name a newsroom: `npm start -- --newsroom DIR`.',
    );
  }
  say(`Sample newsroom: made in ${folder}`);
  return folder;
}

/**
 * @returns {string | undefined} the newsroom named on the command line, absolute: npm starts its scripts in the checkout, but
 *   a path counts from where the person is
 */
function namedNewsroom() {
  try {
    const { newsroom } = parseArgs({ options: { newsroom: { type: 'string' } } }).values;
    return newsroom === undefined ? undefined : path.resolve(process.env['INIT_CWD'] ?? process.cwd(), newsroom);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StepFailure(why, 'use `npm start`, or `npm start -- --newsroom DIR`.', { cause: error });
  }
}

await runMain(async () => {
  const named = namedNewsroom();
  await setUp(say);
  await buildWhenStale(say);
  if (!hasDisplay()) {
    say(
      'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set): taking the tour instead of opening a window',
    );
    await runTour();
    return;
  }
  const newsroom = named ?? (await sampleNewsroom());
  if (AS_ROOT.length > 0) say("Running as root: Chromium's sandbox is off (--no-sandbox)");
  process.exitCode = await runShown('electron', [...AS_ROOT, top, '--newsroom', newsroom]);
});
