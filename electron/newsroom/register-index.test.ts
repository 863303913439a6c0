import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registerRows, registeredText } from '../../shared/newsroom/register';
import { countByMonth, sortRows, speakersIn, yearsIn } from '../../shared/newsroom/register-view';
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

/* Read off the sample's texts by hand (shared/sample), a quote at a time. Change them only after reading again. */
const BY_SPEAKER = {
  // the declaration, the precept, the yearly report (a block quote), the wardens, the letter in the wall, the farm review's answer
  'Nerys Glŷn': 6,
  // the front desks, the grants, the centre for witnesses (in Welsh), the boat
  'Idwal Meredith': 4,
  // the visitors in custody, reports in Urdu
  'Ruth Attwater': 2,
  // the line in Arabic, its first year
  'Samira Haddad': 2,
  'Dr Ifeoma Bright': 1,
  'Gwilym Parry': 1,
  'Hexley Wheelers': 1,
  'Safe Lanes Wyrdale': 1,
  // the answer to the inspectors (eight paragraphs), “a patchwork”, the roads of Pontŵen (in Welsh)
  '': 3,
};
const BY_STATUS = {
  approved: 12, // 5 Glŷn, 4 Meredith, 2 Haddad, 1 Parry
  'changed since approval': 2, // 241 farmers became 214; ten officers became twelve
  'needs approval': 2, // both of Ruth Attwater's
  'no approval needed': 2, // both of organisations
  'no speaker': 3,
};
const BY_MONTH = {
  '2024-02': 1,
  '2024-05': 1,
  '2024-07': 1,
  '2024-12': 1,
  '2025-02': 1,
  '2025-04': 1,
  '2025-09': 1,
  '2026-02': 1,
  '2026-06': 1,
  '2026-07': 1,
  '2026-11': 8, // wardens 2, farm review 2, and one each: inspectors, farms, visitors, Pontŵen
  '2026-12': 2,
  '2099-01': 1,
};

test('its counts are those of the sample newsroom, read by hand', async () => {
  const top = await folder();
  const newsroom = join(top, 'newsroom');
  valueOf(await makeSample(newsroom));
  const store = valueOf(await openNewsroom(newsroom, { device: 'test', data: join(top, 'data') }));
  const rows = await rowsOf(store);
  const { people } = valueOf(await store.contents());
  expect(rows).toHaveLength(21);
  expect(Object.fromEntries(speakersIn(rows, people.people).map(({ name, count }) => [name, count]))).toEqual(
    BY_SPEAKER,
  );
  const byStatus = Object.keys(BY_STATUS).map((status) => [status, rows.filter((row) => row.status === status).length]);
  expect(Object.fromEntries(byStatus)).toEqual(BY_STATUS);
  const months = yearsIn(rows).flatMap((year) => countByMonth(rows, year));
  expect(Object.fromEntries(months.flatMap(({ month, count }) => (count === 0 ? [] : [[month, count]])))).toEqual(
    BY_MONTH,
  );
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
  if (glyn) valueOf(await store.savePerson({ ...glyn, approval: 'not needed' }, glyn));
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
