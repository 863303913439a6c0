import { execFile } from 'node:child_process';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AS_ROOT, expect, test } from './fixtures';
import { askedOfSystem, chooseMenu, watchSystem } from './pages/system';

const run = promisify(execFile);

test.use({ startWith: 'nothing' });

/** The settings as they stand on the disk. */
const settingsOf = async (dataFolder: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path.join(dataFolder, 'settings.json'), 'utf8')) as Record<string, unknown>;

test('the window opens again where it was left', async ({ standfirst }) => {
  const bounds = { x: 90, y: 70, width: 900, height: 640 };
  await standfirst.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await expect.poll(async () => (await settingsOf(standfirst.dataFolder))['window']).toMatchObject(bounds);
  await standfirst.relaunch();
  const again = await standfirst.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect(again).toEqual(bounds);
});

test('the place is kept through a kill, and a place off every screen is not used', async ({ standfirst }) => {
  const settings = await settingsOf(standfirst.dataFolder);
  await standfirst.kill();
  const lost = { x: 40_000, y: 40_000, width: 900, height: 640, maximized: false };
  await writeFile(path.join(standfirst.dataFolder, 'settings.json'), JSON.stringify({ ...settings, window: lost }));
  await standfirst.launch();
  const seen = await standfirst.app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    return { bounds, area: screen.getPrimaryDisplay().workArea };
  });
  expect(seen.bounds?.x).toBeLessThan(seen.area.x + seen.area.width);
  expect(seen.bounds?.y).toBeLessThan(seen.area.y + seen.area.height);
});

test('a second start shows the first window and ends', async ({ standfirst, app }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const args = ['.', ...AS_ROOT, `--user-data-dir=${standfirst.dataFolder}`];
  // Ends by itself with code 0: otherwise this throws.
  await run(await app.evaluate(({ app: electron }) => electron.getPath('exe')), args, {
    cwd: path.resolve(__dirname, '..'),
    timeout: 30_000,
  });
  const isShown = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isShown).toBe(true);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the appearance chosen in the menu is kept', async ({ standfirst }) => {
  const looks = () =>
    standfirst.page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  await chooseMenu(standfirst.app, 'theme-dark');
  await expect.poll(looks).toBe('dark');
  await standfirst.relaunch();
  expect(await looks()).toBe('dark');
  const checked = await standfirst.app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('theme-dark')?.checked,
  );
  expect(checked).toBe(true);
  await chooseMenu(standfirst.app, 'theme-light');
  await expect.poll(looks).toBe('light');
});

test('the menu has every command with its keys, once', async ({ app }) => {
  const items = await app.evaluate(({ Menu }) => {
    type Item = Electron.MenuItem;
    const all = (menu: Electron.Menu | undefined | null): Item[] =>
      menu?.items.flatMap((item) => [item, ...all(item.submenu)]) ?? [];
    return all(Menu.getApplicationMenu()).map(({ id, label, accelerator, role }) => ({ id, label, accelerator, role }));
  });
  const ids = items.map(({ id }) => id);
  for (const id of [
    'new-release',
    'import',
    'export',
    'save-draft',
    'compare',
    'bold',
    'italic',
    'link',
    'heading-2',
    'heading-3',
    'heading-4',
    'paragraph',
    'bulleted-list',
    'numbered-list',
    'block-quote',
    'next-quote',
    'previous-quote',
    'toggle-list',
    'toggle-quotes',
    'find-releases',
    'back',
  ]) {
    expect(
      ids.filter((known) => known === id),
      id,
    ).toHaveLength(1);
  }
  const roles = items.map(({ role }) => String(role).toLowerCase());
  for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectall', 'zoomin', 'zoomout', 'togglefullscreen']) {
    expect(roles, role).toContain(role);
  }
  const keys = items.map(({ accelerator }) => accelerator).filter((key) => key !== undefined && key !== null);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a chosen menu item reaches the page', async ({ app, page }) => {
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        const stop = globalThis.standfirst.on('menu:command', (command) => {
          stop();
          resolve(command);
        });
        document.title = 'listening';
      }),
  );
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
    .toBe('listening');
  await chooseMenu(app, 'next-quote');
  expect(await heard).toBe('next-quote');
});

test('settings that cannot be read are moved aside, whole', async ({ standfirst }) => {
  await standfirst.quit();
  const damaged = '{"who": "Ana Pryce", "theme": "da';
  await writeFile(path.join(standfirst.dataFolder, 'settings.json'), damaged);
  await standfirst.launch();
  const names = await readdir(standfirst.dataFolder);
  const aside = names.filter((name) => name.startsWith('settings.json.unreadable-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(path.join(standfirst.dataFolder, aside[0] ?? ''), 'utf8')).toBe(damaged);
});

test('a page that does not answer cannot hold the window for ever: the writer is asked', async ({ app }) => {
  await watchSystem(app, 2); // Keep working
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    // The page's answer never arrives.
    ipcMain.removeHandler('app:flushed');
    ipcMain.handle('app:flushed', () => new Promise(() => undefined));
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await expect
    .poll(async () => (await askedOfSystem(app)).messages.join())
    .toContain('The page has not answered for five seconds.');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  await watchSystem(app, 1); // Close all the same
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
});

test('a page that crashes is opened again', async ({ app, page }) => {
  await watchSystem(app, 0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  await expect.poll(async () => (await askedOfSystem(app)).messages.join()).toContain('The page stopped working.');
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('typeof window.standfirst'),
      ),
    )
    .toBe('object');
  expect(page.isClosed()).toBe(false);
});

test('a request to end from the system closes it in good order', async ({ standfirst, app }) => {
  test.skip(process.platform === 'win32', 'Windows has no such signal');
  const closed = app.waitForEvent('close');
  const { pid } = app.process();
  if (pid !== undefined) process.kill(pid, 'SIGTERM');
  await closed;
  const log = await readFile(path.join(standfirst.dataFolder, 'logs', 'standfirst.log'), 'utf8');
  expect(log).toContain('"window closed"');
});

test('the smallest window is 640 by 400', async ({ app }) => {
  const smallest = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getMinimumSize());
  expect(smallest).toEqual([640, 400]);
});

test.describe('with a newsroom open', () => {
  test.use({ startWith: 'sample' });

  test('what is typed and not saved yet is saved before the window closes', async ({ standfirst }) => {
    await standfirst.page.evaluate(() => globalThis.standfirst.app.setWho('Ana Pryce'));
    const page = await standfirst.relaunch();
    await page.getByText('Rural crime team to double').click();
    const headline = page.getByRole('textbox', { name: /headline/i });
    await headline.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' typed last');
    await standfirst.quit();
    const again = await standfirst.launch();
    await expect(again.getByText(/typed last/).first()).toBeVisible();
  });
});
