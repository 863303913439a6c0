import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* Writing with the keys and signs a word processor has, and pasting from one. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';

const paste = (into: Locator, kinds: Readonly<Record<string, string>>): Promise<void> =>
  into.evaluate((element, given) => {
    const clipboardData = new DataTransfer();
    for (const [kind, text] of Object.entries(given)) clipboardData.setData(kind, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, kinds);

test('signs at the head of a line, pasted paragraphs and the language of a part become what they say', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## What we ask');
  await expect(desk.body.getByRole('heading', { name: 'What we ask', level: 2 })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('- Streets');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Farms');
  await expect(desk.body.getByRole('listitem').filter({ hasText: /^(?:Streets|Farms)$/ })).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  const hostile =
    '<img src=x onerror="document.title=1"><p style="color:red" onclick="x()">She said:" It is late. "</p>';
  await paste(desk.body, {
    'text/plain': 'x',
    'text/html': `${hostile}<p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Bore da</p>`,
  });
  await expect(desk.body.locator('p').filter({ hasText: 'She said:“ It is late. ”' })).toBeVisible();
  await expect(desk.body.locator('[style*="color"], [onclick], img[src="x"]')).toHaveCount(0);
  await page.keyboard.press('Shift+Home');
  await chooseMenu(app, 'language');
  const dialog = page.getByRole('dialog', { name: 'Language of the words' });
  await dialog.getByLabel('The words are in').selectOption('cy');
  await dialog.getByRole('button', { name: 'Set language' }).click();
  await expect(desk.body.locator('span[lang="cy"]')).toHaveText('Bore da');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(desk.body.locator('span[lang="cy"]')).toHaveCount(0);

  // Where no words are chosen it says so, and does not go as if it were done.
  await page.keyboard.press('End');
  await chooseMenu(app, 'language');
  await dialog.getByLabel('The words are in').selectOption('cy');
  await dialog.getByRole('button', { name: 'Set language' }).click();
  await expect(dialog.getByRole('alert')).toContainText('No words are chosen.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('the toolbar is one stop: Alt F10 goes there, arrows go round, Escape comes back to the caret', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('Alt+F10');
  const toolbar = page.getByRole('toolbar', { name: 'Release' });
  await expect(toolbar.locator(':focus')).toHaveCount(1);
  await expect(toolbar.locator('[tabindex="0"]')).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('combobox', { name: 'Kind of block' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(desk.button('Bold')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(toolbar.locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Alt+F10');
  await expect(desk.button('Bold')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.body).toBeFocused();
});

test('Enter goes from the headline to the standfirst, and on into the body', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').first().click();
  await expect(desk.headline).toBeFocused();
  await page.keyboard.type('Footbridge opens in March');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Standfirst' })).toBeFocused();
  await page.keyboard.type('It has been shut for two winters.');
  await page.keyboard.press('Enter');
  await expect(desk.body).toBeFocused();
  await page.keyboard.type('It opens at noon.');
  await expect(desk.headline).toHaveValue('Footbridge opens in March');
  await expect(desk.body).toHaveText('It opens at noon.');
});

test('words that run from the right stand so wherever they are read before they are approved', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(/شکایت/);
  /** Which way the words run that begin with the quote's mark. */
  const way = (words: Locator): Promise<string> => words.evaluate((element) => getComputedStyle(element).direction);
  const quote = await desk.openRow('Ruth Attwater');
  expect(await way(quote.locator('.ex')), 'the row').toBe('rtl');
  await quote.getByRole('button', { name: 'Record approval…' }).click();
  expect(await way(page.getByRole('dialog').getByRole('blockquote')), 'the approval').toBe('rtl');
  await page.keyboard.press('Escape');
  await quote.getByRole('button', { name: 'Approval sheet…' }).click();
  expect(await way(page.getByRole('dialog').getByRole('blockquote')), 'the sheet').toBe('rtl');
  await page.keyboard.press('Escape');
  await quote.getByRole('button', { name: 'Somebody else…' }).click();
  expect(await way(page.getByRole('dialog').getByRole('blockquote')), 'the speaker').toBe('rtl');
  await page.keyboard.press('Escape');
  await desk.recordApproval(quote, 'Her office');
  await desk.body.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('!”');
  await expect(quote).toContainText('Changed since approval');
  for (const words of await quote.locator('.two dd').all()) expect(await way(words), 'then and now').toBe('rtl');
});

test('what is typed while the release is sent on its way stays on the page, and goes on', async ({
  standfirst,
  newsroom,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  // A slow share: the answer is held back until it is asked for.
  await app.evaluate(({ ipcMain }) => {
    type Handle = Parameters<typeof ipcMain.handle>[1];
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handle> };
    const act = handlers.get('releases:set-state');
    if (act === undefined) throw new Error('there is no such call');
    const held = globalThis as { letGo?: () => void };
    ipcMain.removeHandler('releases:set-state');
    ipcMain.handle('releases:set-state', async (...given: Parameters<Handle>) => {
      const answer: unknown = await act(...given);
      await new Promise<void>((resolve) => (held.letGo = resolve));
      return answer;
    });
  });
  await desk.button('Send back').click();
  await expect.poll(() => app.evaluate(() => (globalThis as { letGo?: () => void }).letGo !== undefined)).toBe(true);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' Written meanwhile.');
  await app.evaluate(() => (globalThis as { letGo?: () => void }).letGo?.());
  await expect(desk.button('Send for review')).toBeVisible();
  await expect(desk.body).toContainText('Written meanwhile.');
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And afterwards.');
  await desk.saved();
  const file = path.join(await releaseFolder(newsroom, HEADLINE), 'release.json');
  expect(await readFile(file, 'utf8')).toContain('Written meanwhile. And afterwards.');
});
