// Prints how long the archive takes, with the built command line over a newsroom on the disk, each row a process of its own:
// made whole, looked at again, made again after small changes. Beside it, in the same run, a floor (as many trivial pages
// rendered, hashed and written; every file looked at), and Hugo over the same texts where it is installed. `node
// bench/archive.mjs 1000` takes another number of releases; a second argument names a module whose `releases({ count })` gives the texts.
import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { buildBundle } from '../scripts/build.mjs';
import { nodeBundle } from '../scripts/build/node-bundle.mjs';
import { hugoVersion, writeHugoSite } from './lib/hugo.mjs';
import { SETTINGS, load, releaseOf, say } from './lib/made-up.mjs';
import { writeNewsroom, writePublished, writeWorking } from './lib/newsroom-files.mjs';

/** @typedef {import('../shared/release/model').Release} Release */
/** @typedef {{ wall: number, processor: number, memory: number, text: string }} Used */
/** @typedef {{ headline: string, summary: string, published: string, tags: string[], body: readonly { type: string, text?: string, items?: string[], speaker?: number }[], quotes: readonly { speaker: { name: string, role: string } }[], notes: string[] }} Given */

const { newAddress } = /** @type {typeof import('../shared/release/address')} */ (
  await load('shared/release/address.ts')
);

const count = Number(process.argv[2] ?? 1_000);
const corpus = process.argv[3];
const ASOF = '2026-11-01T00:00:00.000Z';
const HERE = fileURLToPath(new URL('.', import.meta.url));
const CLI = path.join(HERE, '..', '.vite', 'build', 'cli.cjs');
const paragraph = (/** @type {string} */ text) => ({ type: /** @type {const} */ ('paragraph'), runs: [{ text }] });

/** A release from a text of another shape. @param {Given} given @param {number} number @returns {Release} */
const fromGiven = (given, number) => {
  /** @type {Release['body'][number][]} */
  const body = [];
  /** @type {Release['quotes'][number][]} */
  const quotes = [];
  for (const { type, text = '', items = [], speaker = 0 } of given.body) {
    if (type === 'p') body.push(paragraph(text));
    else if (type === 'h2') body.push({ type: 'heading', level: 2, runs: [{ text }] });
    else if (type === 'ul')
      for (const item of items) body.push({ type: 'list-item', list: 'bulleted', depth: 0, runs: [{ text: item }] });
    else if (type === 'quote') {
      const words = `“${text}”`;
      const by = given.quotes[speaker]?.speaker ?? { name: 'Mary Vale', role: '' };
      const id = /** @type {Release['quotes'][number]['id']} */ (`q-bench${number}x${body.length}`);
      const range = { block: body.length, start: 0, end: words.length };
      const own = { person: null, name: by.name, role: by.role, setBy: 'Bench', at: ASOF };
      quotes.push({ id, ranges: [range], speaker: own, approvals: [] });
      body.push(paragraph(words));
    }
  }
  return {
    ...releaseOf(number),
    headline: given.headline,
    standfirst: given.summary,
    dateline: { place: 'Hexley', date: given.published.slice(0, 10) },
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

const top = mkdtempSync(path.join(tmpdir(), 'standfirst-bench-'));
const newsroom = path.join(top, 'newsroom');
const out = path.join(top, 'web', 'archive');

/** Runs a script in a process of its own. @param {string} what @param {readonly string[]} args @returns {Promise<Used>} */
const measured = async (what, args) => {
  const usage = path.join(top, 'usage.json');
  const started = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--require', path.join(HERE, 'lib', 'usage.cjs'), ...args],
    { env: { ...process.env, USAGE_FILE: usage }, maxBuffer: 1 << 30 },
  ).catch((/** @type {{ stdout?: string, message: string }} */ error) => {
    // A check that refused says in the report what it stopped at.
    const at = error.stdout?.indexOf('"findings"') ?? -1;
    throw new Error(at < 0 ? error.message.slice(0, 500) : (error.stdout ?? '').slice(at, at + 500));
  });
  const wall = (performance.now() - started) / 1000;
  const { processor, memory } = /** @type {{ processor: number, memory: number }} */ (
    JSON.parse(readFileSync(usage, 'utf8'))
  );
  row(what, { wall, processor }, `${memory} MB`);
  return { wall, processor, memory, text: stdout };
};
/** @param {string} what @param {{ wall: number, processor: number }} used @param {string} more */
const row = (what, { wall, processor }, more = '') =>
  say(`${what.padEnd(58)} ${wall.toFixed(2).padStart(8)} s  processor ${processor.toFixed(2).padStart(7)} s  ${more}`);

/** The files of the bundle that were written since an instant, in milliseconds. @param {number} since */
const writtenSince = (since) =>
  readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && statSync(path.join(each.parentPath, each.name)).ctimeMs >= since,
  ).length;

/** @param {string} what @param {readonly string[]} more */
const exported = async (what, ...more) => {
  const since = Date.now();
  const args = ['export', '--newsroom', newsroom, '--out', out, '--as-of', ASOF, '--json'];
  const used = await measured(what, [CLI, ...args, '--app-data', path.join(top, 'data'), ...more]);
  const { files, changes } = /** @type {import('../shared/archive/model').ExportReport} */ (JSON.parse(used.text));
  const { added, changed, removed } = changes;
  const touched = more.includes('--plan') ? 0 : writtenSince(since);
  if (process.env['NAMES'] !== undefined && changed.length < 100) say(`  changed: ${changed.join(' ')}`);
  say(
    `  ${files.length} files: ${added.length} new, ${changed.length} changed, ${removed.length} gone; ${touched} written`,
  );
  return { ...used, files: files.length };
};

try {
  say(`${count} releases, ${cpus().length} processors, Node ${process.version}`);
  await buildBundle('cli');
  const worker = nodeBundle({ name: 'same-work', entry: 'bench/lib/same-work.mjs', target: 'node20' });
  await build({ ...worker, configFile: false, build: { ...worker.build, outDir: top } });

  const releases = await texts();
  const last = /** @type {Release} */ (releases.pop());
  writeNewsroom(newsroom, { ...SETTINGS, siteAddress: 'https://bench.example', approvals: 'nobody' });
  const taken = new Set();
  /** @type {Map<string, { at: string, address: string }>} */
  const publications = new Map();
  /** @param {Release} frozen @param {number} number */
  const publish = (frozen, number) => {
    const address = newAddress(frozen, taken);
    taken.add(address);
    const by = { at: new Date(Date.UTC(2010, 0, 1) + number * 3_600_000).toISOString(), address };
    publications.set(frozen.id, by);
    writePublished(newsroom, frozen, by);
  };
  /** @param {Release} frozen */
  const again = (frozen) => {
    const by = publications.get(frozen.id);
    if (by !== undefined) writePublished(newsroom, frozen, by);
  };
  releases.forEach(publish);
  for (let number = 1; number <= 20; number += 1)
    writeWorking(newsroom, {
      ...releaseOf(count + number),
      headline: `Zephyr vessels quietly vanish ${number}`,
      body: releaseOf(count + number).body.map(({ runs, ...block }, index) => ({
        ...block,
        runs: runs.map(({ text }) => ({
          text: text
            .split(' ')
            .map((word) => `${word}${index}`)
            .join(' '),
        })),
      })),
    });

  const whole = await exported('made whole: checked, proved, confirmed by the disk');
  const started = [performance.now(), process.cpuUsage()];
  for (let number = 0; number < whole.files; number += 1) {
    const page = `<!doctype html><title>${number}</title>${'<p>Words of a page.</p>'.repeat(300)}`;
    createHash('sha256').update(page).digest('hex');
    const folder = path.join(top, 'floor', String(number % 200));
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, `${number}.html`), page);
  }
  const { user, system } = process.cpuUsage(/** @type {NodeJS.CpuUsage} */ (started[1]));
  row('floor: as many trivial pages rendered, hashed and written', {
    wall: (performance.now() - Number(started[0])) / 1000,
    processor: (user + system) / 1e6,
  });
  const same = await measured('same work as a site generator, and checksums', [
    path.join(top, 'same-work.cjs'),
    newsroom,
    path.join(top, 'same'),
    ASOF,
  ]);
  say(`  ${same.text} files`);

  const version = hugoVersion();
  if (version === null) say('Hugo is not installed: nothing stands beside these (apt package `hugo`)');
  else {
    const site = path.join(top, 'hugo');
    writeHugoSite(site, releases);
    const { status, stderr } = spawnSync(
      'bash',
      ['-c', `TIMEFORMAT='%R %U %S'; time hugo --quiet --source "$1" --destination "$1/public"`, 'hugo', site],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`Hugo failed: ${stderr}`);
    const [wall = 0, byUser = 0, bySystem = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
    const hugo = { wall, processor: byUser + bySystem };
    const pages = readdirSync(path.join(site, 'public'), { recursive: true, withFileTypes: true });
    row(`Hugo: ${version.split(' ')[1] ?? ''}`, hugo);
    say(`  ${pages.filter((each) => each.isFile()).length} files`);
    const beside = (/** @type {{ wall: number, processor: number }} */ used) =>
      `${(used.wall / hugo.wall).toFixed(2)} of its time, ${(used.processor / hugo.processor).toFixed(2)} of its processor time`;
    say(`  beside it: the same work ${beside(same)} (goal 0.50, 0.35)`);
    say(`             made whole ${beside(whole)} (goal below 1 of its time)`);
  }

  await exported('made again, nothing changed');
  const looked = await measured('floor: every file of both folders asked of the disk', [
    path.join(HERE, 'lib', 'look-at-all.mjs'),
    newsroom,
    out,
  ]);
  say(`  ${looked.text} files`);
  // What is new is the newest, by its date and by when it was published.
  const newest = { ...last, dateline: { ...last.dateline, date: /** @type {const} */ ('2026-10-31') } };
  publish(newest, Math.floor((Date.parse('2026-10-31T09:00:00.000Z') - Date.UTC(2010, 0, 1)) / 3_600_000));
  await exported('looked at, one release more', '--plan');
  await exported('made again, one release more');
  const [first] = releases;
  if (first === undefined) throw new Error('there is no release');
  const edited = { ...first, body: [...first.body, paragraph('One more line.')] };
  again(edited);
  await exported('made again, one text changed');
  again({ ...edited, headline: `${edited.headline} again` });
  await exported('made again, one headline changed');
  rmSync(path.join(top, 'data'), { recursive: true });
  await exported('made again, nothing changed, what was known of it lost');
} finally {
  rmSync(top, { recursive: true, force: true });
}
