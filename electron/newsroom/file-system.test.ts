import { type mkdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderMaker } from './file-system';

const saying = (code: string) => Object.assign(new Error(code), { code });
/** A disk that has the folders `/disk` and above, and takes no other: told as Node tells it, of several at once as ENOENT. */
const takesNone =
  (why: string) =>
  (path: string, options?: { readonly recursive: boolean }): Promise<undefined> =>
    Promise.reject(saying(options?.recursive !== true && path === '/disk/releases' ? why : 'ENOENT'));

test.each(['EROFS', 'EIO', 'EDQUOT'])('why a folder cannot be made is the disk’s own reason: %s', async (why) => {
  const make = folderMaker(takesNone(why) as typeof mkdir);
  await expect(make('/disk/releases')).rejects.toMatchObject({ code: why });
  await expect(make('/disk/releases/2026/one')).rejects.toMatchObject({ code: why });
});

test('of a disk that is away it is said that nothing is there', async () => {
  const nothing = (() => Promise.reject(saying('ENOENT'))) as typeof mkdir;
  await expect(folderMaker(nothing)('/disk/releases')).rejects.toMatchObject({ code: 'ENOENT' });
});
