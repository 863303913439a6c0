// Prints how well and how fast two texts are compared, beside a floor (words paired by their place, as in two texts of
// equal length) and beside jsdiff on the words of the whole text. The truth is known, because the edits are made here: a
// share of the words replaced, words put in, and paragraphs moved. Marked words are counted on both sides; precision is how
// many of them were edited, recall how many of the edited ones are marked. The same numbers come out each time, but for the
// times: on the clock, and of the processor, which tells more where the machine has other work. Each is the median of warm
// runs; the first run of a size is given beside them.
import { diffArrays } from 'diff';
import { bundled } from './lib/bundled.mjs';

/** @typedef {import('../shared/release/model').Release} Release */
/** @typedef {import('../shared/release/model').Block} Block */
/** @typedef {import('../shared/compare/model').BlockChange} BlockChange */
/** @typedef {{ id: number, text: string }} Word */
/** @typedef {readonly Word[]} Paragraph */
/** @typedef {{ removed: ReadonlySet<number>, added: ReadonlySet<number>, moved: ReadonlySet<number> }} Truth */
/** @typedef {{ removed: ReadonlySet<number>, added: ReadonlySet<number>, moved: ReadonlySet<number> }} Found */

const { compare, allPlaces, takeOver, emptyRelease } = /** @type {typeof import('./lib/compared.mjs')} */ (
  await bundled('compared.mjs')
);

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** Numbers from 0 to 1 that are the same each time (mulberry32). @type {(seed: number) => () => number} */
const chance = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

// Words by how often they are used, as in running text: a few very often, most seldom (Zipf).
const SYLLABLES = 'ar bel cor dun eth fal gren hol is ken lor mar nes or pel ral sten tor un wyr'.split(' ');
const COMMON = 'the of and to in a for that is on with as by be at from it was are this'.split(' ');
const makeWords = (/** @type {() => number} */ random, /** @type {string} */ ending) => {
  const vocabulary = Array.from({ length: 4_000 }, (_, rank) => {
    if (rank < COMMON.length && ending === '') return COMMON[rank] ?? '';
    const parts = Array.from({ length: 3 }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]);
    return `${parts.join('')}${ending}`;
  });
  return () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'the';
};

let ids = 0;
/** @type {(count: number, word: () => string) => Paragraph[]} */
const makeText = (count, word) =>
  Array.from({ length: Math.ceil(count / 50) }, () => Array.from({ length: 50 }, () => ({ id: ids++, text: word() })));

const textOf = (/** @type {Paragraph} */ paragraph) => `${paragraph.map(({ text }) => text).join(' ')}.`;
/** @type {(text: readonly Paragraph[]) => Release} */
const releaseOf = (text) => ({
  ...emptyRelease(/** @type {Release['id']} */ ('r-bench000001')),
  body: text.map((paragraph) => ({ type: 'paragraph', runs: [{ text: textOf(paragraph) }] })),
});

/** @typedef {'200 words' | 'words' | 'insertions' | 'moves' | 'all'} Kind */
/** @type {(before: readonly Paragraph[], kind: Kind, random: () => number, word: () => string) => { after: Paragraph[], truth: Truth }} */
const edit = (before, kind, random, word) => {
  const removed = new Set();
  const added = new Set();
  const moved = new Set();
  /** @type {Paragraph[]} */
  let after = before.map((paragraph) => [...paragraph]);
  if (kind === 'words' || kind === 'all' || kind === '200 words') {
    const rate = kind === '200 words' ? 200 / before.flat().length : 0.04;
    after = after.map((paragraph) =>
      paragraph.map((old) => {
        if (random() >= rate) return old;
        const fresh = { id: ids++, text: word() };
        if (fresh.text === old.text) return old;
        removed.add(old.id);
        added.add(fresh.id);
        return fresh;
      }),
    );
  }
  if (kind === 'insertions' || kind === 'all') {
    after = after.map((paragraph) =>
      paragraph.flatMap((old) => {
        if (random() >= 0.01) return [old];
        const fresh = Array.from({ length: 1 + Math.floor(random() * 4) }, () => ({ id: ids++, text: word() }));
        for (const { id } of fresh) added.add(id);
        return [old, ...fresh];
      }),
    );
  }
  if (kind === 'moves' || kind === 'all') {
    for (let move = 0; move < Math.max(1, after.length / 20); move += 1) {
      const from = Math.floor(random() * after.length);
      const paragraph = after[from];
      if (paragraph === undefined || paragraph.some(({ id }) => moved.has(id))) continue;
      after.splice(from, 1);
      const far = 2 + Math.floor(random() * (after.length - 2));
      after.splice((from + far) % (after.length + 1), 0, paragraph);
      for (const { id } of paragraph) moved.add(id);
    }
  }
  return { after, truth: { removed, added, moved } };
};

/** What a comparison marks, by the words' own numbers. @type {(rows: readonly BlockChange[], before: readonly Paragraph[], after: readonly Paragraph[]) => Found} */
const marked = (rows, before, after) => {
  const removed = new Set();
  const added = new Set();
  const moved = new Set();
  for (const row of rows) {
    const of = (/** @type {readonly Paragraph[]} */ text, /** @type {BlockChange['before']} */ at) =>
      (at === null ? [] : typeof at === 'number' ? [at] : at).flatMap((index) => text[index] ?? []);
    const [olds, news] = [of(before, row.before), of(after, row.after)];
    if (row.kind === 'moved' || row.kind === 'moved-changed') for (const { id } of news) moved.add(id);
    let [one, other, isInOld, isInNew] = [0, 0, false, false];
    for (const { op, text } of row.words) {
      for (const piece of text.split(/([\s.]+)/)) {
        if (piece === '') continue;
        const isWord = !/^[\s.]+$/.test(piece);
        if (op !== 'added') {
          if (isWord && op === 'removed') removed.add(olds[one]?.id);
          if (isWord) isInOld = true;
          else if (isInOld) [one, isInOld] = [one + 1, false];
        }
        if (op !== 'removed') {
          if (isWord && op === 'added') added.add(news[other]?.id);
          if (isWord) isInNew = true;
          else if (isInNew) [other, isInNew] = [other + 1, false];
        }
      }
    }
  }
  return { removed, added, moved };
};

/** The floor: the word at each place of one text against the word at that place of the other. @type {(before: readonly Paragraph[], after: readonly Paragraph[]) => Found} */
const byPlace = (before, after) => {
  const [olds, news] = [before.flat(), after.flat()];
  const removed = new Set();
  const added = new Set();
  for (let at = 0; at < Math.max(olds.length, news.length); at += 1) {
    const [old, fresh] = [olds[at], news[at]];
    if (old?.text === fresh?.text) continue;
    if (old) removed.add(old.id);
    if (fresh) added.add(fresh.id);
  }
  return { removed, added, moved: new Set() };
};

/** What jsdiff marks in the words of the whole text, paragraph breaks among them. @type {(before: readonly Paragraph[], after: readonly Paragraph[]) => Found} */
const byJsdiff = (before, after) => {
  const removed = new Set();
  const added = new Set();
  const wordsOf = (/** @type {readonly Paragraph[]} */ text) =>
    text.flatMap((paragraph) => [...paragraph, { id: -1, text: '\n' }]);
  const [olds, news] = [wordsOf(before), wordsOf(after)];
  let [one, other] = [0, 0];
  const text = (/** @type {Word} */ word) => word.text;
  for (const part of diffArrays(olds.map(text), news.map(text))) {
    for (let step = 0; step < part.value.length; step += 1) {
      const [old, fresh] = [olds[one], news[other]];
      if (part.removed && old !== undefined && old.id !== -1) removed.add(old.id);
      if (part.added && fresh !== undefined && fresh.id !== -1) added.add(fresh.id);
      if (!part.added) one += 1;
      if (!part.removed) other += 1;
    }
  }
  return { removed, added, moved: new Set() };
};

const share = (/** @type {number} */ part, /** @type {number} */ whole) =>
  whole === 0 ? '    –' : (100 * (part / whole)).toFixed(1).padStart(5);
/** @type {(found: Found, truth: Truth) => string} */
const score = (found, truth) => {
  const both = (/** @type {ReadonlySet<number>} */ one, /** @type {ReadonlySet<number>} */ other) =>
    [...one].filter((id) => other.has(id)).length;
  const right = both(found.removed, truth.removed) + both(found.added, truth.added);
  const marks = found.removed.size + found.added.size;
  const edits = truth.removed.size + truth.added.size;
  // Where nothing was edited there is nothing to find, and every mark is wrong.
  const moves = both(found.moved, truth.moved);
  return [
    edits === 0
      ? `${marks.toLocaleString('en-GB')} marked`.padStart(13)
      : `${share(right, marks)} ${share(right, edits)} `.padStart(13),
    `${share(moves, found.moved.size)} ${share(moves, truth.moved.size)}`,
  ].join('   ');
};

/** The median of some runs, in milliseconds: on the clock, and of the processor. @type {(act: () => unknown, runs: number) => string} */
const median = (act, runs) => {
  const times = Array.from({ length: runs }, () => {
    const [from, used] = [performance.now(), process.threadCpuUsage()];
    act();
    const { user, system } = process.threadCpuUsage(used);
    return { clock: performance.now() - from, processor: (user + system) / 1000 };
  });
  const middle = (/** @type {'clock' | 'processor'} */ of) =>
    times.map((time) => time[of]).sort((one, other) => one - other)[Math.floor(runs / 2)] ?? NaN;
  return ['clock', 'processor']
    .map((of) => `${middle(/** @type {'clock' | 'processor'} */ (of)).toFixed(1)} ms`.padStart(11))
    .join('');
};

for (const size of [1_000, 20_000]) {
  const runs = size > 5_000 ? 9 : 25;
  say(`\n${size.toLocaleString('en-GB')} words in paragraphs of 50`);
  say(`${''.padEnd(24)}words: precision, recall   moves: precision, recall      clock  processor`);
  for (const kind of /** @type {const} */ (['200 words', 'words', 'insertions', 'moves', 'all'])) {
    const random = chance(20_261_124);
    const word = makeWords(random, '');
    const before = makeText(size, word);
    const { after, truth } = edit(before, kind, random, word);
    const [one, other] = [releaseOf(before), releaseOf(after)];
    if (kind === '200 words') {
      say(`${'200 words, first run'.padEnd(24)}${''.padEnd(39)}${median(() => compare(one, other), 1)}`);
      median(() => compare(one, other), 9); // those that follow are of a warm engine
    }
    const row = (/** @type {string} */ name, /** @type {Found} */ found, /** @type {string} */ time) =>
      say(`${`${kind}, ${name}`.padEnd(24)}${score(found, truth)}${time}`);
    row(
      'compare',
      marked(compare(one, other).blocks, before, after),
      median(() => compare(one, other), runs),
    );
    row(
      'jsdiff',
      byJsdiff(before, after),
      median(() => byJsdiff(before, after), size > 5_000 ? 1 : 5),
    );
    row(
      'by place',
      byPlace(before, after),
      median(() => byPlace(before, after), runs),
    );
  }
  const random = chance(7);
  const strangers = [makeText(size, makeWords(random, '')), makeText(size, makeWords(random, 'wm'))].map(releaseOf);
  const [one, other] = /** @type {[Release, Release]} */ (strangers);
  const time = (/** @type {string} */ name, /** @type {() => unknown} */ act) =>
    say(`${name.padEnd(24)}${''.padEnd(39)}${median(act, runs)}`);
  time('nothing in common', () => compare(one, other));
  const comparison = compare(one, other);
  const whole = { comparison, before: one, after: other, into: /** @type {const} */ ('after') };
  const taken = allPlaces(comparison);
  time('…all taken over', () => takeOver({ ...whole, taken }));
}
