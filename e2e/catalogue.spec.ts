import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { askedOfSystem, chooseMenu, watchSystem } from './pages/system';

/* The back catalogue: a folder of pages that are public already, looked through, filled in by keys, and exported where they stood. */

const run = promisify(execFile);
const cli = path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs');
const SITE = 'https://www.pcc-wyrdale.example';

const page = (headline: string, head: string, words: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>News</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>${headline}</h1>${words}
<p>Bethan Crowe, who keeps the shop, said: “It has been a long winter without a lamp.”</p></main></body></html>`;

test('a folder is read, what is missing is filled in by keys, and each page is exported at its own address', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const folder = path.join(scratch, 'old site');
  await mkdir(path.join(folder, '2014'), { recursive: true });
  const canonical = `<link rel="canonical" href="${SITE}/newsroom/lamps.html">`;
  await writeFile(path.join(folder, 'lamps.html'), page('Lamps for Quay Street', canonical, '<p>27 June 2014</p>'));
  await writeFile(path.join(folder, '2014', 'bridge.html'), page('The bridge opens', '', '<p>It is open.</p>'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<h1>News</h1><ul><li><a href="lamps.html">Lamps for Quay Street</a><li><a href="2014/bridge.html">The bridge opens</a></ul>',
  );
  await writeFile(path.join(folder, 'mill.doc'), 'The mill closes');
  await writeFile(path.join(folder, 'lamps.png'), 'a picture of lamps');

  const { app, page: window } = standfirst;
  const desk = new Desk(window);
  await desk.enter();
  const before = await desk.list.getByRole('option').count();
  await standfirst.choose(folder);
  await chooseMenu(app, 'import-catalogue');
  const pages = window.getByRole('listbox', { name: 'Pages of the folder' });
  await expect(pages.getByRole('option')).toHaveCount(3);
  await expect(pages.getByRole('option', { name: /^Lamps for Quay Street/ })).toContainText('newsroom/lamps.html');
  await expect(pages.getByRole('option', { name: /^News/ })).toContainText('Left out: a list');
  await expect(pages.getByRole('option', { name: /^The bridge opens/ })).toContainText('To fill in: date, address');
  await expect(desk.button('Take in 1 release')).toBeVisible();
  // What may be a release and is of a kind that is not read is told; what belongs to the pages is not.
  await window.getByText('1 file could not be read').click();
  await expect(window.getByText('mill.doc: mill.doc is not read.')).toBeVisible();

  await pages.getByRole('option').first().focus();
  await window.keyboard.press('Home');
  await expect(window.getByRole('heading', { name: '2014/bridge.html' })).toBeVisible();
  await window.getByLabel('Date of publication').fill('2014-02-30');
  await expect(window.getByText('Its date is missing, or is no day.')).toBeVisible();
  await expect(window.getByLabel('What will be brought in')).toContainText('Date missing: to be filled in');
  await look(standfirst, 'back-catalogue');
  await window.getByLabel('Date of publication').fill('2014-08-01');
  await window.getByLabel(/^The folder’s address on the web/).fill(`${SITE}/news/`);
  await window.keyboard.press('Enter');
  await expect(window.getByLabel('Address on the web', { exact: true })).toHaveValue(`${SITE}/news/2014/bridge.html`);
  await expect(pages.getByRole('option', { name: /^The bridge opens/ })).toContainText('Ready');

  await pages.getByRole('option', { name: /^Lamps/ }).focus();
  await window.keyboard.press('Space');
  await expect(pages.getByRole('option', { name: /^Lamps/ })).toContainText('Left out');
  await window.keyboard.press('Space');
  await desk.button('Take in 2 releases').click();
  await expect(window.getByRole('heading', { name: 'Taken in: 2 releases' })).toBeVisible();
  await look(standfirst, 'back-catalogue-taken-in');
  await desk.button('To the releases').press('Enter');
  await expect(desk.list.getByRole('option')).toHaveCount(before + 2);
  await desk.open(/^Lamps for Quay Street/);
  await expect(desk.row('a long winter without a lamp')).toContainText('No approval needed');
  await expect(desk.row('a long winter without a lamp')).toContainText('published before Standfirst');

  await standfirst.quit();
  const out = path.join(scratch, 'bundle');
  const { stdout } = await run('node', [cli, 'export', '--newsroom', newsroom, '--out', out, '--json']);
  const report = JSON.parse(stdout) as { readonly findings: readonly unknown[]; readonly files: readonly string[] };
  expect(report.findings).toEqual([]);
  expect(report.files).toEqual(
    expect.arrayContaining(['data/newsroom/lamps.html', 'data/news/2014/bridge.html', 'data/news/2014/08/index.html']),
  );
});

test('what was filled in is not left behind by a key or a closed window: it is taken in, or left by hand', async ({
  standfirst,
  scratch,
}) => {
  const folder = path.join(scratch, 'old site');
  await mkdir(folder);
  await writeFile(path.join(folder, 'lamps.html'), page('Lamps for Quay Street', '', '<p>It is lit.</p>'));
  const { app, page: window } = standfirst;
  const desk = new Desk(window);
  await desk.enter();
  const refusal = window.locator('.refusal');
  const stays = async (why: string): Promise<void> => {
    for (const way of ['back', 'show-people']) {
      await chooseMenu(app, way);
      await expect(refusal, way).toHaveText(why);
      await window.keyboard.press('F6');
    }
    await watchSystem(app, 2); // Keep working
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(async () => (await askedOfSystem(app)).messages.length).toBe(1);
  };

  await standfirst.choose(folder);
  await chooseMenu(app, 'import-catalogue');
  const date = window.getByLabel('Date of publication');
  await date.fill('2014-08-01');
  await stays('Not taken in yet: take the pages in, or leave it');
  await expect(date).toHaveValue('2014-08-01');
  await desk.button('Leave it').click();
  await expect(desk.list).toBeVisible();

  await standfirst.choose(path.join(folder, 'lamps.html'));
  await chooseMenu(app, 'import');
  const line = window.getByRole('checkbox').first();
  await line.uncheck();
  await stays('Not brought in yet: bring it in, or leave it');
  await expect(line).not.toBeChecked();
  await desk.button('Leave it').click();
  await expect(desk.list).toBeVisible();
});

test('a folder without a page says so, and nothing is written', async ({ standfirst, scratch }) => {
  const { app, page: window } = standfirst;
  const desk = new Desk(window);
  await desk.enter();
  await standfirst.choose(scratch);
  await mkdir(path.join(scratch, 'empty'));
  await standfirst.choose(path.join(scratch, 'empty'));
  await chooseMenu(app, 'import-catalogue');
  await expect(window.getByRole('alert')).toContainText('There is no web page (.html, .htm), text (.txt)');
  await expect(desk.button('Choose another folder…')).toBeVisible();
  await expect(desk.button(/^Take in/)).toHaveAttribute('aria-disabled', 'true');
});

test('taking in is stopped: what was taken in stays, and the rest waits in the folder', async ({
  standfirst,
  scratch,
}) => {
  const MANY = 400;
  const folder = path.join(scratch, 'old site');
  await mkdir(folder);
  for (let number = 1; number <= MANY; number += 1) {
    const canonical = `<link rel="canonical" href="${SITE}/newsroom/lamp-${String(number)}.html">`;
    const words = `<p>27 June 2014</p><p>It is the lamp by the door of number ${String(number)}.</p>`;
    await writeFile(path.join(folder, `lamp-${String(number)}.html`), page(`Lamp ${String(number)}`, canonical, words));
  }
  const { app, page: window } = standfirst;
  const desk = new Desk(window);
  await desk.enter();
  const before = await desk.list.getByRole('option').count();
  await standfirst.choose(folder);
  await chooseMenu(app, 'import-catalogue');
  await desk.button(`Take in ${String(MANY)} releases`).click();
  await expect(window.getByRole('progressbar', { name: 'Taking in' })).toBeVisible();
  await desk.button('Stop').press('Enter');
  await expect(window.getByText('It was stopped. What was taken in stays')).toBeVisible();
  const told = await window.getByRole('heading', { name: /^Taken in: / }).textContent();
  const taken = Number(/\d+/.exec(told ?? '')?.[0]);
  expect(taken).toBeLessThan(MANY);
  await desk.button('To the releases').press('Enter');
  await expect(desk.list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(before + taken));

  await chooseMenu(app, 'import-catalogue');
  await expect(desk.button(`Take in ${String(MANY - taken)} releases`)).toBeVisible();
});
