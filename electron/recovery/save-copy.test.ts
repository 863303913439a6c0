import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { p, release } from '../../shared/testing/builders';
import { nodeFileSystem } from '../newsroom/file-system';
import { faultOf, filesBelow, temporaryFolders, troubledFileSystem } from '../newsroom/testing';
import { copyName, writeCopy } from './save-copy';

const temporary = temporaryFolders();
const words = release({ headline: 'New paths: one', body: [p('Typed.')] });

describe('a copy of a release', () => {
  test('is the release whole, and its text beside it', async () => {
    const folder = await temporary();
    const path = join(folder, 'copy.json');
    expect(await writeCopy(path, words, nodeFileSystem)).toEqual({ ok: true, value: path });
    const files = await filesBelow(folder);
    expect(Object.keys(files).sort()).toEqual(['copy.json', 'copy.txt']);
    expect(files['copy.json']).toBe(canonicalJson(words));
    expect(files['copy.txt']).toContain('Typed.');
  });

  test('is called .json also where the writer did not say so', async () => {
    const folder = await temporary();
    await writeCopy(join(folder, 'Copy of mine'), words, nodeFileSystem);
    expect(Object.keys(await filesBelow(folder)).sort()).toEqual(['Copy of mine.json', 'Copy of mine.txt']);
  });

  test('leaves a text that nobody was asked about', async () => {
    const folder = await temporary();
    await writeFile(join(folder, 'copy.txt'), 'Mine.');
    await writeCopy(join(folder, 'copy.json'), words, nodeFileSystem);
    await writeCopy(join(folder, 'copy.json'), words, nodeFileSystem);
    const files = await filesBelow(folder);
    expect(Object.keys(files).sort()).toEqual(['copy 2.txt', 'copy.json', 'copy.txt']);
    expect(files['copy.txt']).toBe('Mine.');
  });

  test('that cannot be written is a fault, and leaves no half of it', async () => {
    const folder = await temporary();
    const fault = faultOf(await writeCopy(join(folder, 'copy.json'), words, troubledFileSystem(2, 'ENOSPC')));
    expect(fault).toMatchObject({ code: 'disk', where: join(folder, 'copy.json') });
    expect(await filesBelow(folder)).toEqual({});
  });

  test('is proposed under the headline', () => {
    expect(copyName(words)).toBe('new-paths-one.json');
  });
});
