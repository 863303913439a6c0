import { execFile } from 'node:child_process';
import { access, copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { FONT_FILES } from '../shared/archive/style-fonts';
import { HOSTILE_PICTURE, hostileFiles } from '../shared/archive/testing-hostile';
import { png } from '../shared/testing/pictures';
import { expect, test } from './fixtures';
import { launchViewer } from './viewer';

/* The exported archive as a reader has it: opened from a file path, in a browser that knows nothing of Standfirst. */

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');

/** Hears what a page must not do: open a dialog, ask another place, breach its policy, fail. */
const troubleOf = (page: Page): string[] => {
  const heard: string[] = [];
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) heard.push(`request: ${request.url()}`);
  });
  page.on('console', (message) => {
    // Electron's own word to developers, about the empty window it begins with.
    if (message.text().includes('Electron Security Warning')) return;
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  return heard;
};

/** The fonts that the program brings to a bundle, by what the pages call them. */
const FONT_SOURCES = {
  serif: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  serifItalic: 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  serifExt: 'source-serif-4/files/source-serif-4-latin-ext-wght-normal.woff2',
  sans: 'source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  sansExt: 'source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2',
} satisfies Record<keyof typeof FONT_FILES, string>;
const layFonts = async (out: string): Promise<void> => {
  await mkdir(path.join(out, 'fonts'), { recursive: true });
  for (const [name, source] of Object.entries(FONT_SOURCES)) {
    const from = path.join(top, 'node_modules', '@fontsource-variable', source);
    await copyFile(from, path.join(out, FONT_FILES[name as keyof typeof FONT_FILES]));
  }
};

const pagesBelow = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).toSorted();

test.describe('the exported archive', () => {
  test.setTimeout(300_000);

  test('shows pictures and tables to those who see them, and tells the others', async ({ newsroom, scratch }) => {
    const out = path.join(scratch, 'archive');
    await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'export', '--newsroom', newsroom, '--out', out]);
    const browser = await launchViewer(scratch);
    try {
      const page = await browser.firstWindow();
      const heard = troubleOf(page);
      const place = path.join(out, 'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html');
      await page.goto(pathToFileURL(place).href);
      const picture = page.getByRole('img', { name: 'A red bus with lit windows stands at night under a street lamp' });
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
      const table = page.getByRole('table', { name: 'People carried in the first month, by night' });
      await expect(table.getByRole('columnheader')).toHaveText(['Route', 'Fridays', 'Saturdays']);
      await expect(table.getByRole('rowheader', { name: 'N3 Montwyn' })).toBeVisible();
      await page.setViewportSize({ width: 320, height: 700 });
      const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      expect(isWide).toBe(false);
      expect(heard).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('is searched from a file path', async ({ newsroom, scratch }) => {
    const out = path.join(scratch, 'archive');
    await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'export', '--newsroom', newsroom, '--out', out]);
    const browser = await launchViewer(scratch);
    try {
      const page = await browser.firstWindow();
      const heard = troubleOf(page);
      const search = pathToFileURL(path.join(out, 'data', 'search.html')).href;
      const field = page.getByRole('searchbox', { name: 'Search the news' });
      const status = page.getByRole('status');
      await page.goto(pathToFileURL(path.join(out, 'data', 'index.html')).href);
      await field.fill('two & boats');
      await field.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Search the news');
      await expect(field).toHaveValue('two & boats');
      await expect(status).toHaveText('Nothing was found.');
      await expect(page.getByText('The search needs scripts')).toHaveCount(0);
      await field.fill('WARDENS hexl');
      await field.press('Enter');
      await expect(status).toHaveText('1 release was found.');
      await expect(page.locator('#search-found')).toHaveText(
        /Ten more street wardens for Hexley town centre\s*19 November 2026/,
      );
      await field.fill('gwilym');
      await page.getByRole('button', { name: 'Search' }).click();
      await expect(page.locator('#search-found').getByRole('link')).toHaveText([
        'Night bus marshals to stay until spring',
      ]);
      // A word of a release that is under embargo.
      await field.fill('locks');
      await field.press('Enter');
      await expect(status).toHaveText('Nothing was found.');
      await page.goto(`${search}?q=transport`);
      await expect(status).toHaveText('1 release was found.');
      await page.locator('#search-found').getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Night bus marshals to stay until spring');
      expect(heard).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('is whole with scripts off: every link of every page leads on from a file path', async ({
    newsroom,
    scratch,
  }) => {
    const out = path.join(scratch, 'archive');
    await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'export', '--newsroom', newsroom, '--out', out]);
    const browser = await launchViewer(scratch);
    try {
      const page = await browser.firstWindow();
      const heard = troubleOf(page);
      const devTools = await page.context().newCDPSession(page);
      await devTools.send('Emulation.setScriptExecutionDisabled', { value: true });
      const web = pathToFileURL(path.join(out, 'data')).href;
      const first = `${web}/index.html`;
      const seen = new Set([first]);
      let links = 0;
      for (const address of seen) {
        // A page or a file that is not there throws. Others than pages are looked for on the disk: a browser would save them.
        const file = fileURLToPath(address.replace(/#.*/s, ''));
        if (!file.endsWith('.html')) {
          await access(file);
          continue;
        }
        const isMoved = (await readFile(file, 'utf8')).includes('http-equiv="refresh"');
        await page.goto(address, { waitUntil: 'domcontentloaded' });
        // One that moved leads on by itself; what it leads to is read in its place.
        if (isMoved) {
          await page.waitForURL((now) => now.href !== address, { waitUntil: 'domcontentloaded' });
          seen.add(page.url());
        }
        await expect(page.locator('h1')).toHaveCount(1);
        const found = await page
          .locator('a[href], area[href]')
          .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).href));
        links += found.length;
        for (const href of found) if (href.startsWith('file:')) seen.add(href);
        const mark = decodeURIComponent(new URL(address).hash.slice(1));
        if (mark !== '') await expect(page.locator(`[id="${mark}"]`)).toHaveCount(1);
      }
      const pages = new Set([...seen].map((each) => each.replace(/#.*/s, '')).filter((each) => each.endsWith('.html')));
      expect(pages.size).toBe((await pagesBelow(out)).length - 1);
      expect([...pages].every((each) => each.startsWith(`${web}/`))).toBe(true);
      expect(links).toBeGreaterThan(500);
      await page.goto(first);
      await expect(page.getByRole('searchbox')).toHaveCount(0);
      await page.goto(`${web}/search.html`);
      await expect(page.getByText('The search needs scripts')).toBeVisible();
      expect(heard).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  test('does nothing that hostile words ask of it', async ({ scratch }) => {
    const files = hostileFiles({});
    const out = path.join(scratch, 'archive');
    for (const { path: name, contents } of files) {
      await mkdir(path.dirname(path.join(out, name)), { recursive: true });
      await writeFile(path.join(out, name), contents);
    }
    await layFonts(out);
    await mkdir(path.join(out, 'media'), { recursive: true });
    await writeFile(path.join(out, 'media', HOSTILE_PICTURE), png(40, 30));
    const browser = await launchViewer(scratch);
    try {
      const page = await browser.firstWindow();
      const heard = troubleOf(page);
      const reports = await page.context().exposeFunction('cspReport', (what: string) => void heard.push(what));
      expect(reports).toBeDefined();
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
          heard(`policy: ${violatedDirective} ${blockedURI}`);
        });
        const heard = (what: string): void => {
          (window as unknown as { cspReport: (what: string) => void }).cspReport(what);
        };
      });
      const names = await pagesBelow(out);
      expect(names.length).toBeGreaterThan(30);
      for (const name of names) {
        // A page that leads on by itself is left where it leads to.
        await page.goto(pathToFileURL(path.join(out, name)).href, { waitUntil: 'load' });
        await expect(page.locator('h1')).toHaveCount(1);
      }
      await page.goto(pathToFileURL(path.join(out, 'search.html')).href);
      await page.getByRole('searchbox').fill('alert');
      await page.getByRole('searchbox').press('Enter');
      await expect(page.getByRole('status')).toHaveText(/found/);
      await expect(page.locator('#search-found').getByRole('link').first()).toContainText('<script>alert(1)</script>');
      expect(heard).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
