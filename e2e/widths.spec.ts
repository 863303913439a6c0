import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Standfirst } from './fixtures';
import { Desk } from './pages/desk';
import { ExportScreen } from './pages/export';
import { cutOff, picture, resize } from './pages/look';
import { chooseMenu } from './pages/system';

/* Windows between a small one and a full screen: the page has what room there is, and nothing is out of reach. */

/** Gives the window each width in turn, and runs work on it; `at` says which. */
const atEachWidth = async ({ app, page }: Standfirst, work: (at: string, width: number) => Promise<void>) => {
  for (const width of [820, 980, 1024, 1100, 1200, 1280]) {
    await resize({ app, page }, width, 700);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    await work(`${String(width)} px`, width);
  }
};

test('the page has the room that the list and the quotes leave', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Volunteers wanted');
  await atEachWidth(standfirst, async (at, width) => {
    const wide = await page.locator('.work > *').evaluateAll((parts) => {
      const widths = parts.map((part) => part.getBoundingClientRect().width);
      return { all: widths.reduce((sum, each) => sum + each, 0), page: document.querySelector('.desk')?.clientWidth };
    });
    expect(wide.all, `${at}: nothing stands empty`).toBeCloseTo(width, 0);
    expect(wide.page, `${at}: the page`).toBeGreaterThanOrEqual(480);
    const over = await page.locator('.scroll').evaluate((scroll) => scroll.scrollWidth - scroll.clientWidth);
    expect(over, `${at}: what of the page is cut off`).toBe(0);
  });
});

test('each act of the toolbar can be reached, in each state of a release', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const nothingIsCutOff = (state: string): Promise<void> =>
    atEachWidth(standfirst, async (at) => {
      expect.soft(await cutOff(page), `${state}, ${at}`).toBe('');
      await picture(page, state, at);
    });
  await desk.enter();
  await desk.open('Volunteers wanted');
  await nothingIsCutOff('agreed');
  await desk.open('Ten more street wardens');
  await desk.button(/^Change$/).click();
  await desk.button('Minor change').click();
  await expect(desk.button('Publish the change…')).toBeVisible();
  await nothingIsCutOff('a change is open');
});

test('a preview, and the question for its moment, stand whole in the smallest window at 200 %', async ({
  standfirst,
}) => {
  const { app, page } = standfirst;
  const [desk, screen] = [new Desk(page), new ExportScreen(page)];
  await desk.enter();
  await desk.button('Export').click();
  await screen.preview('Letters in the station wall');
  await resize({ app, page }, 640, 700);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await page.waitForFunction(() => innerWidth === 320);
  const over = await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  expect(over, 'what of the screen is cut off').toBe(0);
  expect(await cutOff(page)).toBe('');
  await screen.later.click();
  await screen.dialog.getByLabel('Moment').selectOption('Another date and time');
  await screen.dialog.getByLabel(/^Date and time/).fill('2097-10-27T01:30');
  await expect(screen.dialog.getByRole('group', { name: 'Which time is meant' })).toBeAttached();
  const body = await page.locator('dialog .dialog-body').evaluate((part) => part.scrollWidth - part.clientWidth);
  expect(body, 'what of the question is cut off').toBe(0);
  expect(await cutOff(page)).toBe('');
});

test('a screen with nothing on it yet fills the window all the same', async ({ standfirst, scratch }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  /** How far the last part of the window is from its lower edge. */
  const left = (last: string): Promise<number> =>
    page.locator(last).evaluate((part) => Math.round(innerHeight - part.getBoundingClientRect().bottom));
  await desk.enter();
  await desk.button(/^Trash/).click();
  await expect(page.getByText('The trash is empty.')).toBeVisible();
  expect(await left('main')).toBe(0);
  await picture(page, 'trash', 'empty');
  await desk.button('Back to the releases').click();

  const photograph = path.join(scratch, 'photograph.png');
  await writeFile(photograph, '');
  await standfirst.choose(photograph);
  await desk.button('Import…').click();
  await expect(page.getByText(/is neither a Word document/)).toBeVisible();
  expect(await left('.foot')).toBe(0);
  await picture(page, 'import', 'refused');
});

test('where it is narrow the list opens at the release that is open', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await resize({ app, page }, 640, 360);
  await page.waitForFunction(() => innerWidth <= 640);
  // Drawn while the list is not to be seen.
  await desk.button('Release').click();
  await desk.button('History…').click();
  await desk.button(/^Back/).click();
  await desk.button('Show the list').click();
  const open = desk.list.getByRole('option', { name: 'Rural crime team to double' });
  await expect(open).toBeFocused();
  await expect(open).toBeInViewport();
  // From another screen the search of the newsroom leads to the list too, not to the page.
  await desk.button(/^People/).click();
  await chooseMenu(app, 'find-releases');
  await expect(page.getByRole('searchbox', { name: 'Find in releases' })).toBeFocused();
});

test('a bar of tools that takes two rows keeps its distance from its edges', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  const nearest = (): Promise<number> =>
    page.locator('.tb').evaluate((bar) => {
      const box = bar.getBoundingClientRect();
      const controls = [...bar.querySelectorAll('button, select')].map((each) => each.getBoundingClientRect());
      const shown = controls.filter(({ height }) => height > 0);
      return Math.min(...shown.flatMap(({ top, bottom }) => [top - box.top, box.bottom - bottom]));
    });
  await desk.enter();
  await desk.open('Rural crime team to double');
  await desk.button('Remarks…').click();
  for (const width of [640, 1024]) {
    await resize({ app, page }, width, 700);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    expect(await nearest(), `drafts and remarks, ${String(width)} px`).toBeGreaterThanOrEqual(4);
  }
  await desk.button(/^Back/).click();
  await desk.button('Compare…').click();
  await expect(page.getByRole('option', { name: /changed/ }).first()).toBeVisible();
  for (const width of [820, 1024, 1280]) {
    await resize({ app, page }, width, 700);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    expect(await nearest(), `comparison, ${String(width)} px`).toBeGreaterThanOrEqual(4);
  }
});
