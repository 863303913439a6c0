import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

/* From anywhere to any release, person or command; the keys of all; what somebody who helps is told. */

const FARM = 'Rural crime team to double after review of farm thefts';

test('Ctrl K leads to a release, a person and a command', async ({ standfirst }) => {
  const { page, app } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const dialog = page.getByRole('dialog', { name: 'Go to' });
  const field = dialog.getByRole('combobox', { name: 'A release, a person or a command' });
  const options = dialog.getByRole('option');

  await chooseMenu(app, 'go-to');
  await expect(field).toBeFocused();
  await expect(dialog.getByRole('status')).toHaveText(/^12 of \d+ places offered\. Type more/);
  await look(standfirst, 'dialog: Go to');
  await page.keyboard.type('farm thefts');
  await expect(options).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue(FARM);

  await chooseMenu(app, 'go-to');
  await expect(field).toBeFocused();
  await page.keyboard.type('glyn');
  await expect(options.first()).toContainText('Nerys Glŷn');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'People' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Nerys Glŷn');

  await chooseMenu(app, 'go-to');
  await expect(field).toBeFocused();
  await page.keyboard.type('register');
  await expect(options.first()).toContainText('Quote Register');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Quote register' })).toBeVisible();

  await chooseMenu(app, 'go-to');
  await expect(field).toBeFocused();
  await page.keyboard.type('qqqq');
  await expect(dialog.getByText('Nothing is called “qqqq”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a key that comes as soon as a dialog stands is kept', async ({ app, page }) => {
  await new Desk(page).enter();
  // Right behind the drawing that brings the field and its focus, before anything that waits for its turn.
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLInputElement && target.closest('dialog') !== null)
        queueMicrotask(() => document.execCommand('insertText', false, 'q'));
    }),
  );
  await chooseMenu(app, 'go-to');
  const field = page.getByRole('dialog', { name: 'Go to' }).getByRole('combobox');
  await expect(field).toHaveValue('q');
  await page.keyboard.type('uay');
  await expect(field).toHaveValue('quay');
});

test('the keyboard map has every key of the menus, and finds them by words', async ({ standfirst }) => {
  const { page, app } = standfirst;
  await new Desk(page).enter();
  const menu = await page.evaluate(() => globalThis.standfirst.app.shortcuts());
  await chooseMenu(app, 'show-shortcuts');
  const map = page.getByRole('dialog', { name: 'Keyboard map' });
  for (const { command, keys } of menu.filter((each) => each.keys !== ''))
    await expect(map.getByRole('row', { name: `${command} ${keys}`, exact: true }).first()).toBeAttached();
  // And those of the parts of the page, which stand in no menu.
  for (const row of [
    'Accept the speaker who is certain Ctrl+Enter',
    'A pair that is often compared Alt+1 to Alt+7',
    'Take it over from the other side Shift+T',
    'Print or save the comparison Ctrl+P',
    'Next change, change before F8, Shift+F8',
    'Next remark, remark before F8, Shift+F8',
    'Next place, place before Enter, Shift+Enter',
  ])
    await expect(map.getByRole('row', { name: row, exact: true }).first()).toBeAttached();
  await look(standfirst, 'dialog: Keyboard map');
  await map.getByRole('textbox', { name: 'Find a command or a key' }).fill('region quote next');
  await expect(map.getByRole('row')).toHaveCount(0);
  await map.getByRole('textbox', { name: 'Find a command or a key' }).fill('quote next');
  await expect(map.getByRole('row', { name: /^Next Quote to Settle/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map).toBeHidden();
});

test('diagnostics go to the clipboard without a word of the newsroom, and without paths', async ({
  standfirst,
  newsroom,
}) => {
  const { page, app } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(FARM);
  await chooseMenu(app, 'copy-diagnostics');
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('Standfirst diagnostics');
  const text = await copied();
  expect(text).toMatch(/^standfirst: \d/m);
  expect(text).toMatch(/^releases: \d+$/m);
  expect(text).toContain('"newsroom opened"');
  const { organisation } = JSON.parse(await readFile(`${newsroom}/newsroom.json`, 'utf8')) as { organisation: string };
  for (const word of [organisation, 'Rural crime', 'Glŷn', 'Anwen', newsroom, standfirst.dataFolder])
    expect(text).not.toContain(word);
});
