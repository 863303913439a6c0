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
