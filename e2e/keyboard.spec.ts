import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

/* The whole job once more without a mouse: only keys, and the focus where a writer would expect it. */

const focused = (page: Page) => page.locator(':focus');

/** Presses Tab until the focus is on something of this name; fails where it never comes. */
const tabTo = async (page: Page, name: RegExp, key = 'Tab'): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    const now = await focused(page).evaluateAll((all) => {
      const element = all[0];
      const labels = element && 'labels' in element ? (element as HTMLInputElement).labels : null;
      const label = labels?.[0]?.textContent ?? '';
      return element ? `${element.getAttribute('aria-label') ?? ''}${label} ${element.textContent}`.trim() : '';
    });
    if (name.test(now)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The focus never came to ${String(name)}`);
};

/** Goes through the window's regions with F6 until the focus is in one. */
const goTo = async (page: Page, region: string): Promise<void> => {
  for (let step = 0; step < 8; step += 1) {
    if ((await focused(page).locator(`xpath=ancestor-or-self::*[@data-region="${region}"]`).count()) > 0) return;
    await page.keyboard.press('F6');
  }
  throw new Error(`F6 never came to ${region}`);
};

test('a release is written, settled, compared, published and exported by keys alone', async ({
  standfirst,
  scratch,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  const press = (key: string) => page.keyboard.press(key);
  const out = path.join(scratch, 'archive');
  await mkdir(out);

  await test.step('in', async () => {
    await page.keyboard.type('Anwen Pugh');
    await tabTo(page, /^Go on to/);
    await press('Enter');
    await expect(desk.list).toBeVisible();
  });

  await test.step('a new release is begun and written', async () => {
    await goTo(page, 'list');
    await tabTo(page, /^New release/);
    await press('Enter');
    await expect(desk.body).toBeVisible();
    await goTo(page, 'page');
    await tabTo(page, /^Date/);
    await page.keyboard.type('24112026');
    await expect(desk.page.getByLabel('Date')).toHaveValue('2026-11-24');
    await tabTo(page, /^Headline/);
    await page.keyboard.type('Footbridge opens in March');
    await tabTo(page, /^Standfirst/);
    await page.keyboard.type('It has been shut for two winters.');
    await tabTo(page, /^Body/);
    await page.keyboard.type('The footbridge at Hexley opens in March.');
    await press('Enter');
    await page.keyboard.type('Nerys Glŷn said: "It took two winters. It was worth both."');
    await expect(desk.row('It took two winters')).toBeVisible();
  });

  await test.step('the quote is settled', async () => {
    await goTo(page, 'quotes');
    await tabTo(page, /^No speaker/);
    await press('Enter');
    await tabTo(page, /^Accept Nerys Glŷn$/);
    await press('Enter');
    await expect(desk.row('It took two winters')).toContainText('Needs approval');
    await expect(focused(page)).toContainText('Needs approval');
    await tabTo(page, /^Record approval…$/);
    await press('Enter');
    await expect(focused(page)).toHaveValue('Nerys Glŷn');
    await press('Enter');
    await expect(desk.row('It took two winters')).toContainText('Approved');
    await expect(page.locator('[data-region="quotes"] :focus')).toBeVisible();
    await press('Escape');
    await expect(desk.body).toBeFocused();
  });

  await test.step('a draft is named from the toolbar, then the text goes on', async () => {
    await press('Alt+F10');
    await tabTo(page, /^Name this draft…$/, 'ArrowRight');
    await press('Enter');
    await page.keyboard.type('Draft 1');
    await press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.locator('[role="toolbar"] :focus')).toBeVisible();
    await press('Escape');
    await expect(desk.body).toBeFocused();
    await press('Control+Home');
    await press('End');
    await press('Backspace');
    await page.keyboard.type(', dry shod.');
    await expect(desk.body).toContainText('The footbridge at Hexley opens in March, dry shod.');
    await desk.saved();
  });

  await test.step('the draft beside the text', async () => {
    await press('Alt+F10');
    await tabTo(page, /^Compare…$/, 'ArrowRight');
    await press('Enter');
    await expect(page.getByRole('option', { name: /words? (changed|added)/i }).first()).toBeVisible();
    await press('F8');
    await expect(page.locator('[data-announce="polite"]')).toContainText('Change 1 of 1: ');
    await tabTo(page, /^Back/);
    await press('Enter');
    await expect(desk.body).toBeVisible();
  });

  await test.step('published', async () => {
    await press('Alt+F10');
    await tabTo(page, /^Send for review$/, 'ArrowRight');
    await press('Enter');
    await expect(page.locator('.release-state')).toHaveText('In review');
    await press('Alt+F10');
    await tabTo(page, /^Agree…$/, 'ArrowRight');
    await press('Enter');
    await expect(page.getByRole('textbox', { name: /^Second pair of eyes/ })).toBeFocused();
    await page.keyboard.type('Tom Reed');
    for (const point of [/^Names/, /^Each quote/, /^Figures/, /^The embargo/]) {
      await press('Tab');
      await expect(page.getByRole('checkbox', { name: point })).toBeFocused();
      await press('Space');
    }
    await press('Enter');
    await expect(page.locator('.release-state')).toHaveText('Agreed');
    await press('Alt+F10');
    await tabTo(page, /^Publish…$/, 'ArrowRight');
    await press('Enter');
    await tabTo(page, /^Publish$/);
    await press('Enter');
    await expect(page.getByText(/The text is frozen/)).toBeVisible();
  });

  await test.step('exported', async () => {
    await standfirst.choose(out);
    await goTo(page, 'list');
    await tabTo(page, /^Export$/);
    await press('Enter');
    await tabTo(page, /^Choose a folder…$/);
    await press('Enter');
    await expect(desk.button(/^Export \d+ files$/)).not.toHaveAttribute('aria-disabled', 'true');
    await goTo(page, 'foot'); // each page that will change can be looked at, so that Tab alone is a long way
    await tabTo(page, /^Export \d+ files$/);
    await press('Enter');
    await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
    const written = await readFile(path.join(out, 'data/news/2026/11/footbridge-opens-in-march.html'), 'utf8');
    expect(written).toContain('The footbridge at Hexley opens in March, dry shod.');
  });
});

test('after each act the keyboard stands on what follows, also where what was pressed is gone', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  const press = (key: string) => page.keyboard.press(key);
  const act = (name: string | RegExp) => desk.button(name).press('Enter');
  const state = page.locator('.release-state');
  const stands = (after: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.tagName), after).not.toBe('BODY');
  await page.keyboard.type('Anwen Pugh');
  await act(/^Go on to/);
  await expect(desk.list).toBeVisible();
  await stands('going on');

  await desk.button('New release').first().press('Enter');
  await expect(desk.headline).toBeFocused();
  await page.keyboard.type('Footbridge opens in March');
  await desk.page.getByLabel('Date').fill('2026-11-24');
  await desk.body.pressSequentially('The footbridge at Hexley opens in March.');
  for (const [way, back] of [
    ['History…', /^Back/],
    ['Compare…', /^Back/],
    ['Remarks…', /^Back/],
  ] as const) {
    await act(way);
    await expect(desk.body).toBeHidden();
    await act(back);
    await expect(desk.body).toBeVisible();
    await stands(`the way back from ${way}`);
  }
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await chooseMenu(app, 'go-to');
  await expect(page.getByRole('dialog')).toBeVisible();
  await press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await stands('Escape from a dialog that began nowhere');

  const note = page.getByText(/^Published .* The text is frozen\.$/);
  for (const [way, now, next] of [
    ['Send for review', 'In review', 'Agree…'],
    ['Send back', 'Working', 'Send for review'],
    ['Send for review', 'In review', 'Agree…'],
  ] as const) {
    await act(way);
    await expect(state).toHaveText(now);
    await expect(desk.button(next)).toBeFocused();
  }
  await act('Agree…');
  const agreement = page.getByRole('dialog');
  await agreement.getByLabel(/^Second pair of eyes/).fill('Tom Reed');
  for (const box of await agreement.getByRole('checkbox').all()) await box.press('Space');
  await agreement.getByRole('button', { name: 'Agree' }).press('Enter');
  await expect(state).toHaveText('Agreed');
  await expect(desk.button('Publish…')).toBeFocused();
  await act('Publish…');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).press('Enter');
  await expect(note).toBeFocused();
  const confirm = (name: string) => page.getByRole('dialog').getByRole('button', { name }).press('Enter');
  await act('Change');
  await act('Minor change');
  await expect(desk.button('Publish the change…')).toBeVisible();
  await expect(desk.body).toBeFocused();
  await act('Publish the change…');
  await confirm('Publish the change');
  await expect(desk.button('Publish the change…')).toBeHidden();
  await expect(note).toBeFocused();
  await act('Change');
  await act('Withdraw…');
  await page.getByRole('dialog').getByLabel('Reason').fill('It opens later.');
  await confirm('Withdraw');
  await expect(state).toHaveText('Withdrawn');
  await expect(note).toBeFocused();
});

test('what a dialog proposes in its first field is chosen, so that typing puts other words in its place', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  const row = await desk.openRow('A stranger with a clipboard');
  await row.getByRole('button', { name: 'Record approval…' }).press('Enter');
  await expect(focused(page)).toHaveValue('Ruth Attwater');
  await page.keyboard.type('Private office');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('Approved by Private office, phone');
});

test('a key right behind a move of the caret acts where the caret is, before the browser has told of the move', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').first().click();
  await desk.body.focus();
  await page.keyboard.type('The bridge opens.');
  await page.keyboard.press('Control+Home');
  await expect.poll(() => page.evaluate(() => document.getSelection()?.focusOffset)).toBe(0);
  // Both in one task, as when the page is busy and keys wait in line: the browser tells of a moved caret in a later one.
  await desk.body.evaluate((body) => {
    document.getSelection()?.modify('move', 'forward', 'documentboundary');
    body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Backspace', bubbles: true, cancelable: true }));
  });
  await expect(desk.body).toHaveText('The bridge opens');
  await page.keyboard.type('"');
  await expect(desk.body).toHaveText('The bridge opens”');
});

test('Escape leaves the caret where it is, in the body and in the notes', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').first().click();
  for (const text of [desk.body, page.getByRole('textbox', { name: 'Notes to editors' })]) {
    await text.focus();
    await page.keyboard.type('The bridge opens');
    await page.keyboard.press('Escape');
    await expect(text).toBeFocused();
    await page.keyboard.type(' in March.');
    await expect(text).toHaveText('The bridge opens in March.');
  }
  const bar = page.getByRole('search', { name: 'Find in this release' });
  await chooseMenu(app, 'find');
  await expect(bar).toBeVisible();
  await desk.body.focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(desk.body).toBeFocused();
});

test('a text that is hidden for a moment, as while the window is made narrow, has the focus again', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').first().click();
  await desk.body.focus();
  await page.keyboard.type('The bridge opens');
  await desk.body.evaluate(async (text: HTMLElement) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    text.hidden = true;
    while (document.activeElement === text) await frame();
    text.hidden = false;
  });
  await expect(desk.body).toBeFocused();
  await page.keyboard.type(' in March.');
  await expect(desk.body).toHaveText('The bridge opens in March.');
});

test('the end of a long text is its last word, also where the page has not laid it out', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.button('New release').first().click();
  await desk.body.focus();
  const paragraphs = Array.from(
    { length: 200 },
    (_, nth) => `Paragraph ${nth + 1}. ${'A ferry crosses at noon. '.repeat(8)}Over.`,
  );
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), paragraphs.join('\n'));
  await page.keyboard.press('Control+Shift+V');
  await expect(desk.body.locator('p')).toHaveCount(200);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Begun. ');
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ended.');
  await expect(desk.body.locator('p').first()).toHaveText(/^Begun\. Paragraph 1\./);
  await expect(desk.body.locator('p').last()).toHaveText(/^Paragraph 200\..*Over\. Ended\.$/);
});

test('the next quote to settle, where none is left, is said not to be there', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Ten more street wardens');
  await chooseMenu(app, 'next-quote');
  await expect(page.locator('.refusal')).toHaveText('No quote is left to settle');
});

test('Back leads to what one came from: the entry, the row, or the place in the text', async ({ app, page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open('Commissioner’s budget survey opens on Monday');
  for (const way of [/^People/, 'Quote register', 'Settings', 'History…', 'Remarks…']) {
    const entry = desk.button(way).first();
    await entry.press('Enter');
    await expect(desk.body).toBeHidden();
    await chooseMenu(app, 'back');
    await expect(entry).toBeFocused();
  }

  await desk.body.focus();
  await page.keyboard.press('ControlOrMeta+End');
  const scroll = () => page.locator('.desk .scroll').evaluate((desk) => Math.round(desk.scrollTop));
  const top = await scroll();
  expect(top).toBeGreaterThan(0);
  await chooseMenu(app, 'show-people');
  await expect(desk.body).toBeHidden();
  await chooseMenu(app, 'back');
  await expect(desk.body).toBeFocused();
  await expect.poll(scroll).toBe(top);
  await page.keyboard.type(' Here.');
  await expect(desk.body.locator('p').last()).toHaveText(/ Here\.$/);

  await chooseMenu(app, 'show-people');
  await page.getByRole('option', { name: /^Nerys Glŷn/ }).press('Enter');
  for (const way of ['Their quotes', 'Edit person…']) {
    const entry = desk.button(way);
    await entry.press('Enter');
    await expect(entry).toBeHidden();
    await chooseMenu(app, 'back');
    await expect(entry).toBeFocused();
    if (way === 'Their quotes') await entry.press('Enter');
  }
});
