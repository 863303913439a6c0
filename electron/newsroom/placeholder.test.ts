import { readFile, readdir, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../shared/release/model';
import { examine } from './doctor';
import { mend } from './mend';
import { readHere } from './placeholder';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';
import { FIRST, ID, edited, newDesk } from './testing-desk';
import { mendUnreadable } from './tidy';

const temporary = temporaryFolders();
const now = () => new Date('2026-11-22T12:00:00.000Z');
const OPTIONS = { now, device: 'desk', who: 'Ada' };

/** As iCloud does: the file is elsewhere, a small one with another name is here. */
const iCloud = async (file: string): Promise<void> => {
  await rename(file, join(dirname(file), `.${basename(file)}.icloud`));
};
/** As files on demand do: the size is there, and nothing on the disk. */
const onDemand = async (file: string): Promise<void> => {
  const { size } = await stat(file);
  await rm(file);
  await writeFile(file, '');
  await truncate(file, size);
};
const empty = (file: string): Promise<void> => writeFile(file, '');

describe('a file that may be a placeholder', () => {
  test('is its bytes, nothing, or away', async () => {
    const file = join(await temporary(), 'a.json');
    expect(await readHere(file)).toBeNull();
    await writeFile(file, '{}');
    expect(await readHere(file)).toEqual(Buffer.from('{}'));
    await onDemand(file);
    expect(await readHere(file)).toBe('away');
    await rm(file);
    await writeFile(join(dirname(file), '.a.json.icloud'), 'bplist');
    expect(await readHere(file)).toBe('away');
  });

  test('of zeros that do stand on the disk is what it is: damaged', async () => {
    const file = join(await temporary(), 'a.json');
    await writeFile(file, Buffer.alloc(9000));
    const { blocks } = await stat(file);
    expect(await readHere(file)).toEqual(blocks === 0 ? 'away' : Buffer.alloc(9000));
  });
});

describe('a release that is not downloaded yet', () => {
  test.each([
    ['iCloud', iCloud],
    ['files on demand', onDemand],
    ['an empty file', empty],
  ])('is shown as that, left alone, and stops an export by its name: %s', async (_what, take) => {
    const { folder, place, reopen } = await newDesk(await temporary());
    await take(join(await place(), 'release.json'));
    const before = await filesBelow(folder);
    const store = await reopen();
    const newsroom = valueOf(await store.read());
    expect(newsroom).toMatchObject({ releases: [], unreadable: [{ code: 'not-downloaded' }] });
    // It is not missing either.
    expect(newsroom.missing).toBeUndefined();
    expect(await mendUnreadable(newsroom, OPTIONS)).toEqual([]);
    expect((await examine(folder, { now })).findings).toMatchObject([{ code: 'not-downloaded' }]);
    expect(await mend(folder, OPTIONS)).toEqual([]);
    expect(faultOf(await store.openRelease(ID)).code).toBe('not-downloaded');
    expect(faultOf(await store.saveRelease(edited('Two.'), 'f'.repeat(64) as never, 'Ada')).code).toBe(
      'not-downloaded',
    );
    expect(faultOf(await store.addRelease(FIRST, 'created', 'Ada')).code).toBe('refused');
    expect(valueOf(await store.contents()).unreadable).toMatchObject([
      { folder: expect.stringMatching(/--r-test0001$/) as string },
    ]);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test('is there as soon as it has come', async () => {
    const { place, store } = await newDesk(await temporary());
    const file = join(await place(), 'release.json');
    const text = await readFile(file, 'utf8');
    await iCloud(file);
    expect(valueOf(await store.read()).releases).toEqual([]);
    await rename(join(await place(), '.release.json.icloud'), file);
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(valueOf(await store.read()).releases).toHaveLength(1);
  });
});

describe('other files that are not downloaded yet', () => {
  test('people.json: nobody is saved in its place', async () => {
    const { folder, store } = await newDesk(await temporary());
    await iCloud(join(folder, 'people.json'));
    const person = {
      id: 'p-ada-price' as PersonId,
      kind: 'person' as const,
      name: 'Ada Price',
      alsoKnownAs: [],
      roles: [],
      approvalsContact: '',
    };
    expect(faultOf(await store.savePerson(person, null)).code).toBe('not-downloaded');
    expect(await readdir(folder)).not.toContain('people.json');
    expect(faultOf(await store.contents()).code).toBe('not-downloaded');
  });

  test('newsroom.json: it is a newsroom that has not come yet', async () => {
    const { folder, store } = await newDesk(await temporary());
    await onDemand(join(folder, 'newsroom.json'));
    expect(faultOf(await store.read()).code).toBe('not-downloaded');
  });

  test('a log of the history: no other is begun', async () => {
    const { log, reopen } = await newDesk(await temporary());
    const file = await log();
    await iCloud(file);
    const store = await reopen();
    const { release, version } = valueOf(await store.openRelease(ID));
    expect(faultOf(await store.saveRelease({ ...release, headline: 'X' }, version, 'Ada'))).toMatchObject({
      code: 'disk',
      message: expect.stringMatching(/not downloaded yet/) as string,
    });
    expect(await readdir(dirname(file))).toEqual([`.${basename(file)}.icloud`]);
  });

  test.each([
    ['iCloud', iCloud],
    ['files on demand', onDemand],
  ])('a log of another computer: a removal waits for it, and who did what stays: %s', async (_what, take) => {
    const { log, store, reopen, place } = await newDesk(await temporary());
    valueOf(await (await reopen({ device: 'laptop' })).nameDraft(ID, 'Legal', 'Ben'));
    valueOf(await store.publish(ID, 'Ada'));
    const theirs = join(dirname(await log()), 'laptop.jsonl');
    const lines = await readFile(theirs, 'utf8');
    await take(theirs);
    const before = await filesBelow(await place());
    const asked = { by: 'Ada', reason: 'A court order.' };
    expect(faultOf(await store.remove(ID, asked)).message).toMatch(/not downloaded yet/);
    expect(await filesBelow(await place())).toEqual(before);
    await rm(join(dirname(theirs), '.laptop.jsonl.icloud'), { force: true });
    await writeFile(theirs, lines);
    expect(valueOf(await store.remove(ID, null)).release.state).toBe('removed');
    const names = await readdir(join(await place(), 'history', 'log'));
    expect(names).toContain('laptop.jsonl');
    expect(valueOf(await store.versions(ID)).map(({ who, kind }) => [who, kind])).toContainEqual(['Ben', 'draft']);
  });

  test('how the settings stood: no change is noted in its place', async () => {
    const { folder, store } = await newDesk(await temporary());
    const { settings } = valueOf(await store.read());
    valueOf(await store.saveSettings({ ...settings, organisation: 'Council' }, settings, 'Ada'));
    const file = join(folder, 'history', 'settings', 'desk.jsonl');
    await onDemand(file);
    const before = await filesBelow(folder);
    const now = { ...settings, organisation: 'Council' };
    expect(faultOf(await store.saveSettings(settings, now, 'Ada')).message).toMatch(/not downloaded yet/);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test('a text of the history is away, not altered', async () => {
    const { place, version, store, folder } = await newDesk(await temporary());
    await onDemand(join(await place(), 'history', 'objects', `${version}.json`));
    expect(faultOf(await store.version(ID, version)).code).toBe('not-downloaded');
    expect((await examine(folder, { now })).findings).toMatchObject([{ code: 'not-downloaded' }]);
  });
});
