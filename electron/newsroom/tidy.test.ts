import { WEEK_STORIES } from '../../shared/sample/stories';
import { mkdir, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Newsroom } from '../../shared/newsroom/model';
import { examine } from './doctor';
import { nodeFileSystem } from './file-system';
import { findReleaseFolders } from './folders';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { filesBelow, temporaryFolders, valueOf } from './testing';
import { mendUnreadable, sweepOwnData, sweepTemporary } from './tidy';

const temporary = temporaryFolders();
const now = () => new Date('2026-11-22T12:00:00.000Z');
const OPTIONS = { now, device: 'desk', who: 'Ada' };

const sample = async () => {
  const folder = join(await temporary(), 'newsroom');
  valueOf(await makeSample(folder, { stories: WEEK_STORIES }));
  const read = async (): Promise<Newsroom> =>
    valueOf(await valueOf(await openNewsroom(folder, { device: 'desk' })).read());
  const [first] = await findReleaseFolders(folder);
  return { folder, read, where: first?.path ?? '', file: join(folder, first?.path ?? '', 'release.json') };
};

describe('opening a newsroom with a release that cannot be read', () => {
  test.each(['{"format":1,', '\0\0\0', '[]'])(
    'brings it back from its history, and keeps the file that held %j',
    async (bad) => {
      const { folder, read, where, file } = await sample();
      const before = (await read()).releases.length;
      await writeFile(file, bad);
      const mended = await mendUnreadable(await read(), OPTIONS);
      expect(mended).toMatchObject([{ where }]);
      expect(mended[0]?.message).toMatch(
        /^It was restored from the version of .*\. The damaged file is in quarantine\//,
      );
      expect(await read()).toMatchObject({ unreadable: [], releases: { length: before } });
      const aside = join(dirname(file), 'quarantine');
      expect(await Promise.all((await readdir(aside)).map((name) => readFile(join(aside, name), 'utf8')))).toEqual([
        bad,
      ]);
      expect((await examine(folder, { now })).findings).toEqual([]);
    },
  );

  test.each([
    ['that is missing, and may be on its way from another machine', null],
    ['that is empty, as a sync program begins it', ''],
    ['of a newer Standfirst', JSON.stringify({ format: 99 })],
  ])('leaves a file %s', async (_what, text) => {
    const { folder, read, file } = await sample();
    if (text === null) await rm(file);
    else await writeFile(file, text);
    const before = await filesBelow(folder);
    expect(await mendUnreadable(await read(), OPTIONS)).toEqual([]);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test('leaves a release whose history holds no whole text', async () => {
    const { folder, read, file } = await sample();
    await writeFile(file, 'damaged');
    const objects = join(dirname(file), 'history', 'objects');
    for (const name of await readdir(objects)) await writeFile(join(objects, name), 'damaged too');
    const before = await filesBelow(folder);
    expect(await mendUnreadable(await read(), OPTIONS)).toEqual([]);
    expect(await filesBelow(folder)).toEqual(before);
  });
});

describe('sweeping', () => {
  const plant = async (path: string, seconds: number) => {
    await writeFile(path, `left ${seconds} s ago`);
    const at = new Date(now().getTime() - seconds * 1000);
    await utimes(path, at, at);
  };
  const names = [
    '.release.json.0123456789ab.tmp',
    'history/objects/.x.0123456789ab.tmp',
    'history/log/.x.0123456789ab.tmp',
  ];

  test('moves temporary files older than a minute aside, wherever saves leave them', async () => {
    const { folder, where } = await sample();
    for (const name of names) await plant(join(folder, where, name), 61);
    const deep = [join(where, 'media'), 'trash/2026-11-20-old--r-old0000001', 'exports', 'removals', 'look'];
    for (const name of deep) {
      await mkdir(join(folder, name), { recursive: true });
      await plant(join(folder, name, '.x.0123456789ab.tmp'), 61);
    }
    await plant(join(folder, '.people.json.0123456789ab.tmp'), 61);
    await plant(join(folder, where, '.release.json.ba9876543210.tmp'), 59);
    expect(await sweepTemporary(folder, { now, fs: nodeFileSystem, mayGoOn: () => true })).toBe(9);
    const left = Object.entries(await filesBelow(folder)).filter(([, text]) => text.startsWith('left '));
    expect(left.map(([path, text]) => [path.includes('quarantine/'), text]).sort()).toEqual([
      [false, 'left 59 s ago'],
      ...Array.from({ length: 9 }, () => [true, 'left 61 s ago']),
    ]);
    // What lies there now is nobody's, and stays.
    expect(await sweepTemporary(folder, { now, fs: nodeFileSystem, mayGoOn: () => true })).toBe(0);
  });

  test('deletes them in the app’s own data, and nothing else there', async () => {
    const data = await temporary();
    const place = join(data, 'recovery', '0123456789abcdef');
    await mkdir(place, { recursive: true });
    await plant(join(place, 'r-test0001.a.json'), 61);
    await plant(join(place, '.r-test0001.b.json.0123456789ab.tmp'), 61);
    await plant(join(place, '.r-test0001.b.json.ba9876543210.tmp'), 59);
    await mkdir(join(data, 'Cache'));
    await plant(join(data, 'Cache', '.somebody.0123456789ab.tmp'), 61);
    expect(await sweepOwnData(data, { now, fs: nodeFileSystem, mayGoOn: () => true })).toBe(1);
    expect(Object.keys(await filesBelow(data)).sort()).toEqual([
      'Cache/.somebody.0123456789ab.tmp',
      'recovery/0123456789abcdef/.r-test0001.b.json.ba9876543210.tmp',
      'recovery/0123456789abcdef/r-test0001.a.json',
    ]);
  });

  test('ends when the newsroom is another program’s', async () => {
    const { folder, where } = await sample();
    await plant(join(folder, where, names[0] ?? ''), 61);
    const before = await filesBelow(folder);
    expect(await sweepTemporary(folder, { now, fs: nodeFileSystem, mayGoOn: () => false })).toBe(0);
    expect(await filesBelow(folder)).toEqual(before);
  });
});
