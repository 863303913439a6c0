import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { TWIN_PARAGRAPHS, TWIN_TEXT } from '../shared/sample/twin';
import { expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';

/* The whole job on a release in the form of a real one: in, its quotes settled, changed, compared, published, out. */

const run = promisify(execFile);
const PARAGRAPHS = 9;

/** Every byte of every file below a folder, as one text. */
const allOf = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
};

test.describe('from nothing', () => {
  test.use({ startWith: 'nothing' });

  test('a release is brought in, its quote settled, published and exported', async ({ standfirst, scratch }) => {
    const desk = new Desk(standfirst.page);
    const folder = path.join(scratch, 'press office');
    const source = path.join(scratch, 'page.txt');
    const out = path.join(scratch, 'archive');
    await Promise.all([mkdir(folder), mkdir(out), writeFile(source, TWIN_TEXT)]);

    await test.step('first start', async () => {
      await desk.sayName('Anwen Pugh');
      await standfirst.choose(folder);
      await desk.button(/^Make a newsroom/).click();
      await desk.page.getByLabel('Organisation').fill('Commissioner for Wyrdale');
      await desk.button('Choose its folder…').click();
      await expect(desk.button('Import…')).toBeVisible();
    });

    await test.step('import: furniture is left out by consent, nothing is invented', async () => {
      await standfirst.choose(source);
      await desk.button('Import…').click();
      await expect(desk.page.getByRole('checkbox', { checked: true })).toHaveCount(6);
      await expect(desk.page.getByText('To be filled in before publishing: headline, date.')).toBeVisible();
      await desk.button('Bring it in').click();
      await expect(desk.body.locator('p')).toHaveCount(PARAGRAPHS);
      await expect(desk.body.locator('p')).toHaveText([...TWIN_PARAGRAPHS]);
      await expect(desk.headline).toHaveValue('');
    });

    await test.step('one running quotation, its speaker proposed, not taken for granted', async () => {
      await desk.headline.fill('Commissioner answers the inspectors');
      await desk.page.getByRole('textbox', { name: 'Standfirst' }).fill('She accepts every recommendation.');
      await desk.page.getByLabel('Date').fill('2026-11-23');
      const row = await desk.openRow('I accept every recommendation');
      await expect(desk.row('')).toHaveCount(1);
      await expect(row).toContainText('8 paragraphs');
      await expect(row).toContainText('No speaker');
      await row.getByRole('button', { name: 'Accept Nerys Glŷn' }).click();
      await expect(row).toContainText('Needs approval');
      await expect(row).toContainText('Police and Crime Commissioner for Wyrdale');
      await desk.recordApproval(row, 'Private office');
      await expect(row).toContainText('Approved');
    });

    await test.step('a comma lapses the approval, undo brings it back', async () => {
      const row = desk.row('');
      await desk.caretAfter('looked for at once');
      await desk.page.keyboard.type(',');
      await expect(row).toContainText('Changed since approval');
      await expect(row.locator('ins')).toHaveText(',');
      await desk.page.keyboard.press('Control+z');
      await expect(row).not.toContainText('Changed since approval');
      await expect(row).toContainText('Approved');
      await desk.saved();
    });

    await test.step('kept across closing and opening', async () => {
      const page = await standfirst.relaunch();
      const again = new Desk(page);
      await again.open('Commissioner answers the inspectors');
      await expect(again.row('')).toContainText('Approved');
      await expect(again.body.locator('p')).toHaveText([...TWIN_PARAGRAPHS]);
    });

    await test.step('publish and export', async () => {
      const again = new Desk(standfirst.page);
      await again.publish();
      await expect(again.body).toHaveAttribute('contenteditable', 'false');
      await standfirst.choose(out);
      await again.button('Export').click();
      await again.button('Choose a folder…').click();
      await again.button(/^Export \d+ files$/).click();
      await expect(again.page.getByText('The bundle is written and proved whole')).toBeVisible();
      await run('sha256sum', ['--check', '--strict', '--quiet', 'manifest-sha256.txt'], { cwd: out });
      const page = await readFile(path.join(out, 'data/news/2026/11/commissioner-answers-the-inspectors.html'), 'utf8');
      for (const paragraph of TWIN_PARAGRAPHS) expect(page).toContain(paragraph.slice(0, 40));
      expect(page).toMatch(
        /<b><a href="[^"]+people\/nerys-glyn\/index.html">Nerys Glŷn<\/a><\/b>, Police and Crime Commissioner/,
      );
    });
  });
});

test('quotes turn the right way as they are typed, and are found at once', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type('The Chief Constable, Ruth Attwater, said: "It\'s been a hard year.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('"We will do better in the \'20s."');
  await expect(desk.body.locator('p')).toHaveText([
    'The Chief Constable, Ruth Attwater, said: “It’s been a hard year.',
    '“We will do better in the ’20s.”',
  ]);
  await expect(desk.row('')).toHaveCount(1);
  await expect(desk.row('')).toContainText('2 paragraphs');
  const row = await desk.openRow('hard year');
  await row.getByRole('button', { name: 'Somebody else…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who said this?' });
  await dialog.getByLabel('Name').fill('Dafydd Rowe');
  await dialog.getByLabel('Role').fill('Deputy Chief Constable');
  await dialog.getByRole('button', { name: 'Set speaker' }).click();
  await expect(row).toContainText('Dafydd Rowe');
  await desk.saved();
});

test('two drafts stand side by side: a move as a move, the changed words marked', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await desk.button('Compare…').click();
  const compare = new Compare(page);
  await compare.choose('Before', 'Draft 1');
  await compare.choose('After', 'Draft 2, legal');
  await expect(compare.changes).toHaveText([
    /^Standfirst changed/,
    /^Moved, one word changed/,
    /^One word changed.*ten → twelve/,
    /^Paragraph removed/,
    /^Paragraph added/,
    /^Embargo changed/,
  ]);
  await page.keyboard.press('F8');
  await expect(compare.spoken).toHaveText(/^Change 1 of \d+: /);
  const moved = compare.sheet.getByRole('row').filter({ hasText: 'Every theft of livestock' }).last();
  await expect(moved.locator('ins')).toHaveText('person');
  await expect(compare.sheet.getByRole('cell', { name: /^Moved down/ }).locator('del')).toHaveText('number');
  await expect(compare.quotes).toContainText('Words changed');
  await expect(compare.quotes).toContainText('Nerys Glŷn');
});

test('a quote that is not settled stops the export, with a link to its place, until somebody lets it pass', async ({
  standfirst,
  scratch,
}) => {
  const desk = new Desk(standfirst.page);
  const out = path.join(scratch, 'archive');
  await mkdir(out);
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  await desk.button('Publish…').click();
  const dialog = desk.page.getByRole('dialog', { name: 'Publish this release' });
  await expect(dialog).toContainText('The export will refuse it as it stands');
  await expect(dialog).toContainText(/The quote “A stranger with a clipboard.*needs approval and has none\./);
  await dialog.getByRole('button', { name: 'Publish all the same' }).click();
  await expect(desk.page.getByText(/The text is frozen/)).toBeVisible();
  await standfirst.choose(out);
  await desk.button('Export').click();
  await desk.button('Choose a folder…').click();
  await expect(desk.page.getByText(/needs approval and has none/)).toBeVisible();
  await desk.button(/^Export \d+ files$/).click({ force: true });
  expect(await readdir(out)).toEqual([]);

  await desk.button('Go to the quote').click();
  await expect(desk.row('A stranger with a clipboard')).toHaveAttribute('aria-current', 'true');

  await desk.button('Export').click();
  await desk.button('Override…').click();
  // Who lets words pass sees every one of them, not their beginning.
  await expect(desk.page.getByRole('dialog')).toContainText('keeps us honest. I want more of them.');
  await desk.page.getByRole('dialog').getByLabel('Reason').fill('Approved on the telephone, the paper follows');
  await desk.page.getByRole('dialog').getByRole('button', { name: 'Let it pass' }).click();
  await desk.button(/^Export \d+ files$/).click();
  await expect(desk.page.getByText('The bundle is written and proved whole')).toBeVisible();

  const bytes = await allOf(out);
  expect(bytes).toContain('A stranger with a clipboard');
  for (const secret of [
    'Letters in the station wall',
    'budget survey',
    'One farm theft in three',
    'Duty press officer',
  ])
    expect(bytes).not.toContain(secret);
});

test('what was typed a second ago is there after a kill', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open('Commissioner’s budget survey opens on Monday');
  await desk.caretAfter('what is cut first if the grant falls');
  await standfirst.page.keyboard.type(', and by how much');
  await desk.saved();
  await standfirst.kill();
  const again = new Desk(await standfirst.launch());
  await again.open('Commissioner’s budget survey opens on Monday');
  await expect(again.body).toContainText('what is cut first if the grant falls, and by how much');
});
