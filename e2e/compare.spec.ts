import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Standfirst, expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* Reviewing the sample's two drafts: each change shown as what it is, taken over or left, undone, and by keys alone. */

const RELEASE = 'Rural crime team to double';

/** Goes to the comparison of Draft 1 with Draft 2, whose words are those of the working text. */
const compareDrafts = async (page: Page): Promise<Compare> => {
  const desk = new Desk(page);
  const compare = new Compare(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.button('Compare…').click();
  await expect(page.getByLabel('Before')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(compare.changes).toHaveCount(6);
  return compare;
};

const releaseFile = async (newsroom: string): Promise<string> =>
  path.join(await releaseFolder(newsroom, RELEASE), 'release.json');

/** The working text as it is on the disk. */
const saved = async (newsroom: string): Promise<string> => readFile(await releaseFile(newsroom), 'utf8');

test('each kind of change is shown as what it is, and F8 goes through all of them', async ({ page }) => {
  const compare = await compareDrafts(page);
  await expect(compare.changes).toHaveText([
    /^Standfirst changed.*Ten → Twelve/,
    /^Moved, one word changed/,
    /^One word changed, in a quote.*ten → twelve/,
    /^Paragraph removed/,
    /^Paragraph added/,
    /^Embargo changed/,
  ]);
  const spoken = [
    'Change 1 of 6: standfirst changed',
    'Change 2 of 6: moved paragraph, one word changed, from paragraph 2 to 4',
    'Change 3 of 6: one word changed, in a quote',
    'Change 4 of 6: paragraph removed',
    'Change 5 of 6: paragraph added',
    'Change 6 of 6: embargo changed',
  ];
  for (const words of [...spoken, spoken[0] ?? '']) {
    await page.keyboard.press('F8');
    await expect(compare.spoken).toHaveText(words);
  }
  await page.keyboard.press('Shift+F8');
  await expect(compare.spoken).toHaveText(spoken[5] ?? '');

  await compare.change(/^Moved/).click();
  const stood = compare.sheet.getByRole('cell', { name: /^Moved down, paragraph 2 to 4/ });
  const stands = compare.sheet.getByRole('cell', { name: /^Moved from above, paragraph 2 to 4, one word changed/ });
  await expect(stood.locator('del')).toHaveText('number');
  await expect(stands.locator('ins')).toHaveText('person');
  const ends = compare.sheet.getByRole('row').filter({ has: page.locator('.mk', { hasText: '1' }) });
  await expect(ends).toHaveCount(2);
  await expect(compare.sheet.getByText('Not in Draft 2, legal')).toBeVisible();
  await expect(compare.sheet.getByText('Not in Draft 1')).toBeVisible();

  const quote = compare.quotes.getByRole('row').filter({ hasText: 'Words changed' });
  await expect(quote).toContainText('Nerys Glŷn');
  await expect(quote).toContainText('Approval of Thu 19 Nov, 16:20 lapses: the words are not those approved');
});

test('the list shows only what is asked for, and F8 stays within it', async ({ page }) => {
  const compare = await compareDrafts(page);
  await compare.filter('Moves').click();
  await expect(compare.changes).toHaveText([/^Moved, one word changed/]);
  await compare.filter('Fields').click();
  await expect(compare.changes).toHaveCount(3);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(compare.spoken).toHaveText(/^Change 2 of 3: moved paragraph/);
  await compare.filter('Moves').click();
  await compare.filter('Fields').click();
  await expect(compare.changes).toHaveCount(6);
  await expect(compare.filter('Quotes')).toContainText('1');
});

test('three changes are taken over, one is undone, and the text before stands in the history', async ({
  page,
  newsroom,
}) => {
  const compare = await compareDrafts(page);
  const before = await saved(newsroom);
  for (const words of [/^Standfirst changed/, /^Moved/, /^One word changed, in a quote/]) {
    await compare.change(words).click();
    await compare.act('Take over').click();
    await expect(compare.change(words)).toContainText('Taken over from Draft 1');
  }
  await expect(compare.spoken).toHaveText(/Approval returns: Nerys Glŷn\. 3 to decide\.$/);
  await expect(compare.decisions).toContainText('3 taken over, 3 to decide');
  await expect(compare.decisions).toContainText('Approval returns: Nerys Glŷn.');
  await expect.poll(() => saved(newsroom)).toContain('from six officers to ten and moves out');

  await compare.decisions.getByRole('button', { name: 'Undo' }).click();
  await expect(compare.decisions).toContainText('2 taken over, 4 to decide');
  await expect(compare.spoken).toHaveText(/^Undone: .*Approval lapses: Nerys Glŷn\./);
  await expect.poll(() => saved(newsroom)).toContain('from six officers to twelve and moves out');

  await compare.change(/^Embargo/).click();
  await compare.act('Leave it').click();
  await expect(compare.decisions).toContainText('2 taken over, 1 left as it is, 3 to decide');

  const desk = new Desk(page);
  await desk.button(/^Back/).click();
  await expect(page.getByRole('textbox', { name: 'Standfirst' })).toHaveText(/^Ten officers/);
  await expect(desk.body.locator('p').nth(1)).toHaveText(/a name and a number to ring\.$/);
  await expect(desk.body.locator('p').last()).toHaveText('The first figures will be printed in July.');
  await expect(desk.row('Changed since approval')).toHaveCount(1);

  // Beside the version from before, what came in is all there is.
  await desk.button('Compare…').click();
  await expect(page.getByLabel('Before')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(compare.changes).toHaveText([/^Standfirst changed/, /^Moved, one word changed/]);
  expect(before).toContain('Twelve officers will work');
});

test('the rest is taken over at one stroke, and one undo takes it back', async ({ page, newsroom }) => {
  const compare = await compareDrafts(page);
  const before = await saved(newsroom);
  await compare.change(/^Paragraph added/).click();
  await page.keyboard.press('l');
  await compare.decisions.getByRole('button', { name: 'Take over the rest (5)' }).click();
  await expect(compare.decisions).toContainText('5 taken over, 1 left as it is, 0 to decide');
  await expect.poll(() => saved(newsroom)).toContain('The team was last made bigger in 2014');
  await page.keyboard.press('Control+z');
  await expect(compare.decisions).toContainText('1 left as it is, 5 to decide');
  await expect.poll(() => saved(newsroom)).toBe(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(compare.decisions).toContainText('5 taken over');
});

test('a review by keys alone', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  const compare = new Compare(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.body.focus();
  await desk.button('Compare…').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Before', { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(compare.changes).toHaveCount(6);
  await page.keyboard.press('F8');
  await page.keyboard.press('t');
  await expect(compare.spoken).toHaveText(/^Standfirst changed: taken over\./);
  await page.keyboard.press('F8');
  await page.keyboard.press('l');
  await expect(compare.spoken).toHaveText(/^Moved, one word changed: left as it is\./);
  await page.keyboard.press('F8');
  await page.keyboard.press('t');
  await expect(compare.decisions).toContainText('2 taken over, 1 left as it is, 3 to decide');
  // The same key once more takes the decision back.
  await page.keyboard.press('t');
  await expect(compare.decisions).toContainText('1 taken over, 1 left as it is, 4 to decide');
  await page.keyboard.press('Control+z');
  await expect(compare.decisions).toContainText('2 taken over, 1 left as it is, 3 to decide');
  await expect.poll(() => saved(newsroom)).toContain('from six officers to ten and moves out');
  await page.keyboard.press('F6');
  await page.keyboard.press('Escape');
});

test('a text that was changed outside is not overwritten: the change stays undecided, and the page says so', async ({
  page,
  newsroom,
}) => {
  const compare = await compareDrafts(page);
  const file = await releaseFile(newsroom);
  const outside = (await readFile(file, 'utf8')).replace('one caller in ten', 'one caller in nine');
  await writeFile(file, outside);
  await compare.change(/^Standfirst/).click();
  await compare.act('Take over').click();
  await expect(page.getByRole('alert')).toContainText('changed outside this window');
  await expect(compare.decisions).toContainText('6 to decide');
  expect(await saved(newsroom)).toBe(outside);
});

test('a third text takes changes from either draft, and keeps its own lines', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  const compare = new Compare(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.caretAfter('one caller in ten');
  await page.keyboard.type(', by hand');
  await desk.saved();
  await desk.button('Compare…').click();
  await expect(page.getByLabel('Before')).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(compare.changes).toHaveCount(6);
  await compare.change(/^Paragraph removed/).click();
  await compare.act('Take from Draft 1').click();
  await expect(compare.decisions).toContainText('1 taken over, 5 to decide');
  await expect.poll(() => saved(newsroom)).toContain('The team was last made bigger in 2014');
  await compare.change(/^Paragraph added/).click();
  await compare.act('Take from Draft 1').click();
  await expect.poll(() => saved(newsroom)).not.toContain('The first figures will be printed');
  expect(await saved(newsroom)).toContain('one caller in ten, by hand');
});

test('a published text offers its differences and takes nothing', async ({ page }) => {
  const desk = new Desk(page);
  const compare = new Compare(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  await desk.button('Compare…').click();
  await expect(compare.decisions).toContainText('The release is published, so its text is not changed');
  await page.keyboard.press('F8');
  await expect(compare.act('Leave it')).toHaveCount(0);
});

test('what can be put side by side, each pair under its key', async ({ page }) => {
  const compare = await compareDrafts(page);
  await page.getByRole('button', { name: 'Pairs…' }).click();
  const pairs = page.getByRole('dialog', { name: 'What to put side by side' });
  await expect(pairs.getByRole('button', { name: /^Last two drafts/ })).toContainText(
    /Draft 1 \(Thu 19 Nov, 16:26 · .*\) beside Draft 2, legal \(Fri 20 Nov, 17:12 · .*\)/,
  );
  await expect(pairs.getByRole('button', { name: /^Published, working text/ })).toContainText('Not published yet');
  await pairs.getByRole('button', { name: /^Last sent for review/ }).click();
  await expect(compare.sheet).toContainText('The two versions are the same, word for word.');
  await page.keyboard.press('Alt+6');
  await expect(compare.changes).not.toHaveCount(0);
});

test('two choices right behind each other both hold', async ({ page }) => {
  const compare = await compareDrafts(page);
  await page.keyboard.press('Alt+1');
  await expect(page.getByLabel('After')).toHaveValue('working');
  const values = await page.evaluate(() => {
    const selects = [...document.querySelectorAll<HTMLSelectElement>('select.version')];
    return selects.map((select, side) => {
      const drafts = [...select.querySelectorAll('optgroup[label="Drafts"] option')];
      const value = drafts[1 - side]?.getAttribute('value') ?? ''; // newest first: Draft 1 before, Draft 2 after
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return value;
    });
  });
  await expect(compare.changes).toHaveCount(6);
  await expect(page.getByLabel('Before')).toHaveValue(values[0] ?? '');
  await expect(page.getByLabel('After')).toHaveValue(values[1] ?? '');
  await compare.change(/^Standfirst/).click();
  await compare.act('Take over').click();
  await expect(compare.decisions).toContainText('1 taken over, 5 to decide');
});

test('the columns scroll together, or each by itself', async ({ page }) => {
  const compare = await compareDrafts(page);
  const together = page.getByRole('button', { name: 'Columns scroll together' });
  await expect(together).toHaveAttribute('aria-pressed', 'true');
  await together.click();
  const [one, other] = [
    page.getByRole('region', { name: 'Draft 1' }),
    page.getByRole('region', { name: 'Draft 2, legal' }),
  ];
  await other.evaluate((column) => column.scrollTo({ top: column.scrollHeight, behavior: 'instant' }));
  await expect.poll(() => other.evaluate((column) => column.scrollTop)).toBeGreaterThan(0);
  expect(await one.evaluate((column) => column.scrollTop)).toBe(0);
  await compare.change(/^Embargo/).click();
  await expect.poll(() => one.evaluate((column) => column.scrollTop)).toBeGreaterThan(0);
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in both themes. */
const look = async ({ app, page }: Standfirst, screen: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect.soft(found, `${screen}, ${theme}`).toEqual([]);
  }
};

test('nothing is in the way of anybody: chosen, taken over, apart, in one column, the pairs', async ({
  standfirst,
}) => {
  test.setTimeout(300_000); // ten looks
  const { page } = standfirst;
  const compare = await compareDrafts(page);
  await compare.change(/^Moved/).click();
  await look(standfirst, 'a move chosen');
  await page.keyboard.press('t');
  await compare.change(/^Standfirst/).click();
  await page.keyboard.press('l');
  await compare.filter('Words').click();
  await expect(compare.decisions).toContainText('1 taken over, 1 left as it is');
  await look(standfirst, 'decided');
  await page.getByRole('button', { name: 'Columns scroll together' }).click();
  await look(standfirst, 'apart');
  await page.getByRole('button', { name: 'One column' }).click();
  await look(standfirst, 'one column');
  await page.getByRole('button', { name: 'Pairs…' }).click();
  await look(standfirst, 'the pairs');
});
