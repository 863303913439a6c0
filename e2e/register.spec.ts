import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

/* Every quote of the newsroom in one place. */

const run = promisify(execFile);
const cli = path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs');

type Row = { readonly state: string; readonly embargo: string };

/** The register as the command line gives it. */
const listed = async (newsroom: string): Promise<readonly Row[]> => {
  const { stdout } = await run('node', [cli, 'register', '--newsroom', newsroom, '--json']);
  return (JSON.parse(stdout) as { rows: readonly Row[] }).rows;
};

/** Public once, corrected since or not. */
const wasPublished = ({ state, embargo }: Row): boolean =>
  !['working', 'in review', 'agreed'].includes(state) && (embargo === '' || Date.parse(embargo) < Date.now());

const rows = (page: Page) => page.getByRole('grid', { name: 'Quotes' }).locator('tbody').getByRole('row');

/* How many there are was counted by hand in the texts of the sample newsroom; electron/newsroom/register-index.test.ts says which. */
test('its counts are the sample newsroom’s, whatever it is narrowed to', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Quote register').click();
  await expect(rows(page)).toHaveCount(21);

  for (const [status, count] of [
    ['Approved', 12],
    ['Changed since approval', 2],
    ['Needs approval', 2],
    ['No approval needed', 2],
  ] as const) {
    await page.getByLabel('Status').selectOption(status);
    await expect(rows(page)).toHaveCount(count);
    await desk.button(`Show without ${status}`).click();
  }
  await page.getByLabel('Releases', { exact: true }).selectOption('Published');
  // One more is published and waits: the letter in the wall.
  await expect(rows(page)).toHaveCount(12);
  await desk.button('Show without Published').click();

  const speakers = page.getByRole('listbox', { name: 'Speakers' });
  const months = page.getByRole('table', { name: /^Quotes a month, 2026/ });
  await expect(months.getByRole('row', { name: /^November/ })).toContainText('8');
  for (const [speaker, count] of [
    ['Idwal Meredith', 4],
    ['Nerys Glŷn', 6],
    ['No speaker', 3],
  ] as const) {
    await speakers.getByRole('option', { name: new RegExp(`^${speaker}`, 'u') }).click();
    await expect(rows(page)).toHaveCount(count);
    if (speaker === 'Nerys Glŷn') await expect(months.getByRole('row', { name: /^November/ })).toContainText('2');
    await speakers.getByRole('option', { name: new RegExp(`^${speaker}`, 'u') }).click();
  }

  await page.getByLabel('Find words said').fill('SHOPKEEPERS');
  await expect(rows(page)).toHaveCount(1);
  await expect(page.locator('[data-announce="polite"]')).toContainText('1 quote in 1 release, newest first');
});

test('by keyboard alone it opens a release at the quote, and shows again what was looked at', async ({
  standfirst,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await chooseMenu(app, 'show-register');
  await page.getByLabel('Find words said').fill('dr bright');
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(page.getByLabel('About these quotes')).toBeFocused();
  await rows(page).first().focus();
  await page.keyboard.press('Enter');
  await expect(desk.row('We spoke to 214 farmers')).toHaveAttribute('aria-current', 'true');
  await chooseMenu(app, 'show-register');
  await expect(page.getByLabel('Find words said')).toHaveValue('dr bright');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
});

test('it sorts by what its heads say, and the arrows go from row to row', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Quote register').click();
  const head = page.getByRole('columnheader', { name: 'Speaker, role at the time' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const names = async () => rows(page).locator('td:nth-child(3) b').allInnerTexts();
  const up = (await names()).filter((name) => name !== 'Nobody yet');
  expect(up).toEqual(up.toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect((await names()).filter((name) => name !== 'Nobody yet')).toEqual(up.toReversed());
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toBeFocused();
});

test('what is shown is saved as CSV, as the command line saves it', async ({ standfirst, newsroom, scratch }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Quote register').click();
  await page.getByLabel('Releases', { exact: true }).selectOption('Published');
  const saved = path.join(scratch, 'shown.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, saved);
  await desk.button('Save as CSV…').click();
  await expect(page.locator('[data-announce="polite"]')).toContainText(`Saved: ${saved}`);
  await run('node', [cli, 'register', '--newsroom', newsroom, '--csv', path.join(scratch, 'all.csv')]);
  const lines = async (name: string) => (await readFile(path.join(scratch, name), 'utf8')).split('\r\n');
  const [all, shown] = [await lines('all.csv'), await lines('shown.csv')];
  expect(shown[0]).toBe(all[0]);
  expect(shown.length).toBeGreaterThan(2);
  for (const line of shown) expect(all).toContain(line);
  expect(shown.filter((line) => line !== '')).toHaveLength(1 + (await listed(newsroom)).filter(wasPublished).length);
});
