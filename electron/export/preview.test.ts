import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { settings } from '../../shared/archive/testing';
import type { Release } from '../../shared/release/model';
import { p, release, releaseId } from '../../shared/testing/builders';
import { versionHash } from '../newsroom/history';
import type { NewsroomContents } from '../newsroom/model';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportBundle } from './export-bundle';
import type { ExportRequest } from './export-request';

/* A preview shows what is not public yet: it is not to be taken for the archive, nor to take its place. */

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';
const LATER = '2026-12-24T09:00:00.000Z';

const published = (id: string, headline: string, embargo: Release['embargo']) => {
  const frozen = release({ id: releaseId(id), headline, standfirst: 'In short.', dateline: { place: '', date: '2026-11-10' }, body: [p('Words.')], embargo }); // prettier-ignore
  const publication = { by: 'Ada', at: '2026-11-10T09:00:00.000Z', version: versionHash(frozen), address: `news/2026/11/${id}.html`, after: [], change: null }; // prettier-ignore
  return { frozen, current: { ...frozen, state: 'published' as const, publication } };
};
const contents: NewsroomContents = {
  settings: settings({ siteAddress: 'https://eastmere.example' }),
  people: { format: 1, people: [] },
  published: [
    published('r-open0001', 'A bridge opens', null),
    published('r-waits001', 'Zephyr vessels vanish', { instant: '2026-12-01T00:01:00.000Z', zone: 'Europe/London' }),
  ],
  unpublished: [],
  unreadable: [],
  media: new Map(),
};
const place = async () => {
  const home = await temporary();
  const made = (given: Partial<ExportRequest> = {}) =>
    exportBundle({ newsroom: '/nowhere/newsroom', contents, out: path.join(home, 'bundle'), data: path.join(home, 'data'), asOf: NOW, preview: false, plan: false, now: Date.parse(NOW), ...given }); // prettier-ignore
  return { home, out: path.join(home, 'bundle'), zip: path.join(home, 'bundle.zip'), made };
};
const PREVIEW = { asOf: LATER, preview: true } as const;

test('a preview never takes the place of the bundle that readers have', async () => {
  const { out, made } = await place();
  valueOf(await made());
  const before = await filesBelow(out);
  // Looking what it would change is no harm, and changes nothing of that.
  expect(valueOf(await made({ ...PREVIEW, plan: true })).changes.added).toContain('data/news/2026/11/r-waits001.html');
  for (const given of [PREVIEW, { ...PREVIEW, asOf: NOW }]) {
    const fault = faultOf(await made(given));
    expect(fault).toMatchObject({ code: 'not-empty', where: out });
    expect(fault.message).toContain('preview');
  }
  expect(await filesBelow(out)).toEqual(before);
});

test('nor that of their zip', async () => {
  const { zip, made } = await place();
  valueOf(await made({ out: null, zip }));
  const before = await readFile(zip);
  expect(faultOf(await made({ ...PREVIEW, out: null, zip }))).toMatchObject({ code: 'not-empty', where: zip });
  expect((await readFile(zip)).equals(before)).toBe(true);
});

test('a preview takes the place of another one, and the bundle that of a preview', async () => {
  const { out, zip, made } = await place();
  for (const given of [PREVIEW, PREVIEW, {}]) expect(valueOf(await made({ ...given, zip })).written).toBe(true);
  expect(JSON.stringify(await filesBelow(out))).not.toContain('Zephyr');
  expect((await readFile(zip, 'latin1')).includes('Zephyr')).toBe(false);
});

test('the folder in its zip says that it is one', async () => {
  const { zip, made } = await place();
  valueOf(await made({ ...PREVIEW, out: null, zip }));
  expect((await readFile(zip, 'latin1')).includes('commissioner-for-eastmere-archive-preview/data/index.html')).toBe(
    true,
  );
});

test('what programs read of a preview says that it is not to be published', async () => {
  const { out, made } = await place();
  valueOf(await made(PREVIEW));
  const files = await filesBelow(out);
  const feeds = Object.keys(files).filter((name) => /(?:feed|rss)\.(?:xml|json)$/.test(name));
  expect(feeds.length).toBeGreaterThan(2);
  for (const name of feeds) expect([name, files[name]]).toEqual([name, expect.stringContaining('Preview, not for publication')]); // prettier-ignore
  expect(files['data/news/2026/11/r-waits001.json']).toContain('"pubStatus": "withheld"');
});

test('a preview is handed over to nobody', async () => {
  const { made } = await place();
  expect(faultOf(await made({ ...PREVIEW, handover: true })).code).toBe('refused');
});
