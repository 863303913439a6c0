import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { para, r, wordParts } from '../shared/testing/word';
import { expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { saveAs } from './pages/system';
import { pdfPages } from './pdf-text';
import { writeZip } from './zip-file';

/* What is not of the release, put beside it: another release, a file from outside; and the comparison on paper. */

const RELEASE = 'Rural crime team to double';

const begin = async (page: Page): Promise<Compare> => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(RELEASE);
  await desk.button('Compare…').click();
  const compare = new Compare(page);
  await expect(compare.changes).not.toHaveCount(0);
  return compare;
};

test('another release stands beside the working text, with its name, state and date', async ({ app, page }) => {
  const compare = await begin(page);
  await page.getByLabel('Before', { exact: true }).selectOption({ label: 'Another release…' });
  const dialog = page.getByRole('dialog', { name: 'Put another release beside it' });
  await dialog.getByRole('combobox', { name: 'Headline or reference' }).fill('street wardens');
  await expect(dialog.getByRole('option')).toHaveText([/^Ten more street wardens.*published, saved /]);
  await look({ app, page }, 'another-release');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Before', { exact: true }).locator('option:checked')).toHaveText(
    /^Ten more street wardens.* \(published, saved /,
  );
  await expect(compare.change(/^Headline changed/)).toBeVisible();

  // What a state is has no words to take over: it is told, and asks for no decision.
  await compare.change(/^State changed/).click();
  await expect(compare.sheet).toContainText('Nothing to decide here: a release is moved on by sending');
  await expect(compare.act('Leave it')).toHaveCount(0);
  const count = await compare.changes.count();
  await expect(compare.decisions).toContainText(`${count - 1} to decide`);
});

test('two other releases stand side by side, and neither is changed from here', async ({ page }) => {
  const compare = await begin(page);
  const dialog = page.getByRole('dialog', { name: 'Put another release beside it' });
  for (const [side, headline] of [
    ['Before', 'Front desks to open on Saturdays'],
    ['After', 'Ten more street wardens'],
  ] as const) {
    const select = page.getByLabel(side, { exact: true });
    await select.selectOption({ label: 'Another release…' });
    await dialog.getByRole('combobox', { name: 'Headline or reference' }).fill(headline);
    await expect(dialog.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(select.locator('option:checked')).toContainText(headline);
  }
  await compare.change(/^Headline changed/).click();
  await expect(compare.sheet.locator('del').filter({ hasText: 'Front desks' }).first()).toBeVisible();
  await expect(compare.sheet.locator('ins').filter({ hasText: 'Ten more' }).first()).toBeVisible();
});

test.describe('a file from outside', () => {
  test('stands beside the working text, and a line of it is taken over', async ({ standfirst, page, scratch }) => {
    const compare = await begin(page);
    const file = path.join(scratch, 'from legal.docx');
    const changed = `<w:del><w:r><w:delText>ten</w:delText></w:r></w:del><w:ins>${r('eleven')}</w:ins>`;
    await writeZip(
      file,
      wordParts(
        para(r('Rural crime team to double after review of farm thefts')) +
          para(
            `${r('The review read 1,180 reports from three years and rang back one caller in ')}${changed}${r('.')}`,
          ),
      ),
    );
    await standfirst.choose(file);
    await page.getByLabel('Before', { exact: true }).selectOption({ label: 'A file from outside…' });
    await expect(page.getByLabel('Before', { exact: true }).locator('option:checked')).toHaveText(/^from legal\.docx/);
    await compare.change(/^One word changed.*eleven → ten/).click();
    await compare.act('Take over').click();
    await expect(compare.change(/eleven → ten/)).toContainText('Taken over from from legal.docx');
    await page.getByRole('button', { name: /^Back/ }).click();
    await expect(new Desk(page).body).toContainText('one caller in eleven');
  });

  test('whose words would run stands there as words', async ({ standfirst, page, scratch }) => {
    const compare = await begin(page);
    const file = path.join(scratch, 'page.html');
    await writeFile(
      file,
      '<h1>Rural crime &lt;img src=x onerror=alert(1)></h1><p>One</p><script>alert(1)</script><p onclick="x()">&lt;b>Two</p>',
    );
    await standfirst.choose(file);
    await page.getByLabel('After').selectOption({ label: 'A file from outside…' });
    await expect(compare.sheet).toContainText('<img src=x onerror=alert(1)>');
    expect(await compare.sheet.locator('img, script, b b').count()).toBe(0);
  });
});

test('the comparison is saved as PDF with its list, in two columns and in one', async ({ app, page, scratch }) => {
  await begin(page);
  await page.keyboard.press('Alt+2');
  const compare = new Compare(page);
  await expect(compare.changes).toHaveCount(6);
  for (const columns of ['Two columns', 'One column']) {
    const pdf = path.join(scratch, `${columns}.pdf`);
    await saveAs(app, pdf);
    await page.keyboard.press('Control+p');
    const dialog = page.getByRole('dialog', { name: 'Print or save the comparison' });
    await dialog.getByRole('radio', { name: columns }).check();
    await dialog.getByRole('button', { name: 'Save as PDF…' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Comparison saved' })).toBeVisible();
    const text = pdfPages(await readFile(pdf))
      .join('')
      .replace(/\s/g, '');
    for (const words of ['What changed', 'Standfirst changed', 'Paragraph removed', 'Draft 1', 'Draft 2, legal'])
      expect(text).toContain(words.replaceAll(' ', ''));
    await page.getByRole('button', { name: 'Put away' }).click();
  }
});
