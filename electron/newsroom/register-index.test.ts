import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registerRows, registeredText } from '../../shared/newsroom/register';
import { sortRows } from '../../shared/newsroom/register-view';
import { emptyRelease } from '../../shared/release/empty';
import { WEEK_STORIES } from '../../shared/sample/stories';
import { p, releaseId } from '../../shared/testing/builders';
import { wholeRegister } from '../register/whole';
import type { NewsroomStore } from './model';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { temporaryFolders, valueOf } from './testing';

const folder = temporaryFolders();

const sample = async () => {
  const top = await folder();
  const newsroom = join(top, 'newsroom');
  const data = join(top, 'data');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const open = async (): Promise<NewsroomStore> => valueOf(await openNewsroom(newsroom, { device: 'test', data }));
  return { newsroom, data, open, store: await open() };
};
const ORDER = { by: 'words', descending: false } as const;
const rowsOf = async (store: NewsroomStore) => sortRows(valueOf(await wholeRegister(store)).rows, ORDER);

test('the register of the screen is that of the command line, row for row', async () => {
  const { store } = await sample();
  const { published, unpublished, people, settings } = valueOf(await store.contents());
  const listed = registerRows([...published.map(registeredText), ...unpublished], {
    people: people.people,
    approvals: settings.approvals,
  });
  expect(listed.length).toBeGreaterThan(5);
  expect(await rowsOf(store)).toEqual(sortRows(listed, ORDER));
});

test('rows are kept from one start to the next, and a release that was saved since is read again', async () => {
  const { data, open, store } = await sample();
  const before = await rowsOf(store);
  const kept = join(
    data,
    'index',
    (await readdir(join(data, 'index'))).find((name) => name.includes('register')) ?? '',
  );
  // A word changed in what was kept shows where a row comes from.
  await writeFile(kept, (await readFile(kept, 'utf8')).replaceAll('Nerys Glŷn', 'Kept Glŷn'));
  const again = await open();
  expect((await rowsOf(again)).filter(({ speaker }) => speaker === 'Kept Glŷn').length).toBeGreaterThan(1);
  const first = before.find(({ speaker, state }) => speaker === 'Nerys Glŷn' && state === 'in review');
  const { release, version } = valueOf(await again.openRelease(first?.release ?? releaseId('')));
  valueOf(await again.saveRelease({ ...release, headline: 'New' }, version, 'Ada'));
  const now = await rowsOf(again);
  expect(now.filter((row) => row.release === release.id).every((row) => row.headline === 'New')).toBe(true);
  expect(now.filter((row) => row.release === release.id && row.speaker === 'Nerys Glŷn').length).toBeGreaterThan(0);
  expect(now).toHaveLength(before.length);
});

test('other people or rules make every row anew', async () => {
  const { store } = await sample();
  const before = await rowsOf(store);
  const glyn = valueOf(await store.read()).people.people.find(({ name }) => name === 'Nerys Glŷn');
  expect(glyn).toBeDefined();
  if (glyn) valueOf(await store.savePerson({ ...glyn, approval: 'not needed' }));
  const own = (rows: typeof before) => rows.filter(({ speaker }) => speaker === 'Nerys Glŷn');
  expect(own(before).some(({ status }) => status !== 'no approval needed')).toBe(true);
  expect(own(await rowsOf(store)).every(({ status }) => status === 'no approval needed')).toBe(true);
});

test('a damaged file of kept rows is passed over, and a release that cannot be read is named', async () => {
  const { newsroom, data, open, store } = await sample();
  const before = await rowsOf(store);
  const [kept = ''] = (await readdir(join(data, 'index'))).filter((name) => name.includes('register'));
  await writeFile(join(data, 'index', kept), '{not json');
  const year = join(newsroom, 'releases', '2026');
  const [broken = ''] = await readdir(year);
  await writeFile(join(year, broken, 'release.json'), 'no');
  const { rows, unreadable } = valueOf(await wholeRegister(await open()));
  expect(unreadable.map((each) => each.folder)).toEqual([`releases/2026/${broken}`]);
  const id = broken.split('--')[1];
  expect(rows).toHaveLength(before.filter(({ release }) => release !== id).length);
});

test('a long register comes in parts that together are the whole of it', async () => {
  const { store } = await sample();
  const before = await rowsOf(store);
  for (let number = 0; number < 210; number += 1)
    valueOf(
      await store.addRelease(
        {
          ...emptyRelease(releaseId(`r-part${String(number).padStart(6, '0')}`)),
          body: [p('Mary Vale, leader of the council, said: “It took two winters.”')],
        },
        'imported',
        'Test',
      ),
    );
  const first = valueOf(await store.register(0));
  expect([first.read, first.releases]).toEqual([200, 219]);
  expect(await rowsOf(store)).toHaveLength(before.length + 210);
});
