import { readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { VersionHash } from '../../shared/release/model';
import { p, release, releaseId } from '../../shared/testing/builders';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { versionHash } from '../newsroom/history';
import { filesBelow, temporaryFolders, troubledFileSystem } from '../newsroom/testing';
import { parseSlot } from './slot';
import { makeSlots, placeFor } from './slots';

const temporary = temporaryFolders();
const ID = releaseId('r-slots001');
const BASE = 'b'.repeat(64) as VersionHash;
const words = (text: string) => ({ release: release({ id: ID, body: [p(text)] }), base: BASE, tried: [] });

const begin = async (fs: FileSystem = nodeFileSystem) => {
  const top = await temporary();
  const newsroom = join(top, 'newsroom');
  await nodeFileSystem.makeFolder(newsroom);
  const folder = join(top, 'recovery');
  const open = (with_ = fs) => makeSlots({ folder, now: () => new Date('2026-11-22T14:05:41.000Z'), fs: with_ });
  return { top, newsroom, folder, place: placeFor(folder, newsroom), open, slots: open() };
};
const seqs = async (place: string) =>
  Object.fromEntries(
    await Promise.all(
      (await readdir(place)).sort().map(async (name) => {
        const slot = parseSlot(await readFile(join(place, name), 'utf8'));
        return [name, slot.ok ? slot.value.seq : slot.fault.code] as const;
      }),
    ),
  );

describe('the two slots of a release', () => {
  test('are written in turn, also by a program started later', async () => {
    const { newsroom, place, slots, open } = await begin();
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, words('Two.'));
    expect(await seqs(place)).toEqual({ [`${ID}.a.json`]: 1, [`${ID}.b.json`]: 2 });
    await open().write(newsroom, words('Three.'));
    expect(await seqs(place)).toEqual({ [`${ID}.a.json`]: 3, [`${ID}.b.json`]: 2 });
  });

  test('give the newest words, what they stand on and when they were kept', async () => {
    const { newsroom, slots, open } = await begin();
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, words('Two.'));
    expect(await open().read(newsroom, ID)).toEqual({
      newest: { ...words('Two.'), seq: 2, at: '2026-11-22T14:05:41.000Z', newsroom },
      damaged: 0,
    });
  });

  test('hold the youngest of the words that waited for a slow disk, and whoever asked hears of it', async () => {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    let files = 0;
    const slow: FileSystem = {
      ...nodeFileSystem,
      createExclusive: async (path) => {
        files += 1;
        if (files === 1) await held;
        return nodeFileSystem.createExclusive(path);
      },
    };
    const { newsroom, place, slots, open } = await begin(slow);
    const first = slots.write(newsroom, words('One.'));
    await expect.poll(() => files).toBe(1);
    const waiting = ['Two.', 'Three.', 'Four.'].map((text) => slots.write(newsroom, words(text)));
    letGo();
    await Promise.all([first, ...waiting]);
    expect(await seqs(place)).toEqual({ [`${ID}.a.json`]: 1, [`${ID}.b.json`]: 2 });
    expect((await open().read(newsroom, ID)).newest?.release).toEqual(words('Four.').release);
  });

  test('are not written again for the same words', async () => {
    const { newsroom, place, slots } = await begin();
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, words('One.'));
    expect(await seqs(place)).toEqual({ [`${ID}.a.json`]: 1 });
  });

  test.each(['cut short', 'altered', 'emptied'])('give the older words where the newer slot was %s', async (how) => {
    const { newsroom, place, slots, open } = await begin();
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, words('Two.'));
    const file = join(place, `${ID}.b.json`);
    const text = await readFile(file, 'utf8');
    const spoilt = { 'cut short': text.slice(0, -40), altered: text.replace('Two.', 'Too.'), emptied: '' }[how] ?? '';
    await writeFile(file, spoilt);
    const kept = await open().read(newsroom, ID);
    expect(kept).toMatchObject({ newest: words('One.'), damaged: 1 });
    // Whatever it held is still there to be looked at.
    const aside = (await readdir(place)).filter((name) => name.includes('.b.json.damaged-'));
    expect(aside).toHaveLength(1);
    expect(await readFile(join(place, aside[0] ?? ''), 'utf8')).toBe(spoilt);
  });

  test('give nothing where both are damaged, and say so', async () => {
    const { newsroom, place, slots, open } = await begin();
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, words('Two.'));
    for (const letter of ['a', 'b']) await writeFile(join(place, `${ID}.${letter}.json`), '{');
    expect(await open().read(newsroom, ID)).toEqual({ newest: null, damaged: 2 });
  });

  test('are deleted only while they hold the text that was saved', async () => {
    const { newsroom, place, slots } = await begin();
    const version = 'c'.repeat(64) as VersionHash;
    await slots.write(newsroom, words('One.'));
    await slots.remove(newsroom, ID, version);
    expect(Object.keys(await seqs(place))).toHaveLength(1);
    await slots.remove(newsroom, ID);
    expect(await readdir(place)).toEqual([]);
    await slots.write(newsroom, words('One.'));
    expect(await seqs(place)).toEqual({ [`${ID}.b.json`]: 2 });
  });

  test('go with the text that was saved although that one could not be kept any more: none is taken for newer words later', async () => {
    const { newsroom, place, slots, open } = await begin();
    const [one, two] = [versionHash(words('One.').release), versionHash(words('Two.').release)];
    let isFull = false;
    const filling: FileSystem = {
      ...nodeFileSystem,
      createExclusive: (path) =>
        isFull
          ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
          : nodeFileSystem.createExclusive(path),
    };
    const here = open(filling);
    await here.write(newsroom, words('One.'), one);
    isFull = true;
    await expect(here.write(newsroom, words('Two.'), two)).rejects.toThrow('full');
    await here.remove(newsroom, ID, one);
    expect((await slots.read(newsroom, ID)).newest?.release).toEqual(words('One.').release);
    await here.remove(newsroom, ID, two);
    expect(await readdir(place)).toEqual([]);
  });

  test('of another release stay when those of one are removed', async () => {
    const { newsroom, place, slots } = await begin();
    const other = releaseId('r-slots0011');
    await slots.write(newsroom, words('One.'));
    await slots.write(newsroom, { ...words('Mine.'), release: release({ id: other }) });
    await slots.remove(newsroom, ID);
    expect(await readdir(place)).toEqual([`${other}.a.json`]);
  });

  test('are found again after the newsroom was moved, and not for a copy of it', async () => {
    const { top, newsroom, slots, open } = await begin();
    await slots.write(newsroom, words('One.'));
    const elsewhere = join(top, 'elsewhere');
    await nodeFileSystem.makeFolder(elsewhere);
    expect((await open().read(elsewhere, ID)).newest).toBeNull();
    await rename(newsroom, join(top, 'moved'));
    const later = open();
    expect((await later.read(join(top, 'moved'), ID)).newest).toMatchObject(words('One.'));
    await later.remove(join(top, 'moved'), ID);
    expect(await filesBelow(join(top, 'recovery'))).toEqual({});
  });
});

describe('a slot that cannot be written', () => {
  test.each(['ENOSPC', 'short write', 'killed'] as const)(
    'leaves the other one whole: %s at any call',
    async (trouble) => {
      const count = troubledFileSystem(0, 'EIO');
      const first = await begin(count);
      await first.slots.write(first.newsroom, words('One.'));
      const before = count.calls();
      await first.slots.write(first.newsroom, words('Two.'));
      const needed = count.calls() - before;
      expect(needed).toBeGreaterThan(4);
      for (let at = 1; at <= needed; at += 1) {
        const { newsroom, slots, open } = await begin();
        await slots.write(newsroom, words('One.'));
        await open(troubledFileSystem(at, trouble))
          .write(newsroom, words('Two.'))
          .catch(() => undefined);
        const kept = (await open().read(newsroom, ID)).newest?.release.body;
        expect([[p('One.')], [p('Two.')]]).toContainEqual(kept);
      }
    },
  );
});
