import { WEEK_STORIES } from '../../shared/sample/stories';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from './file-system';
import { beforeWriting, filesBelow, faultOf, temporaryFolders, valueOf } from './testing';
import { makeSample } from './sample';
import { openNewsroom } from './store';

const folder = temporaryFolders();
const sample = async (fs: FileSystem = nodeFileSystem) => {
  const newsroom = join(await folder(), 'newsroom');
  valueOf(await makeSample(newsroom, { stories: WEEK_STORIES }));
  const store = valueOf(await openNewsroom(newsroom, { device: 'test', fs }));
  const { people } = valueOf(await store.read()).people;
  const idOf = (name: string) => people.find((person) => person.name === name)?.id ?? people[0]?.id;
  return { newsroom, store, people, glyn: idOf('Nerys Glŷn'), attwater: idOf('Ruth Attwater') };
};

test('people are merged in people.json alone: no release and no history is written', async () => {
  const { newsroom, store, people, glyn, attwater } = await sample();
  if (!glyn || !attwater) throw new Error('The sample has other people');
  const before = await filesBelow(newsroom);
  const merged = valueOf(await store.mergePeople(glyn, attwater));
  const after = await filesBelow(newsroom);
  expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['people.json']);
  expect(valueOf(await store.read()).people).toEqual(merged);
  expect(merged.people).toHaveLength(people.length - 1);
  expect(merged.people.find(({ id }) => id === glyn)).toMatchObject({ mergedFrom: [attwater] });
});

test('what the register says of a merged person’s quotes keeps the name they were said under', async () => {
  const { store, glyn, attwater } = await sample();
  if (!glyn || !attwater) throw new Error('The sample has other people');
  const before = valueOf(await store.register(0)).rows;
  valueOf(await store.mergePeople(attwater, glyn));
  const after = valueOf(await store.register(0)).rows;
  expect(after.map(({ speaker }) => speaker)).toEqual(before.map(({ speaker }) => speaker));
  const own = after.filter(({ speaker }) => speaker === 'Nerys Glŷn');
  expect(own.length).toBeGreaterThan(1);
  expect(new Set(own.map(({ person }) => person))).toEqual(new Set([attwater]));
});

test('somebody who was changed elsewhere meanwhile is not written over', async () => {
  const { newsroom, store, people, glyn } = await sample();
  const opened = people.find(({ id }) => id === glyn);
  if (!opened) throw new Error('The sample has other people');
  const theirs = { ...opened, approvalsContact: 'by phone' };
  valueOf(await store.savePerson(theirs, opened));
  const before = await readFile(join(newsroom, 'people.json'), 'utf8');
  expect(faultOf(await store.savePerson({ ...opened, name: 'Nerys Glyn' }, opened)).code).toBe('conflict');
  expect(faultOf(await store.savePerson(opened, null)).code).toBe('conflict');
  expect(await readFile(join(newsroom, 'people.json'), 'utf8')).toBe(before);
  valueOf(await store.savePerson({ ...theirs, name: 'Nerys Glyn' }, theirs));
  // The same once more, as after a save whose end was not heard of.
  valueOf(await store.savePerson({ ...theirs, name: 'Nerys Glyn' }, theirs));
});

test('somebody whom a sync program adds while the file is written stays in it', async () => {
  let theirs = '';
  const { newsroom, store, people, glyn, attwater } = await sample(
    beforeWriting('people.json', (file) => writeFile(file, theirs)),
  );
  const opened = people.find(({ id }) => id === glyn);
  const other = people.find(({ id }) => id === attwater);
  if (!opened || !other) throw new Error('The sample has other people');
  const document = JSON.parse(await readFile(join(newsroom, 'people.json'), 'utf8')) as { people: object[] };
  theirs = JSON.stringify({
    ...document,
    people: [...document.people, { ...other, id: 'p-bea-lloyd', name: 'Bea Lloyd' }],
  });
  valueOf(await store.savePerson({ ...opened, approvalsContact: 'by phone' }, opened));
  const after = valueOf(await store.read()).people.people;
  expect(after.find(({ name }) => name === 'Bea Lloyd')).toBeDefined();
  expect(after.find(({ id }) => id === glyn)).toMatchObject({ approvalsContact: 'by phone' });
});

test('a people.json in other letters is not written over with signs in the place of names', async () => {
  const { newsroom, store, people } = await sample();
  const [first] = people;
  if (!first) throw new Error('The sample has nobody');
  const file = join(newsroom, 'people.json');
  const theirs = Buffer.from((await readFile(file, 'utf8')).replace('Nerys', 'Andr\u00e9'), 'latin1');
  await writeFile(file, theirs);
  expect(faultOf(await store.savePerson({ ...first, approvalsContact: 'by phone' }, first)).code).toBe('unreadable');
  expect((await readFile(file)).equals(theirs)).toBe(true);
});

test('a people.json that cannot be read is not written over', async () => {
  const { newsroom, store, glyn, attwater } = await sample();
  if (!glyn || !attwater) throw new Error('The sample has other people');
  await writeFile(join(newsroom, 'people.json'), '{"format": 1, "people": [{"id": 7}]}');
  expect(faultOf(await store.mergePeople(glyn, attwater)).code).toBe('invalid');
  expect(await readFile(join(newsroom, 'people.json'), 'utf8')).toContain('"id": 7');
});
