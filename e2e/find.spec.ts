import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

/* Finding and replacing in the open release, by keys. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';

test('words are found in fields and text, stepped through, and replaced at one stroke that undo takes back', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Zebra crossings, and a ZEBRA house.');
  await chooseMenu(app, 'find');
  const bar = page.getByRole('search', { name: 'Find in this release' });
  const words = bar.getByRole('textbox', { name: 'Find' });
  await expect(words).toBeFocused();
  await page.keyboard.type('zebra');
  await expect(bar.getByRole('status')).toHaveText('2 found');
  await look({ app, page }, 'find');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 2');
  await page.keyboard.press('Shift+Enter');
  await expect(bar.getByRole('status')).toHaveText('2 of 2');
  await expect
    .poll(() => page.evaluate(() => [CSS.highlights.get('found')?.size, CSS.highlights.get('found-here')?.size]))
    .toEqual([2, 1]);
  await bar.getByRole('checkbox', { name: 'Match case' }).check();
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await bar.getByRole('checkbox', { name: 'Match case' }).uncheck();

  await chooseMenu(app, 'replace');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('Pelican');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(desk.body).toContainText('Pelican crossings, and a Pelican house.');
  await expect(bar.getByRole('status')).toHaveText('Replaced in 2 places');
  await words.fill('pelican');
  await expect(bar.getByRole('status')).toHaveText('2 found');
  await words.fill('zebra');
  await expect(bar.getByRole('status')).toHaveText('Not found');
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(desk.body).toContainText('Zebra crossings, and a ZEBRA house.');
  await words.focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(desk.body).toBeFocused();
});

test('a replacement that reached the headline too is taken back whole', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' The survey closes in March.');
  await chooseMenu(app, 'replace');
  const bar = page.getByRole('search', { name: 'Find in this release' });
  await bar.getByRole('textbox', { name: 'Find' }).fill('survey');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('poll');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(desk.headline).toHaveValue('Commissioner’s budget poll opens on Monday');
  await expect(desk.body).toContainText('The poll closes in March.');
  await bar.getByRole('button', { name: 'Undo the replacement' }).press('Enter');
  await expect(page.getByText('The words are as they were')).toBeAttached();
  await expect(desk.headline).toHaveValue(HEADLINE);
  await expect(desk.body).toContainText('The survey closes in March.');
  await expect(desk.body).not.toContainText('poll');
  await desk.saved();
  await expect(desk.list.getByRole('option', { name: HEADLINE })).toBeVisible();

  // By the keys of the text too, there and back.
  await bar.getByRole('button', { name: 'Replace all' }).click();
  await expect(desk.headline).toHaveValue('Commissioner’s budget poll opens on Monday');
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(desk.headline).toHaveValue(HEADLINE);
  await expect(desk.body).not.toContainText('poll');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(desk.headline).toHaveValue('Commissioner’s budget poll opens on Monday');
  await expect(desk.body).not.toContainText('survey');
});

test('replacing words that somebody approved is said first', async ({ page, app }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"We count every walrus," said Nia Prosser. A walrus is large.');
  const row = await desk.openRow('We count every walrus');
  await row
    .getByRole('button', { name: /^(?:Accept|It was|Yes)/ })
    .first()
    .click();
  await desk.recordApproval(row, 'Nia Prosser');
  await chooseMenu(app, 'replace');
  const bar = page.getByRole('search', { name: 'Find in this release' });
  await bar.getByRole('textbox', { name: 'Find' }).fill('walrus');
  await bar.getByRole('textbox', { name: 'Replace with' }).fill('seal');
  await bar.getByRole('button', { name: 'Replace all' }).click();
  const asked = bar.getByRole('group', { name: 'Approved words' });
  await expect(asked).toContainText('approved, and ends the approval');
  await asked.getByRole('button', { name: 'Replace the other 1' }).click();
  await expect(desk.body).toContainText('“We count every walrus,” said Nia Prosser. A seal is large.');
  await expect(row).toContainText('Approved');
  await expect(bar.getByRole('status')).toHaveText('Replaced in one place · 1 found');
  await bar.getByRole('button', { name: 'Undo the replacement' }).click();
  await expect(desk.body).toContainText('A walrus is large.');
  await expect(bar.getByRole('status')).toHaveText('2 found');
});

test('Enter that ends a word put together from several keys replaces nothing', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await chooseMenu(app, 'replace');
  const bar = page.getByRole('search', { name: 'Find in this release' });
  await bar.getByRole('textbox', { name: 'Find' }).fill('There are five');
  await bar.getByRole('textbox', { name: 'Find' }).press('Enter');
  await expect(bar.getByRole('status')).toHaveText('1 of 1');
  const replacement = bar.getByRole('textbox', { name: 'Replace with' });
  await replacement.fill('Dyma b');
  // As the keys of an input method come while it is at work.
  await replacement.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await expect(desk.body).toContainText('There are five questions.');
  await replacement.fill('Dyma bum');
  await replacement.press('Enter');
  await expect(desk.body).toContainText('Dyma bum questions.');
});
