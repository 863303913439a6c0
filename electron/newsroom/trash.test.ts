import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { examine } from './doctor';
import { nodeFileSystem } from './file-system';
import { mend } from './mend';
import { FIRST, ID, edited, kindsOf, newDesk, saveText } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

describe('the trash', () => {
  test('takes a release whole and gives it back to its place', async () => {
    const { store, place, folder, time } = await newDesk(await temporary());
    await saveText(store, edited('Two.'));
    const from = await place();
    valueOf(await store.moveToTrash(ID, 'Bea'));
    expect(faultOf(await store.openRelease(ID)).code).toBe('not-found');
    expect(valueOf(await store.read()).releases).toEqual([]);
    expect(valueOf(await store.trash())).toEqual([
      { id: ID, headline: 'New paths', at: '2026-11-22T09:00:00.000Z', who: 'Bea' },
    ]);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);

    valueOf(await store.putBack(ID, 'Cal'));
    expect(await place()).toBe(from);
    expect(valueOf(await store.openRelease(ID)).release).toEqual(edited('Two.'));
    expect(await kindsOf(store)).toEqual(['created', 'autosave', 'trashed', 'put-back']);
    expect(valueOf(await store.trash())).toEqual([]);
    expect(await filesBelow(join(folder, 'trash'))).toEqual({});
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
  test('takes a release after the saves that were under way', async () => {
    const { store, version } = await newDesk(await temporary());
    const saving = store.saveRelease(edited('Last words.'), version, 'Ada');
    const moving = store.moveToTrash(ID, 'Ada');
    valueOf(await saving);
    valueOf(await moving);
    valueOf(await store.putBack(ID, 'Ada'));
    expect(valueOf(await store.openRelease(ID)).release).toEqual(edited('Last words.'));
  });
  test('takes no published release', async () => {
    const { store } = await newDesk(await temporary());
    valueOf(await store.publish(ID, 'Ada'));
    expect(faultOf(await store.moveToTrash(ID, 'Ada')).code).toBe('refused');
    expect(valueOf(await store.read()).releases).toHaveLength(1);
  });
  test('gives nothing back over what lies in its place, or beside a release of the same id', async () => {
    const { store, folder, place } = await newDesk(await temporary());
    const name = basename(await place());
    valueOf(await store.moveToTrash(ID, 'Ada'));
    await nodeFileSystem.makeFolder(join(folder, 'releases', '2026', name));
    await writeFile(join(folder, 'releases', '2026', name, 'release.json'), canonicalJson(FIRST));
    expect(faultOf(await store.putBack(ID, 'Ada')).code).toBe('refused');
    expect(valueOf(await store.trash())).toHaveLength(1);
    expect(faultOf(await store.moveToTrash(ID, 'Ada')).code).toBe('refused');
  });
  test('gives a release back without its note, to the year of its name; doctor asks for the note', async () => {
    const { store, folder, place, time } = await newDesk(await temporary());
    const from = await place();
    valueOf(await store.moveToTrash(ID, 'Ada'));
    await rm(join(folder, 'trash', `${basename(from)}.json`));
    expect((await examine(folder, { now: time.now })).findings.map((each) => each.code)).toEqual(['trash-note']);
    valueOf(await store.putBack(ID, 'Ada'));
    expect(await place()).toBe(from);
  });
  test('never follows a note that leads out of the newsroom', async () => {
    const { store, folder, place } = await newDesk(await temporary());
    const from = await place();
    valueOf(await store.moveToTrash(ID, 'Ada'));
    const note = join(folder, 'trash', `${basename(from)}.json`);
    await writeFile(note, (await readFile(note, 'utf8')).replace('releases/2026/', 'releases/2026/../../../'));
    valueOf(await store.putBack(ID, 'Ada'));
    expect(await place()).toBe(from);
  });
  test('is examined: a damaged release in it is named and mended where it lies', async () => {
    const { store, folder, place, time } = await newDesk(await temporary());
    valueOf(await store.moveToTrash(ID, 'Ada'));
    await writeFile(join(await place('trash'), 'release.json'), 'damaged');
    const found = (await examine(folder, { now: time.now })).findings;
    expect(found.map((each) => [each.code, each.where.startsWith('trash/')])).toEqual([['release-unreadable', true]]);
    await mend(folder, { now: time.now, device: 'desk', who: 'Ada' });
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
    valueOf(await store.putBack(ID, 'Ada'));
    expect(valueOf(await store.openRelease(ID)).release).toEqual(FIRST);
  });
  test('is found where a folder was moved there by hand', async () => {
    const { store, folder, place } = await newDesk(await temporary());
    const from = await place();
    await nodeFileSystem.makeFolder(join(folder, 'trash'));
    await rename(from, join(folder, 'trash', basename(from)));
    expect(valueOf(await store.trash()).map((each) => each.id)).toEqual([ID]);
    valueOf(await store.putBack(ID, 'Ada'));
    expect(await place()).toBe(from);
  });
});
