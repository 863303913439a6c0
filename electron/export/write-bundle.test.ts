import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { TROUBLES, faultOf, filesBelow, temporaryFolders, troubledFileSystem, valueOf } from '../newsroom/testing';
import { existingBundle, lastAside, putBack } from './bundle-folder';
import { hashOf, seal } from './seal';
import { verifyBundle } from './verify-bundle';
import { writeBundle } from './write-bundle';

const temporary = temporaryFolders();
const bundleOf = (words: string) => [
  { path: 'news/2026/11/bridge.html', contents: `${words} page` },
  { path: 'bundle.json', contents: canonicalJson({ format: 1, madeBy: 'Standfirst', words }) },
  { path: 'index.html', contents: `${words} list` },
];
const bagOf = (words: string) => [
  ...seal(bundleOf(words), { organisation: words, asOf: '2026-11-20T09:00:00.000Z', preview: false }),
];
/** A folder with an old bundle in it, and what it holds. */
const withOld = async () => {
  const home = await temporary();
  const out = join(home, 'out');
  valueOf(await writeBundle(out, bagOf('old')));
  return { home, out, before: await filesBelow(out) };
};
const wordsIn = async (out: string) => (await filesBelow(out))['data/index.html'];

describe('a bundle that is written over another', () => {
  test.each(TROUBLES)('stands whole, or the old one does, whichever call goes wrong (%s)', async (trouble) => {
    for (let at = 1; ; at += 1) {
      const { home, out } = await withOld();
      const fs = troubledFileSystem(at, trouble);
      const written = await writeBundle(out, bagOf('new'), fs);
      if (fs.calls() < at) {
        expect(written).toEqual({ ok: true, value: [] });
        expect(await readdir(home)).toEqual(['out']);
        return;
      }
      const { message } = written.ok ? { message: '' } : written.fault;
      if (message.endsWith('The last one is as it was.')) expect(await wordsIn(out)).toBe('old list');
      await putBack(out);
      expect(await wordsIn(out)).toBe(written.ok ? 'new list' : 'old list');
      expect((await verifyBundle(out)).ok).toBe(true);
      // A note names what could not be cleared away, and a failure that can clear up does.
      const aside = (await readdir(home)).filter((name) => name !== 'out');
      if (written.ok) for (const name of aside) expect(written.value).toEqual([expect.stringContaining(name)]);
      else if (trouble !== 'killed') expect(aside).toEqual([]);
      // And the next export goes on as ever.
      expect((await existingBundle(out)).ok).toBe(true);
      expect(await writeBundle(out, bagOf('newer'))).toEqual({ ok: true, value: [] });
      expect(await wordsIn(out)).toBe('newer list');
    }
  });

  test('an error of the program is not told as the disk’s', async () => {
    const { out } = await withOld();
    const fs: FileSystem = { ...nodeFileSystem, makeFolder: () => Promise.reject(new TypeError('a bug')) };
    await expect(writeBundle(out, bagOf('new'), fs)).rejects.toThrow('a bug');
  });

  test('keeps aside what somebody put into the old one meanwhile', async () => {
    const { home, out } = await withOld();
    let isPut = false;
    const fs: FileSystem = {
      ...nodeFileSystem,
      makeFolder: async (path) => {
        if (!isPut) await writeFile(join(out, 'mine.txt'), 'Keep this');
        isPut = true;
        return nodeFileSystem.makeFolder(path);
      },
    };
    const [note, ...more] = valueOf(await writeBundle(out, bagOf('new'), fs)) ?? [];
    expect(more).toEqual([]);
    const [aside = ''] = (await readdir(home)).filter((name) => name !== 'out');
    expect(note).toContain(aside);
    expect(note).toContain('mine.txt');
    expect((await filesBelow(join(home, aside)))['mine.txt']).toBe('Keep this');
    expect(await wordsIn(out)).toBe('new list');
  });
});

describe('a bundle that lies aside', () => {
  test('is read where it lies, and put back', async () => {
    const { home, out, before } = await withOld();
    await rename(out, `${out}.before-0a1b2c3d`);
    expect(valueOf(await existingBundle(out)).hashes.size).toBe(6);
    expect(await readdir(home)).toEqual(['out.before-0a1b2c3d']);
    expect(await putBack(out)).toBe(`${out}.before-0a1b2c3d`);
    expect(await filesBelow(out)).toEqual(before);
    expect(await putBack(out)).toBeNull();
  });

  test('of several is the one whose next bundle lies there too', async () => {
    const { out } = await withOld();
    await rename(out, `${out}.before-00000001`);
    valueOf(await writeBundle(out, bagOf('older')));
    await rename(out, `${out}.before-00000002`);
    await mkdir(`${out}.making-00000001`);
    expect(await lastAside(out)).toBe(`${out}.before-00000001`);
  });

  test('is not put over anything, nor is what is no whole bundle put back', async () => {
    const { home, out } = await withOld();
    await rename(out, `${out}.before-0a1b2c3d`);
    await writeFile(out, 'mine');
    expect(await putBack(out)).toBeNull();
    await rm(out);
    await rm(join(`${out}.before-0a1b2c3d`, 'data', 'index.html'));
    expect(await putBack(out)).toBeNull();
    expect(await readdir(home)).toEqual(['out.before-0a1b2c3d']);
  });
});

describe('a folder that is not ours to replace', () => {
  test.each([
    ['a bag of another program, its manifest whole', { 'data/letter.txt': 'Dear all' }],
    ['such a bag with a bundle.json of its own', { 'data/bundle.json': '{"format":1}', 'data/letter.txt': 'Dear all' }],
    ['such a bag whose bundle.json is no JSON', { 'data/bundle.json': 'Standfirst' }],
  ])('%s', async (_, files) => {
    const out = join(await temporary(), 'bag');
    const lines: string[] = [];
    for (const [name, text] of Object.entries(files)) {
      await mkdir(join(out, name, '..'), { recursive: true });
      await writeFile(join(out, name), text);
      lines.push(`${hashOf(text)}  ${name}\n`);
    }
    const tag = `${hashOf(lines.join(''))}  manifest-sha256.txt\n`;
    await writeFile(join(out, 'manifest-sha256.txt'), lines.join(''));
    await writeFile(join(out, 'tagmanifest-sha256.txt'), tag);
    const fault = faultOf(await existingBundle(out));
    expect(fault).toMatchObject({ code: 'not-empty', where: out });
    expect(fault.message).toContain('choose another');
  });

  test('a bundle in which somebody changed a page', async () => {
    const { out } = await withOld();
    await writeFile(join(out, 'data', 'index.html'), 'mended by hand');
    expect(faultOf(await existingBundle(out)).message).toContain('“data/index.html”, which was changed');
    await rm(join(out, 'data', 'index.html'));
    expect([...valueOf(await existingBundle(out)).hashes.keys()]).toEqual([
      'data/bundle.json',
      'data/news/2026/11/bridge.html',
      'bag-info.txt',
      'bagit.txt',
      'manifest-sha256.txt',
    ]);
  });

  // To make a link to a folder needs rights of its own on Windows.
  test.skipIf(process.platform === 'win32')('a link to a folder, also to an empty one and to none', async () => {
    const { home, out } = await withOld();
    await mkdir(join(home, 'empty'));
    for (const [name, to] of [
      ['one', out],
      ['two', join(home, 'empty')],
      ['three', join(home, 'gone')],
    ] as const) {
      await symlink(to, join(home, name));
      const fault = faultOf(await existingBundle(join(home, name)));
      expect(fault.code).toBe('refused');
      expect(fault.message).toContain('link');
    }
  });
});
