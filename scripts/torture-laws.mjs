// `npm run torture:laws -- 100`: holds every law of the tests (a property over made-up values) against new values, so many
// times; each round has a seed of its own. A law that is broken is told with the seed that breaks it.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from './lib/run.mjs';
import { runMain, say, StepFailure } from './lib/say.mjs';
import { inTop } from './lib/tree.mjs';

const rounds = Number(process.argv[2] ?? 20);

/** The test files that hold a law. */
const lawFiles = () =>
  ['shared', 'electron', 'renderer']
    .flatMap((room) =>
      readdirSync(inTop(room), { recursive: true, encoding: 'utf8' }).map((name) => path.join(room, name)),
    )
    .filter((name) => /\.test\.tsx?$/.test(name) && readFileSync(inTop(name), 'utf8').includes('fc.assert('));

/** @param {readonly string[]} files @param {number} seed */
const hold = async (files, seed) => {
  const args = ['run', '--reporter=dot', ...files];
  const { code, output } = await runQuietly('vitest', args, { env: { STANDFIRST_SEED: String(seed) } });
  if (code !== 0)
    throw new StepFailure(
      `With seed ${seed} a law is broken:\n${output}`,
      `Have the failure again with STANDFIRST_SEED=${seed} npm run unit; then write its smallest case down as a test.`,
    );
};

await runMain(async () => {
  const files = lawFiles();
  say(`${files.length} files with laws, ${rounds} rounds`);
  for (let round = 1; round <= rounds; round += 1) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    await hold(files, seed);
    say(`  round ${round}: held with seed ${seed}`);
  }
});
