import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { NewsroomSettings } from '../shared/newsroom/model';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

/* The organisation's settings: changed, checked, found, and looked up as they were. */

const saved = async (newsroom: string): Promise<NewsroomSettings> =>
  JSON.parse(await readFile(path.join(newsroom, 'newsroom.json'), 'utf8')) as NewsroomSettings;

test('what was changed is saved once on the way out of the settings and of the people', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  await desk.enter();
  const said = (words: string) => page.locator('[data-announce] p').filter({ hasText: words });
  await desk.button('Settings').click();
  await page.getByLabel('Name of the organisation').fill('Wyrdale Council');
  await desk.button(/^Back$/).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wyrdale Council' })).toBeVisible();
  await expect(said('Settings saved')).toHaveCount(1);
  await expect(page.getByText(/changed elsewhere/)).toBeHidden();
  expect((await saved(newsroom)).organisation).toBe('Wyrdale Council');

  await desk.button(/^People/).click();
  await desk.button('New person').click();
  await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  await expect(said('Saved: Tomasz Hale')).toHaveCount(1);
});

test('settings are changed, a wrong one is named, and earlier ones are taken back', async ({
  standfirst,
  newsroom,
}) => {
  const before = await saved(newsroom);
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Settings').click();
  await expect(page.getByRole('searchbox', { name: 'Find in settings' })).toBeFocused();
  await look(standfirst, 'settings');

  await page.getByLabel('Address of the website').fill('our website');
  await desk.button('Save').click();
  await expect(page.getByRole('main').getByText('This is no web address.')).toBeVisible();
  await expect(page.getByLabel('Address of the website')).toHaveAttribute('aria-invalid', 'true');
  await look(standfirst, 'settings-wrong');
  await page.getByLabel('Address of the website').fill('www.wyrdale.example/news/');
  await page.getByLabel('About the organisation').fill('We serve the dale.');
  await page.getByLabel('Telephone out of hours').fill('01632 960 411');
  await page.getByLabel('Topics that a release is offered').fill('Roads\nFlooding');
  for (const language of ['Welsh', 'Urdu']) await page.getByRole('checkbox', { name: language }).check();
  await page.getByLabel('Address of the website').press('Enter');
  await expect(page.locator('[data-announce="polite"]')).toContainText('Settings saved');
  const changed = {
    ...before,
    siteAddress: 'https://www.wyrdale.example/news',
    boilerplate: 'We serve the dale.',
    outOfHours: '01632 960 411',
    languages: ['cy', 'ur'],
    topics: ['Roads', 'Flooding'],
  };
  expect(await saved(newsroom)).toEqual(changed);

  // The boilerplate's own earlier wordings are kept beside it.
  await page.getByText('One earlier wording').click();
  await page.getByRole('button', { name: 'Use these words, of before the first change' }).click();
  await expect(page.getByLabel('About the organisation')).toHaveValue(before.boilerplate);
  await look(standfirst, 'settings-boilerplates');
  await desk.button('Put back as it was').click();

  const earlier = page.getByRole('region', { name: 'Earlier settings' });
  await expect(earlier.getByRole('listitem').first()).toContainText('the website’s address, the boilerplate');
  await earlier.getByRole('button', { name: /^Take the settings of/ }).click();
  await expect(page.getByLabel('About the organisation')).toHaveValue(before.boilerplate);
  // What is typed is saved on the way out.
  await desk.button(/^Back$/).click();
  await expect.poll(() => saved(newsroom)).toEqual(before);
});

/** Somebody else saves settings, and the writer turns to the window again. */
const savedElsewhere = async (page: Page, newsroom: string, theirs: NewsroomSettings): Promise<void> => {
  await writeFile(path.join(newsroom, 'newsroom.json'), JSON.stringify(theirs));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(page).toHaveTitle(`${theirs.organisation} – Standfirst`);
};

test('what was saved elsewhere meanwhile is shown, and leaving does not put it back', async ({ page, newsroom }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Settings').click();
  await expect(page.getByLabel('About the organisation')).not.toHaveValue('');
  const theirs = { ...(await saved(newsroom)), organisation: 'Police of the dale', boilerplate: 'We serve the dale.' };
  await savedElsewhere(page, newsroom, theirs);
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  expect(await saved(newsroom)).toEqual(theirs);

  // Shown too, to somebody who has typed nothing.
  await desk.button('Settings').click();
  const again = { ...theirs, organisation: 'Dale Police', boilerplate: 'We serve all of the dale.' };
  await savedElsewhere(page, newsroom, again);
  await expect(page.getByLabel('About the organisation')).toHaveValue(again.boilerplate);
});

test('what is typed upon settings that were changed elsewhere is not lost, and neither are theirs', async ({
  page,
  newsroom,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Settings').click();
  await page.getByLabel('Telephone out of hours').fill('01632 960 411');
  const theirs = { ...(await saved(newsroom)), organisation: 'Police of the dale', boilerplate: 'We serve the dale.' };
  await savedElsewhere(page, newsroom, theirs);
  await desk.button(/^Back$/).click();
  await expect(page.getByRole('alert')).toContainText('The settings were changed elsewhere meanwhile.');
  expect(await saved(newsroom)).toEqual(theirs);
  await desk.button('Read again, and keep what I typed').click();
  await expect(page.getByLabel('About the organisation')).toHaveValue(theirs.boilerplate);
  await expect(page.getByLabel('Telephone out of hours')).toHaveValue('01632 960 411');
  await desk.button(/^Back$/).click();
  await expect(desk.list).toBeVisible();
  expect(await saved(newsroom)).toEqual({ ...theirs, outOfHours: '01632 960 411' });
});

test('a setting is found by its words, and the keys stand in it', async ({ standfirst }) => {
  const { page, app } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await chooseMenu(app, 'show-settings');
  await page.getByRole('searchbox', { name: 'Find in settings' }).fill('approv');
  await expect(page.getByRole('main').getByRole('heading')).toHaveText(['Quotes', 'Keyboard shortcuts']);
  await expect(page.getByLabel('Whose quotes need approval')).toBeVisible();

  await page.getByRole('searchbox', { name: 'Find in settings' }).fill('keyboard shortcuts');
  const keys = page.getByRole('region', { name: 'Keyboard shortcuts' });
  await expect(keys.getByRole('row', { name: 'Export… Ctrl+Shift+E' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('heading')).toHaveText(['Keyboard shortcuts']);
  await look(standfirst, 'shortcuts');
});

test('what stops an export in the settings is gone to there', async ({ app, page, newsroom }) => {
  const night = (await saved(newsroom)).contacts.find(({ mediaOnly }) => mediaOnly);
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('Settings').click();
  const boilerplate = page.getByLabel('About the organisation');
  await boilerplate.fill(`At night ring ${night?.phone ?? ''}.`);
  await chooseMenu(app, 'export');
  const check = page.getByRole('listitem').filter({ hasText: 'stands in the words about the organisation' });
  await check.getByRole('button', { name: 'Go to the settings' }).click();
  await expect(page.getByRole('main').getByRole('heading').first()).toHaveText('Boilerplate');
  await boilerplate.fill('We serve the dale.');
  await chooseMenu(app, 'export');
  await expect(page.getByText('No contact for the media only is in a text')).toBeVisible();
});

test('a new release begins with the newsroom’s contacts', async ({ standfirst, newsroom }) => {
  const [first] = (await saved(newsroom)).contacts;
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.button('New release').click();
  await expect(
    desk.page.getByRole('group', { name: first?.name ?? '', exact: true }).getByLabel('Telephone'),
  ).toHaveValue(first?.phone ?? '');
});

test('who writes and how it looks is this computer’s, and kept', async ({ standfirst }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.button('Settings').click();
  await desk.page.getByLabel('Your name').fill('Ada Wren');
  await desk.page.getByLabel('Appearance').selectOption('Dark');
  await expect(desk.page.locator('html')).toHaveCSS('color-scheme', /dark/);
  await standfirst.relaunch();
  const again = new Desk(standfirst.page);
  await again.list.waitFor();
  await again.button('Settings').click();
  await expect(again.page.getByLabel('Your name')).toHaveValue('Ada Wren');
  await expect(again.page.getByLabel('Appearance')).toHaveValue('dark');
});
