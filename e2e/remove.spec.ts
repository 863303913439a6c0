import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { openPromise } from 'yauzl';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';

/* A published release is removed, and no file within reach has its words any more. */

const run = promisify(execFile);
const RELEASE = 'Volunteers wanted to visit people in custody';
const TYPED = 'Forty lanterns were counted on the towpath by the canal society.';
const DRAFT = 'Draft with the lanterns of the canal society';
const WORDS = ['Forty lanterns', 'lanterns of the canal', 'visit people in custody'];

/** Every file below some folders where one of these words stands in its bytes, zip files entry by entry. */
const filesWith = async (folders: readonly string[], words: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const folder of folders)
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      const has = (part: Buffer): boolean =>
        words.some((each) => part.includes(each, 0, 'utf8') || part.includes(each, 0, 'utf16le'));
      if (has(bytes)) found.push(file);
      if (!file.endsWith('.zip')) continue;
      const zip = await openPromise(file, { autoClose: false });
      for await (const each of zip.eachEntry()) {
        const parts: Buffer[] = [];
        for await (const part of await zip.openReadStreamPromise(each)) parts.push(part as Buffer);
        if (has(Buffer.concat(parts))) found.push(`${file}: ${each.fileName}`);
      }
      zip.close();
    }
  return found;
};

test('a published release is removed, and its words stand nowhere', async ({ standfirst, newsroom }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const places = [newsroom, standfirst.dataFolder];
  await desk.enter();
  await desk.open(RELEASE);
  await desk.button('Send back').click();
  await expect(desk.button('Send for review')).toBeVisible();
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Enter');
  await page.keyboard.type(TYPED);
  await expect(desk.body).toContainText(TYPED);
  await desk.saved();
  await desk.nameDraft(DRAFT);
  await expect(desk.button(/^Change/)).toHaveCount(0);
  await desk.publish();
  await desk.button('Backups').click();
  await desk.button('Back up now').click();
  await expect(page.getByRole('list', { name: 'Backups' }).getByRole('listitem')).toHaveCount(1);
  await desk.button(/^Back$/).click();
  expect((await filesWith(places, ['Forty lanterns'])).join('\n')).toContain('.zip: ');

  await desk.button(/^Change/).click();
  await desk.button('Remove…').click();
  const dialog = page.getByRole('dialog', { name: 'Remove this release, and erase its text' });
  await expect(dialog).toContainText(RELEASE);
  await look(standfirst, 'before removing');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog).toContainText('A removal needs a reason.');
  await expect(dialog).toContainText('Tick this to go on.');
  await dialog.getByLabel('Reason').fill('Forty lanterns were counted on the towpath');
  await dialog.getByLabel('Erase this release.').check();
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog).toContainText('The reason repeats words of the release');
  await dialog.getByLabel('Reason').fill('A court order.');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page.getByText(/^Erased: searched [\d,]+ files, found nothing$/).first()).toBeVisible();
  await expect(page.locator('[data-announce="polite"]')).toContainText('found nothing');
  await expect(page.getByText(/Removed .* by Anwen Pugh\. Its text was erased\. A court order\./)).toBeFocused();
  await expect(desk.button(/^(?:Compare|Remarks|Media copy)…$/)).toHaveCount(0);
  await expect(desk.quotes).toContainText('No quotes stand in this text.');
  await expect(desk.button('Checks: Nothing found')).toBeVisible();
  await expect(page.getByText('Forty lanterns')).toHaveCount(0);
  // The sample has one that was removed long ago.
  await expect(desk.list.getByRole('option', { name: /^Removed release/ })).toHaveCount(2);
  await look(standfirst, 'removed');
  await standfirst.quit();
  expect(await filesWith(places, WORDS)).toEqual([]);
  const { stdout } = await run('node', [
    path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs'),
    'doctor',
    '--newsroom',
    newsroom,
    '--app-data',
    standfirst.dataFolder,
    '--json',
  ]);
  expect(JSON.parse(stdout)).toMatchObject({ findings: [] });
});
