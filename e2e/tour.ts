import { execFile } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { TWIN_PARAGRAPHS, TWIN_TEXT } from '../shared/sample/twin';
import { expect, test, type Standfirst } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';

/* The tour: the whole job on the sample newsroom in a real window, with a picture and the time of each stop in demo/. */

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
const DEMO = path.join(top, 'demo');
const NEWSROOM = path.join(DEMO, 'newsroom');
const ARCHIVE = path.join(DEMO, 'archive');
const TIMES = path.join(DEMO, 'times.txt');
const WINDOW = { width: 1280, height: 800 };

const RUNNING = 'Commissioner answers three reports by the inspectors';
const TWO_DRAFTS = 'Rural crime team to double after review of farm thefts';
const TO_PUBLISH = 'Volunteers wanted to visit people in custody';
const PUBLISHED_ADDRESS = /(^|[\\/])volunteers-wanted-to-visit-people-in-custody\.html$/;

/** Makes demo/ ready: what an earlier tour left is taken away, and nothing else. */
const clearDemo = async (): Promise<void> => {
  await mkdir(DEMO, { recursive: true });
  const pictures = (await readdir(DEMO)).filter((name) => /^\d\d-[a-z-]+\.png$/.test(name));
  const left = [...pictures.map((name) => path.join(DEMO, name)), NEWSROOM, ARCHIVE, TIMES];
  await Promise.all(left.map((entry) => rm(entry, { recursive: true, force: true, maxRetries: 5 })));
  await Promise.all([mkdir(NEWSROOM), mkdir(ARCHIVE)]);
};

/** The stops of a tour: each is done, timed and photographed, and numbered in the order it is made. */
class Stops {
  readonly #times: { readonly picture: string; readonly took: number }[] = [];

  /** `work` does the stop and says which window to photograph; `name` becomes part of the picture's name. */
  async make(name: string, work: () => Promise<Page>): Promise<void> {
    await test.step(name, async () => {
      const started = performance.now();
      const page = await work();
      const took = performance.now() - started;
      const picture = `${String(this.#times.length + 1).padStart(2, '0')}-${name.replaceAll(' ', '-')}.png`;
      await page.screenshot({ path: path.join(DEMO, picture), animations: 'disabled' });
      this.#times.push({ picture, took });
    });
  }

  /** The times as a table in seconds, pictures not counted. */
  table(): string {
    const width = Math.max(...this.#times.map(({ picture }) => picture.length));
    const row = (name: string, took: number) => `${name.padEnd(width)}  ${(took / 1000).toFixed(1).padStart(6)} s`;
    const total = this.#times.reduce((sum, { took }) => sum + took, 0);
    return [...this.#times.map(({ picture, took }) => row(picture, took)), row('together', total), ''].join('\n');
  }
}

/** Opens a file of the bundle in a window that knows nothing of the newsroom: no preload, a session of its own. */
const openExported = async ({ app }: Standfirst, file: string): Promise<Page> => {
  const opened = app.waitForEvent('window');
  await app.evaluate(
    async ({ BrowserWindow }, { address, size }) => {
      const browser = new BrowserWindow({ ...size, useContentSize: true, webPreferences: { partition: 'exported' } });
      await browser.loadURL(address);
    },
    { address: pathToFileURL(file).href, size: WINDOW },
  );
  return opened;
};

test.use({ startWith: 'nothing' });

test('the tour', async ({ standfirst, scratch }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  const compare = new Compare(page);
  const stops = new Stops();
  const found = path.join(scratch, 'comments-on-reports.txt');
  await clearDemo();
  await writeFile(found, TWIN_TEXT);
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, WINDOW);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([WINDOW.width, WINDOW.height]);

  await stops.make('first start', async () => {
    await desk.sayName('Anwen Pugh');
    await expect(desk.button(/^Look round the sample newsroom/)).toBeVisible();
    return page;
  });

  await stops.make('releases', async () => {
    await standfirst.choose(NEWSROOM);
    await desk.button(/^Look round the sample newsroom/).click();
    await expect(desk.list.getByRole('option')).toHaveCount(24);
    return page;
  });

  const running = desk.row(''); // the one quote of that release: which of its words the row shows depends on its status
  await stops.make('running quotation', async () => {
    await desk.open(RUNNING);
    await desk.openRow('I accept every recommendation');
    await expect(desk.row('')).toHaveCount(1);
    await expect(running).toContainText('8 paragraphs');
    await expect(running).toContainText('No speaker');
    await desk.saved();
    return page;
  });

  await stops.make('speaker accepted', async () => {
    await running.getByRole('button', { name: 'Accept Nerys Glŷn' }).click();
    await expect(running).toContainText('Needs approval');
    await expect(running).toContainText('Police and Crime Commissioner for Wyrdale');
    await desk.saved();
    return page;
  });

  await stops.make('approval recorded', async () => {
    await desk.recordApproval(running, 'Private office');
    await expect(running).toContainText('Approved');
    await desk.saved();
    return page;
  });

  await stops.make('changed since approval', async () => {
    await desk.caretAfter('in each of the four districts');
    await page.keyboard.type(',');
    await expect(running).toContainText('Changed since approval');
    await expect(running.locator('ins')).toHaveText(',');
    await running.locator('ins').scrollIntoViewIfNeeded();
    await expect(running.locator('ins')).toBeInViewport();
    await desk.saved();
    return page;
  });

  await stops.make('approved again', async () => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(running).not.toContainText('Changed since approval');
    await expect(running).toContainText('Approved');
    await expect(desk.body.locator('p')).toHaveText([...TWIN_PARAGRAPHS]);
    await desk.saved();
    return page;
  });

  await stops.make('side by side', async () => {
    await desk.open(TWO_DRAFTS);
    await desk.button('Compare…').click();
    await compare.choose('Before', 'Draft 1');
    await compare.choose('After', 'Draft 2, legal');
    await expect(compare.changes).toHaveCount(6);
    await expect(compare.changes.nth(1)).toHaveText(/^Moved, one word changed/);
    await page.keyboard.press('F8');
    await expect(compare.spoken).toHaveText(/^Change 1 of 6: /);
    await page.keyboard.press('F8');
    await expect(compare.spoken).toHaveText(
      /^Change 2 of 6: moved paragraph, one word changed, from paragraph 2 to 4$/,
    );
    const moved = compare.sheet.getByRole('row').filter({ hasText: 'Every theft of livestock' }).last();
    await expect(moved).toBeInViewport();
    await expect(moved.locator('ins')).toHaveText('person');
    return page;
  });

  await stops.make('published', async () => {
    await desk.button(/^Back/).click();
    await desk.open(TO_PUBLISH);
    const quote = await desk.openRow('A stranger with a clipboard');
    await desk.recordApproval(quote, 'Chief Constable’s office');
    await expect(quote).toContainText('Approved');
    await desk.button('Publish…').click();
    const dialog = page.getByRole('dialog', { name: 'Publish this release' });
    await dialog.getByRole('button', { name: 'Publish' }).click();
    await expect(page.getByText(/^Published .* The text is frozen\.$/)).toBeVisible();
    await expect(desk.body).toHaveAttribute('contenteditable', 'false');
    return page;
  });

  await stops.make('import', async () => {
    await standfirst.choose(found);
    await desk.button('Import…').click();
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(6);
    await expect(page.getByText('To be filled in before publishing: headline, date.')).toBeVisible();
    return page;
  });

  await stops.make('brought in', async () => {
    await desk.button('Bring it in').click();
    await expect(desk.body.locator('p')).toHaveText([...TWIN_PARAGRAPHS]);
    await expect(desk.headline).toHaveValue('');
    await expect(desk.list.getByRole('option')).toHaveCount(25);
    await desk.saved();
    return page;
  });

  const write = desk.button(/^Export \d+ files$/);
  await stops.make('export plan', async () => {
    await standfirst.choose(ARCHIVE);
    await desk.button('Export').click();
    await desk.button('Choose a folder…').click();
    await expect(page.getByText('Nothing stops the export.')).toBeVisible();
    const withheld = page.getByRole('region', { name: /^Withheld/ });
    for (const headline of [RUNNING, TWO_DRAFTS, 'No headline yet']) await expect(withheld).toContainText(headline);
    await expect(withheld).not.toContainText(TO_PUBLISH);
    expect(await readdir(ARCHIVE)).toEqual([]);
    return page;
  });

  await stops.make('exported', async () => {
    await write.click();
    await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
    await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'verify', ARCHIVE]);
    return page;
  });

  await stops.make('exported page', async () => {
    const files = await readdir(ARCHIVE, { recursive: true });
    const file = files.find((name) => PUBLISHED_ADDRESS.test(name));
    if (file === undefined) throw new Error(`The bundle has no page for “${TO_PUBLISH}”`);
    const exported = await openExported(standfirst, path.join(ARCHIVE, file));
    await expect(exported.getByRole('heading', { level: 1 })).toHaveText(TO_PUBLISH);
    await expect(exported.getByText('A stranger with a clipboard')).toBeVisible();
    return exported;
  });

  await writeFile(TIMES, stops.table());
});
