// Prints how long saving, opening a newsroom and the doctor take with 100, 1,000 and 10,000 releases, each beside a floor
// of plain file calls measured in the same run. The releases are made up on the spot. `node bench/storage.mjs 100 1000`
// takes other numbers.
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SETTINGS, load, releaseOf, say, timed } from './lib/made-up.mjs';

const { canonicalJson } = /** @type {typeof import('../shared/canonical')} */ (await load('shared/canonical.ts'));
const { createNewsroom, openNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
  await load('electron/newsroom/store.ts')
);
const { newReleaseFolder } = /** @type {typeof import('../electron/newsroom/folders')} */ (
  await load('electron/newsroom/folders.ts')
);
const { examine } = /** @type {typeof import('../electron/newsroom/doctor')} */ (
  await load('electron/newsroom/doctor.ts')
);

setFlagsFromString('--expose-gc');
const collect = /** @type {() => void} */ (runInNewContext('gc'));
/** What is held once the garbage is gone, in MB. */
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
};

/** @param {readonly number[]} values @param {number} share */
const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? 0;
/** The least a safe save can be: a new file, its bytes on the disk, its name. @param {string} folder @param {string} text */
const floorSave = (folder, text) => {
  const aside = join(folder, 'floor.tmp');
  const file = openSync(aside, 'w');
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(aside, join(folder, 'floor.json'));
};

/** @param {number} count */
const measure = async (count) => {
  const top = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
  const before = held();
  try {
    const folder = join(top, 'newsroom');
    const made = await createNewsroom(folder, SETTINGS, { device: 'bench' });
    if (!made.ok) throw new Error(made.fault.message);
    for (let number = 0; number < count; number += 1) {
      const release = releaseOf(number);
      const place = join(folder, newReleaseFolder(release.id, release.headline, release.dateline.date));
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, 'release.json'), canonicalJson(release));
    }

    const open = async () => {
      const opened = await openNewsroom(folder, { device: 'bench', data: join(top, 'data'), onRows: () => {} });
      if (!opened.ok) throw new Error(opened.fault.message);
      return opened.value;
    };
    // Of its own, so that what the first start holds is not held any more when the second is measured.
    const startFirst = async () => {
      const store = await open();
      const list = await timed(() => store.read());
      // A search waits until all is counted and every text is read.
      return { list, rebuilt: await timed(() => store.find('nothing')) };
    };
    const { list, rebuilt } = await startFirst();
    const store = await open();
    const again = await timed(() => store.read());
    await store.find('nothing');
    const searches = [];
    for (const typed of ['w', 'warden tow', '"street survey"', 'mary vale council', 'november 2019', 'zzz'])
      for (let turn = 0; turn < 5; turn += 1) searches.push(await timed(() => store.find(typed)));
    const memory = held() - before;
    const resident = process.memoryUsage().rss / 2 ** 20;

    // The floor of a list: every file read and parsed once.
    const floorList = await timed(async () => {
      const names = await readdir(join(folder, 'releases'), { recursive: true });
      for (const name of names) {
        if (name.endsWith('release.json')) JSON.parse(await readFile(join(folder, 'releases', name), 'utf8'));
      }
    });

    const first = await store.openRelease(releaseOf(Math.floor(count / 2)).id);
    if (!first.ok) throw new Error(first.fault.message);
    let { release, version } = first.value;
    const bytes = canonicalJson(release).length;
    const saves = [];
    const floors = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    for (let turn = 0; turn < 200; turn += 1) {
      release = { ...release, standfirst: `${release.standfirst} ${turn}` };
      delay.enable();
      saves.push(
        await timed(async () => {
          const saved = await store.saveRelease(release, version, 'Bench');
          if (!saved.ok) throw new Error(saved.fault.message);
          version = saved.value;
        }),
      );
      delay.disable();
      const text = canonicalJson(release);
      const started = performance.now();
      floorSave(top, text);
      floors.push(performance.now() - started);
    }
    const doctor = await timed(() => examine(folder));
    const figures = [
      count,
      (bytes / 1024).toFixed(1),
      at(saves, 0.5).toFixed(1),
      at(saves, 0.95).toFixed(1),
      at(floors, 0.5).toFixed(1),
      at(floors, 0.95).toFixed(1),
      (delay.percentile(99) / 1e6).toFixed(1),
      list.toFixed(0),
      again.toFixed(0),
      floorList.toFixed(0),
      (rebuilt / 1000).toFixed(1),
      at(searches, 0.95).toFixed(0),
      (doctor / 1000).toFixed(1),
      memory.toFixed(0),
      resident.toFixed(0),
    ];
    say(figures.map((figure) => String(figure).padStart(9)).join(' '));
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
};

const HEAD = [
  [
    '',
    '',
    'save',
    'save',
    'floor',
    'floor',
    'blocked',
    'list',
    'list',
    'floor',
    'index',
    'search',
    'doctor',
    'held',
    'rss',
  ],
  [
    'releases',
    'KB',
    'median ms',
    'p95 ms',
    'median ms',
    'p95 ms',
    'p99 ms',
    'ms',
    'kept ms',
    'ms',
    's',
    'p95 ms',
    's',
    'MB',
    'MB',
  ],
];
for (const line of HEAD) say(line.map((word) => word.padStart(9)).join(' '));
const asked = process.argv.slice(2).map(Number);
for (const count of asked.length > 0 ? asked : [100, 1_000, 10_000]) await measure(count);
