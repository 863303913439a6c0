import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

test('an error in the marks is told beside the quotes, and one key puts it right', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type('Council leader Ruth Attwater said: "We start today. ');
  const checks = desk.quotes.getByRole('region', { name: 'Checks' });
  await expect(checks.getByRole('listitem')).toContainText(['no closing mark']);
  await expect(checks).toContainText('We start today.');
  await checks.getByRole('button', { name: 'Close it here with ”' }).press('Enter');
  await expect(desk.body.locator('p')).toHaveText(['Council leader Ruth Attwater said: “We start today.” ']);
  await expect(checks).toBeHidden();
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(checks).toBeVisible();
});

test('before a text is frozen it is said whom it gives a quote to that is settled as another’s', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.headline.fill('Work begins on the mill bridge');
  await desk.body.click();
  await page.keyboard.type('Council leader Ruth Attwater said: “We start today.”');
  const row = await desk.openRow('We start today');
  await row.getByRole('button', { name: /^Accept Ruth Attwater/ }).click();
  await desk.caretAfter('Ruth Attwater');
  for (const _ of 'Ruth Attwater') await page.keyboard.press('Backspace');
  await page.keyboard.type('Nerys Glŷn');
  const says = 'The text gives “We start today.” to Nerys Glŷn, and it is settled as said by Ruth Attwater.';
  await expect(desk.quotes.getByRole('region', { name: 'Checks' })).toContainText(says);
  await page.getByLabel('Date', { exact: true }).fill('2026-11-24');
  await desk.agree();
  await desk.button('Publish…').click();
  const dialog = page.getByRole('dialog', { name: 'Publish this release' });
  await expect(dialog).toContainText('Readers may take it for somebody else’s words');
  await expect(dialog).toContainText(says);
  await dialog.getByRole('button', { name: 'Not yet' }).click();
  await expect(page.locator('.release-state')).toHaveText('Agreed');
});
