import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

declare global {
  /** Gives the worker what was held back from it; how many that were. */
  var letGo: () => number;
}

/* Another version stands beside the page while it is written, and the comparison goes along with every word. */

test('a draft stands beside the page, what changes is shown as it is typed, and F8 goes through it', async ({
  standfirst,
}) => {
  test.setTimeout(120_000); // with a look in both themes and at 200 %
  const { app, page } = standfirst;
  const desk = new Desk(page);
  const beside = page.getByRole('complementary', { name: 'Beside the page' });
  const { spoken } = new Compare(page);
  /** The words that are underlined on the page. */
  const underlined = (): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('beside-added') ?? [])].flatMap((range) =>
        range instanceof Range ? [range.cloneContents().textContent ?? ''] : [],
      ),
    );
  await desk.enter();
  await desk.open('Rural crime team to double');
  await chooseMenu(app, 'write-beside');
  const version = beside.getByLabel('Shown beside the page');
  await expect(version.locator('option:checked')).toHaveText(/^Draft 2, legal \(Fri 20 Nov/);
  await expect(beside).toContainText('0 changes');
  await version.selectOption(
    await version
      .getByRole('option')
      .filter({ hasText: /^Draft 1 \(/ })
      .getAttribute('value'),
  );
  await expect(beside).toContainText('6 changes');
  await expect(beside.locator('del').filter({ hasText: /^ten$/ })).toBeVisible();
  await expect.poll(underlined).toContain('twelve');

  await desk.caretAfter('one caller in ten');
  await page.keyboard.type(', by our count');
  await expect(beside).toContainText('7 changes');
  await expect.poll(underlined).toContain(', by our count');
  for (let nth = 1; nth <= 7; nth += 1) {
    await page.keyboard.press('F8');
    await expect(spoken).toHaveText(new RegExp(`^Change ${nth} of 7: `));
  }
  await expect(spoken).toHaveText('Change 7 of 7: embargo changed');
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Shift+F8');
  await expect(spoken).toHaveText('Change 5 of 7: three words added');
  // The caret is where it was: writing goes on.
  await page.keyboard.type(' of it');
  await expect(desk.body).toContainText('one caller in ten, by our count of it');
  await expect(beside).toContainText(/five words added/i);

  await desk.headline.fill('Rural crime team to double in spring');
  await expect(beside).toContainText('Change 6 of 8');
  await look(standfirst, 'a draft beside the page');
  await beside.getByRole('button', { name: 'Put away what stands beside the page' }).click();
  await expect(desk.list).toBeVisible();
  expect(await underlined()).toEqual([]);
});

test('from the comparison one goes on writing beside the version that was compared', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await desk.button('Compare…').click();
  const before = page.getByLabel('Before', { exact: true });
  await before.selectOption(
    await before
      .getByRole('option')
      .filter({ hasText: /^Draft 1 \(/ })
      .getAttribute('value'),
  );
  await expect(before.locator('option:checked')).toHaveText(/^Draft 1 \(/);
  await page.getByRole('button', { name: 'Write on beside it' }).click();
  await expect(desk.body).toBeVisible();
  await expect(page.getByLabel('Shown beside the page').locator('option:checked')).toHaveText(/^Draft 1 \(/);
});

test('typing waits for no comparison: words are on the page and saved while one is under way', async ({
  standfirst,
}) => {
  const { app, page } = standfirst;
  const newsroom = standfirst.newsroom ?? '';
  const desk = new Desk(page);
  const beside = page.getByRole('complementary', { name: 'Beside the page' });
  await desk.enter();
  await desk.open('Rural crime team to double');
  // What is given to the worker is held back, so that the comparison stays under way until it is let go.
  await page.evaluate(() => {
    const post = Reflect.get(Worker.prototype, 'postMessage') as (this: Worker, message: unknown) => void;
    const held: (() => void)[] = [];
    Worker.prototype.postMessage = function (this: Worker, message: unknown) {
      held.push(() => post.call(this, message));
    };
    globalThis.letGo = () => {
      Worker.prototype.postMessage = post;
      for (const go of held) go();
      return held.length;
    };
  });
  await chooseMenu(app, 'write-beside');
  await expect(beside.locator('[data-live="waiting"]')).toBeVisible();
  await desk.caretAfter('one caller in ten');
  await page.keyboard.type(', by our count');
  await expect(desk.body).toContainText('one caller in ten, by our count');
  await desk.saved();
  await page.keyboard.type(' of it');
  await desk.saved();
  const files = await readdir(newsroom, { recursive: true });
  const saved = await Promise.all(
    files
      .filter((name) => path.basename(name) === 'release.json')
      .map((name) => readFile(path.join(newsroom, name), 'utf8')),
  );
  expect(saved.join()).toContain('one caller in ten, by our count of it');
  await expect(beside.locator('[data-live="waiting"]')).toBeVisible();

  // One was under way; of all that was typed meanwhile the last text alone is compared.
  expect(await page.evaluate(() => globalThis.letGo())).toBe(1);
  await expect(beside.locator('[data-live="shown"]')).toContainText('1 change');
  await page.keyboard.press('F8');
  await expect(new Compare(page).spoken).toHaveText('Change 1 of 1: five words added');
});
