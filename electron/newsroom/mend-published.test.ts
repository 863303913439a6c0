import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { mend } from './mend';
import type { NewsroomStore } from './model';
import { ID, newDesk } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';
import { mendUnreadable } from './tidy';

const temporary = temporaryFolders();

describe('a release whose file is damaged after it was published', () => {
  const mendedAfter = async (work: (desk: Awaited<ReturnType<typeof newDesk>>) => Promise<void>): Promise<Release> => {
    const desk = await newDesk(await temporary());
    valueOf(await desk.store.publish(ID, 'Ada'));
    await work(desk);
    await desk.store.settled();
    await writeFile(join(await desk.place(), 'release.json'), 'damaged');
    const options = { now: desk.time.now, device: 'desk', who: 'Ada' };
    expect((await examine(desk.folder, options)).findings.map(({ code }) => code)).toEqual(['release-unreadable']);
    expect(await mendUnreadable(valueOf(await (await desk.reopen()).read()), options)).toHaveLength(1);
    expect((await examine(desk.folder, options)).findings).toEqual([]);
    return valueOf(await (await desk.reopen()).openRelease(ID)).release;
  };
  const write = async (store: NewsroomStore, text: string, kind: 'corrected' | 'minor'): Promise<void> => {
    const begun = valueOf(await store.beginChange(ID, { kind, note: 'A figure was wrong.' }, 'Ada'));
    valueOf(await store.saveRelease({ ...begun.release, body: [p(text)] }, begun.version, 'Ada'));
  };

  test('is mended as corrected, with the corrected text', async () => {
    const release = await mendedAfter(async ({ store }) => {
      await write(store, 'Two.', 'corrected');
      valueOf(await store.publishChange(ID, 'Ada'));
    });
    expect(release).toMatchObject({ state: 'corrected', body: [p('Two.')] });
    expect(release.publication?.after).toMatchObject([{ kind: 'corrected' }]);
  });
  test('is mended as it was after a minor change', async () => {
    const release = await mendedAfter(async ({ store }) => {
      await write(store, 'One!', 'minor');
      valueOf(await store.publishChange(ID, 'Ada'));
    });
    expect(release).toMatchObject({ state: 'published', body: [p('One!')] });
    expect(release.publication?.after).toMatchObject([{ kind: 'minor' }]);
  });
  test('is mended as withdrawn: it does not go out again', async () => {
    const release = await mendedAfter(async ({ store }) => {
      await write(store, 'Two.', 'corrected');
      valueOf(await store.publishChange(ID, 'Ada'));
      valueOf(await store.withdraw(ID, 'It named a witness.', 'Ada'));
    });
    expect(release).toMatchObject({ state: 'withdrawn', body: [p('Two.')] });
    expect(release.publication?.after).toMatchObject([{ kind: 'corrected' }, { kind: 'withdrawn' }]);
  });
  test('is mended with the change that was being written, the public text staying public', async () => {
    const release = await mendedAfter(async ({ store, time }) => {
      await write(store, 'Two, and', 'corrected');
      time.pass(60);
    });
    expect(release).toMatchObject({ state: 'published', body: [p('Two, and')] });
    expect(release.publication?.change).toMatchObject({ kind: 'corrected' });
  });
});

describe('a published release over which another program put an older text', () => {
  const begin = async () => {
    const desk = await newDesk(await temporary());
    const file = join(await desk.place(), 'release.json');
    const older = await readFile(file, 'utf8');
    valueOf(await desk.store.publish(ID, 'Ada'));
    await desk.store.settled();
    const published = await readFile(file, 'utf8');
    await writeFile(file, older);
    return { ...desk, file, older, published };
  };

  test('is found, and mended: it is published again, and the older text is kept', async () => {
    const { folder, file, older, published, time } = await begin();
    expect((await examine(folder, { now: time.now })).findings).toMatchObject([{ code: 'publication-lost' }]);
    await mend(folder, { now: time.now, device: 'desk', who: 'Ada' });
    expect(await readFile(file, 'utf8')).toBe(published);
    expect(Object.values(await filesBelow(folder))).toContain(older);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });

  test('is not published a second time, at another address', async () => {
    const { reopen } = await begin();
    expect(faultOf(await (await reopen()).publish(ID, 'Ada'))).toMatchObject({ code: 'refused' });
  });
});
