import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { type Standfirst, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { askedOfSystem, chooseMenu, watchSystem } from './pages/system';

/* Several windows on one newsroom: a release stands in one of them at a time, and all are saved before any goes. */

const FIRST = 'Rural crime team to double after review of farm thefts';
const SECOND = 'Volunteers wanted to visit people in custody';

/** All that is written below a folder, as one text. */
const below = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile() && entry.name === 'release.json');
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(path.join(parentPath, name), 'utf8')))).join();
};

/** Does something that opens a window, and gives its desk once the page is drawn. */
const newWindow = async ({ app }: Standfirst, act: () => Promise<void>): Promise<Desk> => {
  const opened = app.waitForEvent('window');
  await act();
  const page: Page = await opened;
  const desk = new Desk(page);
  await expect(desk.body).toBeVisible();
  return desk;
};
const windows = ({ app }: Standfirst): Promise<number> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

test('a release has a window of its own, is open in no other, and what is written there shows in the list', async ({
  standfirst,
  newsroom,
}) => {
  const first = new Desk(standfirst.page);
  await first.enter();
  await first.open(FIRST);
  await first.list.getByRole('option', { name: SECOND }).focus();
  const second = await newWindow(standfirst, () => first.page.keyboard.press('Control+Enter'));
  await expect(second.headline).toHaveValue(SECOND);
  await expect(second.list).toBeHidden();
  await expect(second.body).toBeFocused();
  await expect(first.headline).toHaveValue(FIRST);

  // Asked for again it is not opened twice: the window that has it is in front.
  await first.list.getByRole('option', { name: SECOND }).click();
  await expect(first.page.locator('[data-announce="polite"]')).toContainText(/open in another window/);
  await expect(first.headline).toHaveValue(FIRST);
  await first.list.getByRole('option', { name: SECOND }).focus();
  await first.page.keyboard.press('Control+Enter');
  await expect.poll(() => windows(standfirst)).toBe(2);
  // Nor is it thrown away behind the back of whoever writes in it.
  await first.list.getByRole('option', { name: SECOND }).focus();
  await first.page.keyboard.press('Delete');
  await expect(first.page.locator('[data-announce="polite"]')).toContainText(/open in another window/);

  await second.headline.fill('Visitors wanted, and welcome');
  await second.saved();
  await expect(first.list.getByRole('option', { name: 'Visitors wanted, and welcome' })).toBeVisible();

  // Both write, and quitting asks nothing: what is safe is not asked about.
  await first.caretAfter('rang back one caller in ten');
  await first.page.keyboard.type(', from the north down');
  await second.caretAfter('Training takes two evenings');
  await second.page.keyboard.type(', by day and by night');
  await watchSystem(standfirst.app, 2);
  const asked = askedOfSystem(standfirst.app);
  const closed = standfirst.app.waitForEvent('close');
  await standfirst.app.evaluate(({ app }) => app.quit());
  expect((await asked).messages).toEqual([]);
  await closed;
  const written = await below(path.join(newsroom, 'releases'));
  expect(written).toContain(', from the north down');
  expect(written).toContain(', by day and by night');
});

test('the open release moves to a window of its own, which closes without the other', async ({ standfirst }) => {
  const first = new Desk(standfirst.page);
  await first.enter();
  await first.open(FIRST);
  const second = await newWindow(standfirst, () => chooseMenu(standfirst.app, 'open-in-window'));
  await expect(second.headline).toHaveValue(FIRST);
  await expect(first.page.getByText('Choose a release, or begin a new one.')).toBeVisible();

  // Commands of the menu go to the window in front.
  await chooseMenu(standfirst.app, 'toggle-list');
  await expect(second.list).toBeVisible();

  const gone = second.page.waitForEvent('close');
  await second.page.evaluate(() => window.close());
  await gone;
  await expect.poll(() => windows(standfirst)).toBe(1);
  await first.open(FIRST);
  await expect(first.headline).toHaveValue(FIRST);
});

test('a page that crashes comes back to its release with the words, and the log holds none of them', async ({
  standfirst,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(FIRST);
  await watchSystem(standfirst.app, 0); // Open it again
  await desk.caretAfter('rang back one caller in ten');
  await desk.page.keyboard.type(', quixotically');
  await desk.saved();
  const crashed = desk.page.waitForEvent('crash');
  await standfirst.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  await expect.poll(async () => (await askedOfSystem(standfirst.app)).messages.join()).toContain('stopped working');
  const shown = () =>
    standfirst.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'document.querySelector(\'[aria-label="Body"]\')?.textContent ?? ""',
      ),
    );
  await expect.poll(shown).toContain('rang back one caller in ten, quixotically');
  const log = await readFile(path.join(standfirst.dataFolder, 'logs', 'standfirst.log'), 'utf8');
  expect(log).toContain('"page gone"');
  expect(log).not.toContain('quixotically');
  expect(log).not.toContain('Rural crime');
});
