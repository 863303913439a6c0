import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { pdfPages } from './pdf-text';
import { chooseMenu, saveAs } from './pages/system';

/* What journalists get: looked at, copied for an e-mail, saved as text and as PDF. */

const WORKING = 'Rural crime team to double';

test('the media copy is looked at, and leaves by the clipboard, as text and as PDF', async ({
  standfirst,
  scratch,
}) => {
  const { page, app } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(WORKING);
  await chooseMenu(app, 'media-copy');
  const dialog = page.getByRole('dialog', { name: 'Media copy' });
  const preview = dialog.getByLabel('Preview');
  await expect(preview).toContainText('DRAFT, NOT FOR PUBLICATION');
  await expect(preview).toContainText(/^ENDS$/m);
  const web = dialog.frameLocator('iframe[title="Web copy, as readers will have it"]').locator('body');
  await expect(web.getByRole('heading', { level: 1 })).toContainText(WORKING);
  await expect(web).toContainText('Press contact');
  for (const mediaAlone of ['DRAFT', 'EMBARGOED', 'ENDS', '07700 900 461'])
    await expect(web).not.toContainText(mediaAlone);
  // It has the archive's own look, and its links lead nowhere.
  const face = () => web.evaluate((body) => getComputedStyle(body).fontFamily);
  await expect.poll(face).toContain('Source Serif 4');
  await web.getByRole('link', { name: 'Back to News Archive' }).click();
  await web.getByRole('link', { name: 'Back to News Archive' }).press('Enter');
  await expect(web.getByRole('heading', { level: 1 })).toContainText(WORKING);
  await expect(dialog).toContainText(/quotes? ha(s|ve) no speaker or no approval/);
  await look(standfirst, 'media copy');
  await dialog.getByRole('button', { name: 'Copy for e-mail' }).click();
  await expect(page.locator('[data-announce="polite"]')).toContainText('Media copy copied');
  // Pasted where only text is taken, and where a look is: a text field, and the notes.
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toContain('\n\nENDS\n\n');
  expect(copied).toContain('Media contacts');

  for (const [form, button] of [
    ['txt', 'Save as text…'],
    ['pdf', 'Save as PDF…'],
  ] as const) {
    const file = path.join(scratch, `copy.${form}`);
    await saveAs(app, file);
    await desk.button('Media copy…').click();
    await dialog.getByRole('button', { name: button }).click();
    await expect(page.locator('[data-announce="polite"]')).toContainText(`Saved: ${file}`);
    const bytes = await readFile(file);
    if (form === 'txt') expect(bytes.toString('utf8')).toBe(copied);
    else expect(pdfPages(bytes).join('')).toContain('DRAFT,NOTFORPUBLICATION');
  }

  // Where a look is taken too, headings are headings.
  await desk.button('Media copy…').click();
  await dialog.getByRole('button', { name: 'Copy for e-mail' }).click();
  await expect(dialog).toBeHidden();
  await desk.button('New release').click();
  await expect(page.getByLabel('Headline')).toHaveText('');
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(desk.body.getByRole('heading', { name: 'Media contacts' })).toBeVisible();
});
