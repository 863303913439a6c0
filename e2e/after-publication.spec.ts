import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';

/* What is done with a release after it was published, as the writer does it, and what readers then find. */

const run = promisify(execFile);
const cli = path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs');
const WARDENS = 'data/news/2026/11/ten-more-street-wardens-for-hexley-town-centre.html';
const WARDENS_NOW = 'data/news/2026/11/wardens-for-hexley.html';

test('a note that could not be saved is still there to try again', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('releases:begin-change');
    ipcMain.handle('releases:begin-change', () => ({
      ok: false,
      fault: { code: 'disk', message: 'The disk is full.' },
    }));
  });
  await desk.button(/^Change$/).click();
  await desk.button('Correct…').click();
  const dialog = page.getByRole('dialog', { name: 'Correct this release' });
  await dialog.getByLabel('Note to readers').fill('The standfirst named the wrong town.');
  await dialog.getByRole('button', { name: 'Begin the correction' }).click();
  await expect(page.getByRole('dialog', { name: 'The disk is full.' })).toBeVisible();
  await desk.button('Back to the release').click();
  await expect(dialog.getByLabel('Note to readers')).toHaveValue('The standfirst named the wrong town.');
  await expect(dialog.getByRole('button', { name: 'Begin the correction' })).toBeFocused();
});

test('an embargo on what readers have says at once that it takes nothing back', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  await desk.button(/^Change$/).click();
  await desk.button('Correct…').click();
  const dialog = page.getByRole('dialog', { name: 'Correct this release' });
  await dialog.getByLabel('Note to readers').fill('The standfirst named the wrong town.');
  await dialog.getByRole('button', { name: 'Begin the correction' }).click();
  const field = page.getByLabel('Embargo (Europe/London)');
  await field.fill('2099-03-03T07:00');
  await expect(page.getByRole('alert')).toContainText('Readers have this release already');
  await expect(field).toHaveAccessibleDescription(/withdraw it/);
  await look(standfirst, 'embargo-in-vain');
  await field.fill('2020-03-03T07:00');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a correction is opened, written, published and told to readers', async ({ standfirst, newsroom, scratch }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const out = path.join(scratch, 'archive');
  await mkdir(out);
  const exported = async (): Promise<string> => {
    await run('node', [cli, 'export', '--newsroom', newsroom, '--out', out]);
    return readFile(path.join(out, WARDENS), 'utf8');
  };
  await desk.enter();
  await desk.open('Ten more street wardens');
  await expect(desk.body).toHaveAttribute('contenteditable', 'false');

  await test.step('it needs a note', async () => {
    await desk.button(/^Change$/).click();
    await desk.button('Correct…').click();
    const dialog = page.getByRole('dialog', { name: 'Correct this release' });
    await dialog.getByRole('button', { name: 'Begin the correction' }).click();
    await expect(dialog.getByRole('alert')).toHaveText('Write the note: readers are told what was wrong.');
    await expect(dialog.getByLabel('Note to readers')).toBeFocused();
    await look(standfirst, 'correct-dialog');
    await dialog.getByLabel('Note to readers').fill('The standfirst named the wrong town.');
    await dialog.getByRole('button', { name: 'Begin the correction' }).click();
    await expect(page.getByText(/A correction is open since/)).toBeVisible();
    await expect(desk.body).toHaveAttribute('contenteditable', 'true');
  });

  await test.step('what is written is not public until it is published', async () => {
    await desk.page.getByLabel('Standfirst').fill('Ten wardens begin in Hexley on Monday.');
    await desk.saved();
    const before = await exported();
    expect(before).not.toContain('Ten wardens begin in Hexley');
    expect(before).not.toContain('wrong town');
    await desk.button('Publish the change…').click();
    const dialog = page.getByRole('dialog', { name: 'Publish the change' });
    await expect(dialog).toContainText('The standfirst named the wrong town.');
    await dialog.getByRole('button', { name: 'Publish the change' }).click();
    await expect(page.getByText(/Corrected .* The text is frozen\./)).toBeVisible();
    const after = await exported();
    expect(after).toContain('Ten wardens begin in Hexley on Monday.');
    expect(after).toContain('The standfirst named the wrong town.');
    const log = await readFile(path.join(out, 'data', 'corrections.html'), 'utf8');
    expect(log).toContain('wrong town');
    const [, earlier = ''] = /href="(earlier\/[^"]*wardens[^"]*)"/.exec(log) ?? [];
    const stood = await readFile(path.join(out, 'data', earlier), 'utf8');
    expect(stood).toContain('This is what the release said until');
    expect(stood).not.toContain('Ten wardens begin in Hexley on Monday.');
  });

  await test.step('a minor change with a name in it is refused, and given up', async () => {
    await desk.button(/^Change$/).click();
    await desk.button('Minor change').click();
    await desk.page.getByLabel('Standfirst').fill('Ten wardens begin in Staunton on Monday.');
    await desk.saved();
    await desk.button('Publish the change…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish the change' }).click();
    await expect(page.getByRole('dialog')).toContainText('A word with a capital letter is not what it was');
    await look(standfirst, 'minor-change-refused');
    await desk.button('Back to the release').click();
    await desk.button(/^Change$/).click();
    await desk.button('Give the change up…').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Give it up' }).click();
    await expect(desk.page.getByLabel('Standfirst')).toHaveValue('Ten wardens begin in Hexley on Monday.');
  });

  await test.step('another address is chosen, and the old one leads there', async () => {
    await desk.button(/^Change$/).click();
    await desk.button('Change the address…').click();
    const dialog = page.getByRole('dialog', { name: 'Change the address' });
    const name = dialog.getByLabel('Name in the address');
    await expect(name).toHaveValue('ten-more-street-wardens-for-hexley-town-centre');
    await name.fill('');
    await dialog.getByRole('button', { name: 'Change the address' }).click();
    await expect(dialog).toContainText('Nothing can stand at this address.');
    await look(standfirst, 'address-dialog');
    await name.fill('Wardens for Hexley');
    await expect(dialog).toContainText('It will be news/2026/11/wardens-for-hexley.html');
    await dialog.getByRole('button', { name: 'Change the address' }).click();
    await expect(dialog).toBeHidden();
    const moved = await exported();
    expect(moved).toContain('url=../../../news/2026/11/wardens-for-hexley.html');
    expect(await readFile(path.join(out, WARDENS_NOW), 'utf8')).toContain('Ten wardens begin in Hexley on Monday.');
    expect(await readFile(path.join(out, 'data', 'index.html'), 'utf8')).toContain('wardens-for-hexley.html');
  });

  await test.step('withdrawn, its address says so, and nothing else does', async () => {
    await desk.button(/^Change$/).click();
    await desk.button('Withdraw…').click();
    const dialog = page.getByRole('dialog', { name: 'Withdraw this release' });
    await dialog.getByLabel('Reason').fill('The wardens were not appointed.');
    await dialog.getByRole('button', { name: 'Withdraw' }).click();
    await expect(page.getByText(/Withdrawn .* The text is frozen\./)).toBeVisible();
    await look(standfirst, 'withdrawn');
    expect(await exported()).toContain('url=../../../news/2026/11/wardens-for-hexley.html');
    const gone = await readFile(path.join(out, WARDENS_NOW), 'utf8');
    expect(gone).toContain('The wardens were not appointed.');
    expect(gone).not.toContain('Ten wardens begin');
    expect(await readFile(path.join(out, 'data', 'index.html'), 'utf8')).not.toContain('street wardens');
  });
});

test('another release takes the place of one, chosen at its field, and the address leads there', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const out = path.join(scratch, 'archive');
  await desk.enter();
  await desk.open('Night bus marshals to stay until spring');
  await desk.button(/^Change$/).click();
  await desk.button('Replace…').click();
  const dialog = page.getByRole('dialog', { name: 'Replace this release' });
  const other = dialog.getByLabel('The release that takes its place');
  await dialog.getByLabel('Reason').fill('The buses run all year.');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(other).toHaveAccessibleDescription('Choose the release that takes its place.');
  await expect(dialog.getByLabel('Reason')).not.toHaveAccessibleDescription(/Choose/);
  await look(standfirst, 'replace-dialog');
  await other.selectOption({ label: 'Second boat for the river patrol (2026-07-14)' });
  await expect(other).toHaveAccessibleDescription('');
  await dialog.getByRole('button', { name: 'Replace' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/Replaced .* The text is frozen\./)).toBeVisible();

  await run('node', [cli, 'export', '--newsroom', newsroom, '--out', out]);
  const left = await readFile(path.join(out, 'data/news/2024/02/night-bus-marshals-to-stay-until-spring.html'), 'utf8');
  expect(left).toContain('url=../../../news/2026/07/second-boat-for-the-river-patrol.html');
  expect(left).toContain('The buses run all year.');
  expect(left).not.toContain('marshals will');
  expect(await readFile(path.join(out, 'data/_redirects'), 'utf8')).toContain(
    '/news/2024/02/night-bus-marshals-to-stay-until-spring.html /news/2026/07/second-boat-for-the-river-patrol.html 301',
  );
});

test('the menu of what can be done after publication goes by keys', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  const menu = page.getByRole('group', { name: 'Change' });
  const opener = desk.button(/^Change$/);
  const press = (key: string): Promise<void> => page.keyboard.press(key);

  await opener.focus();
  await press('Enter');
  await expect(menu.getByRole('button', { name: 'Correct…' })).toBeFocused();
  await press('ArrowDown');
  await expect(menu.getByRole('button', { name: 'Minor change' })).toBeFocused();
  await press('End');
  await expect(menu.getByRole('button', { name: 'Remove…' })).toBeFocused();
  await press('ArrowDown');
  await expect(menu.getByRole('button', { name: 'Correct…' })).toBeFocused();
  await press('ArrowUp');
  await expect(menu.getByRole('button', { name: 'Remove…' })).toBeFocused();
  await press('Home');
  await expect(menu.getByRole('button', { name: 'Correct…' })).toBeFocused();
  await press('Escape');
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();

  await press('Enter');
  await expect(menu.getByRole('button', { name: 'Correct…' })).toBeFocused();
  await press('Tab');
  await expect(menu).toBeHidden();
  await expect(desk.page.locator('.release-menu :focus')).toHaveCount(0);
});

test('a minor change that is more than that is made a correction, with what was written', async ({ standfirst }) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const corrected = page.getByRole('dialog', { name: 'Correct this release' });
  await desk.enter();
  await desk.open('Ten more street wardens');
  await desk.button(/^Change$/).click();
  await desk.button('Minor change').click();
  await desk.page.getByLabel('Standfirst').fill('Ten wardens begin in Staunton on Monday.');
  await desk.saved();

  await desk.button(/^Change$/).click();
  await desk.button('Make it a correction…').click();
  await expect(corrected).toContainText('What you wrote stays');
  await corrected.getByRole('button', { name: 'Leave it as it is' }).click();

  await desk.button('Publish the change…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish the change' }).click();
  await desk.button('Make it a correction…').click();
  await corrected.getByLabel('Note to readers').fill('They begin in Staunton.');
  await look(standfirst, 'correct-from-minor');
  await corrected.getByRole('button', { name: 'Make it a correction' }).click();
  await expect(page.getByText(/A correction is open since/)).toBeVisible();
  await expect(desk.page.getByLabel('Standfirst')).toHaveValue('Ten wardens begin in Staunton on Monday.');
  await desk.button('Publish the change…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish the change' }).click();
  await expect(page.getByText(/Corrected .* The text is frozen\./)).toBeVisible();
});
