import { WEEK_STORIES } from '../../shared/sample/stories';
import { readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { ReleaseSummary } from '../../shared/newsroom/model';
import { emptyRelease } from '../../shared/release/empty';
import type { Release } from '../../shared/release/model';
import { p, releaseId } from '../../shared/testing/builders';
import type { NewsroomStore } from './model';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { inNextTurn, temporaryFolders, valueOf } from './testing';

const folder = temporaryFolders();
const stores: NewsroomStore[] = [];
// After each test, before its folders go: what is still being counted ends first.
afterEach(async () => {
  for (const store of stores.splice(0)) await store.settled();
});

const release = (number: number): Release => ({
  ...emptyRelease(releaseId(`r-index${String(number).padStart(5, '0')}`)),
  headline: `Bridge number ${number}`,
  body: [p('Mary Vale, leader of the council, said: “It took two winters to build this bridge.”')],
});

type Opened = { readonly store: NewsroomStore; readonly told: ReleaseSummary[] };
const open = async (newsroom: string, data: string, countFor?: number): Promise<Opened> => {
  const told: ReleaseSummary[] = [];
  const onRows = (rows: readonly ReleaseSummary[]): void => void told.push(...rows);
  const store = valueOf(
    await openNewsroom(newsroom, {
      device: 'test',
      data,
      after: inNextTurn,
      onRows,
      ...(countFor === undefined ? {} : { countFor }),
    }),
  );
  stores.push(store);
  return { store, told };
};
const sampleIn = async (top: string): Promise<string> => {
  const newsroom = join(top, 'newsroom');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  return newsroom;
};
const rowsOf = async (store: NewsroomStore) => valueOf(await store.read()).releases;

test('the quotes of a long list are counted after it is given, and the rows told then', async () => {
  const top = await folder();
  const newsroom = await sampleIn(top);
  const { store } = await open(newsroom, join(top, 'data'));
  for (let number = 0; number < 120; number += 1) valueOf(await store.addRelease(release(number), 'imported', 'Test'));
  const late = await open(newsroom, join(top, 'other data'), 0);
  const given = await rowsOf(late.store);
  expect(given.every(({ quotes }) => quotes === null)).toBe(true);
  expect(valueOf(await late.store.find('two winters'))).toHaveLength(120);
  const counted = await rowsOf(late.store);
  expect(counted.every(({ quotes }) => quotes !== null)).toBe(true);
  expect(late.told.map(({ id }) => id).toSorted()).toEqual(given.map(({ id }) => id).toSorted());
});

describe('rows kept from the last start', () => {
  const indexFile = async (data: string): Promise<string> =>
    join(data, 'index', (await readdir(join(data, 'index')))[0] ?? 'none');

  test('are the rows that would be made anew', async () => {
    const top = await folder();
    const newsroom = await sampleIn(top);
    const first = await open(newsroom, join(top, 'data'));
    const rows = await rowsOf(first.store);
    await first.store.find('any');
    const second = await open(newsroom, join(top, 'data'));
    expect(await rowsOf(second.store)).toEqual(rows);
    expect(await readFile(await indexFile(join(top, 'data')), 'utf8')).toContain(rows[0]?.headline);
  });

  test('are read: an altered one shows, as long as its file is the same', async () => {
    const top = await folder();
    const newsroom = await sampleIn(top);
    const first = await open(newsroom, join(top, 'data'));
    await rowsOf(first.store);
    await first.store.find('any');
    const file = await indexFile(join(top, 'data'));
    const headline = 'Rural crime team to double after review of farm thefts';
    await writeFile(file, (await readFile(file, 'utf8')).replace(headline, 'From the index'));
    expect((await rowsOf((await open(newsroom, join(top, 'data'))).store)).map((row) => row.headline)).toContain(
      'From the index',
    );
  });

  test.each([
    ['is cut short', (text: string) => text.slice(0, text.length / 2)],
    ['is another kind of file', () => '{"index": 1}\n["a"]\nnot JSON\n'],
    ['is of another format', (text: string) => text.replace('{"index":1', '{"index":0')],
  ])('are made again where the file %s', async (_what, damage) => {
    const top = await folder();
    const newsroom = await sampleIn(top);
    const first = await open(newsroom, join(top, 'data'));
    const rows = await rowsOf(first.store);
    await first.store.find('any');
    const file = await indexFile(join(top, 'data'));
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(await rowsOf((await open(newsroom, join(top, 'data'))).store)).toEqual(rows);
  });
});

describe('what is looked for', () => {
  test('is found in the body, and after a save in the new text alone', async () => {
    const top = await folder();
    const { store } = await open(await sampleIn(top), join(top, 'data'));
    const { release: written, version } = valueOf(await store.addRelease(release(1), 'created', 'Test'));
    await rowsOf(store);
    expect(valueOf(await store.find('"two winters" vale'))).toEqual([written.id]);
    valueOf(await store.saveRelease({ ...written, body: [p('It took three summers.')] }, version, 'Test'));
    expect(valueOf(await store.find('"two winters"'))).toEqual([]);
    expect(valueOf(await store.find('three summers'))).toEqual([written.id]);
    expect(valueOf(await store.find(' '))).toBeNull();
  });

  test('is not found in a release whose folder is gone', async () => {
    const top = await folder();
    const newsroom = await sampleIn(top);
    const { store } = await open(newsroom, join(top, 'data'));
    valueOf(await store.addRelease(release(1), 'created', 'Test'));
    await rowsOf(store);
    expect(valueOf(await store.find('winters'))).toHaveLength(1);
    const [gone] = (await readdir(join(newsroom, 'releases', String(new Date().getUTCFullYear())))).filter((name) =>
      name.includes('index00001'),
    );
    const path = join(newsroom, 'releases', String(new Date().getUTCFullYear()), gone ?? 'none');
    await rename(path, join(top, 'elsewhere'));
    await rowsOf(store);
    expect(valueOf(await store.find('winters'))).toEqual([]);
    await rm(join(top, 'elsewhere'), { recursive: true });
  });
});
