import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { canonicalJson } from '../shared/canonical';
import type { Release } from '../shared/release/model';
import { expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { releaseFolder } from './release-folder';

/* What sync programs, other disks and later programs do to the newsroom's folder. */

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const COPY = 'release (Ada’s conflicted copy 2026-11-22).json';

/** As when somebody comes back to the window from another program. */
const turnTo = (desk: Desk): Promise<boolean> => desk.page.evaluate(() => window.dispatchEvent(new Event('focus')));
const doctor = async (newsroom: string, ...more: string[]): Promise<string> => {
  const cli = path.join(top, '.vite', 'build', 'cli.cjs');
  const done = await run('node', [cli, 'doctor', '--newsroom', newsroom, ...more]).catch((error: unknown) => error);
  return (done as { readonly stdout: string }).stdout;
};

test('a conflict copy is offered, compared and kept as a draft, and lies in quarantine then', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  const folder = await releaseFolder(newsroom, HEADLINE);
  const release = JSON.parse(await readFile(path.join(folder, 'release.json'), 'utf8')) as Release;
  const theirs = canonicalJson({
    ...release,
    headline: 'Called something else there',
    standfirst: 'Changed on another machine.',
  });
  await writeFile(path.join(folder, COPY), theirs);
  await turnTo(desk);

  const bar = desk.page.getByRole('status').filter({ hasText: `Another copy of “${HEADLINE}” was found` });
  await expect(bar).toContainText('Conflict copy (Dropbox, from Ada)');
  await look(standfirst, 'conflict-copy');
  expect(await doctor(newsroom)).toContain(`/${COPY}: A conflict copy of release.json (Dropbox, Ada).`);
  await bar.getByRole('button', { name: 'Compare the two' }).click();
  const compare = new Compare(desk.page);
  await expect(compare.sheet).toContainText('Changed on another machine.');
  await bar.getByRole('button', { name: 'Keep as a draft' }).click();
  await expect(bar).toBeHidden();
  await expect(desk.body).toBeVisible();
  await desk.button('History…').click();
  await expect(desk.page.getByText('Conflict copy of 22 November, Dropbox', { exact: true })).toBeVisible();

  expect(await readdir(folder)).not.toContain(COPY);
  const [name = ''] = await readdir(path.join(folder, 'quarantine'));
  expect(await readFile(path.join(folder, 'quarantine', name), 'utf8')).toBe(theirs);
  expect(await readFile(path.join(folder, 'release.json'), 'utf8')).not.toContain('Changed on another machine.');
  await standfirst.quit();
  expect(await doctor(newsroom)).toContain('nothing wrong');
});

test('half of the releases are away: that is said until they are back, and nothing about them is forgotten', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  const rows = desk.list.getByRole('option');
  const all = await rows.count();
  const away = path.join(scratch, 'away');
  await mkdir(away);
  const year = path.join(newsroom, 'releases', '2026');
  const half = (await readdir(year)).slice(0, Math.ceil((await readdir(year)).length / 2));
  for (const name of half) await rename(path.join(year, name), path.join(away, name));
  await turnTo(desk);

  const bar = desk.page.getByRole('alert').filter({ hasText: 'releases are not there' });
  await expect(bar).toContainText(`${half.length} of ${all} releases are not there`);
  await expect(rows).toHaveCount(all - half.length);
  expect(await doctor(newsroom, '--app-data', standfirst.dataFolder)).toContain(
    `releases-missing: releases: ${half.length} of ${all} releases that this computer saw here are not there`,
  );
  await bar.getByRole('button', { name: 'Look again' }).click();
  await expect(bar).toBeVisible();
  await look(standfirst, 'releases-away');

  // The next start knows it too.
  const again = new Desk(await standfirst.relaunch());
  const still = again.page.getByRole('alert').filter({ hasText: `${half.length} of ${all} releases are not there` });
  await expect(still).toBeVisible();
  await expect(again.page.getByText('changed outside Standfirst')).toBeHidden();

  for (const name of half) await rename(path.join(away, name), path.join(year, name));
  await still.getByRole('button', { name: 'Look again' }).click();
  await expect(still).toBeHidden();
  await expect(again.list.getByRole('option')).toHaveCount(all);
  expect(await doctor(newsroom, '--app-data', standfirst.dataFolder)).toContain('nothing wrong');
});

test('a newsroom and a release of a later Standfirst are read, and not written', async ({ standfirst, newsroom }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await standfirst.quit();
  const file = path.join(await releaseFolder(newsroom, HEADLINE), 'release.json');
  const release = JSON.parse(await readFile(file, 'utf8')) as Release;
  await writeFile(file, canonicalJson({ ...release, format: 99, mood: 'calm' }));
  expect(await doctor(newsroom)).toContain('release-newer: ');

  const reader = new Desk(await standfirst.launch());
  await expect(reader.list.getByRole('option', { name: HEADLINE })).toContainText('By a later Standfirst');
  await reader.open(HEADLINE);
  await expect(
    reader.page.getByRole('status').filter({ hasText: 'A later Standfirst wrote this release' }),
  ).toBeVisible();
  await expect(reader.body).toHaveAttribute('contenteditable', 'false');
  await look(standfirst, 'by-a-later-standfirst');
  await standfirst.quit();
  expect(await readFile(file, 'utf8')).toBe(canonicalJson({ ...release, format: 99, mood: 'calm' }));

  const settings = path.join(newsroom, 'newsroom.json');
  const text = canonicalJson({ ...(JSON.parse(await readFile(settings, 'utf8')) as object), format: 99 });
  await writeFile(settings, text);
  const before = (await readdir(newsroom, { recursive: true })).sort();
  expect(await doctor(newsroom)).toContain('settings: newsroom.json: newsroom.json was written by a later Standfirst.');
  const again = new Desk(await standfirst.launch());
  await expect(
    again.page.getByRole('status').filter({ hasText: 'A later Standfirst wrote this newsroom' }),
  ).toBeVisible();
  await again.open('Rural crime team to double after review of farm thefts');
  await expect(again.body).toHaveAttribute('contenteditable', 'false');
  await standfirst.quit();
  expect((await readdir(newsroom, { recursive: true })).sort()).toEqual(before);
  expect(await readFile(settings, 'utf8')).toBe(text);
});

test('the folder is shown by its newsroom.json and never opened: the system might take it for a program', async ({
  app,
  page,
  newsroom,
}) => {
  await app.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.showItemInFolder = (file) => void asked.push(`show ${file}`);
    shell.openPath = (file) => {
      asked.push(`open ${file}`);
      return Promise.resolve('');
    };
  });
  expect(await page.evaluate(() => globalThis.standfirst.outside.showFolder())).toEqual({ ok: true, value: null });
  const asked = await app.evaluate(() => (globalThis as { asked?: string[] }).asked);
  expect(asked).toEqual([`show ${path.join(newsroom, 'newsroom.json')}`]);
});
