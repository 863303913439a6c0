import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { type Access, NEWSROOM_FORMAT } from '../../shared/newsroom/model';
import { RELEASE_FORMAT, type Release } from '../../shared/release/model';
import { makeEntering } from '../entering';
import { makeAccess } from '../lock/access';
import { openLog } from '../log';
import { firstSettings } from '../settings/model';
import { examine } from './doctor';
import { nodeFileSystem as fs } from './file-system';
import { mend } from './mend';
import { ok } from '../../shared/result';
import { faultOf, filesBelow, inNextTurn, temporaryFolders, valueOf } from './testing';
import { FIRST, ID, newDesk } from './testing-desk';
import { mendUnreadable } from './tidy';

const temporary = temporaryFolders();
type Bag = Record<string, unknown>;

/** Changes a document of the newsroom as a later Standfirst would have written it. */
const rewrite = async (file: string, change: (document: Bag) => Bag): Promise<string> => {
  const text = canonicalJson(change(JSON.parse(await readFile(file, 'utf8')) as Bag));
  await writeFile(file, text);
  return text;
};
const later = async (change: (document: Bag) => Bag) => {
  const desk = await newDesk(await temporary());
  const file = join(await desk.place(), 'release.json');
  const text = await rewrite(file, change);
  return { ...desk, file, text, store: await desk.reopen() };
};
const newer = (document: Bag): Bag => ({ ...document, format: RELEASE_FORMAT + 1, mood: 'calm' });
const marked = (document: Bag): Bag => ({
  ...document,
  body: [{ type: 'paragraph', align: 'left', runs: [{ text: 'One.', shade: 2 }] }],
});

describe('a release that a later Standfirst wrote', () => {
  test.each([
    ['in a later format', newer],
    ['with marks in its text that are not known', marked],
    [
      'with a range that says more',
      (document: Bag): Bag => ({
        ...document,
        quotes: [{ id: 'q-test0001', ranges: [{ block: 0, start: 0, end: 3, sure: 1 }], speaker: null, approvals: [] }],
      }),
    ],
  ])('%s is in the list, can be read, and is never written', async (_what, change) => {
    const { store, folder, file, text, reopen } = await later(change);
    expect(valueOf(await store.read())).toMatchObject({ releases: [{ id: ID, later: true }], unreadable: [] });
    expect(valueOf(await (await reopen()).read()).releases).toMatchObject([{ later: true }]);
    const opened = valueOf(await store.openRelease(ID));
    expect(opened).toMatchObject({ release: { headline: 'New paths', body: FIRST.body }, later: true });
    const before = await filesBelow(folder);
    const release: Release = { ...opened.release, headline: 'Changed' };
    const tries = [
      store.saveRelease(release, opened.version, 'Ada'),
      store.setState(ID, 'in review', 'Ada'),
      store.publish(ID, 'Ada'),
      store.nameDraft(ID, 'Draft', 'Ada'),
      store.keepSaved(ID, 'Ada'),
      store.keepText(release, { kind: 'autosave', who: 'Ada' }),
      store.moveToTrash(ID, 'Ada'),
    ];
    for (const tried of await Promise.all<{ readonly ok: boolean }>(tries))
      expect(tried).toMatchObject({ ok: false, fault: { code: 'newer-format' } });
    expect(valueOf(await store.versions(ID))).toHaveLength(1);
    expect(
      await mendUnreadable(valueOf(await store.read()), { now: () => new Date(), device: 'd', who: 'Ada' }),
    ).toEqual([]);
    expect(await mend(folder, { now: () => new Date(), device: 'd', who: 'Ada' })).toEqual([]);
    expect(await filesBelow(folder)).toEqual(before);
    expect(await readFile(file, 'utf8')).toBe(text);
    expect((await examine(folder)).findings).toMatchObject([{ code: 'release-newer' }]);
  });

  test('stops an export by its name', async () => {
    const { store } = await later(newer);
    expect(valueOf(await store.contents()).unreadable).toMatchObject([
      {
        folder: expect.stringMatching(/--r-test0001$/) as string,
        message: expect.stringMatching(/later Standfirst/) as string,
      },
    ]);
  });

  test('whose form is not known at all is named, and left', async () => {
    const { store } = await later((document) => ({ format: RELEASE_FORMAT + 1, id: document['id'], text: [] }));
    expect(valueOf(await store.read())).toMatchObject({ releases: [], unreadable: [{ code: 'newer-format' }] });
    expect(faultOf(await store.openRelease(ID)).code).toBe('newer-format');
  });
});

describe('a newsroom that a later Standfirst wrote', () => {
  /** Enters a newsroom as the app does. */
  const entering = (data: string, told: Access[] = []) => {
    const log = openLog(join(data, 'logs'), { echo: false });
    const access = makeAccess({ who: () => 'Ada', log, fs, onChange: (now) => told.push(now), every: () => () => {} });
    const settings = { get: () => firstSettings('0123456789abcdef'), change: () => {}, settled: async () => {} };
    return {
      access,
      entering: makeEntering({ access, settings, log, fs, after: inNextTurn, data, backupFirst: async () => ok(null) }),
    };
  };

  test.each([
    ['newsroom.json', (document: Bag): Bag => ({ ...document, format: NEWSROOM_FORMAT + 1, motto: 'Plainly.' })],
    ['people.json', (document: Bag): Bag => ({ ...document, format: 2, sorted: true })],
  ])('by its %s is entered to read, and nothing at all is written in it', async (name, change) => {
    const desk = await newDesk(await temporary());
    await rewrite(join(desk.folder, name), change);
    const left = join(await desk.place(), '.release.json.0123456789ab.tmp');
    await writeFile(left, 'half');
    const before = await filesBelow(desk.folder);
    await mkdir(desk.data, { recursive: true });
    const { access, entering: acts } = entering(desk.data);
    const store = await acts.enter(await desk.reopen());
    expect(access.current()).toEqual({ kind: 'read', holder: null, lost: false, hindrance: { kind: 'later' } });
    const newsroom = valueOf(await store.read());
    expect(newsroom).toMatchObject({ settings: { organisation: 'Hexley Council' }, releases: [{ id: ID }] });
    expect(await acts.mend(newsroom, store)).toEqual([]);
    const { release, version } = valueOf(await store.openRelease(ID));
    expect(faultOf(await store.saveRelease({ ...release, headline: 'X' }, version, 'Ada')).message).toMatch(/later/);
    expect(faultOf(await store.tidyCopies(null, 'Ada')).code).toBe('denied');
    expect(faultOf(await store.contents()).code).toBe('newer-format');
    expect(valueOf(await access.takeOver()).kind).toBe('read');
    expect((await acts.bringUp(true)).kind).toBe('read');
    await store.settled();
    await access.leave();
    expect(await filesBelow(desk.folder)).toEqual(before);
    expect((await examine(desk.folder)).findings.map(({ code, where }) => [code, where])).toContainEqual([
      name === 'newsroom.json' ? 'settings' : 'people',
      name,
    ]);
  });

  test('while it is open here: what is written stops, and that is told', async () => {
    const desk = await newDesk(await temporary());
    await mkdir(desk.data, { recursive: true });
    const told: Access[] = [];
    const { entering: acts, access } = entering(desk.data, told);
    const store = await acts.enter(await desk.reopen());
    const { release, version } = valueOf(await store.openRelease(ID));
    await rewrite(join(desk.folder, 'newsroom.json'), (document) => ({ ...document, format: NEWSROOM_FORMAT + 1 }));
    expect(faultOf(await store.saveRelease({ ...release, headline: 'X' }, version, 'Ada')).code).toBe('denied');
    expect(told).toEqual([{ kind: 'read', holder: null, lost: false, hindrance: { kind: 'later' } }]);
    await access.leave();
  });
});
