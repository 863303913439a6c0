import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Release } from '../../shared/release/model';
import { p, releaseId } from '../../shared/testing/builders';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { FIRST, ID, newDesk, saveText } from '../newsroom/testing-desk';
import { exportBundle } from './export-bundle';

/* An embargo set on what readers have already: it takes nothing back, and what they had answers again once it has ended. */

const temporary = temporaryFolders();
const DAY = 86_400;
const until = (day: string) => ({ instant: `2026-${day}T09:00:00.000Z`, zone: 'Europe/London' });
const ADDRESS = 'news/2026/11/new-paths.html';
const wording = (number: number) => `data/earlier/news/2026/11/new-paths/${number}.html`;

/** A release that is public since 22 November 09:00, and was corrected on the 23rd; exports go to one folder throughout. */
const publicDesk = async () => {
  const top = await temporary();
  const { store, time, folder } = await newDesk(top);
  const out = path.join(top, 'bundle');
  const exported = async () => {
    const now = time.now();
    const contents = valueOf(await store.contents());
    return valueOf(await exportBundle({ newsroom: folder, contents, out, asOf: now.toISOString(), preview: false, plan: false, now: now.getTime() })); // prettier-ignore
  };
  /** The release as it is edited in an open change. */
  const save = async (change: Partial<Release>) => {
    const { release: open } = valueOf(await store.openRelease(ID));
    await saveText(store, { ...open, ...change });
  };
  const begin = async (note: string, more = {}) =>
    valueOf(await store.beginChange(ID, { kind: 'corrected', note, ...more }, 'Ada'));
  const correct = async (note: string, change: Partial<Release>, more = {}) => {
    await begin(note, more);
    await save(change);
    valueOf(await store.publishChange(ID, 'Ada'));
  };
  const page = (name: string) => readFile(path.join(out, name), 'utf8');
  const publishedAt = async () =>
    (JSON.parse(await page('data/bundle.json')) as { releases: { publishedAt: string; updatedAt: string }[] }).releases.map(
      (each) => [each.publishedAt, each.updatedAt],
    ); // prettier-ignore
  await saveText(store, { ...FIRST, standfirst: 'S.', body: [p('Zero.')] });
  valueOf(await store.publish(ID, 'Ada'));
  time.pass(DAY);
  await correct('It was not nought.', { body: [p('One.')] });
  time.pass(DAY);
  expect((await exported()).written).toBe(true); // 24th
  expect(Object.keys(await filesBelow(out))).toContain(wording(1));
  return { store, time, save, begin, correct, exported, page, publishedAt, names: () => filesBelow(out) };
};

/** The same a day after it was given an embargo: by a correction that is published, or in one that is open. */
const heldDesk = async (how: string) => {
  const desk = await publicDesk();
  const text = { body: [p('Two.')], embargo: until('12-20') };
  if (how === 'published') await desk.correct('Two, not one.', text);
  else {
    await desk.begin('Two, not one.');
    await desk.save(text);
  }
  desk.time.pass(DAY);
  return desk;
};

test('published with a correction: the export stops until it has ended, and all that was public answers then', async () => {
  const { time, correct, exported, page, publishedAt, names } = await publicDesk();
  await correct('Two, not one.', { body: [p('Two.')], embargo: until('12-20') });
  time.pass(DAY);
  const stopped = await exported();
  expect([stopped.written, stopped.findings.map(({ release, code }) => [release, code])]).toEqual([
    false,
    [[ID, 'lost-address']],
  ]);
  time.pass(30 * DAY); // 25 December
  const { written, findings } = await exported();
  expect([written, findings]).toEqual([true, []]);
  expect(Object.keys(await names())).toEqual(expect.arrayContaining([wording(1), wording(2), `data/${ADDRESS}`]));
  expect(await page(`data/${ADDRESS}`)).toContain('Two, not one.');
  expect(await page(wording(2))).toContain('This is what the release said until 20 December 2026');
  expect(await publishedAt()).toEqual([['2026-11-22T09:00:00.000Z', '2026-12-20T09:00:00.000Z']]);
});

test('published with a correction that hides the wording from before: the places of earlier wordings lead to the release', async () => {
  const { time, correct, exported, page } = await publicDesk();
  await correct('Two, not one.', { body: [p('Two.')], embargo: until('12-20') }, { withoutEarlier: true });
  time.pass(30 * DAY);
  expect((await exported()).findings).toEqual([]);
  expect(await page(wording(1))).toContain('http-equiv="refresh"');
  expect(await page(`data/${ADDRESS}`)).toContain('Two, not one.');
});

test('in a change that is open yet when it ends: nothing of what readers have changes', async () => {
  const { time, save, begin, exported, publishedAt, names } = await publicDesk();
  const before = await names();
  await begin('Two, not one.');
  await save({ body: [p('Two.')], embargo: until('12-20') });
  time.pass(DAY);
  expect((await exported()).findings.map(({ code }) => code)).toEqual(['lost-address']);
  time.pass(30 * DAY);
  expect((await exported()).findings).toEqual([]);
  expect(await names()).toEqual(before);
  expect(await publishedAt()).toEqual([['2026-11-22T09:00:00.000Z', '2026-11-23T09:00:00.000Z']]);
});

test.each(['published', 'in a change that is open'])(
  '%s, and withdrawn before it ends: the address says so',
  async (how) => {
    const { store, exported, page } = await heldDesk(how);
    valueOf(await store.withdraw(ID, 'It named a witness.', 'Ada'));
    const { written, findings } = await exported();
    expect([written, findings]).toEqual([true, []]);
    expect(await page(`data/${ADDRESS}`)).toContain('It named a witness.');
  },
);

test.each(['published', 'in a change that is open'])(
  '%s, and removed before it ends: the address says so',
  async (how) => {
    const { store, exported, page, names } = await heldDesk(how);
    valueOf(await store.remove(ID, { by: 'Ada', reason: 'A court ordered it.' }));
    const { written, findings } = await exported();
    expect([written, findings]).toEqual([true, []]);
    expect(await page(`data/${ADDRESS}`)).toContain('A court ordered it.');
    expect(Object.keys(await names())).toContain(wording(1));
  },
);

test('its address is no other release’s while it is held, and one from before leads on', async () => {
  const { store, time, correct, exported, page } = await publicDesk();
  await correct('Two, not one.', { body: [p('Two.')], embargo: until('12-20') });
  const other = releaseId('r-other0001');
  valueOf(await store.addRelease({ ...FIRST, id: other, standfirst: 'S.' }, 'created', 'Ada'));
  const { release } = valueOf(await store.publish(other, 'Ada'));
  expect(release.publication?.address).toBe('news/2026/11/new-paths-2.html');
  valueOf(await store.changeAddress(ID, 'Dry paths', 'Ada'));
  time.pass(30 * DAY);
  expect((await exported()).findings).toEqual([]);
  expect(await page(`data/${ADDRESS}`)).toContain('dry-paths.html');
});

test('taken off by a later correction: since when it is public does not move', async () => {
  const { store, time, folder } = await newDesk(await temporary());
  const save = async (change: Partial<Release>) => {
    const { release: open } = valueOf(await store.openRelease(ID));
    await saveText(store, { ...open, ...change });
  };
  await save({ standfirst: 'S.', embargo: until('11-25') });
  valueOf(await store.publish(ID, 'Ada'));
  time.pass(5 * DAY);
  valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'Two, not one.' }, 'Ada'));
  await save({ body: [p('Two.')], embargo: null });
  valueOf(await store.publishChange(ID, 'Ada'));
  const out = path.join(folder, '..', 'bundle');
  const now = time.now();
  const contents = valueOf(await store.contents());
  valueOf(await exportBundle({ newsroom: folder, contents, out, asOf: now.toISOString(), preview: false, plan: false, now: now.getTime() })); // prettier-ignore
  expect(await readFile(path.join(out, 'data/bundle.json'), 'utf8')).toContain(
    '"publishedAt": "2026-11-25T09:00:00.000Z"',
  );
});
