import { WEEK_STORIES } from '../../shared/sample/stories';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleId } from '../../shared/sample/build';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { type FileSystem, nodeFileSystem } from './file-system';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
const now = () => new Date();

const signal = () => {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => void (give = resolve));
  return { given, give: () => give() };
};

/** A file system on which the next file to take a place ending so waits in front of it until it is let in. */
const withGate = (ending: string) => {
  const reached = signal();
  const opened = signal();
  const fs: FileSystem = {
    ...nodeFileSystem,
    rename: async (from, to) => {
      if (to.endsWith(ending)) {
        reached.give();
        await opened.given;
      }
      await nodeFileSystem.rename(from, to);
    },
  };
  return { fs, reached: reached.given, open: opened.give };
};

test('a release that is half saved is examined when it is saved', async () => {
  const top = await temporary();
  const folder = join(top, 'newsroom');
  valueOf(await makeSample(folder, { stories: WEEK_STORIES }));
  const gate = withGate('release.txt');
  const store = valueOf(await openNewsroom(folder, { device: 'test', data: join(top, 'data'), fs: gate.fs }));
  const opened = valueOf(await store.openRelease(sampleId('02farm')));
  const body = [...opened.release.body, p('The gate was painted twice.')];
  const saving = store.saveRelease({ ...opened.release, body }, opened.version, 'Ada');
  await gate.reached;

  const examined = store.examine();
  // Whoever does not wait finds it half saved.
  expect((await examine(folder, { now })).findings.map(({ code }) => code)).not.toEqual([]);
  gate.open();
  expect(valueOf(await examined).findings).toEqual([]);
  valueOf(await saving);
  await store.settled();
});
