// Prints how the quote engine does beside a floor, on news text kept outside this repository, and how long it takes.
// Where that text is absent it says so and measures time alone, on a text of our own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {{ exact: { F1: number }, e2e: { F1: number, P: number }, speaker: Record<'all' | 'named' | 'nominal' | 'pronoun' | 'entity', { acc: number }>, overlap: { R: number }, multiParagraph: { n: number, exact: number } }} Table */
/** @typedef {typeof import('../shared/quotes/jsonl').quotesOfText} QuotesOfText */
/** @typedef {typeof import('../shared/quotes/find')} Find */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, '../shared/data/quotes');
const SEED = join(ROOT, '../shared/data/releases/seed-release.txt');
const VIEWS = ['plain', 'straight', 'british-curly', 'british-straight', 'running'];

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

const { SaidIndex } = /** @type {typeof import('../shared/quotes/said-before')} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/said-before.ts'))).module
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
    score.direct.speaker.entity.acc,
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
  say(`${''.padEnd(28)} direct  +mixed speaker  named nominal pronoun  person  span+s running certain   right`);
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

/** @typedef {ReturnType<QuotesOfText>[number]} Found */
/** @typedef {{ start: number, end: number, type: string, speaker: string | null, speaker_start: number | null, speaker_end: number | null, speaker_kind: string, speaker_entity?: string }} Gold */

const plainWords = (/** @type {string} */ words) =>
  words
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
    .split(' ');

/** Whether an answer names whom the gold names: at the same place, or by a name that ends alike. @type {(found: Found, gold: Gold) => boolean} */
const isRight = (found, gold) => {
  if (gold.speaker === null) return found.speaker === null;
  if (found.speaker === null) return false;
  const at =
    found.speaker_start !== null &&
    gold.speaker_start !== null &&
    found.speaker_start < (gold.speaker_end ?? 0) &&
    gold.speaker_start < (found.speaker_end ?? 0);
  const golds = [gold.speaker, gold.speaker_entity ?? gold.speaker].flatMap(plainWords);
  return at || [found.speaker, found.mention ?? ''].some((words) => golds.includes(plainWords(words).at(-1) ?? ''));
};

/** What kind of error an answer is; null where it is none. @type {(found: Found | undefined, gold: Gold | undefined) => string | null} */
const errorOf = (found, gold) => {
  if (gold === undefined) return found === undefined ? null : `${found.type}: found where nothing is gold`;
  if (found === undefined) return `${gold.type}: missed`;
  const edges = found.start !== gold.start || found.end !== gold.end;
  const ours = found.speaker === null ? 'nobody' : found.speaker_start === null ? 'the quote before' : 'somebody else';
  if (!isRight(found, gold)) return `${gold.type}: speaker by ${gold.speaker_kind}, proposed ${ours}`;
  return edges ? `${gold.type}: other edges` : null;
};

const shared = (/** @type {{ start: number, end: number }} */ a, /** @type {{ start: number, end: number }} */ b) =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) /
  (Math.max(a.end, b.end) - Math.min(a.start, b.start));

/** The ten commonest kinds of error. */
const commonErrors = () => {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const line of readFileSync(join(DATA, 'dev.jsonl'), 'utf8').trim().split('\n')) {
    /** @type {{ text: string, quotes: Gold[], neutral: [number, number][] }} */
    const { text, quotes, neutral } = JSON.parse(line);
    const found = quotesOfText(text);
    const pairs = quotes.map((gold) => /** @type {const} */ ([found.find((each) => shared(each, gold) >= 0.5), gold]));
    const met = new Set(pairs.map(([each]) => each));
    const loose = found.filter(
      (each) => !met.has(each) && !neutral.some(([start, end]) => shared(each, { start, end }) > 0 && start < each.end),
    );
    for (const kind of [
      ...pairs.map(([each, gold]) => errorOf(each, gold)),
      ...loose.map((each) => errorOf(each, undefined)),
    ])
      if (kind !== null) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  say('the commonest errors on the plain view:');
  for (const [kind, count] of [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 10))
    say(`  ${String(count).padStart(4)}  ${kind}`);
};

/**
 * How many answers on the plain view are certain, by type, and how often answers of each confidence are right. Quotes
 * whose gold names the verb as the speaker ("said") tell nothing and are left out of the second table.
 */
const coverage = () => {
  const read = readFileSync(join(DATA, 'dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => /** @type {{ text: string, quotes: Gold[] }} */ (JSON.parse(line)))
    .map(({ text, quotes }) => ({ quotes, found: quotesOfText(text) }));
  const all = read.flatMap(({ found }) => found);
  say('certain on the plain view:');
  for (const kind of ['direct', 'mixed']) {
    const of = all.filter(({ type }) => type === kind);
    const certain = of.filter(({ confidence }) => confidence >= CERTAIN).length;
    say(`  ${kind.padEnd(12)}${String(of.length).padStart(5)} answers,${percent(certain / of.length)} % certain`);
  }
  const met = read
    .flatMap(({ quotes, found }) =>
      found.map((each) => /** @type {const} */ ([each, quotes.find((gold) => shared(each, gold) >= 0.5)])),
    )
    .filter(([, gold]) => !/^(?:said|says|advises|according to)\b/iu.test(gold?.speaker ?? ''));
  say('right by confidence, of the quotes that are gold:');
  for (const [from, to] of /** @type {const} */ ([
    [0, 0.5],
    [0.5, 0.8],
    [0.8, 0.9],
    [0.9, 0.95],
    [0.95, 1.01],
  ])) {
    const band = met.filter(([{ confidence }]) => confidence >= from && confidence < to);
    const golden = band.flatMap(([each, gold]) => (gold === undefined ? [] : [isRight(each, gold)]));
    const right = golden.filter(Boolean).length;
    say(
      `  ${from.toFixed(2)} to ${Math.min(to, 1).toFixed(2)}${String(golden.length).padStart(6)} quotes,${percent(right / golden.length)} % right`,
    );
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
  const times = Array.from({ length: 120 }, () => processorTime(() => quotesOfText(text))).slice(20);
  say(`10,000 characters, a full pass: ${spread(times)}`);
  // One paragraph without end: what a quote asks of its neighbours must not grow with it.
  const perCharacter = [100_000, 1_000_000].map((length) => {
    const paragraph = sentence.repeat(Math.ceil(length / sentence.length));
    return (processorTime(() => findQuotes([{ text: paragraph, kind: 'text' }], [])) / paragraph.length) * 1_000_000;
  });
  const [short = NaN, long = NaN] = perCharacter;
  say(`one paragraph of 1 MB: ${ms(long)} ms, ${(long / short).toFixed(1)} times as much a character as one of 100 KB`);
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

/** Processor time of what is done, in milliseconds. @type {(work: () => void) => number} */
const processorTime = (work) => {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

const spread = (/** @type {readonly number[]} */ times) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => ms(sorted[Math.floor(sorted.length * share)]);
  return `least ${at(0)} ms, median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
};

/** Processor time after each of many keystrokes all over a long release, beside a full pass over the same text. */
const keystrokes = () => {
  let blocks = longRelease();
  const words = blocks.reduce((sum, { text }) => sum + text.split(' ').length, 0);
  // Three finders do the same work; the least of their times is what it costs where nothing else runs.
  const finders = [createQuoteFinder(), createQuoteFinder(), createQuoteFinder()];
  const least = (/** @type {typeof blocks} */ of) =>
    Math.min(...finders.map(({ find }) => processorTime(() => find(of, []))));
  least(blocks);
  const typed = ['a', ' ', '“', 'n', 'o', '.', '”', '’', ',', 'e'];
  const times = [];
  for (let i = 0; i < 2200; i += 1) {
    const at = (Math.floor(i / 20) * 97) % blocks.length;
    const own = blocks[at];
    if (own === undefined) continue;
    const from = Math.min(own.text.length, 40 + (i % 20));
    const text = own.text.slice(0, from) + (typed[i % typed.length] ?? '') + own.text.slice(from);
    blocks = blocks.with(at, { text, kind: 'text' });
    times.push(least(blocks));
  }
  // New people, named while there are hundreds of quotes above and below, and a quotation opened and closed.
  const passage =
    ' The chair, Carys Penrhyn, told Hedd Lloyd of Orran Vale: “We start in May, and we’ll not be late.” “It rained,” she added.';
  const written = [];
  for (let i = 0; i < 16; i += 1) {
    const at = (i * 97 + 31) % blocks.length;
    for (const sign of passage) {
      blocks = blocks.with(at, { text: (blocks[at]?.text ?? '') + sign, kind: 'text' });
      written.push(least(blocks));
    }
  }
  const full = Array.from({ length: 12 }, () => processorTime(() => findQuotes(blocks, []))).slice(2);
  const kept = times.slice(200);
  say(`${String(words)} words, after a keystroke: ${spread(kept)}`);
  say(`${String(words)} words, new people named: ${spread(written)}`);
  say(`${String(words)} words, a full pass:       ${spread(full)}`);
  const middle = (/** @type {readonly number[]} */ of) => [...of].sort((a, b) => a - b)[of.length >> 1] ?? NaN;
  say(`a keystroke costs a ${(middle(full) / middle(kept)).toFixed(0)}th of a full pass`);
};

/** How long it takes to ask ten thousand quotes of one speaker what was said before. */
const saidBefore = () => {
  const index = new SaidIndex();
  for (let i = 0; i < 10_000; i += 1)
    index.add({
      key: String(i),
      speaker: 'nia',
      words: `“We laid ${i} stones at ${['dawn', 'noon', 'dusk'][i % 3]} and ${['the tide', 'the river', 'no storm'][(i % 7) % 3]} took ${i % 11} of them from section ${i % 400}.”`,
    });
  const asked = '“We laid 412 stones at noon and the river took two of them from section 12.”';
  const times = Array.from({ length: 60 }, () => processorTime(() => index.near('nia', asked))).slice(10);
  say(`said before, among 10,000 quotes of one speaker: ${spread(times)}`);
};

if (existsSync(join(DATA, 'dev.jsonl'))) {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-quotes-'));
  try {
    scores(folder);
    coverage();
    commonErrors();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else say('accuracy: skipped, the news text for it is not beside this checkout');
if (existsSync(SEED)) seed();
else say('seed release: skipped, the file is not beside this checkout');
timing();
keystrokes();
saidBefore();
