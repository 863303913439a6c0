import { WEEK_STORIES } from '../../shared/sample/stories';
import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { sampleId } from '../../shared/sample/build';
import { p, releaseId } from '../../shared/testing/builders';
import { openLog } from '../log';
import { nodeFileSystem } from '../newsroom/file-system';
import { makeSample } from '../newsroom/sample';
import { openNewsroom } from '../newsroom/store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { makeRecovery } from './recovery';

const temporary = temporaryFolders();
const OTHER = releaseId('r-another0001');

/** The sample newsroom, in which words of a release were kept on this computer and not saved. */
const begin = async (name: string) => {
  const top = await temporary();
  const folder = join(top, 'newsroom');
  valueOf(await makeSample(folder, { stories: WEEK_STORIES }));
  const store = valueOf(await openNewsroom(folder, { device: 'desk' }));
  const recovery = makeRecovery({
    folder: join(top, 'recovery'),
    log: openLog(join(top, 'logs'), { echo: false }),
    now: () => new Date('2026-11-22T14:05:41.000Z'),
    fs: nodeFileSystem,
  });
  const opened = valueOf(await store.openRelease(sampleId(name)));
  const words: Release = { ...opened.release, body: [p('Typed and not saved.')] };
  valueOf(await recovery.keep(store, words, opened.version));
  const year = join(folder, 'releases', '2026');
  const found = (await readdir(year)).find((each) => each.endsWith(sampleId(name))) ?? '';
  return {
    store,
    stranded: recovery.stranded,
    words,
    /** Another program takes the release's folder away. */
    takeAway: () => rename(join(year, found), join(top, found)),
    slots: () => filesBelow(join(top, 'recovery')),
    /** The slot that was not written last is spoilt. */
    damage: async (text: string) => {
      const [place = ''] = await readdir(join(top, 'recovery'));
      const [slot = ''] = await readdir(join(top, 'recovery', place));
      await writeFile(join(top, 'recovery', place, slot.replace('.a.', '.b.')), text);
    },
  };
};

test('words of a release that is there are not stranded, nor those of one in the trash', async () => {
  const { store, stranded } = await begin('02farm');
  expect(valueOf(await stranded.list(store))).toEqual([]);
  valueOf(await store.moveToTrash(sampleId('02farm'), 'Ada'));
  expect(valueOf(await stranded.list(store))).toEqual([]);
});

test('words of a draft whose folder is gone make the release again, and are kept here no more', async () => {
  const { store, stranded, words, takeAway, slots } = await begin('02farm');
  await takeAway();
  expect(valueOf(await stranded.list(store))).toEqual([
    { id: words.id, headline: words.headline, at: '2026-11-22T14:05:41.000Z' },
  ]);
  valueOf(await stranded.bringBack(store, words.id, 'Ada', () => OTHER));
  expect(valueOf(await store.openRelease(words.id)).release).toEqual(words);
  expect(valueOf(await stranded.list(store))).toEqual([]);
  expect(await slots()).toEqual({});
});

test('what was put aside as damaged stays, whatever is brought back', async () => {
  const { store, stranded, words, takeAway, slots, damage } = await begin('02farm');
  await takeAway();
  await damage('{"seq":');
  valueOf(await stranded.bringBack(store, words.id, 'Ada', () => OTHER));
  expect(Object.values(await slots())).toEqual(['{"seq":']);
});

test('words of a published release come back as a draft of its own: what was public is not made up', async () => {
  const { store, stranded, words, takeAway } = await begin('03wardens');
  expect(words.publication).not.toBeNull();
  await takeAway();
  const brought = valueOf(await stranded.bringBack(store, words.id, 'Ada', () => OTHER));
  expect(brought.release).toEqual({ ...words, id: OTHER, state: 'working', publication: null });
  expect(valueOf(await store.examine()).findings).toEqual([]);
});

test('what could not be brought back is kept', async () => {
  const { store, stranded, words } = await begin('02farm');
  expect(faultOf(await stranded.bringBack(store, words.id, 'Ada', () => OTHER)).code).toBe('refused');
  expect(valueOf(await stranded.read(store, words.id))).toEqual(words);
  expect(faultOf(await stranded.bringBack(store, OTHER, 'Ada', () => OTHER)).code).toBe('not-found');
});
