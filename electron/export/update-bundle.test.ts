import { mkdir, readFile, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { TROUBLES, filesBelow, temporaryFolders, troubledFileSystem, valueOf } from '../newsroom/testing';
import { existingBundle, putBack } from './bundle-folder';
import { type SealedFile, seal } from './seal';
import { finishUpdates } from './update-bundle';
import { verifyBundle } from './verify-bundle';
import { writeBundle } from './write-bundle';

const temporary = temporaryFolders();
const about = { organisation: 'Eastmere', asOf: '2026-11-20T09:00:00.000Z', preview: false };
const bag = (files: Readonly<Record<string, string>>): SealedFile[] => [
  ...seal(
    Object.entries({ 'bundle.json': canonicalJson({ format: 1, madeBy: 'Standfirst' }), ...files }).map(
      ([name, contents]) => ({ path: name, contents }),
    ),
    about,
  ),
];
const textsOf = (files: readonly SealedFile[]): Record<string, string> =>
  Object.fromEntries(files.map(({ path: name, bytes }) => [name, Buffer.from(bytes).toString('latin1')]));
const hashesOf = (files: readonly SealedFile[]): ReadonlyMap<string, string> =>
  new Map(files.map(({ path: name, hash }) => [name, hash]));

/** One page changed, one new in a folder that is not there yet, one gone, one as it was. */
const OLD = bag({ 'index.html': 'old list', 'news/2025/01/gone.html': 'gone', 'about.html': 'same' });
const NEW = bag({ 'index.html': 'new list', 'news/2026/11/come.html': 'come', 'about.html': 'same' });

const withOld = async () => {
  const home = await temporary();
  const out = path.join(home, 'out');
  valueOf(await writeBundle(out, OLD));
  return { home, out };
};
/** Puts the new one in place of the old one, file by file. */
const update = (out: string, fs: Parameters<typeof writeBundle>[2] = undefined) => {
  const [before, after] = [hashesOf(OLD), hashesOf(NEW)];
  const changed = NEW.filter(({ path: name, hash }) => before.get(name) !== hash);
  return writeBundle(out, changed, fs, { before, whole: () => after });
};
const isWhole = async (out: string): Promise<'old' | 'new'> => {
  const found = await filesBelow(out);
  const which = found['data/index.html'] === 'new list' ? 'new' : 'old';
  expect(found).toEqual(textsOf(which === 'new' ? NEW : OLD));
  expect((await verifyBundle(out)).ok).toBe(true);
  return which;
};

describe('a few files of a bundle that change', () => {
  test.each(TROUBLES)(
    'are all as they were or all as they are to be, whichever call goes wrong (%s)',
    async (trouble) => {
      const outcomes = new Set<string>();
      for (let at = 1; ; at += 1) {
        const { home, out } = await withOld();
        const fs = troubledFileSystem(at, trouble);
        const done = await update(out, fs);
        if (fs.calls() < at) {
          expect(await isWhole(out)).toBe('new');
          expect(await readdir(home)).toEqual(['out']);
          break;
        }
        // What a person is told is true at once, also before anything is mended.
        if (!done.ok && done.fault.message.endsWith('The last one is as it was.'))
          expect(await isWhole(out)).toBe('old');
        await putBack(out);
        const which = await isWhole(out);
        outcomes.add(which);
        if (done.ok) expect(which).toBe('new');
        expect((await readdir(home)).filter((name) => /\.(?:update|before)-/.test(name))).toEqual([]);
        expect((await existingBundle(out)).ok).toBe(true);
      }
      expect([...outcomes].sort()).toEqual(trouble === 'slow' ? ['new'] : ['new', 'old']);
    },
  );

  test('are put in place by the next start, whichever of its own calls it is killed in', async () => {
    for (let first = 1; ; first += 1) {
      const { home, out } = await withOld();
      const fs = troubledFileSystem(first, 'killed');
      valueOfKilled(await update(out, fs));
      if (fs.calls() < first) return;
      if (!(await readdir(home)).some((name) => /^out.update-.*json$/.test(name))) continue;
      for (let second = 1; ; second += 1) {
        const again = troubledFileSystem(second, 'killed');
        await finishUpdates(out, again).catch(() => 0);
        if (again.calls() < second) break;
      }
      expect(await isWhole(out)).toBe('new');
      expect(await readdir(home)).toEqual(['out']);
    }
  });
});

describe('what says how an update goes on', () => {
  /** A folder in which an update was cut short right after it was decided. */
  const cutShort = async () => {
    for (let at = 1; ; at += 1) {
      const { home, out } = await withOld();
      await update(out, troubledFileSystem(at, 'killed'));
      const [journal] = (await readdir(home)).filter((name) => /^out\.update-.*\.json$/.test(name));
      if (journal !== undefined) return { home, out, journal: path.join(home, journal) };
    }
  };

  test('is not followed out of the bundle, nor where it cannot be read', async () => {
    for (const text of [
      'half a jour',
      '{"staging":"out.making-0a1b2c3d","put":["../../letter.txt"],"remove":[]}',
      '{"staging":"../out.making-0a1b2c3d","put":[],"remove":["data/index.html"]}',
      '{"staging":"out.making-0a1b2c3d","put":[],"remove":["/etc/hosts"]}',
    ]) {
      const { out, journal } = await cutShort();
      await writeFile(journal, text);
      await finishUpdates(out);
      expect(await readFile(journal, 'utf8')).toBe(text);
      expect(await isWhole(out)).toBe('old');
    }
  });

  test('is not followed through a link that leads out of the bundle', async () => {
    for (const inside of ['data', 'data/news/2026']) {
      const { home, out } = await cutShort();
      const own = path.join(home, 'own');
      await rename(path.join(out, 'data'), own);
      await mkdir(path.join(own, 'news/2026'), { recursive: true });
      await mkdir(path.dirname(path.join(out, inside)), { recursive: true });
      await symlink(path.join(own, path.relative('data', inside)), path.join(out, inside));
      const before = await filesBelow(own);
      expect(await finishUpdates(out)).toBe(0);
      expect(await filesBelow(own)).toEqual(before);
    }
  });

  test('is not followed where a link stands for what is to be put in place, or it is another folder’s', async () => {
    for (const name of ['out.making-0a1b2c3d', 'own.making-0a1b2c3d']) {
      const { home, out, journal } = await cutShort();
      const [staging = ''] = (await readdir(home)).filter((each) => each.startsWith('out.making-'));
      const own = path.join(home, name.startsWith('own') ? name : 'own');
      await rename(path.join(home, staging), own);
      if (name.startsWith('out')) await symlink(own, path.join(home, name));
      const before = await filesBelow(own);
      await writeFile(journal, (await readFile(journal, 'utf8')).replace(staging, name));
      expect(await finishUpdates(out)).toBe(0);
      expect(await filesBelow(own)).toEqual(before);
      expect(await isWhole(out)).toBe('old');
    }
  });

  test('is not followed where what was to be put in place is not there whole', async () => {
    const { home, out } = await cutShort();
    const [staging] = (await readdir(home)).filter((name) => name.startsWith('out.making-'));
    await rm(path.join(home, staging ?? '', 'data', 'index.html'));
    await finishUpdates(out);
    expect(await isWhole(out)).toBe('old');
  });
});

const valueOfKilled = (done: unknown): void => expect(done).toHaveProperty('ok');
