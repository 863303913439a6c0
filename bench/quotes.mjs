// Prints how the quote engine does beside a floor, on news text kept outside this repository, and how long it takes.
// Where that text is absent it says so and measures time alone, on a text of our own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {{ exact: { F1: number }, e2e: { F1: number, P: number }, speaker: Record<'all' | 'named' | 'nominal' | 'pronoun', { acc: number }>, overlap: { R: number }, multiParagraph: { n: number, exact: number } }} Table */
/** @typedef {typeof import('../shared/quotes/jsonl').quotesOfText} QuotesOfText */
/** @typedef {typeof import('../shared/quotes/find')} Find */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, '../shared/data/quotes');
const SEED = join(ROOT, '../shared/data/releases/seed-release.txt');
const VIEWS = ['plain', 'british-curly', 'british-straight', 'running'];

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

const { quotesOfText } = /** @type {{ quotesOfText: QuotesOfText }} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/jsonl.ts'))).module
);
const { CERTAIN } = /** @type {typeof import('../shared/quotes/model')} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/model.ts'))).module
);
const { createQuoteFinder, findQuotes } = /** @type {Find} */ (
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

/** How much of the text the certain answers cover, and how many of them are right. @type {(score: { directAndMixed: Table }) => string} */
const certainty = ({ directAndMixed: { overlap, e2e } }) => `${percent(overlap.R)}${percent(e2e.P)}`;

/** Runs one of the scorer's scripts and gives what it prints. @type {(script: string, ...args: string[]) => string} */
const run = (script, ...args) =>
  execFileSync(process.execPath, [join(DATA, script), ...args], { encoding: 'utf8', maxBuffer: 1e9 });

/** What the scorer makes of predictions. @type {(file: string, gold: string) => { direct: Table, directAndMixed: Table }} */
const scored = (file, gold) => {
  const out = run('score.mjs', file, gold);
  return JSON.parse(out.slice(out.indexOf('JSON ') + 5));
};

const scores = (/** @type {string} */ folder) => {
  say(`${''.padEnd(28)} direct  +mixed speaker  named nominal pronoun  span+s running certain   right`);
  for (const view of VIEWS) {
    const gold = view === 'plain' ? join(DATA, 'dev.jsonl') : join(folder, `${view}.jsonl`);
    if (view !== 'plain') writeFileSync(gold, run('views.mjs', join(DATA, 'dev.jsonl'), view));
    const documents = readFileSync(gold, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const predicted = documents.map(({ id, text }) => ({ id, quotes: quotesOfText(text) }));
    const ours = join(folder, `${view}-engine.jsonl`);
    writeFileSync(ours, predicted.map((each) => JSON.stringify(each)).join('\n'));
    const sure = join(folder, `${view}-certain.jsonl`);
    const certain = predicted.map(({ id, quotes }) => ({
      id,
      quotes: quotes.filter(({ confidence }) => confidence >= CERTAIN),
    }));
    writeFileSync(sure, certain.map((each) => JSON.stringify(each)).join('\n'));
    const floor = join(folder, `${view}-floor.jsonl`);
    writeFileSync(floor, run('baseline.mjs', gold, '2'));
    say(`${row(`${view}, engine`, scored(ours, gold))}${certainty(scored(sure, gold))}`);
    say(row(`${view}, floor`, scored(floor, gold)));
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

/** A release of 20,000 words whose paragraphs all differ. */
const longRelease = () => {
  const names = ['Nia Prosser', 'Owen Bell', 'Piotr Wolski', 'Zarina Khokhar', 'Ewa Nowicka', 'Rhodri Ifans'];
  return Array.from({ length: 400 }, (_, i) => {
    const [one, two] = [names[i % 6] ?? '', names[(i + 2) % 6] ?? ''];
    const number = String(i + 1);
    const text = [
      `Work on section ${number} of the harbour wall at Port Ennor was finished in week ${number}, the board’s report says.`,
      `“We laid ${number} stones before breakfast, and the tide took none of them,” said ${one}, who led the crew.`,
      `${two} told the board that section ${number} was “as good as new”, and that the crew’s next job was booked for May.`,
    ][i % 3];
    return {
      text: `${text ?? ''} ${'It rained on the Tuesday and the wind stayed in the west. '.repeat(3).trim()}`,
      kind: /** @type {const} */ ('text'),
    };
  });
};

/** How much processor time a finder takes after each of many keystrokes all over a long release. */
const keystrokes = () => {
  let blocks = longRelease();
  const words = blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const { find } = createQuoteFinder();
  const first = performance.now();
  find(blocks, []);
  const whole = performance.now() - first;
  const typed = ['a', ' ', '“', 'n', 'o', '.', '”', '’', ',', 'e'];
  const times = [];
  for (let i = 0; i < 600; i += 1) {
    const at = (Math.floor(i / 20) * 97) % blocks.length;
    const own = blocks[at];
    if (own === undefined) continue;
    const from = Math.min(own.text.length, 40 + (i % 20));
    const text = own.text.slice(0, from) + (typed[i % typed.length] ?? '') + own.text.slice(from);
    blocks = blocks.with(at, { text, kind: 'text' });
    const began = process.cpuUsage();
    find(blocks, []);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
  }
  const sorted = times.slice(100).sort((a, b) => a - b);
  const [median, high] = [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.95)]];
  say(
    `${String(words)} words: first look ${ms(whole)} ms, after a keystroke median ${ms(median)} ms, p95 ${ms(high)} ms`,
  );
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
keystrokes();
