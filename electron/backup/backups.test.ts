import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { BackupState } from '../../shared/backup/model';
import { ok } from '../../shared/result';
import { examine } from '../newsroom/doctor';
import { openNewsroom } from '../newsroom/store';
import { ID, edited, handClock, newDesk } from '../newsroom/testing-desk';
import { nodeFileSystem } from '../newsroom/file-system';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { makeBackups } from './backups';
import { changeSomething } from './testing';
import { checkBackup } from './zip-in';

const temporary = temporaryFolders();
const DAY = 24 * 60 * 60;
const HOUR = 60 * 60;

/** A newsroom that is open, and its backups, with a clock moved on by hand. */
const begin = async () => {
  const place = await temporary();
  const { folder: newsroom, store } = await newDesk(place);
  const data = join(place, 'data');
  const time = handClock();
  const states: BackupState[] = [];
  let isWriter = true;
  const backups = makeBackups({
    data,
    log: { info: () => {} },
    now: time.now,
    after: time.after,
    fs: nodeFileSystem,
    mayWrite: () => isWriter,
    onState: (state) => void states.push(state),
  });
  const names = async () => valueOf(await backups.list(newsroom)).backups.map(({ name }) => name);
  return {
    newsroom,
    data,
    store,
    backups,
    states,
    time,
    names,
    reads: () => void (isWriter = false),
    folder: await backups.folderOf(newsroom),
  };
};

describe('a newsroom that is open', () => {
  test('is backed up soon after it was opened, and not again the same day', async () => {
    const { newsroom, store, backups, time, names } = await begin();
    backups.tend(ok(store));
    time.pass(20);
    await expect.poll(names).toHaveLength(1);
    await changeSomething(newsroom);
    time.pass(HOUR);
    time.pass(HOUR);
    await backups.end();
    expect(await names()).toHaveLength(1);
  });

  test('is backed up again when a day has passed, and not where nothing has changed', async () => {
    const { newsroom, store, backups, time, names, states } = await begin();
    backups.tend(ok(store));
    time.pass(20);
    await expect.poll(names).toHaveLength(1);
    time.pass(DAY);
    await expect.poll(() => states.filter(({ kind }) => kind === 'idle')).toHaveLength(2);
    expect(await names()).toHaveLength(1);
    await changeSomething(newsroom);
    time.pass(HOUR);
    await expect.poll(names).toHaveLength(2);
  });

  test('is backed up after the clock was set back, and nothing is let go for it', async () => {
    const { newsroom, store, backups, time, names } = await begin();
    time.pass(300 * DAY);
    valueOf(await backups.now(store));
    await changeSomething(newsroom);
    time.pass(-299 * DAY);
    backups.tend(ok(store));
    time.pass(20);
    await expect.poll(names).toHaveLength(2);
  });

  test('is left to whoever writes in it', async () => {
    const { store, backups, time, names, reads, data } = await begin();
    reads();
    backups.tend(ok(store));
    time.pass(20);
    await backups.end();
    expect(await names()).toEqual([]);
    expect(await readdir(data)).not.toContain('backups');
  });

  test('tells when it could not be backed up, tries again in an hour, and tells when it could', async () => {
    const { store, backups, time, states, folder, names, data } = await begin();
    await writeFile(join(data, 'backups'), 'in the way');
    backups.tend(ok(store));
    time.pass(20);
    await expect.poll(() => states.at(-1)?.kind).toBe('failed');
    const last = states.at(-1);
    expect(last?.kind === 'failed' ? last.fault.where : '').toContain('backups');
    await rm(join(data, 'backups'));
    await mkdir(folder, { recursive: true });
    time.pass(HOUR);
    await expect.poll(() => states.at(-1)?.kind).toBe('idle');
    expect(await names()).toHaveLength(1);
  });
});

test('while releases are saved, every backup holds each release as it stood at some moment', async () => {
  const { newsroom, store, backups, folder, data } = await begin();
  let version = valueOf(await store.openRelease(ID)).version;
  let isWriting = true;
  const writing = (async () => {
    for (let round = 0; isWriting; round += 1)
      version = valueOf(await store.saveRelease(edited(`Text ${round}.`), version, 'Ada'));
  })();
  for (let round = 0; round < 12; round += 1) valueOf(await backups.now(store));
  isWriting = false;
  await writing;
  for (const name of (await readdir(folder)).filter((each) => each.endsWith('.zip'))) {
    expect((await checkBackup(join(folder, name))).ok).toBe(true);
    const place = join(newsroom, '..', `restored-${name}`);
    valueOf(await backups.restore(join(folder, name), place));
    const restored = valueOf(await openNewsroom(place, { device: 'desk', data }));
    expect((await restored.openRelease(ID)).ok).toBe(true);
    expect((await examine(place)).findings).toEqual([]);
    expect(valueOf(await restored.checkHistory())).toEqual([]);
  }
});

test('a newsroom restored where another lay is not said to have been tampered with, and says what it is', async () => {
  const { newsroom, store, backups, folder, data } = await begin();
  valueOf(await store.checkHistory());
  const made = valueOf(await backups.now(store));
  const { version } = valueOf(await store.openRelease(ID));
  valueOf(await store.saveRelease(edited('Later.'), version, 'Ada'));
  valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
  await store.settled();
  await rm(newsroom, { recursive: true });
  valueOf(await backups.restore(join(folder, made.backup.name), newsroom));
  const again = valueOf(await openNewsroom(newsroom, { device: 'desk', data }));
  expect(valueOf(await again.checkHistory())).toEqual([]);
  const { restored } = valueOf(await backups.list(newsroom));
  expect(restored?.of).toBe(made.backup.at);
  expect((await readdir(join(data, 'histories'))).some((name) => name.includes('.before-'))).toBe(true);
});
