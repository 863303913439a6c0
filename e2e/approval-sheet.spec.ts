import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Release } from '../shared/release/model';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu, saveAs } from './pages/system';
import { pdfPages } from './pdf-text';
import { releaseFolder } from './release-folder';

/* A sheet with a speaker's exact words goes out, and its codes come back. */

const STORY = 'Rural crime team to double';
const PROOF = 'The code proves which wording, not who entered it.';

const openSheet = async (desk: Desk) => {
  const row = await desk.openRow('Nerys Glŷn');
  await row.getByRole('button', { name: 'Approval sheet…' }).click();
  const dialog = desk.page.getByRole('dialog', { name: 'Approval sheet' });
  await expect(dialog).toBeVisible();
  return dialog;
};

test('a sheet goes out as PDF, e-mail, text and print, with one speaker’s words alone, and each time is noted', async ({
  standfirst,
  scratch,
  newsroom,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(STORY);
  const dialog = await openSheet(desk);
  await expect(dialog.getByLabel('For')).toHaveValue('Private office, extension 4410');
  await expect(dialog).toContainText('Nerys Glŷn, Police and Crime Commissioner for Wyrdale');
  await expect(dialog).not.toContainText('Bright, Chair');
  await expect(dialog).toContainText(PROOF);
  const items = dialog.getByRole('list', { name: 'The sheet' }).getByRole('listitem');
  const codes = await items.locator('code').allInnerTexts();
  expect(codes.length).toBeGreaterThan(0);
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{3}$/);
  const words = await items.locator('blockquote').allInnerTexts();

  const file = path.join(scratch, 'sheet.pdf');
  await saveAs(standfirst.app, null);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await saveAs(standfirst.app, file);
  await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
  await expect(dialog).toContainText(`The sheet is saved. It is noted in the history. ${file}`);

  await saveAs(standfirst.app, path.join(scratch, 'sheet'));
  await dialog.getByRole('button', { name: 'Save as text…' }).click();
  await expect(dialog).toContainText(`It is noted in the history. ${path.join(scratch, 'sheet.txt')}`);

  await dialog.getByRole('button', { name: 'Copy as e-mail' }).click();
  await expect(dialog).toContainText('on the clipboard');
  const mail = await app.evaluate(({ clipboard }) => clipboard.readText());

  await app.evaluate(({ app: main }) => {
    main.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, done) => void done?.(true, '');
    });
  });
  await dialog.getByRole('button', { name: 'Print…' }).click();
  await expect(dialog).toContainText('The sheet went to the printer. It is noted');
  await dialog.getByRole('button', { name: 'Done' }).click();

  const bytes = await readFile(file);
  const pdf = bytes.toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).toContain('/StructTreeRoot');
  expect(pdf).not.toMatch(/\/JavaScript|\/JS |\/OpenAction|\/URI/);
  const text = await readFile(path.join(scratch, 'sheet.txt'), 'utf8');
  const printed = pdfPages(bytes).join('');
  for (const sheet of [printed, text.replace(/\s/g, ''), mail.replace(/\s/g, '')]) {
    for (const part of [...codes, ...words, PROOF, 'For', 'Private office, extension 4410', 'by Anwen Pugh'])
      expect(sheet).toContain(part.replace(/\s/g, ''));
    expect(sheet).not.toContain('Bright,Chair');
    expect(sheet).not.toContain('farmers.Oneinthree');
  }

  await desk.button('History…').click();
  const lines = page
    .getByRole('listbox', { name: 'Versions' })
    .getByRole('option')
    .filter({ hasText: 'Approval sheet issued' });
  await expect(lines).toHaveCount(4);
  await expect(lines.first()).toContainText('printed, for Private office, extension 4410');
  await standfirst.quit();
  const folder = await releaseFolder(newsroom, STORY);
  const logs = await readdir(path.join(folder, 'history', 'log'));
  const log = (await Promise.all(logs.map((name) => readFile(path.join(folder, 'history', 'log', name), 'utf8')))).join(
    '',
  );
  const sheets = log.split('\n').filter((line) => line.includes('"kind":"sheet"'));
  expect(sheets).toHaveLength(4);
  for (const line of sheets) expect(line).toMatch(/"digest":"[0-9a-f]{64}"/);
});

test('a returned code records the approval of exactly those words; older wording is refused', async ({
  standfirst,
  newsroom,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  const quote = desk.row('A stranger with a clipboard');
  await desk.openRow('A stranger with a clipboard');
  await quote.getByRole('button', { name: 'Approval sheet…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Approval sheet' });
  await sheet.getByRole('button', { name: 'Copy as e-mail' }).click();
  await expect(sheet).toContainText('on the clipboard');
  const code = (await sheet.locator('code').first().innerText()).replace('-', '');
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  const entering = page.getByRole('dialog', { name: 'Enter a code' });
  const enter = async (typed: string): Promise<void> => {
    await chooseMenu(app, 'enter-code');
    await entering.getByLabel('Code').fill(typed);
  };

  await test.step('a code that nothing has is said to be none', async () => {
    await enter('000 000');
    await expect(entering).toContainText('No quote of this release has this code');
    await page.keyboard.press('Enter');
    await expect(entering).toBeVisible();
    await entering.getByLabel('Code').fill('U2U2U2');
    await expect(entering).toContainText('This is not a code');
    await page.keyboard.press('Escape');
  });

  await test.step('of older words is refused, with what changed', async () => {
    await desk.caretAfter('A stranger with a clipboard');
    await page.keyboard.type(',');
    await expect(quote).toContainText('A stranger with a clipboard,');
    await enter(code);
    await expect(entering).toContainText('This code is of older words, so it approves nothing.');
    await expect(entering.locator('ins')).toHaveText(',');
    await page.keyboard.press('Enter');
    await expect(entering).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(entering).toBeHidden();
    await expect(quote).toContainText('Needs approval');
  });

  await test.step('of these words is taken, however it is typed', async () => {
    await desk.body.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(quote).not.toContainText('clipboard,');
    await enter(` ${code.slice(0, 2).toLowerCase()}-${code.slice(2)} `.replaceAll('0', 'o').replaceAll('1', 'l'));
    await expect(entering).toContainText('A stranger with a clipboard');
    await entering.getByLabel('Approved by').fill('Private office');
    await page.keyboard.press('Enter');
    await expect(entering).toBeHidden();
    await expect(quote).toContainText('Approved by Private office, paper code');
    await expect(quote.locator('.row-button')).toBeFocused();
    await desk.saved();
  });

  await standfirst.quit();
  const file = path.join(await releaseFolder(newsroom, 'Volunteers wanted'), 'release.json');
  const release = JSON.parse(await readFile(file, 'utf8')) as Release;
  expect(release.quotes.flatMap(({ approvals }) => approvals)).toMatchObject([
    { how: 'paper code', approvedBy: 'Private office' },
  ]);
});
