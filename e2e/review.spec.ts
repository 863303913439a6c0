import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Standfirst, expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { Review } from './pages/review';
import { askedOfSystem, chooseMenu, saveAs, watchSystem } from './pages/system';
import { pdfPages } from './pdf-text';
import { launchViewer } from './viewer';
import { releaseFolder } from './release-folder';

/* A draft goes round: remarks on phrases, a review copy out and back, returned, agreed with a second pair of eyes. */

const RELEASE = 'Rural crime team to double';

const begin = async (page: Page): Promise<Review> => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.button('Remarks…').click();
  const review = new Review(page);
  await expect(review.text).toContainText('one caller in ten');
  return review;
};

test('a remark stays with its words while they are edited around, is answered, settled and opened again', async ({
  page,
  newsroom,
}) => {
  const review = await begin(page);
  await review.select('one caller in ten');
  await review.say('Tom Reed', 'Where is this from?');
  await expect(review.remark('Where is this from?')).toContainText('“one caller in ten”');
  await expect(review.remark('Where is this from?')).toContainText(/ · on (Draft|the text of) /);
  await expect(review.text.locator('mark')).toHaveText('one caller in ten');
  await expect(review.spoken).toHaveText('Remark saved');

  const desk = new Desk(page);
  await review.button(/^Back/).click();
  await desk.caretAfter('one caller in ten');
  await page.keyboard.type(', by our count');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await desk.saved();
  await desk.button('Remarks…').click();
  await expect(review.text.locator('mark')).toHaveText('one caller in ten');
  const thread = review.remark('Where is this from?');
  await expect(thread).toContainText('Tom Reed');
  await expect(thread).toContainText('written down by Anwen Pugh');

  await thread.getByRole('button', { name: 'Answer' }).click();
  await page.keyboard.type('From the 2025 figures.');
  await thread.getByRole('button', { name: 'Save answer' }).click();
  await expect(thread).toContainText('From the 2025 figures.');
  await expect(review.spoken).toHaveText('Answer saved');
  await thread.getByRole('button', { name: 'Settle' }).click();
  await expect(review.remarks.getByRole('heading')).toHaveText('No open remarks');
  await expect(review.spoken).toHaveText('Remark 1 settled');
  await review.remarks.getByLabel(/^Settled ones too/).check();
  await expect(thread).toContainText('Settled by Anwen Pugh');
  await thread.getByRole('button', { name: 'Open again' }).click();
  await expect(review.remarks.getByRole('heading')).toHaveText('1 open remark');
  await expect(review.spoken).toHaveText('Remark 1 is open again');

  const folder = await releaseFolder(newsroom, RELEASE);
  expect(await readFile(path.join(folder, 'review.json'), 'utf8')).toContain('Where is this from?');
  for (const file of ['release.json', 'release.txt'])
    expect(await readFile(path.join(folder, file), 'utf8')).not.toContain('Where is this from?');
});

test('the text to be agreed has its looks and its lists, and a phrase is marked across them', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.caretAfter('one caller in ten');
  await page.keyboard.type(' ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('by our count');
  await page.keyboard.press('Control+b');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- The vans');
  await desk.saved();
  await desk.button('Remarks…').click();
  const review = new Review(page);
  const strong = review.text.getByRole('strong').filter({ hasText: 'by our count' });
  await expect(strong).toBeVisible();
  await expect(review.text.getByRole('list').getByRole('listitem')).toHaveText('The vans.');
  await strong.evaluate(({ previousSibling: before, firstChild: within }) => {
    if (before === null || within === null) throw new Error('the words stand elsewhere');
    document.getSelection()?.setBaseAndExtent(before, (before.nodeValue ?? '').length - 4, within, 6);
  });
  await review.say('Tom Reed', 'Whose count?');
  await expect(review.text.locator('mark')).toHaveText('ten by our');
  await expect(review.text.locator('mark').getByRole('strong')).toHaveText('by our');
});

test('a remark that cannot be saved stays in its dialog, with the reason, until it can be', async ({
  page,
  newsroom,
}) => {
  const review = await begin(page);
  const file = path.join(await releaseFolder(newsroom, RELEASE), 'review.json');
  const whole = await readFile(file, 'utf8');
  await writeFile(file, whole.slice(0, 40));
  await review.select('one caller in ten');
  await review.say('Tom Reed', 'Where is this from?');
  await expect(review.dialog.getByRole('alert')).toContainText('review.json');
  await expect(review.dialog.getByLabel('Remark', { exact: true })).toHaveValue('Where is this from?');
  await writeFile(file, whole);
  await review.dialog.getByRole('button', { name: 'Save remark' }).click();
  await expect(review.remark('Where is this from?')).toBeVisible();
  await expect(review.dialog).toBeHidden();
});

test('a remark or an answer that is being written stays, by whatever way one would leave it', async ({ app, page }) => {
  const review = await begin(page);
  const stays = page.locator('[data-announce="urgent"] p').filter({ hasText: 'Not saved yet: the page stays open' });
  await review.button('Remark…').click();
  const remark = review.dialog.getByLabel('Remark', { exact: true });
  await remark.fill('Where is this from?');
  for (const [before, way] of ['new-release', 'back'].entries()) {
    await chooseMenu(app, way);
    await expect(stays).toHaveCount(before + 1);
    await expect(remark).toHaveValue('Where is this from?');
  }
  await watchSystem(app, 2); // Keep working
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(async () => (await askedOfSystem(app)).messages.join())
    .toContain('If you close now they are gone.');
  await review.dialog.getByRole('button', { name: 'Save remark' }).click();

  const thread = review.remark('Where is this from?');
  await thread.getByRole('button', { name: 'Answer' }).click();
  await page.keyboard.type('From the 2025 figures.');
  await review.button(/^Back/).click();
  await expect(stays).toHaveCount(3);
  await expect(thread.getByRole('textbox')).toBeFocused();
  await thread.getByRole('button', { name: 'Save answer' }).click();
  await expect(thread).toContainText('From the 2025 figures.');
  await review.button(/^Back/).click();
  await expect(new Desk(page).body).toBeVisible();
});

test('proposed wording is taken into the text, and its remark is settled', async ({ page, newsroom }) => {
  const review = await begin(page);
  await review.select('one caller in ten');
  await review.say('Tom Reed', '', 'one caller in nine');
  const thread = review.remark('Proposed');
  await expect(thread.locator('del')).toHaveText('ten');
  await expect(thread.locator('ins')).toHaveText('nine');
  await thread.getByRole('button', { name: 'Use this wording' }).click();
  await expect(review.remarks.getByRole('heading')).toHaveText('No open remarks');
  await expect(review.text).toContainText('one caller in nine');
  expect(await readFile(path.join(await releaseFolder(newsroom, RELEASE), 'release.json'), 'utf8')).toContain(
    'one caller in nine',
  );
});

test('a draft is returned with a remark, sent again and agreed by a second pair of eyes', async ({ page }) => {
  const review = await begin(page);
  const draft = review.draft('Draft 2, legal');
  await expect(draft).toContainText('In review');
  await draft.getByRole('button', { name: 'Draft 2, legal' }).click();
  await draft.getByRole('button', { name: 'Return…' }).click();
  await review.dialog.getByLabel('Reviewer').fill('Tom Reed');
  await review.dialog.getByLabel('Remark').fill('The third paragraph says it twice.');
  await review.dialog.getByRole('button', { name: 'Return' }).click();
  await expect(draft).toContainText('Returned by Tom Reed');
  await expect(draft).toContainText('The third paragraph says it twice.');
  await expect(review.spoken).toHaveText('Draft 2, legal: Returned');
  await draft.getByRole('button', { name: 'Send for review…' }).click();
  await review.dialog.getByRole('button', { name: 'Send for review' }).click();
  await expect(draft.getByRole('button', { name: 'Agree this draft…' })).toBeVisible();

  await review.button('Agree…').first().click();
  const { dialog } = review;
  await dialog.getByLabel(/^Second pair of eyes/).fill('tesni vaughan');
  await dialog.getByRole('button', { name: 'Agree' }).click();
  await expect(dialog.getByRole('alert')).toContainText('tesni vaughan wrote in it');
  await expect(dialog.getByRole('alert')).toContainText('4 of the 4 points are not ticked');
  await dialog.getByLabel(/^Second pair of eyes/).fill('Tom Reed');
  for (const box of await dialog.getByRole('group', { name: 'They have checked that' }).getByRole('checkbox').all())
    await box.check();
  await dialog.getByRole('button', { name: 'Agree' }).click();
  await expect(page.locator('.release-state')).toHaveText('Agreed');
  await new Desk(page).button('Remarks…').click();
  await expect(draft).toContainText('Agreed, read by Tom Reed');
  await page.getByRole('button', { name: /^Back/ }).click();
  await new Desk(page).button('History…').click();
  await expect(page.getByText('Second pair of eyes: Tom Reed')).toBeVisible();
});

test('a review copy goes out, is answered in a browser, and comes back as remarks and a draft', async ({
  standfirst,
  scratch,
}) => {
  const { app, page } = standfirst;
  const review = await begin(page);
  const file = path.join(scratch, 'copy.html');
  await saveAs(app, file);
  await review.button('Review copy…').click();
  await review.dialog.getByLabel('Show it').selectOption({ label: 'With what changed since Draft 1' });
  await review.dialog.getByRole('button', { name: 'Save review copy…' }).click();
  await expect(page.getByText('Review copy saved')).toBeVisible();

  const viewer = await launchViewer(scratch);
  const outside = await viewer.firstWindow();
  const loaded: string[] = [];
  outside.on('request', (request) => loaded.push(request.url()));
  const reply = path.join(scratch, 'remarks.txt');
  await viewer.evaluate(({ session }, to) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(to));
  }, reply);
  await outside.goto(pathToFileURL(file).href);
  // Whether the sample's embargo has passed is a matter of the day this runs on.
  await expect(outside.getByRole('note')).toHaveText(
    /^DRAFT · (EMBARGOED until|Not for publication · Embargo over since) /,
  );
  await expect(outside.getByRole('columnheader')).toHaveText(['Draft 1', 'Working text']);
  const { violations } = await new AxeBuilder({ page: outside }).setLegacyMode(true).withTags(TAGS).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  // Reading it needs no script: as a window without any prints it, every word is there.
  const printed = await viewer.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ show: false, webPreferences: { javascript: false } });
    await window.loadURL(url);
    const pdf = await window.webContents.printToPDF({});
    window.destroy();
    return pdf.toString('base64');
  }, pathToFileURL(file).href);
  const sheets = pdfPages(Buffer.from(printed, 'base64'));
  // Each sheet says what it is, in a place of its own: over the text it would hide words.
  expect(sheets.length).toBeGreaterThan(1);
  for (const sheet of sheets) expect(sheet.replace(/\s/g, '')).toContain('DRAFT');
  await outside.emulateMedia({ media: 'print' });
  await expect(outside.getByRole('note')).toHaveCSS('position', 'static');
  await outside.emulateMedia({ media: null });
  const read = sheets.join('').replace(/\s/g, '').normalize('NFKC'); // letters that were joined as they were set
  for (const words of [
    'DRAFT',
    '24 November 2026, 00:01 (Europe/London)',
    'Draft 1',
    'Ten',
    'Twelve officers',
    'The first figures will be printed in July.',
    'Paragraph 1',
  ])
    expect(read).toContain(words.replaceAll(' ', ''));

  await outside.getByRole('button', { name: 'Save my remarks' }).click();
  await expect(outside.getByRole('status')).toHaveText('Write your name first.');
  await outside.getByLabel('Your name').fill('Mair <b>Owen</b>');
  await outside.getByText('Remark on the standfirst').click();
  await outside.locator('#wording-standfirst-0').fill('A dozen officers </textarea><script>alert(1)</script>');
  await outside.getByLabel('Remark on the text as a whole').fill('Good.\n@ body 0\nRemark:');
  await outside.getByRole('button', { name: 'Save my remarks' }).click();
  await expect(outside.getByRole('status')).toHaveText(/^2 remarks saved as remarks-mair-b-owen-b\.txt/);
  await expect.poll(() => readFile(reply, 'utf8').catch(() => '')).toContain('STANDFIRST REMARKS 1');
  expect(loaded.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  await viewer.close();

  await standfirst.choose(reply);
  await review.button('Bring remarks in…').click();
  await expect(review.remark('Good.')).toContainText('@ body 0');
  await expect(review.remark('On the whole text')).toContainText('Mair <b>Owen</b>');
  await expect(review.remark('Proposed').locator('ins').last()).toContainText('<script>alert(1)</script>');
  await expect(review.draft('Wording from Mair')).toBeVisible();
  await review.button('Put it side by side').click();
  const compare = new Compare(page);
  await expect(compare.changes).toHaveText([/^Standfirst changed/]);
  await page.getByRole('button', { name: /^Back/ }).click();
  await expect(review.drafts).toBeVisible();

  // The same file once more is refused nothing and adds nothing.
  await review.button('Bring remarks in…').click();
  await expect(review.remarks.getByRole('heading')).toHaveText('2 open remarks');
  await writeFile(reply, 'Dear all,\n');
  await review.button('Bring remarks in…').click();
  await expect(page.getByRole('alert')).toContainText('does not hold remarks from a review copy');
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const look = async ({ app, page }: Standfirst, screen: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
    expect.soft(found, `${screen}, ${theme}`).toEqual([]);
    const pictures = process.env['PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${screen}-${theme}.png`) });
  }
};

test('nothing is in the way of anybody: the drafts, a thread, the dialogs', async ({ standfirst }) => {
  test.setTimeout(300_000); // eight looks
  const { page } = standfirst;
  const review = await begin(page);
  await review.draft('Draft 2, legal').getByRole('button', { name: 'Draft 2, legal' }).click();
  await review.select('twelve');
  await review.say('Tom Reed', 'Ten or twelve?', 'ten');
  await expect(review.remark('Ten or twelve?')).toBeVisible();
  await page.keyboard.press('F8');
  await expect(review.spoken).toHaveText('Remark 1 of 1, by Tom Reed: Ten or twelve?');
  await look(standfirst, 'review');
  await review.remark('Ten or twelve?').getByRole('button', { name: 'Answer' }).click();
  await look(standfirst, 'review-answer');
  await review.button('Remark…').click();
  await look(standfirst, 'review-remark');
  await page.keyboard.press('Escape');
  await review.draft('Draft 2, legal').getByRole('button', { name: 'Agree this draft…' }).click();
  await look(standfirst, 'review-agree');
});
