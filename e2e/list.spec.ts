import { expect, test } from './fixtures';
import { Desk } from './pages/desk';

test('a release is found by the words of its body, by a phrase, and opened from the field by keys', async ({
  standfirst,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const all = await desk.list.getByRole('option').count();
  const field = page.getByLabel('Find in releases');
  await field.fill('neighbourhood teams');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 release found' })).toBeAttached();
  await expect(desk.list.getByRole('option')).toContainText('budget survey');
  await field.fill('“teams neighbourhood”');
  await expect(page.getByText('No release has')).toBeVisible();
  await desk.button('Show all releases').click();
  await expect(desk.list.getByRole('option')).toHaveCount(all);

  await field.fill('two-page summary');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await field.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue('Commissioner’s budget survey opens on Monday');

  // What was just written is found, and no longer by what it was before.
  await desk.headline.fill('Survey on gritting opens');
  await desk.saved();
  await field.fill('gritting');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await field.fill('commissioner’s budget survey');
  await expect(page.getByText('No release has')).toBeVisible();
});
