import { appendFile, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { RELEASE_FORMAT, type Release, type VersionHash } from '../../shared/release/model';
import { newsroomSettings, p, personId, release, releaseId } from '../../shared/testing/builders';
import { type FileSystem, nodeFileSystem } from './file-system';
import { deviceName } from './folders';
import { readLogs } from './history-log';
import type { NewsroomStore } from './model';
import { createNewsroom, openNewsroom } from './store';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
const SETTINGS = newsroomSettings();
const ID = releaseId('r-test0001');
const first = release({ headline: 'New paths', dateline: { place: '', date: '2026-11-24' }, body: [p('One.')] });
const edited = (text: string): Release => ({ ...first, body: [p(text)] });

const START = Date.parse('2026-11-22T09:00:00.000Z');
/** A clock that stands still until it is moved on. */
const clock = () => {
  let ms = START;
  return { now: () => new Date(ms), pass: (seconds: number) => void (ms += seconds * 1000) };
};

const newStore = async (time = clock()): Promise<NewsroomStore> =>
  valueOf(await createNewsroom(join(await temporary(), 'newsroom'), SETTINGS, { device: 'desk', now: time.now }));

const withRelease = async (time = clock()) => {
  const store = await newStore(time);
  const { version } = valueOf(await store.addRelease(first, 'created', 'Ada'));
  return { store, version, time };
};
const placeOf = async (store: NewsroomStore): Promise<string> => {
  const year = join(store.folder, 'releases', '2026');
  return join(year, (await readdir(year))[0] ?? '');
};
const kinds = async (store: NewsroomStore) => valueOf(await store.versions(ID)).map((line) => line.kind);

describe('a newsroom folder', () => {
  test('is made with its settings, people and an explanation', async () => {
    const store = await newStore();
    expect(Object.keys(await filesBelow(store.folder)).sort()).toEqual(['README.txt', 'newsroom.json', 'people.json']);
    const read = valueOf(await store.read());
    expect(read.settings).toEqual(SETTINGS);
    expect(read.releases).toEqual([]);
  });
  test('is not made where something lies', async () => {
    const folder = await temporary();
    await writeFile(join(folder, 'mine.txt'), 'x');
    expect(faultOf(await createNewsroom(folder, SETTINGS, { device: 'desk' })).code).toBe('not-empty');
    expect(await filesBelow(folder)).toEqual({ 'mine.txt': 'x' });
  });
  test('is opened only where it is one', async () => {
    expect(faultOf(await openNewsroom(await temporary(), { device: 'desk' })).code).toBe('no-newsroom');
    expect(faultOf(await openNewsroom('/nowhere/at/all', { device: 'desk' })).code).toBe('no-newsroom');
  });
  test('with damaged settings is not opened and not touched', async () => {
    const store = await newStore();
    await writeFile(join(store.folder, 'newsroom.json'), '{"format":1');
    expect(faultOf(await openNewsroom(store.folder, { device: 'desk' })).code).toBe('unreadable');
    expect((await filesBelow(store.folder))['newsroom.json']).toBe('{"format":1');
  });
  test('keeps people, each once', async () => {
    const store = await newStore();
    const person = {
      id: personId('p-ada'),
      kind: 'person',
      name: 'Ada',
      alsoKnownAs: [],
      roles: [],
      approvalsContact: '',
    } as const;
    await store.savePerson(person, null);
    valueOf(await store.savePerson({ ...person, name: 'Ada Byron' }, person));
    expect(valueOf(await store.read()).people.people.map((each) => each.name)).toEqual(['Ada Byron']);
  });
});

describe('saving a release', () => {
  test('gives back what was saved, in canonical form, with its hash', async () => {
    const { store, version } = await withRelease();
    const saved = valueOf(await store.saveRelease(edited('Two.'), version, 'Ada'));
    const bytes = await readFile(join(await placeOf(store), 'release.json'));
    expect(bytes.toString('utf8')).toBe(canonicalJson(edited('Two.')));
    expect(saved).toBe(sha256Hex(bytes));
    expect(valueOf(await store.openRelease(ID))).toEqual({ release: edited('Two.'), version: saved });
    expect(await readFile(join(await placeOf(store), 'release.txt'), 'utf8')).toContain('Two.');
  });
  test('keeps any text exactly, lone surrogates and NUL too', async () => {
    const { store, version } = await withRelease();
    for (const text of ['\uD800 alone', 'a\0b', 'e\u0301 not é', '\u202E left', '👩‍👩‍👧', 'x'.repeat(1_000_000)]) {
      const { version: now } = valueOf(await store.openRelease(ID));
      valueOf(await store.saveRelease(edited(text), now, 'Ada'));
      expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p(text)]);
    }
    expect(version).toHaveLength(64);
  });
  test('of the same text writes nothing', async () => {
    const { store, version, time } = await withRelease();
    time.pass(100);
    const before = await filesBelow(store.folder);
    expect(valueOf(await store.saveRelease(first, version, 'Ada'))).toBe(version);
    expect(await filesBelow(store.folder)).toEqual(before);
  });
  test('lands in the order it was asked for', async () => {
    const { store, version } = await withRelease();
    let after: VersionHash = version;
    const asked: Promise<unknown>[] = [];
    for (let count = 0; count < 10; count += 1) {
      const text = edited(`Text ${count}.`);
      asked.push(store.saveRelease(text, after, 'Ada'));
      after = sha256Hex(canonicalJson(text)) as VersionHash;
    }
    await store.settled();
    await Promise.all(asked);
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p('Text 9.')]);
  });
  test('keeps a version when the release is made, and then at most every 30 seconds', async () => {
    const { store, version, time } = await withRelease();
    time.pass(29);
    const two = valueOf(await store.saveRelease(edited('Two.'), version, 'Ada'));
    expect(await kinds(store)).toEqual(['created']);
    time.pass(1);
    valueOf(await store.saveRelease(edited('Three.'), two, 'Ada'));
    expect(await kinds(store)).toEqual(['created', 'autosave']);
  });
  test('keeps the text from before the first edit where a release came without a history', async () => {
    const { store, version } = await withRelease();
    await rm(join(await placeOf(store), 'history'), { recursive: true });
    const again = valueOf(await openNewsroom(store.folder, { device: 'other', now: clock().now }));
    valueOf(await again.saveRelease(edited('Two.'), version, 'Ada'));
    const [line] = valueOf(await again.versions(ID));
    expect(line?.kind).toBe('imported');
    expect(valueOf(await again.version(ID, line?.object ?? version)).body).toEqual(first.body);
  });
  test('never changes the name of the folder', async () => {
    const { store, version } = await withRelease();
    const before = await placeOf(store);
    valueOf(await store.saveRelease({ ...first, headline: 'Quite another' }, version, 'Ada'));
    expect(await placeOf(store)).toBe(before);
    expect(before).toMatch(/2026-11-22-new-paths--r-test0001$/);
  });
});

describe('the list of releases', () => {
  test('follows every change, from this program, from outside, and of the people', async () => {
    const { store, version } = await withRelease();
    const row = async () => valueOf(await store.read()).releases[0];
    expect(await row()).toMatchObject({ headline: 'New paths', quotes: { total: 0 } });
    valueOf(await store.saveRelease({ ...first, headline: 'Old paths' }, version, 'Ada'));
    expect(await row()).toMatchObject({ headline: 'Old paths' });
    await writeFile(join(await placeOf(store), 'release.json'), canonicalJson({ ...first, headline: 'Mid paths' }));
    expect(await row()).toMatchObject({ headline: 'Mid paths' });
    expect(await row()).toMatchObject({ headline: 'Mid paths' });
    await rm(join(await placeOf(store), 'release.json'));
    expect(await row()).toBeUndefined();
  });
});

describe('what changed on disk meanwhile', () => {
  const changedOutside = async () => {
    const made = await withRelease();
    const file = join(await placeOf(made.store), 'release.json');
    await writeFile(file, canonicalJson(edited('From outside.')));
    return { ...made, file };
  };
  test('is a conflict: it is not overwritten, and the page’s text is kept in the history', async () => {
    const { store, version, file } = await changedOutside();
    const fault = faultOf(await store.saveRelease(edited('Mine.'), version, 'Ada'));
    expect(fault.code).toBe('conflict');
    expect(await readFile(file, 'utf8')).toBe(canonicalJson(edited('From outside.')));
    const kept = valueOf(await store.versions(ID)).at(-1);
    expect(kept?.kind).toBe('conflict');
    expect(fault.detail).toBe(kept?.object);
    expect(valueOf(await store.version(ID, kept?.object ?? version)).body).toEqual([p('Mine.')]);
  });
  test('is no conflict where it is the very text to be saved', async () => {
    const { store, version } = await changedOutside();
    expect(faultOf(await store.saveRelease(edited('Mine.'), version, 'Ada')).code).toBe('conflict');
    valueOf(await store.saveRelease(edited('From outside.'), version, 'Ada'));
  });
  test('and cannot be read is kept byte for byte in quarantine, and never written over without that', async () => {
    const { store, version, file } = await changedOutside();
    const damage = '{"format":1,"head';
    await writeFile(file, damage);
    const list = valueOf(await store.read());
    expect(list.releases).toEqual([]);
    expect(list.unreadable).toHaveLength(1);
    expect(await readFile(file, 'utf8')).toBe(damage);
    valueOf(await store.saveRelease(edited('Mine.'), version, 'Ada'));
    const [aside = ''] = await readdir(join(dirname(file), 'quarantine'));
    expect(await readFile(join(dirname(file), 'quarantine', aside), 'utf8')).toBe(damage);
    expect(valueOf(await store.openRelease(ID)).release).toEqual(edited('Mine.'));
  });
  test('by a later Standfirst is left alone', async () => {
    const { store, version, file } = await changedOutside();
    const later = canonicalJson({ ...first, format: RELEASE_FORMAT + 1, more: 'words' });
    await writeFile(file, later);
    expect(faultOf(await store.saveRelease(edited('Mine.'), version, 'Ada')).code).toBe('newer-format');
    expect(await readFile(file, 'utf8')).toBe(later);
  });
  test('is found again where its folder was moved to another year', async () => {
    const { store } = await withRelease();
    valueOf(await store.openRelease(ID));
    const place = await placeOf(store);
    await nodeFileSystem.makeFolder(join(store.folder, 'releases', '2027'));
    await rename(place, join(store.folder, 'releases', '2027', basename(place)));
    expect(valueOf(await store.openRelease(ID)).release).toEqual(first);
  });
  test('a second folder with the same id is named and left alone', async () => {
    const { store } = await withRelease();
    const twin = join(store.folder, 'releases', '2026', '2026-11-23-copy--r-test0001');
    await nodeFileSystem.makeFolder(twin);
    await writeFile(join(twin, 'release.json'), canonicalJson(edited('A copy.')));
    const read = valueOf(await store.read());
    expect(read.releases).toHaveLength(1);
    expect(read.unreadable.map((each) => each.folder)).toEqual(['releases/2026/2026-11-23-copy--r-test0001']);
  });
});

describe('states, drafts and overrides', () => {
  test('go their way, each with a version', async () => {
    const { store } = await withRelease();
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    valueOf(await store.setState(ID, 'agreed', 'Ada'));
    valueOf(await store.setState(ID, 'working', 'Ada'));
    expect(faultOf(await store.setState(ID, 'agreed', 'Ada')).code).toBe('refused');
    expect(await kinds(store)).toEqual(['created', 'review', 'agreed', 'manual']);
  });
  test('a draft has the text of its moment and its name', async () => {
    const { store, version } = await withRelease();
    const line = valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    valueOf(await store.saveRelease(edited('Later.'), version, 'Ada'));
    expect(line).toMatchObject({ kind: 'draft', name: 'Draft 1', who: 'Ada', seq: 2 });
    expect(valueOf(await store.version(ID, line.object)).body).toEqual(first.body);
    expect(faultOf(await store.nameDraft(ID, '  ', 'Ada')).code).toBe('refused');
  });
  test('the saved text is kept when asked, once, so that what comes over it can be gone back from', async () => {
    const { store, version } = await withRelease();
    const before = valueOf(await store.saveRelease(edited('Two.'), version, 'Ada'));
    valueOf(await store.keepSaved(ID, 'Ada'));
    valueOf(await store.keepSaved(ID, 'Ada'));
    valueOf(await store.saveRelease(edited('Three.'), before, 'Ada'));
    expect(await kinds(store)).toEqual(['created', 'manual']);
    expect(valueOf(await store.version(ID, before)).body).toEqual([p('Two.')]);
  });
  test('of the file win over those of the page, and are no conflict for it', async () => {
    const { store, version } = await withRelease();
    valueOf(await store.setState(ID, 'in review', 'Ada'));
    const override = {
      check: 'quote-no-speaker',
      digest: '',
      by: 'Ada',
      reason: 'A motto.',
      at: '2026-11-22T09:00:00.000Z',
    };
    valueOf(await store.addOverride(ID, override));
    valueOf(await store.saveRelease({ ...edited('Two.'), state: 'working' }, version, 'Ada'));
    const open = valueOf(await store.openRelease(ID));
    expect(open.release).toMatchObject({ state: 'in review', overrides: [override], body: [p('Two.')] });
  });
  test('logs are chains of hashes, one a device, and show a changed line', async () => {
    const { store } = await withRelease();
    valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    const other = valueOf(await openNewsroom(store.folder, { device: 'Laptop 2', now: clock().now }));
    valueOf(await other.nameDraft(ID, 'Draft 2', 'Bea'));
    const place = await placeOf(store);
    expect((await readLogs(place)).map((log) => [log.device, log.lines.length, log.problems])).toEqual([
      ['desk', 2, []],
      ['laptop-2', 1, []],
    ]);
    const file = join(place, 'history', 'log', 'desk.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Ada', 'Eve'));
    expect((await readLogs(place))[0]?.problems).toEqual(['line 2 does not follow from the line before']);
  });
  test('a device has a log of its own, in whatever letters it is named', async () => {
    expect(['Laptop 2', 'Büro', '42', 'con'].map(deviceName)).toEqual(['laptop-2', 'buro', '42', 'device-con']);
    const others = ['Пресс-служба', 'تصريح', 'Пресс-служба 2', '广播 2', '—'].map(deviceName);
    expect(new Set(others).size).toBe(others.length);
    for (const each of others) expect(each).toMatch(/^device-[0-9a-f]{8}$/);
  });
  test('a log keeps the bytes that stand in it, also those that are no text', async () => {
    const { store } = await withRelease();
    const file = join(await placeOf(store), 'history', 'log', 'desk.jsonl');
    await appendFile(file, Buffer.from([0x7b, 0xe2, 0x80, 0x0a]));
    const before = await readFile(file);
    valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    const after = await readFile(file);
    expect(after.subarray(0, before.length)).toEqual(before);
    const [log] = await readLogs(await placeOf(store));
    expect(log?.problems).toEqual([expect.stringMatching(/^line 2: /)]);
    expect(log?.lines.at(-1)).toMatchObject({ kind: 'draft', seq: 3 });
  });
  test.each([1, 0])('a line that another program adds meanwhile stays, after %i lines', async (lines) => {
    const { store } = await withRelease();
    const log = join(await placeOf(store), 'history', 'log');
    if (lines === 0) await rm(log, { recursive: true });
    const other = valueOf(await openNewsroom(store.folder, { device: 'desk', now: clock().now }));
    let isBefore = true;
    const createExclusive: FileSystem['createExclusive'] = async (path) => {
      if (isBefore && dirname(path) === log) {
        isBefore = false;
        valueOf(await other.nameDraft(ID, 'Draft 2', 'Bea'));
      }
      return nodeFileSystem.createExclusive(path);
    };
    const fs = { ...nodeFileSystem, createExclusive };
    const late = valueOf(await openNewsroom(store.folder, { device: 'desk', now: clock().now, fs }));
    valueOf(await late.nameDraft(ID, 'Draft 1', 'Ada'));
    const [read] = await readLogs(await placeOf(store));
    expect(read?.problems).toEqual([]);
    expect(read?.lines.slice(lines).map((line) => 'name' in line && line.name)).toEqual(['Draft 2', 'Draft 1']);
  });
  test('an altered object is not given out', async () => {
    const { store } = await withRelease();
    const line = valueOf(await store.nameDraft(ID, 'Draft 1', 'Ada'));
    const file = join(await placeOf(store), 'history', 'objects', `${line.object}.json`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('One.', 'Won.'));
    expect(faultOf(await store.version(ID, line.object)).code).toBe('unreadable');
  });
});

describe('publishing', () => {
  test('freezes the saved text and the address, and says who and when', async () => {
    const { store, version } = await withRelease();
    const { release: now } = valueOf(await store.publish(ID, 'Ada'));
    expect(now.state).toBe('published');
    expect(now.publication).toEqual({
      by: 'Ada',
      at: '2026-11-22T09:00:00.000Z',
      version,
      address: 'news/2026/11/new-paths.html',
      after: [],
      change: null,
    });
    const [published] = valueOf(await store.contents()).published;
    expect(published?.frozen).toEqual(first);
    expect(faultOf(await store.saveRelease(edited('Changed.'), version, 'Ada')).code).toBe('frozen');
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual(first.body);
    expect(faultOf(await store.setState(ID, 'working', 'Ada')).code).toBe('refused');
    expect(faultOf(await store.publish(ID, 'Ada')).code).toBe('refused');
  });
  test('is refused where headline, date or body is missing, and says which', async () => {
    const store = await newStore();
    valueOf(await store.addRelease(release({ body: [p(' ')] }), 'created', 'Ada'));
    const { code, message } = faultOf(await store.publish(ID, 'Ada'));
    expect(code).toBe('refused');
    expect(message).toContain('headline');
    expect(message).toContain('date');
    expect(message).toContain('body');
  });
  test('gives two releases of one headline two addresses, asked at once', async () => {
    const store = await newStore();
    const ids = ['r-test0001', 'r-test0002', 'r-test0003'].map(releaseId);
    for (const id of ids) valueOf(await store.addRelease({ ...first, id }, 'created', 'Ada'));
    const done = await Promise.all(ids.map((id) => store.publish(id, 'Ada')));
    expect(done.map((each) => valueOf(each).release.publication?.address)).toEqual([
      'news/2026/11/new-paths.html',
      'news/2026/11/new-paths-2.html',
      'news/2026/11/new-paths-3.html',
    ]);
  });
  test('whose frozen text was altered is not exported but named', async () => {
    const { store, version } = await withRelease();
    valueOf(await store.publish(ID, 'Ada'));
    const file = join(await placeOf(store), 'history', 'objects', `${version}.json`);
    await writeFile(file, (await readFile(file, 'utf8')).replace('One.', 'Won.'));
    const contents = valueOf(await store.contents());
    expect(contents.published).toEqual([]);
    expect(contents.unreadable).toHaveLength(1);
  });
});
