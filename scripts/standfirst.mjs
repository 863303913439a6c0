#!/usr/bin/env node
// The command line in a checkout: `npm run --silent standfirst -- <command>`. Builds it when it is older than its sources
// or missing, then runs it in this process. Everything said on the way goes to standard error; exit code 2: could not run.
import { createRequire } from 'node:module';
import { runMain, sayToErrors, StepFailure } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';
import { ensurePackages } from './setup/packages.mjs';

const cli = inTop('.vite', 'build', 'cli.cjs');

async function buildWhenStale() {
  const { buildBundle, isCommandLineStale } = await import('./build.mjs');
  if (!isCommandLineStale()) return;
  await ensurePackages(sayToErrors);
  try {
    await buildBundle('cli');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StepFailure(`the command line could not be built: ${why}`, 'run `npm run types` to see what is wrong.', {
      cause: error,
    });
  }
}

await runMain(
  async () => {
    await buildWhenStale();
    process.argv[1] = cli;
    createRequire(import.meta.url)(cli);
  },
  { exitCode: 2 },
);
