import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

/* What stands beside the writing: checks, the embargo's instant, the page's look. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';

test('the checks say what would stop the export and what is worth a look, and lead there', async ({ page, app }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(`The total is TK. ${Array.from({ length: 42 }, () => 'Word').join(' ')}.`);
  await chooseMenu(app, 'toggle-checks');
  const panel = page.getByRole('complementary', { name: 'Checks' });
  const stops = panel.getByRole('region', { name: 'Stops the export' });
  const looks = panel.getByRole('region', { name: 'Worth a look' });
  await expect(looks.getByRole('button', { name: 'A sentence of 42 words.' })).toBeVisible();
  const opener = page.getByRole('button', { name: /^Checks: \d+ stops? the export, \d+ worth a look$/ });
  await expect(opener).toBeVisible();
  await look({ app, page }, 'checks');
  await looks.getByRole('button', { name: 'A sentence of 42 words.' }).click();
  await expect(desk.body).toBeFocused();
  expect(await page.evaluate(() => document.getSelection()?.toString())).toMatch(/^Word Word .* Word\.$/);
  await stops.getByRole('button', { name: /“TK” in paragraph \d+ was left to be filled in/ }).click();
  await expect(desk.body).toBeFocused();
  await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('TK');
  // It stands out in the text as well, and no longer once it is filled in.
  const toFill = () =>
    page.evaluate(() =>
      [...(CSS.highlights.get('to-fill') ?? [])].map((range) => (range instanceof Range ? range.toString() : null)),
    );
  await expect.poll(toFill).toEqual(['TK']);
  for (const key of ['l', 'o', 'w']) await page.keyboard.press(key);
  await expect.poll(toFill).toEqual([]);
  await panel.getByRole('button', { name: 'Quotes' }).click();
  await expect(desk.quotes).toBeVisible();
  await page.getByRole('button', { name: /^Checks: / }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-announce="polite"] p').last()).toHaveText('Checks shown');
});

test('an embargo has its zone, and a time that comes twice is not guessed', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(HEADLINE);
  await page.getByLabel('Embargo (Europe/London)').fill('2026-10-25T01:30');
  const choice = page.getByRole('group', { name: 'Which time is meant' });
  await expect(choice.getByRole('button')).toHaveText([
    '01:30 before the clocks go back (BST)',
    '01:30 after they have gone back (GMT)',
  ]);
  await choice.getByRole('button').nth(1).click();
  // It has passed, and the page does not say that the release is held.
  await expect(page.getByText('Embargo over since 01:30, Sunday 25 October 2026').first()).toBeVisible();
  await page.getByLabel('Zone of the embargo').selectOption('Asia/Tokyo');
  await expect(page.getByText('Embargo over since 01:30, Sunday 25 October 2026 (Asia/Tokyo)').first()).toBeVisible();
  await page.getByLabel('Embargo (Asia/Tokyo)').fill('2099-07-01T00:01');
  await expect(page.getByText(/Embargoed until 00:01, Wednesday 1 July 2099/).first()).toBeVisible();
  await desk.saved();
});

test('the words grow, the page stands alone, and both go back', async ({ standfirst, app }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  const size = () => desk.body.evaluate((body) => getComputedStyle(body).fontSize);
  await chooseMenu(app, 'text-larger');
  await chooseMenu(app, 'text-larger');
  await expect.poll(size).toBe('18px');
  await chooseMenu(app, 'focus-mode');
  await expect(desk.list).toBeHidden();
  await expect(desk.quotes).toBeHidden();
  await expect(desk.body).toBeVisible();
  await desk.page.keyboard.press('Alt+F10');
  await expect(desk.page.getByRole('toolbar', { name: 'Release' }).locator(':focus')).toHaveCount(1);
  await chooseMenu(app, 'focus-mode');
  await expect(desk.quotes).toBeVisible();
  const again = new Desk(await standfirst.relaunch());
  await again.open(HEADLINE);
  await expect.poll(() => again.body.evaluate((body) => getComputedStyle(body).fontSize)).toBe('18px');
});
