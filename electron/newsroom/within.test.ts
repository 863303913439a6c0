import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { faultOf, temporaryFolders } from './testing';
import { apartFrom, isWithin } from './within';

const temporary = temporaryFolders();

describe('a folder within another', () => {
  test.each([
    ['a', 'a', true],
    ['a/b', 'a', true],
    ['a/..b', 'a', true],
    ['b', 'a', false],
    ['ab', 'a', false],
    ['..', 'a', false],
  ])('%s in %s: %s', (folder, other, is) => {
    expect(isWithin(join('/top', folder), join('/top', other))).toBe(is);
  });
});

describe('the folder for a bundle', () => {
  test('is neither the newsroom, nor in it, nor around it', async () => {
    const home = await temporary();
    const newsroom = join(home, 'newsroom');
    await mkdir(newsroom);
    for (const out of [newsroom, join(newsroom, 'site', 'new'), join(newsroom, '..site'), home])
      expect(faultOf(await apartFrom(newsroom, out))).toMatchObject({ code: 'refused', where: out });
    for (const out of [join(home, 'site'), join(home, 'newsroom-site'), join(home, 'a', 'b')])
      expect((await apartFrom(newsroom, out)).ok).toBe(true);
  });

  // To make a link to a folder needs rights of its own on Windows.
  test.skipIf(process.platform === 'win32')('is not in it by way of a link either', async () => {
    const home = await temporary();
    await mkdir(join(home, 'newsroom'));
    await symlink(join(home, 'newsroom'), join(home, 'desk'));
    expect((await apartFrom(join(home, 'newsroom'), join(home, 'desk', 'site'))).ok).toBe(false);
    expect((await apartFrom(join(home, 'desk'), join(home, 'newsroom', 'site'))).ok).toBe(false);
  });
});
