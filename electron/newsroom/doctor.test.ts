import { WEEK_STORIES } from '../../shared/sample/stories';
import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { sampleId } from '../../shared/sample/build';
import { examine } from './doctor';
import { nodeFileSystem } from './file-system';
import { writeObject } from './history';
import { mend } from './mend';
import { openIndexes } from './indexes';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { filesBelow, inNextTurn, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();
const now = () => new Date();
const OPTIONS = { now, device: 'test', who: 'Ada' };

const sampleFolder = async (): Promise<string> => {
  const folder = join(await temporary(), 'newsroom');
  valueOf(await makeSample(folder, { stories: WEEK_STORIES }));
  return folder;
};
/** The folder of a sample release, relative to the newsroom. */
const pathOf = async (newsroom: string, name: string): Promise<string> => {
  const paths = Object.keys(await filesBelow(newsroom));
  const file = paths.find((path) => path.includes(`--${sampleId(name)}/release.json`)) ?? '';
  return file.slice(0, -'/release.json'.length);
};
const codes = async (folder: string): Promise<readonly string[]> =>
  (await examine(folder, { now })).findings.map((each) => each.code);

describe('the doctor', () => {
  test('finds nothing wrong in the sample newsroom', async () => {
    expect(await examine(await sampleFolder(), { now })).toEqual({ findings: [], releases: 9 });
  });

  test('names a damaged release and leaves it alone', async () => {
    const folder = await sampleFolder();
    const file = join(folder, await pathOf(folder, '02farm'), 'release.json');
    await writeFile(file, (await readFile(file, 'utf8')).slice(0, 200));
    const before = await filesBelow(folder);
    const { findings } = await examine(folder, { now });
    expect(findings.map((each) => [each.code, each.where.endsWith('02farm/release.json')])).toEqual([
      ['release-unreadable', true],
    ]);
    expect(await filesBelow(folder)).toEqual(before);
  });

  test('restores a damaged release from its history and keeps the damaged file', async () => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '02farm');
    await writeFile(join(folder, path, 'release.json'), 'damaged');
    expect((await mend(folder, OPTIONS)).map((each) => each.where)).toEqual([`${path}/release.json`]);
    expect(await codes(folder)).toEqual([]);
    const store = valueOf(await openNewsroom(folder, { device: 'test' }));
    const { release } = valueOf(await store.openRelease(sampleId('02farm')));
    expect(release.state).toBe('in review');
    expect(valueOf(await store.versions(release.id)).at(-1)?.kind).toBe('restored');
    const [kept = ''] = await readdir(join(folder, path, 'quarantine'));
    expect(await readFile(join(folder, path, 'quarantine', kept), 'utf8')).toBe('damaged');
  });

  test('restores a published release as published, at its address', async () => {
    const folder = await sampleFolder();
    const file = join(folder, await pathOf(folder, '03wardens'), 'release.json');
    const before = await readFile(file, 'utf8');
    await rm(file);
    await mend(folder, OPTIONS);
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(await codes(folder)).toEqual([]);
  });

  test('does not reopen a published release as a draft when its text with the publication is gone', async () => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '03wardens');
    const objects = join(folder, path, 'history', 'objects');
    for (const name of await readdir(objects))
      if ((await readFile(join(objects, name), 'utf8')).includes('"publication": {')) await rm(join(objects, name));
    await writeFile(join(folder, path, 'release.json'), 'damaged');
    expect(await mend(folder, OPTIONS)).toEqual([]);
    expect(await readFile(join(folder, path, 'release.json'), 'utf8')).toBe('damaged');
  });

  test.each([
    ['an altered object', 'object-altered', 'frozen-text'],
    ['a missing object', 'object-missing', 'frozen-text'],
  ])('finds %s', async (what, ...expected) => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '04marshals');
    const { publication } = JSON.parse(await readFile(join(folder, path, 'release.json'), 'utf8')) as {
      publication: { version: string };
    };
    const file = join(folder, path, 'history', 'objects', `${publication.version}.json`);
    if (what === 'a missing object') await rm(file);
    else await writeFile(file, (await readFile(file, 'utf8')).replace('6,400', '9,400'));
    const found = await codes(folder);
    for (const code of expected) expect(found).toContain(code);
  });

  test('finds a changed line of a history', async () => {
    const folder = await sampleFolder();
    const file = join(folder, await pathOf(folder, '02farm'), 'history', 'log', 'sample.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"kind":"created"', '"kind":"imported"'));
    expect(await codes(folder)).toEqual(['log-broken']);
  });

  test('finds a stale temporary file, not a fresh one, and moves it aside', async () => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '01twin');
    const old = join(folder, path, '.release.json.0123456789ab.tmp');
    await writeFile(old, 'half a tex');
    await writeFile(join(folder, path, '.release.json.ba9876543210.tmp'), 'being written');
    const long = new Date(now().getTime() - 61_000);
    await utimes(old, long, long);
    expect(await codes(folder)).toEqual(['stale-temporary']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
    expect(Object.entries(await filesBelow(folder)).filter(([, text]) => text === 'half a tex')).toHaveLength(1);
  });

  test('writes a stale plain text again, and a release that another program reformatted', async () => {
    const folder = await sampleFolder();
    const path = join(folder, await pathOf(folder, '08survey'));
    await writeFile(join(path, 'release.txt'), 'old');
    const release = await readFile(join(path, 'release.json'), 'utf8');
    await writeFile(join(path, 'release.json'), JSON.stringify(JSON.parse(release)));
    expect([...(await codes(folder))].sort()).toEqual(['not-canonical', 'text-stale']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
    expect(await readFile(join(path, 'release.json'), 'utf8')).toBe(release);
  });

  test('finds damaged settings and people, unknown folders, twins and unsafe names', async () => {
    const folder = await sampleFolder();
    await writeFile(join(folder, 'newsroom.json'), '[]');
    await writeFile(join(folder, 'people.json'), '{');
    await mkdir(join(folder, 'releases', '2026', 'my notes'));
    await mkdir(join(folder, 'releases', '2099', `2099-01-01-twin--${sampleId('01twin')}`), { recursive: true });
    await writeFile(join(folder, 'releases', 'what?.txt'), '');
    expect([...(await codes(folder))].sort()).toEqual([
      'duplicate-id',
      'folder-name',
      'people',
      'settings',
      'unsafe-name',
      'unsafe-name',
    ]);
  });

  test('finds a text that no line names, and makes it a version', async () => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '01twin');
    const release = JSON.parse(await readFile(join(folder, path, 'release.json'), 'utf8')) as Release;
    const hash = await writeObject(join(folder, path), { ...release, headline: 'Half kept' }, nodeFileSystem);
    expect(await codes(folder)).toEqual(['object-orphan']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
    const store = valueOf(await openNewsroom(folder, { device: 'test' }));
    expect(valueOf(await store.versions(sampleId('01twin'))).at(-1)).toMatchObject({ kind: 'found', object: hash });
  });

  test('gives a release without a history its first version', async () => {
    const folder = await sampleFolder();
    await rm(join(folder, await pathOf(folder, '01twin'), 'history'), { recursive: true });
    expect(await codes(folder)).toEqual(['no-history']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
  });

  test('finds settings and people that another program reformatted, and keeps what they were', async () => {
    const folder = await sampleFolder();
    const before = await filesBelow(folder);
    for (const name of ['newsroom.json', 'people.json'])
      await writeFile(join(folder, name), JSON.stringify(JSON.parse(await readFile(join(folder, name), 'utf8'))));
    expect(await codes(folder)).toEqual(['not-canonical', 'not-canonical']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
    expect(await filesBelow(folder)).toMatchObject(before);
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(2);
  });

  test('writes a lost note of the trash again, and moves a lone one aside', async () => {
    const folder = await sampleFolder();
    const store = valueOf(await openNewsroom(folder, { device: 'test' }));
    valueOf(await store.moveToTrash(sampleId('01twin'), 'Ada'));
    const [name = ''] = (await readdir(join(folder, 'trash'))).filter((each) => each.endsWith('.json'));
    await rename(join(folder, 'trash', name), join(folder, 'trash', '2026-01-01-gone--r-gone00001.json'));
    expect(await codes(folder)).toEqual(['trash-note', 'trash-note']);
    await mend(folder, OPTIONS);
    expect(await codes(folder)).toEqual([]);
    expect(valueOf(await store.trash())[0]).toMatchObject({ id: sampleId('01twin'), who: 'Ada' });
  });

  test('finds names that differ only in case, and one that Windows keeps to itself', async () => {
    const folder = await sampleFolder();
    for (const name of ['notes.txt', 'Notes.txt', 'con.txt']) await writeFile(join(folder, name), '');
    expect((await examine(folder, { now })).findings.map((each) => [each.code, each.where])).toEqual([
      ['unsafe-name', 'con.txt'],
      ['unsafe-name', 'notes.txt'],
    ]);
  });

  test('finds a path that is too long to be copied everywhere, and none that is just short enough', async () => {
    const folder = await sampleFolder();
    const place = join('look', 'a'.repeat(90), 'b'.repeat(90));
    await mkdir(join(folder, place), { recursive: true });
    const fill = (length: number): string => `${place}/${'c'.repeat(length - place.length - 1)}`;
    await writeFile(join(folder, fill(200)), '');
    await writeFile(join(folder, fill(201)), '');
    expect((await examine(folder, { now })).findings.map((each) => [each.code, each.where])).toEqual([
      ['long-path', fill(201)],
    ]);
  });

  test('mending never takes a byte away: every text that was there is there', async () => {
    const folder = await sampleFolder();
    const path = await pathOf(folder, '02farm');
    await writeFile(join(folder, path, 'release.json'), 'damaged');
    await writeFile(join(folder, 'people.json'), '{ "format": 1, "people": [] }');
    const log = join(folder, path, 'history', 'log', 'sample.jsonl');
    await writeFile(log, `${await readFile(log, 'utf8')}half a li`);
    const derived = (name: string) => name.endsWith('release.txt');
    const before = Object.entries(await filesBelow(folder)).filter(([name]) => !derived(name));
    await mend(folder, OPTIONS);
    const after = Object.values(await filesBelow(folder));
    for (const [, text] of before) expect(after.some((each) => each.startsWith(text))).toBe(true);
  });
});

describe('what is kept for speed', () => {
  /** The sample, opened once, so that its indexes are on the disk, with words in both made wrong. */
  const withWrongIndexes = async (): Promise<{ folder: string; data: string; path: string }> => {
    const folder = await sampleFolder();
    const data = join(await temporary(), 'data');
    const store = valueOf(await openNewsroom(folder, { device: 'test', data, after: inNextTurn, onRows: () => {} }));
    valueOf(await store.read());
    await store.find('anything');
    valueOf(await store.register(0));
    await store.settled();
    return { folder, data, path: await pathOf(folder, '02farm') };
  };
  const spoil = async (data: string, isFile: (name: string) => boolean, path: string): Promise<void> => {
    const [name = ''] = (await readdir(join(data, 'index'))).filter(isFile);
    const file = join(data, 'index', name);
    const lines = (await readFile(file, 'utf8')).split('\n');
    const wrong = lines.map((line) =>
      line.includes(path) ? line.replaceAll('"state":"in review"', '"state":"agreed"') : line,
    );
    expect(wrong).not.toEqual(lines);
    await writeFile(file, wrong.join('\n'));
  };
  const isRegister = (name: string): boolean => name.endsWith('.register.jsonl');
  const isList = (name: string): boolean => !isRegister(name);
  const found = async (folder: string, data: string) => {
    const indexes = openIndexes(folder, { data, fs: nodeFileSystem });
    return (await examine(folder, { now, indexes })).findings.map(({ code, where }) => [code, where]);
  };

  test('is what would be computed now', async () => {
    const { folder, data } = await withWrongIndexes();
    expect(await found(folder, data)).toEqual([]);
  });

  test.each([
    ['the list', isList],
    ['the quote register', isRegister],
  ])('is wrong in %s: said, computed anew, and right after that', async (_, isFile) => {
    const { folder, data, path } = await withWrongIndexes();
    await spoil(data, isFile, path);
    expect(await found(folder, data)).toEqual([['index-differs', path]]);
    const indexes = openIndexes(folder, { data, fs: nodeFileSystem });
    expect((await mend(folder, { ...OPTIONS, indexes })).map(({ where }) => where)).toEqual([path]);
    expect(await found(folder, data)).toEqual([]);
  });
});
