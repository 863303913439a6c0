import { rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* What is asked for where it cannot be done: why not is to be seen, and gone at the next act. */

const refusal = (page: Page): Locator => page.locator('.refusal');

test('with no release open, a command that is about one says so until the next act', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  for (const command of ['save-draft', 'bold', 'find', 'compare', 'history', 'open-in-window', 'move-to-trash']) {
    await chooseMenu(app, command);
    await expect(refusal(page), command).toHaveText('Open a release first');
    await page.keyboard.press('F6');
    await expect(refusal(page)).toHaveCount(0);
  }
  await expect(page.locator('[data-announce="urgent"] p').last()).toHaveText('Open a release first');
});

test('words that are to lead somewhere or look different are chosen first, and so is a quote', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Commissioner’s budget survey opens on Monday');
  const before = await desk.body.innerHTML();
  const refused = async (command: string, why: string): Promise<void> => {
    await chooseMenu(app, command);
    await expect(refusal(page), command).toHaveText(why);
    await expect(page.getByRole('dialog')).toBeHidden();
  };
  await desk.headline.focus();
  for (const command of ['bold', 'heading-2', 'link']) await refused(command, 'Put the caret into the text first');
  await desk.caretAfter('survey');
  await refused('link', 'Select the words that lead there first');
  await refused('use-selection', 'Select the words in the text first.');
  await refused('split-quote', 'Choose a quote first');
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(refusal(page)).toHaveText('Select the words that lead there first');
  expect(await desk.body.innerHTML()).toBe(before);
  // It is not left standing by a command that is done.
  await chooseMenu(app, 'toggle-checks');
  await expect(refusal(page)).toHaveCount(0);
});

test('a published text says why it is not changed, and a published release why it is not moved to the trash', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  const why = 'The release is published, so its text is not changed';
  for (const command of ['bold', 'insert-table', 'save-draft', 'use-selection', 'approval-sheet']) {
    await chooseMenu(app, command);
    await expect(refusal(page), command).toHaveText(why);
    await page.keyboard.press('F6');
  }
  await page.getByRole('button', { name: 'Bold' }).press('Enter');
  await expect(refusal(page)).toHaveText(why);
  await chooseMenu(app, 'move-to-trash');
  await expect(refusal(page)).toHaveText('A published release is not moved to the trash');
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a form or a dialog that lacks something says so in its own words, at its field', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('One farm theft in three');
  const dialog = page.getByRole('dialog');
  await desk.button('Name this draft…').click();
  for (const name of ['', '  ']) {
    await dialog.getByLabel('Name').fill(name);
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('Write a name.')).toBeVisible();
    await expect(dialog.getByLabel('Name')).toBeFocused();
  }
  await page.keyboard.press('Escape');

  await desk.quotes.locator('.row-button').first().click();
  await desk.quotes.getByRole('button', { name: /^(Somebody else|Set speaker)…$/ }).click();
  await dialog.getByLabel('Name').fill('');
  await dialog.getByRole('button', { name: 'Set speaker' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Say who said it.');
  await page.keyboard.press('Escape');

  // Not the browser's words for one field, in the system's language, but all that is wrong.
  await desk.button('Settings').click();
  await page.getByLabel('Name of the organisation').fill('');
  await page.getByLabel('E-mail', { exact: true }).first().fill('press@');
  await page.getByLabel('Colour of the band at the top').fill('bluish');
  await page.getByLabel('Colour of the band at the top').press('Enter');
  for (const wrong of ['Give the organisation’s name.', 'press@ is no e-mail address', 'Write the colour as six signs'])
    await expect(page.getByRole('main').getByText(wrong)).toBeVisible();
});

test('an act that the disk refuses says where, and that nothing was changed, in words of its own', async ({
  page,
  newsroom,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  const folder = await releaseFolder(newsroom, 'Volunteers wanted to visit people in custody');
  // No file can lie in it any more.
  await rename(path.join(folder, 'history', 'log'), path.join(folder, 'history', 'log away'));
  await writeFile(path.join(folder, 'history', 'log'), '');
  await desk.button('Send back').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('The disk could not be read or written.');
  await expect(dialog).toContainText('Nothing was changed. Your words are as they were.');
  await expect(dialog).toContainText(newsroom);
  await expect(dialog).not.toContainText('Error');
  await dialog.getByRole('button', { name: 'Back to the release' }).click();
  await expect(page.locator('.release-state')).toHaveText('Agreed');
});
