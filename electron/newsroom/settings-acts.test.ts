import { WEEK_STORIES } from '../../shared/sample/stories';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from './file-system';
import { makeSample } from './sample';
import { openNewsroom } from './store';
import { beforeWriting, faultOf, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

const begin = async (fs: FileSystem = nodeFileSystem) => {
  const folder = join(await temporary(), 'newsroom');
  valueOf(await makeSample(folder, { stories: WEEK_STORIES }));
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 10, 22, 9, (minute += 1)));
  const open = async (device: string) => valueOf(await openNewsroom(folder, { device, now, fs }));
  const store = await open('desk');
  const { settings } = valueOf(await store.read());
  return { folder, open, store, settings };
};

test('changed settings are in the file, and how they stood before can be looked up', async () => {
  const { folder, store, settings } = await begin();
  const changed = { ...settings, boilerplate: 'We serve the dale.', outOfHours: '01632 960 411' };
  expect(valueOf(await store.saveSettings(changed, settings, 'Ada'))).toEqual(changed);
  expect(JSON.parse(await readFile(join(folder, 'newsroom.json'), 'utf8'))).toEqual(changed);
  expect(valueOf(await store.settingsVersions()).map(({ by, settings: then }) => [by, then])).toEqual([
    ['Ada', changed],
    ['', settings],
  ]);
});

test('changes of several devices are told in the order of their time', async () => {
  const { open, store, settings } = await begin();
  const one = { ...settings, organisation: 'First' };
  const two = { ...one, organisation: 'Second' };
  const three = { ...two, organisation: 'Third' };
  valueOf(await store.saveSettings(one, settings, 'Ada'));
  valueOf(await (await open('laptop')).saveSettings(two, one, 'Ben'));
  valueOf(await store.saveSettings(three, two, 'Ada'));
  const told = valueOf(await store.settingsVersions()).map((each) => each.settings.organisation);
  // Each device's line says how they stood before it, where its own log does not.
  expect(told).toEqual(['Third', 'Second', 'Second', 'First', 'First', settings.organisation]);
});

test('what others wrote in between can be looked up once it is replaced', async () => {
  const { folder, store, settings } = await begin();
  const one = { ...settings, organisation: 'First' };
  const theirs = { ...one, boilerplate: 'Written by an earlier Standfirst.' };
  valueOf(await store.saveSettings(one, settings, 'Ada'));
  await writeFile(join(folder, 'newsroom.json'), JSON.stringify(theirs));
  valueOf(await store.saveSettings({ ...theirs, boilerplate: 'Ours.' }, theirs, 'Ada'));
  const told = valueOf(await store.settingsVersions()).map((each) => each.settings.boilerplate);
  expect(told).toEqual(['Ours.', theirs.boilerplate, settings.boilerplate, settings.boilerplate]);
});

test('a change that stands on other settings than the file has is refused, and nothing is written', async () => {
  const { folder, open, store, settings } = await begin();
  const theirs = { ...settings, organisation: 'Theirs' };
  valueOf(await (await open('laptop')).saveSettings(theirs, settings, 'Ben'));
  const before = await readFile(join(folder, 'newsroom.json'), 'utf8');
  expect(faultOf(await store.saveSettings({ ...settings, organisation: 'Ours' }, settings, 'Ada')).code).toBe(
    'conflict',
  );
  expect(await readFile(join(folder, 'newsroom.json'), 'utf8')).toBe(before);
});

test('what a sync program puts in the file while it is written is not written over', async () => {
  let theirs = '';
  const { folder, store, settings } = await begin(beforeWriting('newsroom.json', (file) => writeFile(file, theirs)));
  theirs = JSON.stringify({ ...settings, organisation: 'Theirs' });
  expect(faultOf(await store.saveSettings({ ...settings, organisation: 'Ours' }, settings, 'Ada')).code).toBe(
    'conflict',
  );
  expect(await readFile(join(folder, 'newsroom.json'), 'utf8')).toBe(theirs);
});

test('fields that are not known here outlive a change', async () => {
  const { folder, store, settings } = await begin();
  const file = join(folder, 'newsroom.json');
  const document = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...document, motto: 'Onward' }));
  valueOf(await store.saveSettings({ ...settings, newsEmail: 'news@wyrdale.example' }, settings, 'Ada'));
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    motto: 'Onward',
    newsEmail: 'news@wyrdale.example',
  });
});

test('a line whose letters are damaged stays in its bytes', async () => {
  const { folder, store, settings } = await begin();
  const log = join(folder, 'history', 'settings', 'desk.jsonl');
  const damaged = Buffer.from([0x7b, 0xff, 0xfe, 0x0a]);
  await mkdir(dirname(log), { recursive: true });
  await writeFile(log, damaged);
  valueOf(await store.saveSettings({ ...settings, organisation: 'Renamed' }, settings, 'Ada'));
  expect((await readFile(log)).subarray(0, damaged.length).equals(damaged)).toBe(true);
  expect(valueOf(await store.settingsVersions())).toMatchObject([{ settings: { organisation: 'Renamed' } }, {}]);
});

test('a line that cannot be read is passed over and stays', async () => {
  const { folder, store, settings } = await begin();
  const changed = { ...settings, organisation: 'First' };
  valueOf(await store.saveSettings(changed, settings, 'Ada'));
  const log = join(folder, 'history', 'settings', 'desk.jsonl');
  await appendFile(log, '{"at":"2026');
  valueOf(await store.saveSettings({ ...changed, organisation: 'Second' }, changed, 'Ada'));
  expect(valueOf(await store.settingsVersions())).toHaveLength(3);
  expect(await readFile(log, 'utf8')).toContain('\n{"at":"2026\n');
});

test('the doctor finds nothing wrong after a change', async () => {
  const { store, settings } = await begin();
  valueOf(await store.saveSettings({ ...settings, organisation: 'First' }, settings, 'Ada'));
  expect(valueOf(await store.examine()).findings).toEqual([]);
});
