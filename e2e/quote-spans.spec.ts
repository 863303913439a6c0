import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

/* Where quotes begin and end: marks that keep themselves right, and spans drawn by hand. */

const paragraphs = (desk: Desk) => desk.body.locator('p');

const begin = async (page: Page, text: string): Promise<Desk> => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').click();
  await desk.body.click();
  await page.keyboard.type(text);
  return desk;
};

test('a quotation split in two goes on as one, joined it is as before, and without its last paragraph it closes', async ({
  page,
}) => {
  const desk = await begin(page, 'Ruth Attwater said: "We start today. We end in June."');
  const whole = 'Ruth Attwater said: “We start today. We end in June.”';
  await expect(paragraphs(desk)).toHaveText([whole]);
  await desk.caretAfter('We start today.');
  await page.keyboard.press('Enter');
  await expect(paragraphs(desk)).toHaveText(['Ruth Attwater said: “We start today.', '“We end in June.”']);
  await expect(desk.row('')).toHaveCount(1);
  await expect(desk.row('')).toContainText('2 paragraphs');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await expect(paragraphs(desk)).toHaveText([whole]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(paragraphs(desk)).toHaveCount(2);
  await desk.caretAfter('We end in June.”');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(paragraphs(desk).first()).toHaveText('Ruth Attwater said: “We start today.”');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(paragraphs(desk)).toHaveText(['Ruth Attwater said: “We start today.', '“We end in June.”']);
});

test('words chosen by keyboard become the quote’s; it is parted at the caret and made one again', async ({
  standfirst,
}) => {
  const { app, page } = standfirst;
  const desk = await begin(page, 'Ruth Attwater said: "We start today. We end in June." It rained.');
  const row = desk.row('We start today');
  await desk.openRow('We start today');
  await row.getByRole('button', { name: 'Accept Ruth Attwater' }).click();
  await desk.caretAfter('We start today.');
  await chooseMenu(app, 'split-quote');
  await expect(desk.row('')).toHaveCount(2);
  await expect(desk.row('We end in June')).toContainText('Ruth Attwater');
  await expect(desk.row('We end in June')).toHaveAttribute('aria-current', 'true');

  await desk.openRow('We start today');
  await desk.row('We start today').getByRole('button', { name: 'Merge with the next' }).click();
  await expect(desk.row('')).toHaveCount(1);
  await expect(desk.row('')).toContainText('We start today. We end in June');

  await desk.caretAfter('We start today.');
  for (let count = 0; count < 'We start today.'.length; count += 1) await page.keyboard.press('Shift+ArrowLeft');
  await desk.row('').getByRole('button', { name: 'Use the selected words' }).click();
  await expect(desk.row('').locator('.ex')).toHaveText(['We start today.', 'We end in June.”']);
  await desk.row('We start today').getByRole('button', { name: 'Follow its marks again' }).click();
  await expect(desk.row('').locator('.ex')).toHaveText('“We start today. We end in June.”');
  await desk.caretAfter('It rained.');
  await desk.row('').getByRole('button', { name: 'Split at the caret' }).click();
  await expect(desk.row('').getByRole('alert')).toHaveText(/Put the caret into the quote/);
});

test('a split, a merge, another span and “not a quote” are each one step of undo, from the text and from the panel', async ({
  page,
}) => {
  const desk = await begin(page, 'Ruth Attwater said: "We start today. We end in June." It rained.');
  const whole = '“We start today. We end in June.”';
  const words = desk.row('').locator('.ex');
  await expect(words).toHaveText([whole]);
  await desk.openRow('We start today');
  await desk.row('').getByRole('button', { name: 'Accept Ruth Attwater' }).click();
  await expect(desk.row('')).toContainText('Needs approval');

  await desk.caretAfter('We start today.');
  await desk.row('').getByRole('button', { name: 'Split at the caret' }).click();
  await expect(words).toHaveText(['“We start today.', 'We end in June.”']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(words).toHaveText([whole]);
  await expect(desk.row('')).toContainText('Needs approval');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(words).toHaveText(['“We start today.', 'We end in June.”']);

  // From here on by keys in the panel.
  await desk.openRow('We start today');
  await desk.row('We start today').getByRole('button', { name: 'Merge with the next' }).press('Enter');
  await expect(words).toHaveText([/^“We start today\..We end in June\.”$/]);
  await desk.row('').locator('.row-button').press('ControlOrMeta+z');
  await expect(words).toHaveText(['“We start today.', 'We end in June.”']);
  await desk.row('We start today').locator('.row-button').press('ControlOrMeta+z');
  await expect(words).toHaveText([whole]);

  await desk.openRow('We start today');
  await desk.row('').getByRole('button', { name: 'Not a quote' }).press('Enter');
  await expect(desk.row('')).toHaveCount(0);
  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(words).toHaveText([whole]);
  await expect(desk.row('')).toContainText('Ruth Attwater');
  await expect(desk.body).toContainText('It rained.');
});

test('an approved quote that is cut and pasted into another release is not approved there', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  const row = await desk.openRow('A stranger with a clipboard');
  await desk.recordApproval(row, 'Private office');
  await expect(row).toContainText('Approved');
  await desk.caretAfter('A stranger with a clipboard');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(desk.row('')).toHaveCount(0);
  await desk.saved();
  await desk.button('New release').click();
  // The body before this one is empty too: the new one's caret begins in its headline.
  await expect(desk.headline).toBeFocused();
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+v');
  const there = desk.row('A stranger with a clipboard');
  await expect(there).toContainText('No speaker');
  await expect(there).not.toContainText('Approved');
  await desk.saved();

  // Where it came from it is known again.
  await desk.open('Volunteers wanted to visit people in custody');
  await desk.body.click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(desk.row('A stranger with a clipboard')).toContainText('Approved');
});

test('an approval that goes with its words, or ends where they run into another’s, is heard to, and so is that it is back', async ({
  page,
}) => {
  const desk = await begin(page, 'Ruth Attwater said: "We start today." Nia Prosser said: "We end in June."');
  for (const [words, name] of [
    ['We start today', 'Ruth Attwater'],
    ['We end in June', 'Nia Prosser'],
  ] as const) {
    await (await desk.openRow(words)).getByRole('button', { name: `Accept ${name}` }).click();
    await desk.recordApproval(desk.row(words), name);
    await expect(desk.row(words)).toContainText('Approved');
  }
  const heard = (words: string) => page.locator('[data-announce="polite"] p').getByText(words, { exact: true });
  await desk.caretAfter('We start today.');
  for (const _ of '” Nia Prosser said: “') await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type(' ');
  await expect(desk.row('words of two people')).toHaveCount(1);
  await expect(heard('Approval no longer holds: Ruth Attwater, Nia Prosser')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(desk.row('').filter({ hasText: 'Approved' })).toHaveCount(2);
  await expect(heard('Approval holds again: Ruth Attwater, Nia Prosser')).toHaveCount(1);

  await desk.caretAfter('We end in June.');
  await page.keyboard.press('ArrowRight');
  for (const _ of '“We end in June.”') await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(desk.row('')).toHaveCount(1);
  await expect(heard('Approval no longer holds: Nia Prosser')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(heard('Approval holds again: Nia Prosser')).toHaveCount(1);
});
