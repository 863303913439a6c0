// What the benches share: modules of the app, and releases made up on the spot, the same on every run.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
/**
 * A module of the app, by its path below the top folder.
 * @template Module
 * @param {string} file
 * @returns {Promise<Module>}
 */
export const load = async (file) => /** @type {Module} */ ((await runnerImport(join(ROOT, file))).module);

const { emptyRelease } = /** @type {typeof import('../../shared/release/empty')} */ (
  await load('shared/release/empty.ts')
);
const { newsroomSettings } = /** @type {typeof import('../../shared/testing/builders')} */ (
  await load('shared/testing/builders.ts')
);
/** A generator of numbers that is the same on every run (mulberry32). @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) >>> 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};
const WORDS =
  'the warden town market street survey officers money plan bridge winter bus council people safe night farm report'.split(
    ' ',
  );
/** @param {() => number} next @param {number} count */
const sentence = (next, count) =>
  Array.from({ length: count }, () => WORDS[Math.floor(next() * WORDS.length)] ?? 'and').join(' ');

/** A release of about 8 KB on the disk, with two quotes. @param {number} number */
export const releaseOf = (number) => {
  const next = random(number + 1);
  const id = /** @type {import('../../shared/release/model').ReleaseId} */ (
    `r-bench${String(number).padStart(8, '0')}`
  );
  const paragraph = (/** @type {string} */ text) => ({ type: /** @type {const} */ ('paragraph'), runs: [{ text }] });
  const quote = () => paragraph(`Mary Vale, leader of the council, said: “${sentence(next, 24)}.”`);
  return {
    ...emptyRelease(id),
    headline: sentence(next, 8),
    standfirst: sentence(next, 20),
    dateline: { place: 'Hexley', date: `20${String(10 + (number % 16)).padStart(2, '0')}-0${1 + (number % 9)}-11` },
    body: [...Array.from({ length: 16 }, () => paragraph(`${sentence(next, 60)}.`)), quote(), quote()],
  };
};

/** The settings of a newsroom to measure. */
export const SETTINGS = newsroomSettings({ organisation: 'Bench' });

/** How long work took, in milliseconds. @param {() => Promise<unknown>} work */
export const timed = async (work) => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};
