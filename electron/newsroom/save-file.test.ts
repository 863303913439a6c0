import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from './file-system';
import { isTemporaryName, saveFile, saveFiles, systemCode } from './save-file';
import { type Trouble, filesBelow, temporaryFolders, troubledFileSystem } from './testing';

const temporary = temporaryFolders();
const OLD = 'the old text, whole\n';
const NEW = 'the new text, whole, and longer than the old one\n';

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => '', systemCode);

describe('saving a file', () => {
  test('writes text and bytes as they are and leaves nothing else behind', async () => {
    const folder = await temporary();
    await saveFile(join(folder, 'a.txt'), 'Tŷ 🏠\n');
    await saveFile(join(folder, 'b.bin'), new Uint8Array([0, 255, 10, 13]));
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('Tŷ 🏠\n');
    expect([...(await readFile(join(folder, 'b.bin')))]).toEqual([0, 255, 10, 13]);
    expect(Object.keys(await filesBelow(folder)).sort()).toEqual(['a.txt', 'b.bin']);
  });

  test('goes on after a write that wrote less than it was given', async () => {
    const folder = await temporary();
    const slow = {
      ...nodeFileSystem,
      createExclusive: async (path: string) => {
        const file = await nodeFileSystem.createExclusive(path);
        return { ...file, write: (bytes: Uint8Array, offset: number) => file.write(bytes, offset, 1) };
      },
    };
    await saveFile(join(folder, 'a.txt'), NEW, slow);
    expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe(NEW);
  });

  const clean = async (): Promise<number> => {
    const fs = troubledFileSystem(0, 'EIO');
    await saveFile(join(await temporary(), 'a.txt'), NEW, fs);
    return fs.calls();
  };

  test.each<Trouble>(['ENOSPC', 'EIO', 'EACCES', 'short write', 'killed'])(
    'leaves the old file or the new one, whole, whichever call fails with %s',
    async (trouble) => {
      for (let at = 1; at <= (await clean()); at += 1) {
        const folder = await temporary();
        const path = join(folder, 'a.txt');
        await writeFile(path, OLD);
        const failed = await codeOf(saveFile(path, NEW, troubledFileSystem(at, trouble)));
        const text = await readFile(path, 'utf8');
        expect([OLD, NEW]).toContain(text);
        if (failed === '') expect(text).toBe(NEW);
        const others = Object.keys(await filesBelow(folder)).filter((name) => name !== 'a.txt');
        if (trouble === 'killed') expect(others.every(isTemporaryName)).toBe(true);
        else expect(others, `call ${at}`).toEqual([]);
      }
    },
  );

  test('says ENOSPC where a full disk cut the write short without an error', async () => {
    const path = join(await temporary(), 'a.txt');
    // Calls: make the file, first write (cut), second write (nothing more fits).
    expect(await codeOf(saveFile(path, NEW, troubledFileSystem(2, 'short write')))).toBe('ENOSPC');
  });

  test('finds out by its size that a write lied', async () => {
    const folder = await temporary();
    const lying = {
      ...nodeFileSystem,
      createExclusive: async (path: string) => ({
        ...(await nodeFileSystem.createExclusive(path)),
        write: (_bytes: Uint8Array, _offset: number, length: number) => Promise.resolve(length),
      }),
    };
    await writeFile(join(folder, 'a.txt'), OLD);
    expect(await codeOf(saveFile(join(folder, 'a.txt'), NEW, lying))).toBe('EIO');
    expect(await filesBelow(folder)).toEqual({ 'a.txt': OLD });
  });

  test('finds out by reading it back that other bytes were written', async () => {
    const folder = await temporary();
    const garbling = {
      ...nodeFileSystem,
      createExclusive: async (path: string) => {
        const file = await nodeFileSystem.createExclusive(path);
        const write = (bytes: Uint8Array, offset: number, length: number) =>
          file.write(
            bytes.map(() => 0),
            offset,
            length,
          );
        return { ...file, write };
      },
    };
    await writeFile(join(folder, 'a.txt'), OLD);
    expect(await codeOf(saveFile(join(folder, 'a.txt'), NEW, garbling))).toBe('EIO');
    expect(await filesBelow(folder)).toEqual({ 'a.txt': OLD });
  });

  // Linux keeps folders there that cannot be synced, as some network shares are.
  test.skipIf(process.platform !== 'linux')('takes a folder that cannot be synced as it is', async () => {
    await expect(nodeFileSystem.syncFolder('/proc')).resolves.toBeUndefined();
    expect(await codeOf(nodeFileSystem.syncFolder('/proc/nowhere'))).toBe('ENOENT');
  });

  test('tries a rename again that another program blocked', async () => {
    const path = join(await temporary(), 'a.txt');
    let blocked = 2;
    const busy = {
      ...nodeFileSystem,
      renameRetries: [1, 1, 1],
      rename: async (from: string, to: string) => {
        blocked -= 1;
        if (blocked >= 0) throw Object.assign(new Error('busy'), { code: 'EBUSY' });
        await nodeFileSystem.rename(from, to);
      },
    };
    await saveFile(path, NEW, busy);
    expect(await readFile(path, 'utf8')).toBe(NEW);
  });

  test('gives its temporary files names by which they are known', async () => {
    const folder = await temporary();
    const seen: string[] = [];
    const watched = {
      ...nodeFileSystem,
      createExclusive: (path: string) => {
        seen.push(path.slice(folder.length + 1));
        return nodeFileSystem.createExclusive(path);
      },
    };
    await saveFile(join(folder, 'release.json'), NEW, watched);
    expect(seen.map(isTemporaryName)).toEqual([true]);
    expect(['release.json', '.gitignore', 'a.tmp'].some(isTemporaryName)).toBe(false);
  });
});

describe('saving a file and what is made from it', () => {
  const both = (folder: string) => [
    { path: join(folder, 'a.json'), contents: NEW },
    { path: join(folder, 'a.txt'), contents: NEW },
  ];
  const started = async (): Promise<string> => {
    const folder = await temporary();
    for (const { path } of both(folder)) await writeFile(path, OLD);
    return folder;
  };
  const standing = async (folder: string): Promise<string> =>
    (
      await Promise.all(both(folder).map(async ({ path }) => ((await readFile(path, 'utf8')) === NEW ? 'new' : 'old')))
    ).join(' ');

  test('puts both in their places', async () => {
    const folder = await started();
    await saveFiles(both(folder));
    expect(await standing(folder)).toBe('new new');
    expect(Object.keys(await filesBelow(folder)).sort()).toEqual(['a.json', 'a.txt']);
  });

  test.each<Trouble>(['ENOSPC', 'EIO', 'EACCES', 'short write', 'killed'])(
    'the second is never newer than the first, and no call but the last rename parts them, whichever fails with %s',
    async (trouble) => {
      const counted = troubledFileSystem(0, 'EIO');
      await saveFiles(both(await started()), counted);
      const seen: string[] = [];
      for (let at = 1; at <= counted.calls(); at += 1) {
        const folder = await started();
        await saveFiles(both(folder), troubledFileSystem(at, trouble)).catch(() => undefined);
        seen.push(await standing(folder));
        const others = Object.keys(await filesBelow(folder)).filter((name) => !name.startsWith('a.'));
        if (trouble === 'killed') expect(others.every(isTemporaryName)).toBe(true);
        else expect(others, `call ${at}`).toEqual([]);
      }
      expect(seen.filter((each) => each === 'old new')).toEqual([]);
      expect(seen.filter((each) => each === 'new old').length).toBeLessThanOrEqual(1);
      expect(seen).toContain('old old');
    },
  );

  test('neither is touched where another program wrote the first meanwhile', async () => {
    const folder = await started();
    const [first, second] = both(folder);
    if (first === undefined || second === undefined) throw new Error('There are two');
    const saved = saveFiles([{ ...first, instead: Buffer.from('what nobody wrote') }, second]);
    await expect(saved).rejects.toThrow('was changed outside');
    expect(await standing(folder)).toBe('old old');
    expect(Object.keys(await filesBelow(folder)).sort()).toEqual(['a.json', 'a.txt']);
  });
});
