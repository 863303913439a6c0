import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { TWIN_TEXT } from '../shared/sample/twin';
import { type Standfirst, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { ExportScreen } from './pages/export';
import { findings, look, resize } from './pages/look';
import { chooseMenu } from './pages/system';
import { launchViewer } from './viewer';

/* Every screen, every dialog and every kind of exported page against WCAG 2.2 AA, in light, dark and forced colours, and at 200 %. */

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
const THEMES = ['light', 'dark'] as const;

// Many looks in few starts of the app.
test.setTimeout(300_000);

/** Looks at the dialog that is open, then leaves it. */
const lookAtDialog = async (standfirst: Standfirst, name: string): Promise<void> => {
  const dialog = standfirst.page.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  await look(standfirst, `dialog: ${name}`);
  await standfirst.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
};

test('the ways in, the page, its quotes and their dialogs', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await look(standfirst, 'first start');
  await desk.button(/^Go on to/).click();
  await look(standfirst, 'first start, no name given');
  await desk.sayName('Anwen Pugh');
  await desk.button(/^Make a newsroom/).click();
  await lookAtDialog(standfirst, 'Make a newsroom');
  await desk.enter();
  await look(standfirst, 'newsroom, nothing open');

  await desk.open('Rural crime team to double');
  await look(standfirst, 'editor');
  for (const row of await desk.row('').all()) {
    const words = (await row.locator('.lab').innerText()).split('\n').join(' ');
    await row.locator('.row-button').click();
    await look(standfirst, `editor, a quote open: ${words}`);
  }
  const changed = await desk.openRow('Changed since approval');
  await changed.getByRole('button', { name: 'Record approval…' }).click();
  await lookAtDialog(standfirst, 'Record approval');
  await changed.getByRole('button', { name: 'Somebody else…' }).click();
  await lookAtDialog(standfirst, 'Who said this?');
  await desk.button('Name this draft…').click();
  await lookAtDialog(standfirst, 'Name this draft');
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await chooseMenu(standfirst.app, 'link');
  await lookAtDialog(standfirst, 'Link');

  await desk.open('Ten more street wardens');
  await look(standfirst, 'published, frozen');
});

test('a dialog of the quotes stays as the window grows narrow, wherever the focus is', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  const changed = await desk.openRow('Changed since approval');
  await changed.getByRole('button', { name: 'Record approval…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Record approval' });
  await dialog.getByLabel('Approved by').fill('Her office');
  await dialog.getByLabel('Approved by').blur();
  await resize({ app, page }, 640, 400);
  await page.waitForFunction(() => innerWidth <= 640);
  await expect(desk.quotes).toBeVisible();
  await expect(dialog.getByLabel('Approved by')).toHaveValue('Her office');
  await expect(dialog.getByRole('button', { name: 'Record approval' })).toBeInViewport();
});

/** The colour that fills most of a part of the window, as it is painted: computed styles say nothing about highlights. */
const ground = async (page: Page, clip: { x: number; y: number; width: number; height: number }): Promise<string> => {
  const picture = [...(await page.screenshot({ clip }))];
  return page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const drawn = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (drawn === null) throw new Error('There is no canvas to draw on');
    drawn.drawImage(bitmap, 0, 0);
    const { data } = drawn.getImageData(0, 0, bitmap.width, bitmap.height);
    const counts = new Map<string, number>();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `rgb(${data.slice(at, at + 3).join(', ')})`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
  }, picture);
};

test('the marked words of the chosen quote have the ground of their theme', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('One farm theft in three');
  await desk.openRow('Changed since approval');
  for (const [theme, soft] of [
    ['light', 'rgb(252, 229, 226)'],
    ['dark', 'rgb(72, 28, 24)'],
  ] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    const words = await desk.body.evaluate((body) => {
      const quote = [...(CSS.highlights.get('current-changed') ?? [])][0];
      if (!(quote instanceof Range) || !body.contains(quote.startContainer)) throw new Error('No quote is marked');
      const { x, y, width, height } = quote.getClientRects()[0] ?? body.getBoundingClientRect();
      return { x, y, width, height };
    });
    await expect.poll(() => ground(page, words), theme).toBe(soft);
  }
});

test('people and the quote register', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await look(standfirst, 'people, nobody chosen');
  await page.getByRole('option', { name: /Nerys Glŷn/ }).click();
  await look(standfirst, 'people, somebody');
  await desk.button('Merge…').click();
  await page.getByRole('dialog').getByLabel('The same as').selectOption({ label: 'Gwilym Parry' });
  await lookAtDialog(standfirst, 'Merge Nerys Glŷn with somebody else');
  await desk.button('Their quotes').click();
  await expect(page.getByText('All releases read')).toBeVisible();
  await look(standfirst, 'register, one speaker');
  await page.getByLabel('Find words said').fill('nobody ever said this');
  await look(standfirst, 'register, nothing found');
});

test('approval sheet and code', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await chooseMenu(app, 'approval-sheet');
  const code = await page.getByRole('dialog').locator('code').first().innerText();
  await lookAtDialog(standfirst, 'Approval sheet');
  await chooseMenu(app, 'enter-code');
  await page.getByRole('dialog').getByLabel('Code').fill('000000');
  await look(standfirst, 'dialog: a code that nothing has');
  await page.getByRole('dialog').getByLabel('Code').fill(code);
  await lookAtDialog(standfirst, 'Enter a code');
});

test('two versions side by side', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await desk.button('Compare…').click();
  await expect(standfirst.page.getByRole('listbox', { name: 'Changes' }).getByRole('option').first()).toBeVisible();
  await look(standfirst, 'comparison');
  await standfirst.page.keyboard.press('F8');
  await look(standfirst, 'comparison, a change chosen');
});

test('import, publishing and export', async ({ standfirst, scratch }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const [source, out] = [path.join(scratch, 'page.txt'), path.join(scratch, 'archive')];
  await Promise.all([mkdir(out), writeFile(source, TWIN_TEXT)]);
  await desk.enter();
  await standfirst.choose(source);
  await desk.button('Import…').click();
  await expect(desk.button('Bring it in')).toBeVisible();
  await look(standfirst, 'import');
  await desk.button('Back').click();

  await desk.open('Volunteers wanted to visit people in custody');
  await desk.button('Publish…').click();
  await look(standfirst, 'dialog: Publish this release');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText(/The text is frozen/)).toBeVisible();

  await standfirst.choose(out);
  await desk.button('Export').click();
  await expect(desk.button('Override…')).toBeVisible();
  await look(standfirst, 'export, no folder chosen');
  await desk.button('Choose a folder…').click();
  await expect(page.getByText(/needs approval and has none/)).toBeVisible();
  await look(standfirst, 'export, stopped');
  await desk.button('Override…').click();
  await look(standfirst, 'dialog: Let these words pass');
  await page.getByRole('dialog').getByRole('button', { name: 'Let it pass' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/^Write the reason/);
  await expect(page.getByRole('dialog').getByLabel('Reason')).toBeFocused();
  await page.getByRole('dialog').getByLabel('Reason').fill('Approved on the telephone, the paper follows');
  await page.getByRole('dialog').getByRole('button', { name: 'Let it pass' }).click();
  await desk.button(/^Export \d+ files$/).click();
  await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
  await look(standfirst, 'export, done');

  const screen = new ExportScreen(page);
  await screen.later.click();
  await screen.dialog.getByLabel('Moment').selectOption('Another date and time');
  await look(standfirst, 'dialog: Preview a later moment');
  await screen.dialog.getByRole('button', { name: 'Leave it as it is' }).click();
  await screen.preview('Letters in the station wall');
  await look(standfirst, 'export, a preview');
});

/** Every release's page, and one of each kind of list. */
const onceAKind = (names: readonly string[]): string[] => {
  const kindOf = (name: string): string =>
    name
      .replace(/\d{4}\/\d{2}\/index/, 'month')
      .replace(/\d{4}\/index/, 'year')
      .replace(/(topics|people)\/[^/]+\/index/, '$1');
  return names.filter((name, index) => names.findIndex((other) => kindOf(other) === kindOf(name)) === index);
};

test('the exported pages', async ({ newsroom, scratch }) => {
  const out = path.join(scratch, 'archive');
  await mkdir(out);
  await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'export', '--newsroom', newsroom, '--out', out]);
  const pages = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.html')).toSorted();
  const texts = await Promise.all(pages.map((name) => readFile(path.join(out, name), 'utf8')));
  // A page that leads on by itself is left before it can be examined.
  const names = onceAKind(pages.filter((_, index) => texts[index]?.includes('http-equiv="refresh"') === false));
  expect(names.length).toBeGreaterThan(20);
  const browser = await launchViewer(scratch);
  try {
    const page = await browser.firstWindow();
    for (const name of names) {
      await page.goto(pathToFileURL(path.join(out, name)).href);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of THEMES) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await findings(page), `${name}, ${colorScheme}, ${width} px`).toEqual([]);
        }
        const isWide = await page.evaluate(
          () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
        );
        expect.soft(isWide, `${name} scrolls sideways at ${width} px`).toBe(false);
      }
    }
  } finally {
    await browser.close();
  }
});
