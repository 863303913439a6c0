import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MediaName } from '../../shared/release/model';
import { image, p, releaseId } from '../../shared/testing/builders';
import { SECRETS, cameraJpeg, png } from '../../shared/testing/pictures';
import { examine } from '../newsroom/doctor';
import { mend } from '../newsroom/mend';
import { FIRST, ID, edited, newDesk, saveText } from '../newsroom/testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';

const temporary = temporaryFolders();
const NEXT_WEEK = () => new Date(Date.now() + 7 * 24 * 60 * 60 * 1_000);

/** A newsroom with one release whose text shows one picture. */
const withPicture = async () => {
  const { store, folder, place } = await newDesk(await temporary());
  const added = valueOf(await store.addMedia(ID, cameraJpeg(640, 480, 6)));
  const release = { ...FIRST, body: [p('Text.'), { ...image({}, 'Caption'), ...added }] };
  const version = await saveText(store, release);
  valueOf(await store.keepSaved(ID, 'Ada'));
  return { store, folder, file: added.file, media: join(await place(), 'media'), version };
};
const codes = async (folder: string): Promise<readonly string[]> =>
  (await examine(folder, { now: NEXT_WEEK })).findings.map(({ code }) => code);

describe('a picture that is taken into a release', () => {
  test('lies there under its hash, once, the right way up and without what a camera wrote in it', async () => {
    const { store, folder, media, file } = await withPicture();
    expect(await readdir(media)).toEqual([file]);
    expect(valueOf(await store.addMedia(ID, cameraJpeg(640, 480, 6)))).toEqual({ file, width: 480, height: 640 });
    expect(await readdir(media)).toEqual([file]);
    const bytes = await readFile(join(media, file));
    for (const secret of SECRETS) expect(bytes.includes(secret)).toBe(false);
    expect(valueOf(await store.media(ID, file))).toEqual(bytes);
    expect(await codes(folder)).toEqual([]);
  });
  test('that is none is refused, and nothing is written', async () => {
    const { store, folder } = await withPicture();
    const before = await filesBelow(folder);
    expect(faultOf(await store.addMedia(ID, new Uint8Array(40))).code).toBe('refused');
    expect(faultOf(await store.addMedia(releaseId('r-gone00001'), png(4, 4))).code).toBe('not-found');
    expect(await filesBelow(folder)).toEqual(before);
  });
  test('is put in the place of a damaged one, which is kept aside', async () => {
    const { store, media, file } = await withPicture();
    await writeFile(join(media, file), 'damaged');
    expect(faultOf(await store.media(ID, file)).code).toBe('unreadable');
    valueOf(await store.addMedia(ID, cameraJpeg(640, 480, 6)));
    expect((await store.media(ID, file)).ok).toBe(true);
    expect(await readdir(media)).toHaveLength(2);
  });
  test('is brought over to another release from where it lies', async () => {
    const { store, file } = await withPicture();
    const other = { ...FIRST, id: releaseId('r-test0002') };
    valueOf(await store.addRelease(other, 'created', 'Ada'));
    expect(faultOf(await store.media(other.id, file)).code).toBe('not-found');
    valueOf(await store.adoptMedia(other.id, file, ID));
    expect((await store.media(other.id, file)).ok).toBe(true);
    const nowhere = `${'0'.repeat(64)}.png` as MediaName;
    expect(faultOf(await store.adoptMedia(other.id, nowhere, ID)).code).toBe('not-found');
  });
});

describe('the doctor', () => {
  test('names a picture that is missing, of the text and of an earlier version', async () => {
    const { store, folder, media, file, version } = await withPicture();
    await rm(join(media, file));
    expect((await examine(folder)).findings).toMatchObject([
      { code: 'media-missing', message: 'A picture of the text is not there.' },
    ]);
    valueOf(await store.saveRelease(edited('Without.'), version, 'Ada'));
    expect((await examine(folder)).findings).toMatchObject([
      { code: 'media-missing', message: 'A picture of an earlier version is not there.' },
    ]);
  });
  test('names one that was altered', async () => {
    const { folder, media, file } = await withPicture();
    await writeFile(join(media, file), (await readFile(join(media, file))).fill(7, 100, 110));
    expect(await codes(folder)).toEqual(['media-altered']);
  });
  test('leaves one that an earlier version needs, and moves aside what none does', async () => {
    const { store, folder, media, file, version } = await withPicture();
    valueOf(await store.saveRelease(edited('Without.'), version, 'Ada'));
    const { file: spare } = valueOf(await store.addMedia(ID, png(8, 8)));
    // It may be wanted by an undo still.
    expect((await examine(folder)).findings).toEqual([]);
    const long = new Date(Date.now() - 25 * 60 * 60 * 1_000);
    await utimes(join(media, spare), long, long);
    expect((await examine(folder)).findings.map(({ code, where }) => [code, where.endsWith(spare)])).toEqual([
      ['media-orphan', true],
    ]);
    await mend(folder, { now: () => new Date(), device: 'test', who: 'Ada' });
    expect(await codes(folder)).toEqual([]);
    expect(await readdir(media)).toEqual([file, 'quarantine']);
    expect(await readdir(join(media, 'quarantine'))).toHaveLength(1);
  });
  test('knows what a sync program kept of a picture', async () => {
    const { store, folder, media, file } = await withPicture();
    const copy = join(media, file.replace('.', ' (Ada’s conflicted copy 2026-11-22).'));
    await writeFile(copy, await readFile(join(media, file)));
    expect(await codes(folder)).toEqual(['conflict-copy']);
    // The copy is all there is of it: it takes its place again.
    await rm(join(media, file));
    await mend(folder, { now: () => new Date(), device: 'test', who: 'Ada' });
    expect((await store.media(ID, file)).ok).toBe(true);
    expect(await codes(folder)).toEqual([]);
  });
});

test('a picture goes to the trash and back with its release', async () => {
  const { store, file } = await withPicture();
  valueOf(await store.moveToTrash(ID, 'Ada'));
  expect(faultOf(await store.media(ID, file)).code).toBe('not-found');
  valueOf(await store.putBack(ID, 'Ada'));
  expect((await store.media(ID, file)).ok).toBe(true);
});

test('a picture goes with a release that is removed', async () => {
  const { store, folder } = await withPicture();
  valueOf(await store.publish(ID, 'Ada'));
  valueOf(await store.remove(ID, { by: 'Ada', reason: 'By order.' }));
  expect(Object.keys(await filesBelow(folder)).filter((path) => path.includes('/media/'))).toEqual([]);
});
