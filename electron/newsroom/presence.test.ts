import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { p, release, releaseId } from '../../shared/testing/builders';
import { openChains } from './chain';
import { examine } from './doctor';
import { nodeFileSystem as fs } from './file-system';
import { findReleaseFolders } from './folders';
import type { NewsroomStore } from './model';
import { isMany, openPresence } from './presence';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';
import { ID, handClock, newDesk } from './testing-desk';

const temporary = temporaryFolders();

describe('how many missing releases are asked about', () => {
  test.each([
    [0, 0, false],
    [0, 5, false],
    [1, 1, true], // all there was
    [1, 3, false], // one alone may have been deleted by hand
    [2, 3, true],
    [2, 9, true],
    [2, 10, false], // a fifth, not more
    [3, 10, true],
    [20, 100, false],
    [21, 1000, true],
    [20, 1000, false],
  ])('%i of %i: %s', (missing, of, asked) => {
    expect(isMany(missing, of)).toBe(asked);
  });
});

/** A newsroom of so many releases, all seen by this computer, and a way to move some of them away and back. */
const newsroomOf = async (count: number) => {
  const top = await temporary();
  const desk = await newDesk(top);
  for (let each = 2; each <= count; each += 1) {
    const id = releaseId(`r-test${String(each).padStart(4, '0')}`);
    valueOf(
      await desk.store.addRelease(release({ id, headline: `Number ${each}`, body: [p('One.')] }), 'created', 'Ada'),
    );
  }
  valueOf(await desk.store.read());
  valueOf(await desk.store.checkHistory());
  const away = join(top, 'away');
  await mkdir(away);
  return {
    ...desk,
    moveAway: async (which: number) => {
      for (const { path } of (await findReleaseFolders(desk.folder)).slice(0, which))
        await rename(join(desk.folder, path), join(away, basename(path)));
    },
    moveBack: async () => {
      for (const name of await readdir(away)) await rename(join(away, name), join(desk.folder, 'releases/2026', name));
    },
    missing: async (store: NewsroomStore = desk.store) => valueOf(await store.read()).missing ?? null,
  };
};

describe('releases that are not there any more', () => {
  test('few of them are forgotten without a word', async () => {
    const { moveAway, missing, data, time, folder } = await newsroomOf(6);
    await moveAway(1);
    expect(await missing()).toBeNull();
    time.pass(8 * 24 * 3600);
    expect(await missing()).toBeNull();
    const seen = join(data, 'seen', (await readdir(join(data, 'seen')))[0] ?? '');
    expect(Object.keys((JSON.parse(await readFile(seen, 'utf8')) as { releases: object }).releases)).toHaveLength(5);
    expect((await (await openHere(folder, data)).peek(new Map(), new Set())).told).toMatchObject({ missing: 5, of: 5 });
  });

  test('many of them are told while open, and nothing about them is forgotten', async () => {
    const { moveAway, moveBack, missing, data, store, reopen } = await newsroomOf(6);
    await store.settled();
    const known = await filesBelow(data);
    await moveAway(3);
    const told = await missing();
    expect(told).toMatchObject({ missing: 3, of: 6, folders: { length: 3 } });
    expect(told?.folders[0]).toMatch(/^releases\/2026\//);
    // Not as histories that were changed either, and not given up with them.
    expect(valueOf(await store.checkHistory())).toEqual([]);
    valueOf(await store.acceptHistory());
    await store.settled();
    const histories = (files: Record<string, string>) =>
      Object.entries(files).filter(([name]) => /^histories/.test(name));
    expect(histories(await filesBelow(data))).toEqual(histories(known));
    // The next start knows it too, and that they are back.
    const again = await reopen();
    expect(await missing(again)).toMatchObject({ missing: 3, of: 6 });
    await moveBack();
    expect(await missing(again)).toBeNull();
    expect(valueOf(await again.checkHistory())).toEqual([]);
    expect(valueOf(await again.read()).releases).toHaveLength(6);
  });

  test('those that go one by one count together', async () => {
    const { moveAway, missing } = await newsroomOf(8);
    await moveAway(1);
    expect(await missing()).toBeNull();
    await moveAway(1);
    expect(await missing()).toMatchObject({ missing: 2, of: 8 });
  });

  test('folders without their files are missing too', async () => {
    const { folder, missing } = await newsroomOf(4);
    for (const { path } of await findReleaseFolders(folder))
      await rename(join(folder, path, 'release.json'), join(folder, path, 'elsewhere'));
    expect(await missing()).toMatchObject({ missing: 4, of: 4 });
  });

  test('the others are read and written meanwhile, and nothing is published or exported', async () => {
    const { moveAway, missing, store, folder } = await newsroomOf(4);
    await moveAway(2);
    await missing();
    const [left] = await findReleaseFolders(folder);
    const id = left?.id ?? ID;
    const opened = valueOf(await store.openRelease(id));
    valueOf(await store.saveRelease({ ...opened.release, standfirst: 'Going on.' }, opened.version, 'Ada'));
    expect(faultOf(await store.publish(id, 'Ada')).message).toMatch(/Many releases are not there/);
    const contents = valueOf(await store.contents());
    expect(contents.unreadable.map(({ message }) => message)).toEqual([
      'It was here when this computer looked last, and is not there now.',
      'It was here when this computer looked last, and is not there now.',
    ]);
  });

  test('moved away on purpose is kept with a name, and asked about no more', async () => {
    const { moveAway, missing, store, reopen, data } = await newsroomOf(4);
    await moveAway(2);
    await missing();
    valueOf(await store.acceptMissing('Ada'));
    expect(await missing()).toBeNull();
    expect(await missing(await reopen())).toBeNull();
    expect(valueOf(await store.checkHistory())).toEqual([]);
    const kept = Object.entries(await filesBelow(data));
    expect(kept.find(([name]) => name.startsWith('seen/'))?.[1]).toContain('"who": "Ada"');
    expect(kept.filter(([name]) => /^histories\/.*\.before-/.test(name))).toHaveLength(2);
  });

  test('what is moved to the trash is not missing', async () => {
    const { store, missing } = await newsroomOf(3);
    for (const id of ['r-test0002', 'r-test0003']) valueOf(await store.moveToTrash(releaseId(id), 'Ada'));
    expect(await missing()).toBeNull();
  });

  test('rows of the list that are missing are there again at once', async () => {
    const { moveAway, moveBack, store, missing } = await newsroomOf(4);
    expect(valueOf(await store.find('Number'))).toHaveLength(3);
    await moveAway(4);
    await missing();
    expect(valueOf(await store.find('Number'))).toEqual([]);
    await moveBack();
    await missing();
    expect(valueOf(await store.find('Number'))).toHaveLength(3);
  });

  test('a record that cannot be read is begun anew, and one that cannot be written is told', async () => {
    const { data, folder, reopen, missing, moveAway } = await newsroomOf(4);
    const [name = ''] = await readdir(join(data, 'seen'));
    await writeFile(join(data, 'seen', name), '{"format":1,');
    await moveAway(2);
    expect(await missing(await reopen())).toBeNull();
    const told: string[] = [];
    const failing = { ...fs, rename: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
    const presence = await openPresence({
      data,
      newsroom: folder,
      now: handClock().now,
      fs: failing,
      onFault: ({ code }) => told.push(code),
    });
    expect(await presence.look(new Map(), new Set())).toMatchObject({ missing: 2, of: 2 });
    expect(told).toEqual(['disk']);
  });

  test('the doctor tells them where it knows what this computer saw', async () => {
    const { folder, data, moveAway, time } = await newsroomOf(4);
    await moveAway(2);
    const presence = await openHere(folder, data);
    const chains = await openChains({ data, newsroom: folder, now: time.now, fs });
    const { findings } = await examine(folder, { now: time.now, chains, presence });
    expect(findings).toMatchObject([{ code: 'releases-missing', where: 'releases' }]);
    expect(findings[0]?.message).toMatch(
      /^2 of 4 releases that this computer saw here are not there: releases\/2026\//,
    );
  });
});

const openHere = (newsroom: string, data: string) =>
  openPresence({
    data,
    newsroom,
    now: handClock().now,
    fs,
    onFault: ({ message }) => {
      throw new Error(message);
    },
  });
