// Prints how long a backup takes, of a newsroom in which each release has five versions: made, made again where nothing
// changed, and restored; how long the program was kept from answering meanwhile; and beside it the floor of reading every
// file once. `node bench/backup.mjs 100` takes another number of releases.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SETTINGS, load, releaseOf, say, timed } from './lib/made-up.mjs';

const { createNewsroom } = /** @type {typeof import('../electron/newsroom/store')} */ (
  await load('electron/newsroom/store.ts')
);
const { makeBackup } = /** @type {typeof import('../electron/backup/make-backup')} */ (
  await load('electron/backup/make-backup.ts')
);
const { restoreBackup } = /** @type {typeof import('../electron/backup/restore')} */ (
  await load('electron/backup/restore.ts')
);

const VERSIONS = 5;
const count = Number(process.argv[2] ?? 1_000);
const top = mkdtempSync(join(tmpdir(), 'standfirst-bench-'));
const seconds = (/** @type {number} */ milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
try {
  const newsroom = join(top, 'newsroom');
  const made = await createNewsroom(newsroom, SETTINGS, { device: 'bench' });
  if (!made.ok) throw new Error(made.fault.message);
  const store = made.value;
  for (let number = 0; number < count; number += 1) {
    const release = releaseOf(number);
    const added = await store.addRelease(release, 'created', 'Bench');
    if (!added.ok) throw new Error(added.fault.message);
    for (let version = 1; version < VERSIONS; version += 1)
      await store.keepText(
        { ...release, standfirst: `${release.standfirst} ${version}` },
        { kind: 'autosave', who: 'Bench' },
      );
  }
  const files = (await readdir(newsroom, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const floor = await timed(async () => {
    for (const each of files) await readFile(join(each.parentPath, each.name));
  });
  const now = () => new Date('2026-11-22T14:00:00.000Z');
  const order = { newsroom, to: join(top, 'backups'), why: /** @type {const} */ ('asked'), now, inTurn: store.inTurn };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  let size = 0;
  let file = '';
  const backup = await timed(async () => {
    const done = await makeBackup(order);
    if (!done.ok) throw new Error(done.fault.message);
    size = done.value.backup.size;
    file = join(order.to, done.value.backup.name);
  });
  delay.disable();
  const unchanged = await timed(() => makeBackup(order));
  const restored = await timed(async () => {
    const done = await restoreBackup({ file, folder: join(top, 'restored'), data: null, now });
    if (!done.ok) throw new Error(done.fault.message);
  });
  say(`${count} releases, ${files.length} files; the backup has ${(size / 2 ** 20).toFixed(1)} MB`);
  say(`reading every file once (floor)   ${seconds(floor)}`);
  say(`backup, checked                   ${seconds(backup)}`);
  say(
    `  kept from answering, p99, most  ${(delay.percentile(99) / 1e6).toFixed(1)} ms, ${(delay.max / 1e6).toFixed(1)} ms`,
  );
  say(`backup, nothing changed           ${seconds(unchanged)}`);
  say(`restored                          ${seconds(restored)}`);
  say(`memory                            ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
} finally {
  rmSync(top, { recursive: true, force: true });
}
