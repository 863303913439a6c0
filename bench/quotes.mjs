// Prints how the quote engine does beside a floor, on news text kept outside this repository, and how long it takes.
// Where that text is absent it says so and measures time alone, on a text of our own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {{ exact: { F1: number }, e2e: { F1: number }, speaker: Record<'all' | 'named' | 'nominal' | 'pronoun', { acc: number }>, multiParagraph: { n: number, exact: number } }} Table */
/** @typedef {typeof import('../shared/quotes/jsonl').quotesOfText} QuotesOfText */
/** @typedef {typeof import('../shared/quotes/find').findQuotes} FindQuotes */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, '../shared/data/quotes');
const SEED = join(ROOT, '../shared/data/releases/seed-release.txt');
const VIEWS = ['plain', 'british-curly', 'british-straight', 'running'];

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

const { quotesOfText } = /** @type {{ quotesOfText: QuotesOfText }} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/jsonl.ts'))).module
);
const { findQuotes } = /** @type {{ findQuotes: FindQuotes }} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/find.ts'))).module
);

const percent = (/** @type {number} */ share) => (100 * share).toFixed(1).padStart(7);
const row = (/** @type {string} */ name, /** @type {{ direct: Table, directAndMixed: Table }} */ score) =>
  `${name.padEnd(28)}${[
    score.direct.exact.F1,
    score.directAndMixed.exact.F1,
    score.direct.speaker.all.acc,
    score.direct.speaker.named.acc,
    score.direct.speaker.nominal.acc,
    score.direct.speaker.pronoun.acc,
    score.direct.e2e.F1,
    score.direct.multiParagraph.n === 0 ? 1 : score.direct.multiParagraph.exact / score.direct.multiParagraph.n,
  ]
    .map(percent)
    .join('')}`;

/** Runs one of the scorer's scripts and gives what it prints. @type {(script: string, ...args: string[]) => string} */
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(DATA, script), ...args], { encoding: 'utf8', maxBuffer: 1e9 });

const scores = (/** @type {string} */ folder) => {
  say(`${''.padEnd(28)} direct  +mixed speaker  named nominal pronoun  span+s running`);
  for (const view of VIEWS) {
    const gold = view === 'plain' ? join(DATA, 'dev.jsonl') : join(folder, `${view}.jsonl`);
    if (view !== 'plain') writeFileSync(gold, run('views.mjs', join(DATA, 'dev.jsonl'), view));
    const documents = readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const ours = join(folder, `${view}-engine.jsonl`);
    writeFileSync(ours, documents.map(({ id, text }) => JSON.stringify({ id, quotes: quotesOfText(text) })).join('\n'));
    const floor = join(folder, `${view}-floor.jsonl`);
    writeFileSync(floor, run('baseline.mjs', gold, '2'));
    for (const { name, file } of [
      { name: 'engine', file: ours },
      { name: 'floor', file: floor },
    ]) {
      const out = run('score.mjs', file, gold);
      say(row(`${view}, ${name}`, JSON.parse(out.slice(out.indexOf('JSON ') + 5))));
    }
  }
};

/** The release the project began with: one quote of eight paragraphs, its speaker certain. */
const seed = () => {
  const blocks = readFileSync(SEED, 'utf8')
    .split(/\n\s*\n/u)
    .map((text) => ({ text, kind: /** @type {const} */ ('text') }));
  const found = findQuotes(blocks, []);
  const best = found[0]?.proposals[0];
  const right =
    found.length === 1 && found[0]?.ranges.length === 8 && best?.name === 'David Jamieson' && best.confidence >= 0.9;
  say(`seed release: ${right ? 'one quote of 8 paragraphs, speaker certain' : 'NOT as it should be'}`);
  if (!right) process.exitCode = 1;
};

const ms = (/** @type {number | undefined} */ time) => (time ?? NaN).toFixed(1);

const timing = () => {
  const sentence =
    'The harbour wall was mended by the crew. “We start in May, if the river lets us,” said Nia Prosser, chair of the board. ';
  const text = `${sentence.repeat(5)}\n`.repeat(40).slice(0, 10_000);
  const times = Array.from({ length: 60 }, () => {
    const from = performance.now();
    quotesOfText(text);
    return performance.now() - from;
  }).slice(10);
  times.sort((a, b) => a - b);
  say(`full pass over 10,000 characters: median ${ms(times[25])} ms, p95 ${ms(times[47])} ms`);
};

if (existsSync(join(DATA, 'dev.jsonl'))) {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-quotes-'));
  try {
    scores(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else say('accuracy: skipped, the news text for it is not beside this checkout');
if (existsSync(SEED)) seed();
else say('seed release: skipped, the file is not beside this checkout');
timing();
