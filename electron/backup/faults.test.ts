import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newDesk } from '../newsroom/testing-desk';
import { isTemporaryName } from '../newsroom/save-file';
import { TROUBLES, faultOf, filesBelow, temporaryFolders, troubledFileSystem, valueOf } from '../newsroom/testing';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore';
import { backedUp, changeSomething } from './testing';
import { checkBackup } from './zip-in';

const temporary = temporaryFolders();
const FIRST = () => new Date('2026-11-22T14:00:00.000Z');
const SECOND = () => new Date('2026-11-23T14:00:00.000Z');

/** A small newsroom with one backup; something has changed since. */
const begin = async () => {
  const place = await temporary();
  const { folder: newsroom } = await newDesk(place);
  const to = join(place, 'backups');
  const first = valueOf(await makeBackup({ newsroom, to, why: 'daily', now: FIRST }));
  await changeSomething(newsroom);
  return { place, newsroom, to, first: join(to, first.backup.name), name: first.backup.name };
};

describe('whichever call to the disk fails', () => {
  test.each(TROUBLES)('with %s, a backup is there whole or not at all, and the one before stays', async (trouble) => {
    const { newsroom, to, first, name } = await begin();
    const before = await filesBelow(newsroom);
    const bytes = await readFile(first);
    for (let at = 1; ; at += 1) {
      const fs = troubledFileSystem(at, trouble);
      const made = await makeBackup({ newsroom, to, why: 'daily', now: SECOND, fs });
      const names = (await readdir(to)).filter((each) => each !== name);
      const whole = names.filter((each) => !isTemporaryName(each));
      for (const each of whole) expect((await checkBackup(join(to, each))).ok).toBe(true);
      expect(await readFile(first)).toEqual(bytes);
      if (trouble !== 'killed') expect(names, `call ${at}`).toEqual(whole);
      if (made.ok) expect(whole).toEqual([made.value.backup.name]);
      else expect(faultOf(made).where).toBeTruthy();
      for (const each of names) await rm(join(to, each));
      if (made.ok && fs.calls() < at) break;
    }
    expect(await filesBelow(newsroom)).toEqual(before);
  });

  test.each(TROUBLES)('with %s, a restored newsroom is there whole or not at all', async (trouble) => {
    const { place, newsroom, first } = await begin();
    const data = join(place, 'data');
    const expected = await backedUp(newsroom);
    delete expected['empty.txt'];
    for (const wasThere of [false, true])
      for (let at = 1; ; at += 1) {
        const folder = join(place, 'new', 'restored');
        if (wasThere) await mkdir(folder, { recursive: true });
        const fs = troubledFileSystem(at, trouble);
        const restored = await restoreBackup({ file: first, folder, data, now: SECOND, fs });
        const there = await filesBelow(place);
        const isNewsroom = 'new/restored/newsroom.json' in there;
        // All that a kill leaves is no newsroom, or a whole one.
        if (restored.ok || (trouble === 'killed' && isNewsroom)) expect(await filesBelow(folder)).toEqual(expected);
        else if (trouble !== 'killed') {
          expect(Object.keys(there).filter((path) => path.startsWith('new/'))).toEqual([]);
          expect(await readdir(place)).toEqual(expect.arrayContaining(wasThere ? ['new'] : []));
        }
        await rm(join(place, 'new'), { recursive: true, force: true });
        if (restored.ok && fs.calls() < at) break;
      }
  });
});

test('a newsroom with a file that cannot be read is not backed up in part, and the file is named', async () => {
  const { newsroom, to } = await begin();
  await mkdir(join(newsroom, 'odd'));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) return; // root may read everything
  await writeFile(join(newsroom, 'odd', 'closed.txt'), 'x', { mode: 0o000 });
  const fault = faultOf(await makeBackup({ newsroom, to, why: 'daily', now: SECOND }));
  expect(fault).toMatchObject({ code: 'disk', where: join(newsroom, 'odd', 'closed.txt') });
});

test('a backup does not go into the newsroom', async () => {
  const { newsroom } = await begin();
  const made = await makeBackup({ newsroom, to: join(newsroom, 'backups'), why: 'asked', now: SECOND });
  expect(faultOf(made).code).toBe('refused');
});

test('one that is called off leaves nothing', async () => {
  const { newsroom, to, name } = await begin();
  let asked = 0;
  const mayGoOn = () => (asked += 1) < 3;
  const made = await makeBackup({ newsroom, to, why: 'daily', now: SECOND, mayGoOn });
  expect(faultOf(made).code).toBe('cancelled');
  expect(await readdir(to)).toEqual([name]);
});
