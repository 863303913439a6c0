import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

/* A newsroom is backed up, goes on, and the backup is restored to a new folder and opened. */

const run = promisify(execFile);
const WORKING = 'Rural crime team to double';
const LATER = 'Written after the backup.';

/** Every file below a folder with its bytes, but the lock. */
const filesBelow = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((each) => each.isFile() && each.name !== 'newsroom.lock')) {
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file), await readFile(file, 'latin1'));
  }
  return files;
};

test('a backup is made, listed, restored to a new folder and opened', async ({ standfirst, newsroom, scratch }) => {
  const { page, app } = standfirst;
  const before = await filesBelow(newsroom);
  const desk = new Desk(page);
  await desk.enter();
  await chooseMenu(app, 'show-backups');
  await expect(page.getByText('There is no backup of this newsroom yet.')).toBeVisible();
  await look(standfirst, 'no backups');
  await desk.button('Back up now').click();
  const backups = page.getByRole('list', { name: 'Backups' });
  await expect(backups.getByRole('listitem')).toHaveCount(1);
  await expect(backups).toContainText('24 releases');
  await expect(page.locator('[aria-live="polite"]')).toContainText('Backed up');
  await desk.button('Back up now').click();
  await expect(page.locator('.refusal')).toHaveText('Nothing has changed since the last backup');
  await expect(backups.getByRole('listitem')).toHaveCount(1);
  await look(standfirst, 'backups');

  await desk.button(/^Back$/).click();
  await desk.open(WORKING);
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(` ${LATER}`);
  await desk.saved();
  await desk.button('Backups').click();

  const full = path.join(scratch, 'full');
  await mkdir(path.join(full, 'something'), { recursive: true });
  await standfirst.choose(full);
  await backups.getByRole('button', { name: /^Restore to a new folder/ }).click();
  await expect(page.getByRole('alert')).toContainText('The folder is not empty.');
  await look(standfirst, 'not restored');

  const empty = path.join(scratch, 'restored');
  await mkdir(empty);
  await standfirst.choose(empty);
  await backups.getByRole('button', { name: /^Restore to a new folder/ }).click();
  await expect(page.getByText(/^Restored: this is the newsroom as it was at/)).toBeVisible();
  await look(standfirst, 'restored');
  const again = new Desk(page);
  await again.open(WORKING);
  await expect(again.body).not.toContainText(LATER);
  await expect(page.getByText('changed outside Standfirst')).toHaveCount(0);
  await again.button('Backups').click();
  await expect(page.getByText('This newsroom was itself restored')).toBeVisible();
  await expect(page.getByText('There is no backup of this newsroom yet.')).toBeVisible();
  await standfirst.quit();
  expect(await filesBelow(empty)).toEqual(before);
  expect([...(await filesBelow(newsroom)).values()].join('\n')).toContain(LATER);
});

test.describe('on a computer that has never seen the newsroom', () => {
  test.use({ startWith: 'nothing' });

  test('a backup is restored from the first screen', async ({ standfirst, scratch }) => {
    const cli = path.join(__dirname, '..', '.vite', 'build', 'cli.cjs');
    const newsroom = path.join(scratch, 'made elsewhere');
    const kept = path.join(scratch, 'backups');
    await run('node', [cli, 'sample', '--newsroom', newsroom]);
    await run('node', [cli, 'backup', '--newsroom', newsroom, '--to', kept]);
    const [name = ''] = await readdir(kept);
    const empty = path.join(scratch, 'restored');
    await mkdir(empty);

    const { page, app } = standfirst;
    await app.evaluate(
      ({ dialog }, chosen) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen.shift() ?? ''] });
      },
      [path.join(kept, name), empty],
    );
    await page.getByRole('textbox', { name: /^Your name/ }).fill('Ada Wren');
    await page.getByRole('button', { name: /^Restore a backup/ }).click();
    await expect(page.getByText(/^Restored: this is the newsroom as it was at/)).toBeVisible();
    await new Desk(page).open(WORKING);
    await standfirst.quit();
    expect(await filesBelow(empty)).toEqual(await filesBelow(newsroom));
  });
});
