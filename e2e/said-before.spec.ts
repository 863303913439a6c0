import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';

/* What a speaker said in the archive in nearly the words that are being written. */

test('while a quote is written, what its speaker said before shows with the figures that differ, and leads there', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.headline.fill('Wardens for Staunton');
  await desk.body.click();
  await page.keyboard.type('Nerys Glŷn said: "In three years I will ask them whether it worked.');
  const row = desk.row('In three years');
  const said = row.getByRole('region', { name: 'Said before' });
  await expect(said.getByRole('listitem')).toHaveCount(1);
  await expect(said).toContainText('now three');
  await expect(said.locator('ins')).toHaveText(['three years']);
  await look({ app, page }, 'said-before');
  await expect(page.locator('[data-announce="polite"]')).toContainText('Said before, with other figures');

  const link = said.getByRole('button', { name: 'Ten more street wardens for Hexley town centre' });
  // By keyboard: from the row to what is said of it.
  await row.locator('.row-button').focus();
  await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue('Ten more street wardens for Hexley town centre');
  await expect(desk.row('Shopkeepers asked for faces')).toHaveAttribute('aria-current', 'true');
});

test('another speaker’s words are not shown, nor those of the release itself', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type('Nerys Glŷn said: "In a year I will ask them whether it worked, and I will print it all."');
  const said = desk.quotes.getByRole('region', { name: 'Said before' });
  await expect(said).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ruth Attwater said: "In a year I will ask them whether it worked, and I will say so."');
  await expect(desk.row('I will say so')).toBeVisible();
  await expect(said).toBeHidden();
  // The row above says still what was said before; its own release, read, has the words of nobody else before it.
  await desk.open('Ten more street wardens');
  await desk.openRow('Shopkeepers asked for faces');
  await expect(desk.row('Shopkeepers asked for faces')).toHaveAttribute('aria-current', 'true');
  await expect(said).toBeHidden();
});
