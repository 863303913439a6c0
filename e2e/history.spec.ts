import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu, saveAs } from './pages/system';
import { pdfPages } from './pdf-text';

/* What became of a release: its versions, the ways back, and the trash. */

const WORKING = 'Rural crime team to double';

const versions = (desk: Desk) => desk.page.getByRole('listbox', { name: 'Versions' });
const sheet = (desk: Desk) => desk.page.getByRole('region', { name: /^Text of/ });

test('an earlier version is found, compared, named and restored, and nothing is lost', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(WORKING);
  await desk.nameDraft('Before the flood');
  const before = (await desk.body.innerText()).replace(/\s+/g, ' ');
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('All swept away.');
  await desk.saved();

  await desk.button('History…').click();
  const rows = versions(desk).getByRole('option');
  await expect(versions(desk).getByRole('group', { name: 'Today' })).toBeVisible();
  await rows.filter({ hasText: 'Before the flood' }).click();
  await expect(sheet(desk)).toContainText('rural crime team', { ignoreCase: true });
  await look(standfirst, 'history');

  await desk.button('Compare with now').click();
  await expect(page.getByLabel('Before', { exact: true }).locator('option:checked')).toContainText('Before the flood');
  await expect(page.getByRole('main', { name: 'The two versions' })).toContainText('All swept away.');
  await desk.button(/^Back/).click();
  await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();

  await rows.filter({ hasText: 'Before the flood' }).click();
  await desk.button('Name this version…').click();
  const naming = page.getByRole('dialog', { name: 'Name this version' });
  await look(standfirst, 'naming a version');
  await naming.getByLabel('Name', { exact: true }).fill('The good one');
  await naming.getByRole('button', { name: 'Name version' }).click();
  await expect(rows.first()).toContainText('The good one');

  await desk.button('Restore…').click();
  const restoring = page.getByRole('dialog', { name: 'Restore this version' });
  await expect(restoring.getByRole('button', { name: 'Restore version' })).toBeFocused();
  await look(standfirst, 'restoring a version');
  await restoring.getByRole('button', { name: 'Restore version' }).click();
  await expect(desk.body).toBeVisible();
  expect((await desk.body.innerText()).replace(/\s+/g, ' ')).toBe(before);

  // The words that were on the page are a version of their own, and can be had again.
  await chooseMenu(standfirst.app, 'history');
  await expect(rows.first()).toContainText('Restored');
  await expect(rows.nth(1)).toContainText('Saved');
  await rows.nth(1).click();
  await expect(sheet(desk)).toContainText('All swept away.');
});

test('the history is gone through by keys alone', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(WORKING);
  await chooseMenu(standfirst.app, 'history');
  await expect(desk.button(/^Back/)).toBeFocused();
  const rows = versions(desk).getByRole('option');
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press('F6');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await expect(rows.last()).toContainText('As begun');
  await expect(sheet(desk)).toHaveAccessibleName(/As begun/);
  await page.keyboard.press('F6');
  await expect(sheet(desk)).toBeFocused();
  await chooseMenu(standfirst.app, 'back');
  await expect(desk.body).toBeVisible();
});

test('a published text cannot be replaced by an older one', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  await desk.button('History…').click();
  await expect(desk.button('Restore…')).toHaveAttribute('aria-disabled', 'true');
  await expect(versions(desk)).toContainText('Published');
});

test('a release goes to the trash and comes back, at once or later', async ({ standfirst, newsroom }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(WORKING);
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Last words.');
  const row = desk.list.getByRole('option', { name: WORKING });
  await row.click({ button: 'right' });
  const menu = page.getByRole('menu', { name: new RegExp(WORKING) });
  await expect(menu.getByRole('menuitem', { name: 'Open', exact: true })).toBeFocused();
  await look(standfirst, 'the menu of a row');
  await row.click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect(row).toBeHidden();
  await expect(page.getByText('Choose a release, or begin a new one.')).toBeVisible();
  await look(standfirst, 'moved to the trash');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(desk.body).toContainText('Last words.');

  await row.focus();
  await page.keyboard.press('Delete');
  await expect(row).toBeHidden();
  expect((await readdir(path.join(newsroom, 'trash'))).filter((name) => name.endsWith('.json'))).toHaveLength(1);
  await standfirst.relaunch();
  const again = new Desk(standfirst.page);
  await expect(again.list).toBeVisible();
  await again.button('Trash').click();
  const trashed = standfirst.page.getByRole('list', { name: 'Releases in the trash' });
  await expect(trashed).toContainText('by Anwen Pugh');
  await look(standfirst, 'trash');
  await trashed.getByRole('button', { name: /^Put back/ }).click();
  await expect(standfirst.page.getByText('The trash is empty.')).toBeVisible();
  await look(standfirst, 'trash, empty');
  await again.button('Back to the releases').click();
  await again.open(WORKING);
  await expect(again.body).toContainText('Last words.');
});

test('a history rewritten while Standfirst was away is told with its file and line', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(WORKING);
  await desk.nameDraft('Draft 9');
  // By then all that is under way has landed.
  await standfirst.quit();
  const all = await readdir(newsroom, { recursive: true });
  const log = all.find((name) => /log.[0-9a-f]{16}\.jsonl$/.test(name)) ?? '';
  const file = path.join(newsroom, log);
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  await writeFile(file, lines.map((line) => `${line.replace('Anwen Pugh', 'Somebody Else')}\n`).join(''));
  await standfirst.launch();
  const alarm = standfirst.page.getByRole('alert');
  await expect(alarm).toContainText('1 history changed outside Standfirst');
  await expect(alarm).toContainText('is not the one that was written');
  await expect(alarm).toContainText(log.split(path.sep).join('/'));
  await look(standfirst, 'a changed history');
  await alarm.getByRole('button', { name: /^I know why/ }).click();
  await expect(alarm).toBeHidden();
  await standfirst.relaunch();
  await expect(new Desk(standfirst.page).list).toBeVisible();
  await expect(standfirst.page.getByRole('alert')).toBeHidden();
});

test('a version goes out as text and as PDF, with the history below it', async ({ standfirst, scratch }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(WORKING);
  await desk.nameDraft('To be filed');
  await desk.button('History…').click();
  await versions(desk).getByRole('option').filter({ hasText: 'To be filed' }).click();
  const words = (await sheet(desk).locator('.is-paragraph').first().innerText()).trim();
  const dialog = page.getByRole('dialog', { name: 'Print or save this version' });

  const text = path.join(scratch, 'history.txt');
  await saveAs(app, text);
  await desk.button('Print or save…').click();
  await expect(dialog.getByRole('button', { name: 'Print…' })).toBeFocused();
  await look(standfirst, 'printing a version');
  await dialog.getByRole('button', { name: 'Save as text…' }).click();
  await expect(dialog).toBeHidden();
  const saved = await readFile(text, 'utf8');
  expect(saved).toContain('Version: To be filed');
  expect(saved).toContain(words);
  expect(saved).toMatch(/\nHistory\n\n(.+\n)*.+ · To be filed · /);

  const pdf = path.join(scratch, 'history.pdf');
  await saveAs(app, pdf);
  await desk.button('Print or save…').click();
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog).toBeHidden();
  const pages = pdfPages(await readFile(pdf)).join('\n');
  expect(pages.replace(/\s+/g, '')).toContain('VersionTobefiled');
  expect(pages.replace(/\s+/g, '')).toContain(words.slice(0, 60).replace(/\s+/g, ''));

  await saveAs(app, null);
  await desk.button('Print or save…').click();
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog.getByRole('button', { name: 'Save as PDF…' })).not.toHaveAttribute('aria-disabled', 'true');
  await expect(dialog).toBeVisible();
});
