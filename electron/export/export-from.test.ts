import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { WEEK_STORIES } from '../../shared/sample/stories';
import { makeSample } from '../newsroom/sample';
import { filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { exportFrom } from './export-from';
import type { ExportJob } from './job';
import { planPlace } from './plan-pages';

const temporary = temporaryFolders();
const NOW = '2026-11-24T09:00:00.000Z';
const THEN = '2099-01-05T00:01:00.000Z';
/** The page of the release that is under embargo until then. */
const LETTER = 'data/news/2099/01/letters-in-the-station-wall-are-opened.html';

/** The sample's last week, and what the window asks about it. */
const newsroom = async () => {
  const folder = await temporary();
  const [place, out, data] = [join(folder, 'newsroom'), join(folder, 'bundle'), join(folder, 'data')];
  valueOf(await makeSample(place, { stories: WEEK_STORIES }));
  const pages = planPlace(data);
  const asked = async (given: Partial<ExportJob> = {}) => {
    const job = { newsroom: place, out, asOf: NOW, plan: null, zip: null, sign: null, handover: false, data, ...given };
    const signal = new AbortController().signal;
    return valueOf(await exportFrom(job, { program: 'one', script: '', signal, progress: () => undefined }));
  };
  return { folder, pages, asked };
};

test('a preview tells what would change by then, its mark apart, and every page to be looked at bears that', async () => {
  const { pages, asked } = await newsroom();
  await asked();
  const report = await asked({ asOf: THEN, plan: { preview: true, pages } });
  expect(report).toMatchObject({ asOf: THEN, preview: true, written: false, findings: [] });
  const { added, changed, same } = report.changes;
  expect(added).toContain(LETTER);
  expect(changed).toContain('data/index.html');
  expect(changed).not.toContain('data/accessibility.html');
  expect(same).toBeGreaterThan(20);
  const shown = Object.entries(await filesBelow(pages)).filter(([name]) => name.endsWith('.html'));
  const touched = [...added, ...changed].filter((name) => name.endsWith('.html'));
  expect(shown.map(([name]) => `data/${name}`).sort()).toEqual(touched.sort());
  for (const [name, page] of shown) {
    expect(page, name).toContain('Preview, not for publication');
    expect(page, name).toContain('<meta name="robots" content="noindex">');
  }
});

test('a preview leaves the bundle, the newsroom and what is known of the last export as they are', async () => {
  const { folder, pages, asked } = await newsroom();
  await asked();
  const before = await filesBelow(folder);
  await asked({ asOf: THEN, plan: { preview: true, pages } });
  const after = Object.entries(await filesBelow(folder)).filter(([name]) => !name.startsWith('data/exports/plan/'));
  expect(after.map(([name]) => name)).toEqual(Object.keys(before));
  for (const [name, bytes] of after) expect(bytes === before[name], name).toBe(true);
  const { changes } = await asked();
  expect([changes.added, changes.changed, changes.removed]).toEqual([[], [], []]);
  expect(await readFile(join(folder, 'bundle', 'data', 'bundle.json'), 'utf8')).not.toContain('station wall');
});
