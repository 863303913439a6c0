import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

const run = promisify(execFile);
const cli = path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs');

/* Who is quoted: known, changed, merged, and never guessed at. */

type Saved = {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly alsoKnownAs: readonly string[];
    readonly roles: readonly { readonly title: string; readonly from: string | null; readonly to: string | null }[];
    readonly approval?: string;
    readonly mergedFrom?: readonly string[];
  }[];
};
const saved = async (newsroom: string): Promise<Saved> =>
  JSON.parse(await readFile(path.join(newsroom, 'people.json'), 'utf8')) as Saved;

test('somebody is added, with a role by date, found again, and changed; what is typed is saved on the way out', async ({
  standfirst,
  newsroom,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
  await desk.button('Add a role').click();
  await page.getByLabel('Title of role 1').fill('Head of victim services');
  await page.getByLabel('Head of victim services, from').fill('2026-03-01');
  await page.getByLabel('Head of victim services, to').fill('2025-03-01');
  await desk.button('Save').click();
  await expect(page.getByRole('main').getByText('It ends before it begins.')).toBeVisible();
  await page.getByLabel('Head of victim services, to').fill('');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await expect(page.locator('[data-announce="polite"]')).toContainText('Saved: Tomasz Hale');

  await page.getByLabel('Find a person').fill('victim');
  const list = page.getByRole('listbox', { name: 'People' });
  await expect(list.getByRole('option')).toHaveText(/^Tomasz Hale/);
  await page.getByLabel('Also known as').fill('Mr Hale');
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  await standfirst.quit();
  expect((await saved(newsroom)).people.find(({ name }) => name === 'Tomasz Hale')).toMatchObject({
    alsoKnownAs: ['Mr Hale'],
    roles: [{ title: 'Head of victim services', from: '2026-03-01', to: null }],
  });
});

test('somebody who is changed in two places at once keeps what each of them changed', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await page
    .getByRole('listbox', { name: 'People' })
    .getByRole('option', { name: /^Ruth Attwater/ })
    .click();
  await page.getByLabel('For approval ask').fill('her office');
  const before = await saved(newsroom);
  const theirs = before.people.map((each) =>
    each.name === 'Ruth Attwater' ? { ...each, alsoKnownAs: [...each.alsoKnownAs, 'Councillor Attwater'] } : each,
  );
  await writeFile(path.join(newsroom, 'people.json'), JSON.stringify({ ...before, people: theirs }));
  await desk.button(/^Back$/).click();
  await expect(page.getByRole('alert')).toContainText('This person was changed elsewhere meanwhile.');
  await desk.button('Read again, and keep what I typed').click();
  await expect(page.getByLabel('Also known as')).toHaveValue(/Councillor Attwater/);
  await expect(page.getByLabel('For approval ask')).toHaveValue('her office');
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  expect((await saved(newsroom)).people.find(({ name }) => name === 'Ruth Attwater')).toEqual({
    ...theirs.find(({ name }) => name === 'Ruth Attwater'),
    approvalsContact: 'her office',
  });
});

test('one digit too many in a role’s date keeps nobody from being saved', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
  await desk.button('Add a role').click();
  await page.getByLabel('Title of role 1').fill('Head of victim services');
  await page.getByLabel('Head of victim services, from').focus();
  await page.keyboard.type('111120266');
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  const hale = (await saved(newsroom)).people.find(({ name }) => name === 'Tomasz Hale');
  expect(hale?.roles).toHaveLength(1);
  expect(hale?.roles[0]?.from).toMatch(/^\d{4}-11-11$/);
});

test('a person whom the main process does not take stays in the form, and that is said', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
  await app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('people:save');
    ipcMain.handle('people:save', () => Promise.reject(new Error('refused')));
  });
  await desk.button(/^Back$/).click();
  await expect(page.getByRole('alert').getByText('Something in it cannot be saved.')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Tomasz Hale');
});

test('somebody who cannot be saved yet stays in the form, by whatever key one would leave it', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Rural crime team to double');
  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Also known as').fill('Mr Hale');
  const stays = page.locator('[data-announce="urgent"] p').filter({ hasText: 'Not saved yet: the page stays open' });
  for (const [before, way] of ['back', 'find-releases'].entries()) {
    await chooseMenu(app, way);
    await expect(stays).toHaveCount(before + 1);
    await expect(page.getByLabel('Also known as')).toHaveValue('Mr Hale');
  }
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
  await chooseMenu(app, 'back');
  await expect(desk.body).toBeVisible();
});

test('a person’s own rule says whether their quotes need approval', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await page.getByRole('option', { name: /^Dr Ifeoma Bright/ }).click();
  await page.getByLabel(/^Their quotes/).selectOption('Need no approval');
  await desk.button(/^Back$/).click();
  await desk.open('One farm theft in three');
  await expect(desk.row('We spoke to 214 farmers')).toContainText('No approval needed');
});

test('two entries about one person are proposed and made one; the quotes of both are then theirs', async ({
  standfirst,
  newsroom,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const before = await saved(newsroom);
  const glyn = before.people.find(({ name }) => name === 'Nerys Glŷn');
  const { stdout } = await run('node', [cli, 'register', '--newsroom', newsroom, '--json']);
  const said = (JSON.parse(stdout) as { rows: readonly { speaker: string }[] }).rows.filter(
    ({ speaker }) => speaker === 'Nerys Glŷn',
  );
  await chooseMenu(app, 'show-people');
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('N. Glŷn');
  await desk.button('Save').click();
  await page.getByRole('option', { name: /^Nerys Glŷn/ }).click();
  await desk.button('Merge Nerys Glŷn and N. Glŷn…').click();
  const dialog = page.getByRole('dialog', { name: 'Merge Nerys Glŷn with somebody else' });
  await dialog.getByRole('radio', { name: 'N. Glŷn', exact: true }).check();
  await expect(dialog).toContainText('Nerys Glŷn, Ms Glŷn');
  await dialog.getByRole('button', { name: 'Make them one' }).click();
  await expect(page.getByRole('heading', { name: 'N. Glŷn' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Perhaps one person' })).toBeHidden();

  await desk.button('Their quotes').click();
  const rows = page.getByRole('grid', { name: 'Quotes' }).locator('tbody').getByRole('row');
  await expect(rows).toHaveCount(said.length);
  // What was said keeps the name it was said under.
  await expect(rows.first()).toContainText('Nerys Glŷn');
  await desk.button(/^Back$/).click();
  await expect(page.getByRole('main', { name: 'N. Glŷn' })).toBeVisible();
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  await standfirst.quit();
  const after = await saved(newsroom);
  expect(after.people).toHaveLength(before.people.length);
  expect(after.people.find(({ name }) => name === 'N. Glŷn')).toMatchObject({ mergedFrom: [glyn?.id] });
});

test('a button and a key accept the certain speakers that are in view, and no others', async ({ standfirst }) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  // More quotes than the panel can show at once, and one whose speaker is in doubt.
  await page.keyboard.type('"Perhaps," they said.');
  for (let i = 1; i <= 14; i += 1) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(`Ruth Attwater said: "Section ${i} of the wall is done."`);
  }
  const last = desk.row('Section 14 of the wall');
  await expect(last).toContainText('Ruth Attwater?');
  await expect(last).not.toBeInViewport();
  await desk.button('Accept the certain speakers in view').click();
  await expect(desk.row('Section 1 of the wall')).toContainText('Needs approval');
  await expect(desk.row('Perhaps')).toContainText('No speaker');
  await expect(last).toContainText('Ruth Attwater?');
  await last.scrollIntoViewIfNeeded();
  await chooseMenu(app, 'accept-in-view');
  await expect(last).toContainText('Needs approval');
});

test('words said in a former office say so, by the dates of the roles, in the panel and in the register', async ({
  standfirst,
}) => {
  const { app, page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const deputy = 'Deputy Police and Crime Commissioner';
  const grid = page.getByRole('grid', { name: 'Quotes' }).locator('tbody');
  const inRegister = async (words: string) => {
    await chooseMenu(app, 'show-register');
    await page.getByLabel('Find words said').fill(words);
    await expect(grid.getByRole('row')).toHaveCount(1);
    return grid.getByRole('row');
  };
  // Gwilym Parry's office ended in May 2024: a release of that February keeps his role then.
  await expect(await inRegister('late shift')).toContainText('Police and Crime Commissioner for Wyrdale');
  await expect(await inRegister('late shift')).toContainText('No longer holds it');
  // Idwal Meredith still holds his.
  await expect(await inRegister('spades')).toContainText(deputy);
  await expect(await inRegister('spades')).not.toContainText('Today:');

  await chooseMenu(app, 'show-people');
  await page.getByRole('option', { name: /^Idwal Meredith/ }).click();
  await page.getByLabel(`${deputy}, to`).fill('2026-09-30');
  await desk.button('Add a role').click();
  await page.getByLabel('Title of role 3').fill('Chair of the Police and Crime Panel');
  await page.getByLabel('Chair of the Police and Crime Panel, from').fill('2026-10-01');
  await desk.button('Save').click();
  await expect(page.locator('[data-announce="polite"]')).toContainText('Saved: Idwal Meredith');
  await expect(await inRegister('spades')).toContainText(deputy);
  await expect(await inRegister('spades')).toContainText('Today: Chair of the Police and Crime Panel');

  await grid.getByRole('row').first().focus();
  await page.keyboard.press('Enter');
  const row = desk.row('a shed full of spades');
  await expect(row).toContainText(deputy);
  await expect(row).toContainText('Today: Chair of the Police and Crime Panel');
  // The words stay approved: they were bound with the role of that day.
  await expect(row).toContainText('Approved');
  // What he says today, he says in the office of today.
  await desk.button('New release').click();
  await expect(row).toBeHidden();
  await desk.body.click();
  await page.keyboard.type('Idwal Meredith said: "The panel meets in public."');
  await expect(desk.row('The panel meets in public')).toContainText('Chair of the Police and Crime Panel');
  await expect(desk.row('The panel meets in public')).not.toContainText(deputy);
});

test('of two people with one surname the panel asks and does not guess', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('Owain Attwater');
  await desk.button('Save').click();
  await expect(page.locator('[data-announce="polite"]')).toContainText('Saved: Owain Attwater');
  await desk.button(/^Back$/).click();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type('Attwater said: "We will be there by nine."');
  const row = desk.row('We will be there by nine');
  await expect(row).toContainText('speaker in doubt');
  await desk.openRow('We will be there by nine');
  await expect(row.getByRole('radio', { name: /Ruth Attwater/ })).not.toBeChecked();
  await expect(row.getByRole('radio', { name: /Owain Attwater/ })).not.toBeChecked();
  await expect(row.getByRole('button', { name: /^Accept/ })).toHaveCount(0);
  await row.getByRole('radio', { name: /Owain Attwater/ }).check();
  await row.getByRole('button', { name: 'Accept Owain Attwater' }).click();
  await expect(row).toContainText('Needs approval');
  await expect(row).toContainText('Owain Attwater');
});

test('a speaker is found among the people by name or role, by keyboard', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type('"We will be there by nine," the neighbour said.');
  const row = desk.row('We will be there by nine');
  await desk.openRow('We will be there by nine');
  await row.getByRole('button', { name: /^(Somebody else|Set speaker)…$/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Who said this?' });
  await dialog.getByRole('combobox', { name: 'Name' }).fill('chief');
  await expect(dialog.getByRole('listbox').getByRole('option')).toHaveText(/^Ruth Attwater/);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Name' })).toHaveValue('Ruth Attwater');
  await expect(dialog.getByLabel('Role')).toHaveValue('Chief Constable');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('listbox')).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Ruth Attwater');
});
