// Fits the weights of confidence and writes shared/quotes/weights.ts. The labelled text is our own, beside this file,
// and the freely licensed lines ("gum:") of the news text kept outside this repository, where that is there.
// The fit is a logistic one whose weights are drawn to the guesses below, so that a sign that is seldom seen keeps its guess.
//   node bench/fit-confidence.mjs [--write]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

/** @typedef {import('../shared/quotes/confidence').Sign} Sign */
/** @typedef {{ text: string, labels: ReadonlyMap<number, string> }} Labelled */
/** @typedef {{ document: number, signs: readonly Sign[], right: boolean }} Sample */
/** @typedef {{ base: number, signs: Record<string, number> }} Weights */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEWS = process.env.NEWS ?? join(ROOT, '../shared/data/quotes/dev.jsonl');
const OUT = join(ROOT, 'shared/quotes/weights.ts');
const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

const { CERTAIN } = /** @type {typeof import('../shared/quotes/model')} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/model.ts'))).module
);
const { NEVER } = /** @type {typeof import('../shared/quotes/confidence')} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/confidence.ts'))).module
);
const { findQuotesWithSigns } = /** @type {typeof import('../shared/quotes/find')} */ (
  (await runnerImport(join(ROOT, 'shared/quotes/find.ts'))).module
);

/** Where each weight begins, and how far (as a standard deviation) text may draw it away. */
const SPREAD = 0.5;
const BASE = 4.2;
/** @type {Record<Sign, number>} */
const GUESSES = {
  behind: 0,
  led: 0,
  before: -0.7,
  ending: -1,
  signed: -0.5,
  subject: -4,
  above: -2.5,
  'carried in the paragraph': -1.2,
  'carried past more words': -1.8,
  'carried over paragraphs': -3.2,
  'verb of saying': -0.4,
  'verb of naming': -1,
  'verb of thinking': -1.8,
  'far in the sentence': -1.2,
  'over an apposition': -0.4,
  'subject of a participle': -1,
  'subject guessed': -3,
  'rival clause': -2,
  'two verbs of saying': -1.2,
  'another reports': -2.2,
  'another reports behind': -1.5,
  'perhaps not theirs': -2.5,
  fragment: -1.6,
  'loose fragment': -1.2,
  short: 0,
  'no closing mark': -0.5,
  'unknown first name': -0.3,
  'long name': -0.7,
  'end of role guessed': -2.5,
  'surname of one': -0.2,
  'surname of one who spoke': -1,
  'surname of the last': -1.5,
  'surname of several': -3,
  'surname alone': -1.6,
  organisation: -1.6,
  'speaks for a body': -1,
  'two people': -3,
  'role of one': -1.8,
  'role of several': -3.5,
  'body of one': -1.7,
  'not named': -1,
  'nobody who speaks': -1.5,
  'definite noun': -1,
  epithet: -2.5,
  'pronoun of one': -0.7,
  'pronoun of several': -1.5,
  'pronoun of two near': -1.8,
  'pronoun of two joined': -2.5,
  'pronoun of no known gender': -1,
  'pronoun from afar': -1,
  'pronoun over another name': -1.5,
  'pronoun over a stranger': -2,
  'pronoun of somebody unnamed': -2.5,
  'pronoun of nobody near': -2.5,
  'pronoun of who spoke': 0.7,
  'reached nobody known': -1,
  'fragment of nobody known': -1,
  'spoke last': 0.5,
  'no name': -2,
};
const SIGNS = Object.keys(GUESSES);

/** Our own texts: the labels in braces taken out, each at the offset of the mark behind it. @returns {Labelled[]} */
const ownTexts = () =>
  readFileSync(join(ROOT, 'bench/labelled-quotes.txt'), 'utf8')
    .replace(/^#.*\n/gmu, '')
    .split(/^=+\n/mu)
    .map((marked) => {
      const labels = new Map();
      let text = '';
      let last = 0;
      for (const match of marked.matchAll(/\{([^}]*)\}/gu)) {
        text += marked.slice(last, match.index);
        labels.set(text.length, match[1] ?? '');
        last = match.index + match[0].length;
      }
      return { text: text + marked.slice(last), labels };
    });

/** The freely licensed news. @returns {Labelled[]} */
const news = () =>
  existsSync(NEWS)
    ? readFileSync(NEWS, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ id }) => id.startsWith('gum:'))
        .map(({ text, quotes }) => ({
          text,
          labels: new Map(
            quotes.map((/** @type {Record<string, string | number | null>} */ quote) => [
              quote.start,
              quote.speaker === null ? '-' : String(quote.speaker_entity ?? `=${String(quote.speaker)}`),
            ]),
          ),
        }))
    : [];

const plain = (/** @type {string} */ words) =>
  words
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/gu, '')
    .replace(/’/gu, "'")
    .toLowerCase()
    .replace(/^(?:the|a|an|mr|mrs|ms|dr|sir|prof|rev) /u, '');

/** Whether a proposal names whom the label names. @type {(proposal: { name: string, mention: string }, label: string) => boolean} */
const isRight = ({ name, mention }, label) => {
  if (label === '-') return false;
  if (label.startsWith('=')) return plain(name === '' ? mention : name) === plain(label.slice(1));
  const [one, two] = [plain(name).split(' '), plain(label).split(' ')];
  const [few, many] = one.length <= two.length ? [one, two] : [two, one];
  return few.at(-1) === many.at(-1) && few.every((word) => many.includes(word));
};

const documents = [...ownTexts(), ...news()];

/** @returns {Sample[]} */
const samples = documents.flatMap(({ text, labels }, document) => {
  let at = 0;
  const offsets = text.split('\n').map((line) => {
    const from = at;
    at += line.length + 1;
    return from;
  });
  const blocks = text.split('\n').map((line) => ({ text: line, kind: /** @type {const} */ ('text') }));
  return findQuotesWithSigns(blocks, []).flatMap(({ quote: { ranges, proposals }, signs }) => {
    const first = ranges[0];
    const best = proposals[0];
    if (first === undefined || best === undefined) return [];
    const label = labels.get((offsets[first.block] ?? 0) + first.start) ?? '-';
    const right = isRight(best, label);
    if (!right && process.argv.includes('--errors'))
      say(
        `${best.confidence} ${best.name}/${best.mention} for ${label}: ${text.slice((offsets[first.block] ?? 0) + first.start).slice(0, 60)} | ${signs.join(', ')}`,
      );
    return [{ document, signs, right }];
  });
});

/** @type {(weights: Weights, signs: readonly Sign[]) => number} */
const share = ({ base, signs: weights }, signs) =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign) => sum + (weights[sign] ?? 0), base)));

/** Samples with the same signs are one, with how many there are and how many of them are right. @param {readonly Sample[]} from */
const grouped = (from) => {
  /** @type {Map<string, { signs: readonly Sign[], count: number, right: number }>} */
  const groups = new Map();
  for (const { signs, right } of from) {
    const key = signs.join();
    const group = groups.get(key) ?? { signs, count: 0, right: 0 };
    groups.set(key, { signs, count: group.count + 1, right: group.right + Number(right) });
  }
  return [...groups.values()];
};

/**
 * Climbs to the weights that make the labels likeliest, given the guesses; from near them, where those of nearly the
 * same samples are known. @type {(from: readonly Sample[], near?: Weights, rounds?: number) => Weights}
 */
const fit = (from, near = { base: BASE, signs: GUESSES }, rounds = 4000) => {
  let { base } = near;
  /** @type {Record<string, number>} */
  const signs = { ...near.signs };
  const groups = grouped(from);
  for (let round = 0; round < rounds; round += 1) {
    const rate = 0.02;
    let baseSlope = (BASE - base) / SPREAD ** 2;
    /** @type {Record<string, number>} */
    const slopes = Object.fromEntries(
      SIGNS.map((sign) => [sign, ((GUESSES[/** @type {Sign} */ (sign)] ?? 0) - (signs[sign] ?? 0)) / SPREAD ** 2]),
    );
    for (const { signs: seen, count, right } of groups) {
      const miss = right - count * share({ base, signs }, seen);
      baseSlope += miss;
      for (const sign of seen) slopes[sign] = (slopes[sign] ?? 0) + miss;
    }
    base += rate * baseSlope;
    for (const sign of SIGNS) signs[sign] = (signs[sign] ?? 0) + rate * (slopes[sign] ?? 0);
  }
  const rounded = (/** @type {number} */ value) => Math.round(value * 100) / 100;
  return {
    base: rounded(base),
    signs: Object.fromEntries(SIGNS.map((sign) => [sign, rounded(signs[sign] ?? 0)])),
  };
};

const percent = (/** @type {number} */ part, /** @type {number} */ whole) => `${((100 * part) / whole).toFixed(1)} %`;

/** @type {(name: string, of: readonly { sample: Sample, share: number }[]) => void} */
const report = (name, of) => {
  const certain = of.filter((each) => each.share >= CERTAIN && !each.sample.signs.some((sign) => NEVER.has(sign)));
  const right = certain.filter((each) => each.sample.right);
  say(
    `${name}: ${of.length} answers, ${percent(of.filter((each) => each.sample.right).length, of.length)} right; ` +
      `certain ${percent(certain.length, of.length)}, of which right ${percent(right.length, certain.length)}`,
  );
};

const all = fit(samples);
report(
  'fitted',
  samples.map((sample) => ({ sample, share: share(all, sample.signs) })),
);
report(
  'each text by a fit to the others',
  documents.flatMap((_, document) => {
    const own = samples.filter((sample) => sample.document === document);
    const weights = fit(
      samples.filter((sample) => sample.document !== document),
      all,
      300,
    );
    return own.map((sample) => ({ sample, share: share(weights, sample.signs) }));
  }),
);

if (process.argv.includes('--write')) {
  const lines = Object.entries(all.signs).map(
    ([sign, weight]) => `    ${/^\w+$/u.test(sign) ? sign : `'${sign}'`}: ${String(weight)},\n`,
  );
  writeFileSync(
    OUT,
    `/** Written by bench/fit-confidence.mjs. */\nexport const WEIGHTS = {\n  base: ${String(all.base)},\n  signs: {\n${lines.join('')}  },\n} as const;\n`,
  );
  say(`written: ${OUT.slice(ROOT.length)}`);
}
