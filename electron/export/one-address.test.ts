import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { p, release, releaseId } from '../../shared/testing/builders';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { FIRST, ID, newDesk, saveText } from '../newsroom/testing-desk';
import { exportBundle } from './export-bundle';

/* Two computers that were apart published one headline each, at one address; then their newsrooms came together. */

const temporary = temporaryFolders();
const ADDRESS = 'news/2026/11/new-paths.html';
const OTHER = releaseId('r-other0001');

const twoAtOne = async () => {
  const top = await temporary();
  const { store, time, folder } = await newDesk(top);
  await saveText(store, { ...FIRST, standfirst: 'S.', body: [p('The first.')] });
  valueOf(await store.publish(ID, 'Ada'));
  const given = { id: OTHER, headline: 'New paths', standfirst: 'S.', dateline: { place: '', date: '2026-11-24' } };
  const at = time.now().toISOString();
  valueOf(await store.addPublished(release({ ...given, body: [p('The other.')] }), { address: ADDRESS, at }, 'Ben'));
  const out = path.join(top, 'bundle');
  const exported = async () => {
    time.pass(60);
    const now = time.now();
    const contents = valueOf(await store.contents());
    const { written, findings } = valueOf(await exportBundle({ newsroom: folder, contents, out, asOf: now.toISOString(), preview: false, plan: false, now: now.getTime() })); // prettier-ignore
    return { written, said: findings.map(({ code, message }) => `${code} ${message}`) };
  };
  return { store, exported, page: (name: string) => readFile(path.join(out, 'data', name), 'utf8') };
};
const DONE = { written: true, said: [] };
const refused = {
  written: false,
  said: [expect.stringMatching(/^same-address .* change the address of (?:one of them|the public one)/)],
};

test('both public: the export says so, and goes once one of them stands elsewhere', async () => {
  const { store, exported, page } = await twoAtOne();
  expect(await exported()).toEqual(refused);
  valueOf(await store.changeAddress(ID, 'dry paths', 'Ada'));
  expect(await exported()).toEqual(DONE);
  expect(await page(ADDRESS)).toContain('The other.');
  expect(await page('news/2026/11/dry-paths.html')).toContain('The first.');
  // No redirect leads away from the other's page.
  await expect(page('_redirects')).rejects.toThrow('ENOENT');
});

test('one withdrawn: the other stands elsewhere, and the address says that one was withdrawn', async () => {
  const { store, exported, page } = await twoAtOne();
  valueOf(await store.withdraw(OTHER, 'It named a witness.', 'Ada'));
  expect(await exported()).toEqual(refused);
  valueOf(await store.changeAddress(ID, 'dry paths', 'Ada'));
  expect(await exported()).toEqual(DONE);
  expect(await page(ADDRESS)).toContain('It named a witness.');
});

test('both withdrawn: the address says why the last one was', async () => {
  const { store, exported, page } = await twoAtOne();
  valueOf(await store.withdraw(OTHER, 'It named a witness.', 'Ada'));
  expect(await exported()).toEqual(refused);
  valueOf(await store.withdraw(ID, 'So did this.', 'Ada'));
  expect(await exported()).toEqual(DONE);
  expect(await page(ADDRESS)).toContain('So did this.');
});

test('both stand elsewhere by now: the address leads to one of them', async () => {
  const { store, exported, page } = await twoAtOne();
  valueOf(await store.changeAddress(ID, 'dry paths', 'Ada'));
  valueOf(await store.changeAddress(OTHER, 'wet paths', 'Ada'));
  expect(await exported()).toEqual(DONE);
  expect(await page('_redirects')).toMatch(
    /^\/news\/2026\/11\/new-paths\.html \/news\/2026\/11\/(?:dry|wet)-paths\.html 301\n$/,
  );
});
