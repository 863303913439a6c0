#!/usr/bin/env node
// The command line in a checkout: `npm run --silent standfirst -- <command>`. Builds it when it is older than its sources
// or missing, then runs it in this process. Everything said on the way goes to standard error; exit code 2: could not run.
import { createRequire } from 'node:module';
import { runMain, sayToErrors } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';
import { ensurePackages } from './setup/packages.mjs';

const cli = inTop('.vite', 'build', 'cli.cjs');

async function buildWhenStale() {
  const { buildBundle, isCommandLineStale } = await import('./build.mjs');
  if (!isCommandLineStale()) return;
  await ensurePackages(sayToErrors);
  await buildBundle('cli');
}

await runMain(
  async () => {
    await buildWhenStale();
    // npm starts its scripts in the checkout; paths on the command line count from where the person is
    const from = process.env['INIT_CWD'];
    if (process.env['npm_lifecycle_event'] === 'standfirst' && from !== undefined) process.chdir(from);
    process.argv[1] = cli;
    createRequire(import.meta.url)(cli);
  },
  { exitCode: 2 },
);
