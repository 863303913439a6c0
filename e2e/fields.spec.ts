import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Release } from '../shared/release/model';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* What stands around the body: language, notes to editors, media contacts, topics. */

/** The release on the disk whose headline this is. */
const saved = async (newsroom: string, headline: string): Promise<Release> =>
  JSON.parse(await readFile(path.join(await releaseFolder(newsroom, headline), 'release.json'), 'utf8')) as Release;

test('notes, contacts, topics and language are written, kept, and there again', async ({ standfirst, newsroom }) => {
  const headline = 'Commissioner’s budget survey opens on Monday';
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(headline);
  const notes = desk.page.getByRole('textbox', { name: 'Notes to editors' });
  await expect(notes).toContainText('Last year 4,102 people answered.');
  await notes.click();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.press('Enter');
  await chooseMenu(standfirst.app, 'bold');
  // The menu's word comes to the page by another way than keys do.
  await expect(desk.button('Bold')).toHaveAttribute('aria-pressed', 'true');
  await desk.page.keyboard.type('Figures are for "2025".');

  await desk.button('Add a contact').click();
  await expect(desk.page.getByRole('group', { name: 'Contact 2' }).getByLabel('Name')).toBeFocused();
  await desk.page.keyboard.type('Duty press officer');
  const named = desk.page.getByRole('group', { name: 'Duty press officer' });
  await named.getByLabel('Telephone').fill('01632 960 811');
  await named.getByLabel('Media only: never on the website').check();
  await desk.page.getByLabel('Add a topic').fill('Money');
  await desk.page.getByLabel('Add a topic').press('Enter');
  await desk.page.getByLabel('Add a topic').pressSequentially('Consultation,');
  await expect(desk.page.getByRole('listitem').filter({ hasText: 'Consultation' })).toBeVisible();
  await desk.page.getByRole('combobox', { name: 'Language', exact: true }).selectOption('cy');
  await expect(desk.body).toHaveAttribute('lang', 'cy');
  await desk.saved();

  expect(await saved(newsroom, headline)).toMatchObject({
    language: 'cy',
    topics: ['Budget', 'Money', 'Consultation'],
    contacts: [{}, { name: 'Duty press officer', role: '', phone: '01632 960 811', email: '', mediaOnly: true }],
    notes: [
      { runs: [{ text: 'Last year 4,102 people answered.' }] },
      { runs: [{ text: 'The budget is set in February.' }] },
      { runs: [{ text: 'Figures are for “2025”.', bold: true }] },
    ],
  });

  const again = new Desk(await standfirst.relaunch());
  await again.open(headline);
  await expect(again.page.getByRole('textbox', { name: 'Notes to editors' })).toContainText('Figures are for “2025”.');
  await expect(again.page.getByRole('group', { name: 'Duty press officer' }).getByLabel('Telephone')).toHaveValue(
    '01632 960 811',
  );
  await expect(again.page.getByRole('combobox', { name: 'Language', exact: true })).toHaveValue('cy');
});

test('a contact taken away can be put back, and one with nothing in it is not saved', async ({
  standfirst,
  newsroom,
}) => {
  const headline = 'Commissioner’s budget survey opens on Monday';
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(headline);
  await desk.button('Add a contact').click();
  await desk.page.getByRole('group', { name: 'Contact 2' }).getByLabel('E-mail').fill('night@wyrdale.example');
  await desk.button('Add a contact').click();
  await desk.saved();
  expect((await saved(newsroom, headline)).contacts).toMatchObject([{}, { email: 'night@wyrdale.example' }]);
  await desk.page.getByRole('group', { name: 'Contact 2' }).getByRole('button', { name: 'Remove' }).click();
  await expect(desk.button('Put the contact back')).toBeFocused();
  await desk.button('Put the contact back').click();
  await desk.saved();
  expect((await saved(newsroom, headline)).contacts).toMatchObject([{}, { email: 'night@wyrdale.example' }]);
});

test('one digit too many in the date, and all that is written is saved all the same', async ({
  standfirst,
  newsroom,
}) => {
  const headline = 'Commissioner’s budget survey opens on Monday';
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(headline);
  const date = desk.page.getByLabel('Date', { exact: true });
  await date.focus();
  // Day and month look alike, whichever of them this computer's language has first.
  await desk.page.keyboard.type('111120266');
  await desk.body.focus();
  await desk.page.keyboard.press('Control+End');
  await desk.page.keyboard.type(' Written after it.');
  await expect
    .poll(async () => JSON.stringify((await saved(newsroom, headline)).body), { timeout: 5_000 })
    .toContain('Written after it.');
  const { dateline } = await saved(newsroom, headline);
  expect(dateline.date).toMatch(/^\d{4}-11-11$/);
  await expect(date).toHaveValue(dateline.date);
});

test('a topic is safe as it is typed, before it is ended', async ({ standfirst, newsroom }) => {
  const headline = 'Commissioner’s budget survey opens on Monday';
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(headline);
  const field = desk.page.getByLabel('Add a topic');
  await field.pressSequentially('Consult');
  await desk.saved();
  expect((await saved(newsroom, headline)).topics).toEqual(['Budget', 'Consult']);
  await expect(desk.page.getByRole('listitem').filter({ hasText: 'Consult' })).toBeHidden();
  await field.press('Backspace');
  await field.pressSequentially('tation');
  await field.press('Enter');
  await expect(desk.page.getByRole('listitem').filter({ hasText: 'Consultation' })).toBeVisible();
  await field.pressSequentially('Budgets');
  await field.press('Backspace');
  await field.press('Enter');
  await desk.saved();
  expect((await saved(newsroom, headline)).topics).toEqual(['Budget', 'Consultation']);
  await field.pressSequentially('Money');
  await chooseMenu(standfirst.app, 'new-release');
  await expect(desk.page.getByRole('textbox', { name: 'Headline' })).toBeFocused();
  expect((await saved(newsroom, headline)).topics).toEqual(['Budget', 'Consultation', 'Money']);
});

test('of topics that are pasted at once none is left out, nor what stands behind a comma', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  const headline = 'Commissioner’s budget survey opens on Monday';
  await desk.open(headline);
  const field = desk.page.getByLabel('Add a topic');
  await field.fill('Consultation, Money, Po');
  await expect(field).toHaveValue(' Po');
  await field.press('End');
  await field.pressSequentially('lice');
  await field.press('Home');
  await field.pressSequentially('Roads,');
  await desk.headline.focus();
  await desk.saved();
  expect((await saved(newsroom, headline)).topics).toEqual(['Budget', 'Consultation', 'Money', 'Roads', 'Police']);
});
