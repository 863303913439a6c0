// Prints how long the archive takes: made whole, looked at again, and made again after one new release; wall, processor and
// the most memory, beside the floor of as many trivial pages rendered, hashed and written. `node bench/archive.mjs 1000`
// takes another number of releases; a second argument names a module whose `releases({ count })` gives the texts.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { SETTINGS, load, releaseOf, say } from './lib/made-up.mjs';

/** @typedef {import('../shared/release/model').Release} Release */
/** @typedef {import('../electron/newsroom/model').NewsroomContents} Contents */
/** @typedef {{ headline: string, summary: string, published: string, tags: string[], body: readonly { type: string, text?: string, items?: string[], speaker?: number }[], quotes: readonly { speaker: { name: string, role: string } }[], notes: string[] }} Given */

const { exportBundle } = /** @type {typeof import('../electron/export/export-bundle')} */ (
  await load('electron/export/export-bundle.ts')
);
const { newAddress } = /** @type {typeof import('../shared/release/address')} */ (
  await load('shared/release/address.ts')
);

const count = Number(process.argv[2] ?? 1_000);
const corpus = process.argv[3];
const ASOF = '2027-01-01T00:00:00.000Z';
const paragraph = (/** @type {string} */ text) => ({ type: /** @type {const} */ ('paragraph'), runs: [{ text }] });

/** A release from a text of another shape. @param {Given} given @param {number} number @returns {Release} */
const fromGiven = (given, number) => {
  const base = releaseOf(number);
  /** @type {Release['body'][number][]} */
  const body = [];
  /** @type {Release['quotes'][number][]} */
  const quotes = [];
  for (const { type, text = '', items = [], speaker = 0 } of given.body) {
    if (type === 'p') body.push(paragraph(text));
    else if (type === 'h2') body.push({ type: 'heading', level: 2, runs: [{ text }] });
    else if (type === 'ul')
      body.push(
        ...items.map((item) => ({
          type: /** @type {const} */ ('list-item'),
          list: /** @type {const} */ ('bulleted'),
          depth: 0,
          runs: [{ text: item }],
        })),
      );
    else if (type === 'quote') {
      const words = `“${text}”`;
      const by = given.quotes[speaker]?.speaker ?? { name: 'Mary Vale', role: '' };
      const id = /** @type {Release['quotes'][number]['id']} */ (`q-bench${number}x${body.length}`);
      const range = { block: body.length, start: 0, end: words.length };
      quotes.push({
        id,
        ranges: [range],
        speaker: { person: null, name: by.name, role: by.role, setBy: 'Bench', at: ASOF },
        approvals: [],
      });
      body.push(paragraph(words));
    }
  }
  const dateline = { place: 'Hexley', date: given.published.slice(0, 10) };
  return {
    ...base,
    headline: given.headline,
    standfirst: given.summary,
    dateline,
    topics: given.tags,
    body,
    quotes,
    notes: given.notes.map(paragraph),
  };
};

/** @returns {Promise<Release[]>} */
const texts = async () => {
  if (corpus === undefined)
    return Array.from({ length: count + 1 }, (_, number) => ({
      ...releaseOf(number),
      body: releaseOf(number).body.slice(0, 16),
      topics: [`Topic ${number % 40}`],
    }));
  const module = /** @type {{ releases: (wanted: { count: number }) => Iterable<Given> }} */ (
    await import(pathToFileURL(path.resolve(corpus)).href)
  );
  return [...module.releases({ count: count + 1 })].map(fromGiven);
};

/** @param {readonly Release[]} releases @returns {Contents} */
const contentsOf = (releases) => {
  const taken = new Set();
  const published = releases.map((frozen, number) => {
    const address = newAddress(frozen, taken);
    taken.add(address);
    const at = new Date(Date.UTC(2010, 0, 1) + number * 3_600_000).toISOString();
    const version = /** @type {import('../shared/release/model').VersionHash} */ (
      createHash('sha256').update(JSON.stringify(frozen)).digest('hex')
    );
    const publication = { by: 'Bench', at, version, address, after: [], change: null };
    return { frozen, current: { ...frozen, state: /** @type {const} */ ('published'), publication } };
  });
  const secret = {
    ...releaseOf(count + 1),
    headline: 'Zephyr vessels quietly vanish',
    body: [paragraph('Nobody may read of these zephyr vessels yet.')],
  };
  const settings = {
    ...SETTINGS,
    format: /** @type {const} */ (3),
    siteAddress: 'https://bench.example',
    approvals: /** @type {const} */ ('nobody'),
  };
  return {
    settings,
    people: { format: 1, people: [] },
    published,
    unpublished: [secret],
    unreadable: [],
    media: new Map(),
  };
};

const top = mkdtempSync(path.join(tmpdir(), 'standfirst-bench-'));
/** @template Value @param {string} what @param {() => Promise<Value> | Value} work @returns {Promise<Value>} */
const measured = async (what, work) => {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const used = process.cpuUsage(cpu);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const seconds = ((performance.now() - started) / 1000).toFixed(2);
  say(
    `${what}: ${seconds} s, processor ${((used.user + used.system) / 1e6).toFixed(2)} s, at most ${memory} MB so far`,
  );
  return value;
};

try {
  const releases = await texts();
  const before = contentsOf(releases.slice(0, -1));
  const after = contentsOf(releases);
  const out = path.join(top, 'archive');
  const request = {
    newsroom: path.join(top, 'newsroom'),
    out,
    asOf: ASOF,
    preview: false,
    plan: false,
    now: Date.parse(ASOF),
    data: path.join(top, 'data'),
  };
  const make = async (/** @type {Contents} */ contents, plan = false) => {
    const done = await exportBundle({ ...request, contents, plan });
    if (!done.ok) throw new Error(done.fault.message);
    if (!plan && !done.value.written)
      throw new Error(
        done.value.findings
          .slice(0, 3)
          .map(({ message }) => message)
          .join('\n'),
      );
    return done.value;
  };
  say(`${count} releases`);
  const whole = await measured('made whole', () => make(before));
  say(`  ${whole.files.length} files`);
  await measured('floor: as many trivial pages rendered, hashed and written', () => {
    for (let number = 0; number < whole.files.length; number += 1) {
      const page = `<!doctype html><title>${number}</title>${'<p>Words of a page.</p>'.repeat(300)}`;
      createHash('sha256').update(page).digest('hex');
      const folder = path.join(top, 'floor', String(number % 200));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `${number}.html`), page);
    }
  });
  await measured('made again, nothing changed', () => make(before));
  const plan = await measured('looked at, one release more', () => make(after, true));
  const { added, changed, removed } = plan.changes;
  say(`  ${added.length} new, ${changed.length} changed, ${removed.length} gone`);
  await measured('made again, one release more', () => make(after));
  const [first, ...others] = releases;
  if (first === undefined) throw new Error('there is no release');
  const edited = contentsOf([{ ...first, body: [...first.body, paragraph('One more line.')] }, ...others]);
  const text = await measured('made again, one text changed', () => make(edited));
  say(`  ${text.changes.changed.length} changed`);
  rmSync(path.join(top, 'data'), { recursive: true });
  await measured('made again, nothing changed, what was known of it lost', () => make(edited));
} finally {
  rmSync(top, { recursive: true, force: true });
}
