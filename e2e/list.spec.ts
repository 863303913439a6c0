import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from '@playwright/test';
import type { Release } from '../shared/release/model';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';

const PUBLISHED = 'Night bus marshals to stay until spring';

/** Every release of a newsroom, as its files say. */
const releasesIn = async (newsroom: string): Promise<readonly Release[]> => {
  const files = await readdir(path.join(newsroom, 'releases'), { recursive: true });
  const releases = files.filter((file) => path.basename(file) === 'release.json');
  return Promise.all(
    releases.map(async (file) => JSON.parse(await readFile(path.join(newsroom, 'releases', file), 'utf8')) as Release),
  );
};

test('what is typed right behind the key that finds a release is looked for, and not written into the open one', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(PUBLISHED);
  for (const hidden of [false, true]) {
    if (hidden) await chooseMenu(app, 'toggle-list');
    await desk.body.focus();
    // Where the focus is as soon as the page has heard of the command, after its own answer to it.
    const heard = await page.evaluateHandle(() => {
      const focused: { on?: string | null } = {};
      const stop = globalThis.standfirst.on('menu:command', () => {
        stop();
        focused.on = document.activeElement?.getAttribute('aria-label') ?? null;
      });
      return focused;
    });
    await chooseMenu(app, 'find-releases');
    await expect.poll(() => heard.evaluate(({ on }) => on)).toBe('Find in releases');
  }
});

test('a release is found by the words of its body, by a phrase, and opened from the field by keys', async ({
  standfirst,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const all = await desk.list.getByRole('option').count();
  const field = page.getByLabel('Find in releases');
  await field.fill('neighbourhood teams');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('status').filter({ hasText: '1 release found' })).toBeAttached();
  await expect(desk.list.getByRole('option')).toContainText('budget survey');
  await field.fill('“teams neighbourhood”');
  await expect(page.getByText('No release has')).toBeVisible();
  await look(standfirst, 'list-nothing-found');
  await desk.button('Show all releases').click();
  await expect(desk.list.getByRole('option')).toHaveCount(all);

  await field.fill('two-page summary');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await field.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(desk.headline).toHaveValue('Commissioner’s budget survey opens on Monday');

  // What was just written is found, and no longer by what it was before.
  await desk.headline.fill('Survey on gritting opens');
  await desk.saved();
  await field.fill('gritting');
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await field.fill('commissioner’s budget survey');
  await expect(page.getByText('No release has')).toBeVisible();
});

test('the list is worked through: words, filters, place and focus stay while one release after the other is opened', async ({
  page,
}) => {
  const desk = new Desk(page);
  await desk.enter();
  await page.setViewportSize({ width: 1280, height: 900 });
  const field = page.getByLabel('Find in releases');
  const rows = desk.list.getByRole('option');
  const whole = await rows.count();
  await field.fill('police');
  await expect(rows).not.toHaveCount(whole);
  const found = await rows.count();
  expect(found).toBeGreaterThan(3);
  const headline = (row: Locator) => row.locator('b').innerText();

  await field.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (const nth of [1, 2]) {
    const row = rows.nth(nth);
    const words = await headline(row);
    await page.keyboard.press('Enter');
    await expect(desk.headline).toHaveValue(words);
    await expect(field).toHaveValue('police');
    await expect(rows).toHaveCount(found);
    await expect(row).toBeFocused();
    await expect(row).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowDown');
  }

  // Far down the whole list, by sort of its own, by click.
  await field.fill('');
  await expect(rows).toHaveCount(whole);
  await desk.button('Narrow and sort').click();
  await page.getByLabel('Sort', { exact: true }).selectOption('headline');
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('PageUp');
  const row = rows.nth(whole - 11);
  await expect(row).toBeFocused();
  const words = await headline(row);
  const far = () => row.evaluate((it) => it.closest('.list')?.scrollTop);
  const before = await far();
  expect(before).toBeGreaterThan(0);
  await row.click();
  await expect(desk.headline).toHaveValue(words);
  await expect(page.getByLabel('Sort', { exact: true })).toHaveValue('headline');
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport({ ratio: 1 });
  expect(await far()).toBe(before);
});

test('the list is narrowed by person, state and days, with what is typed, and each is taken away again', async ({
  standfirst,
  newsroom,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const all = await releasesIn(newsroom);
  const speakersOf = ({ quotes }: Release) => quotes.flatMap(({ speaker }) => speaker?.name ?? []);
  const [person = ''] = all.filter(({ state }) => state === 'published').flatMap(speakersOf);
  const days = all
    .flatMap(({ dateline }) => (dateline.date === '' ? [] : [dateline.date]))
    .sort((a, b) => (a < b ? -1 : 1));
  const [from = '', until = ''] = [days[2], days.at(-3)];
  const steps: readonly (readonly [string, (release: Release) => boolean, () => Promise<unknown>])[] = [
    [
      person,
      (release) => speakersOf(release).includes(person),
      () => page.getByLabel('Person quoted').selectOption(person),
    ],
    ['Published', ({ state }) => state === 'published', () => page.getByLabel('State').selectOption('published')],
    ['From', ({ dateline }) => dateline.date >= from, () => page.getByLabel('Dated from').fill(from)],
    ['Until', ({ dateline }) => dateline.date <= until, () => page.getByLabel('Dated until').fill(until)],
  ];
  await desk.button('Narrow and sort').click();
  let left = all;
  for (const [, holds, choose] of steps) {
    await choose();
    left = left.filter(holds);
    await expect(desk.list.getByRole('option')).toHaveCount(left.length);
  }
  expect(left.length).toBeGreaterThan(0);
  expect(left.length).toBeLessThan(all.length);
  await look(standfirst, 'list-narrowed');
  // What is typed narrows that further.
  const [only] = left;
  await page.getByLabel('Find in releases').fill(`“${only?.headline ?? ''}”`);
  await expect(desk.list.getByRole('option')).toHaveCount(1);
  await page.getByLabel('Find in releases').fill('');
  const narrowed = page.getByRole('group', { name: 'The list is narrowed to' });
  for (const [word] of steps) await narrowed.getByRole('button', { name: `Show without ${word}` }).click();
  await expect(narrowed).toBeHidden();
});

test('a release is duplicated by keys: the words of the other, and nothing of what became of it', async ({
  standfirst,
  newsroom,
}) => {
  const { page } = standfirst;
  const desk = new Desk(page);
  await desk.enter();
  const before = await releasesIn(newsroom);
  const row = desk.list.getByRole('option', { name: PUBLISHED });
  await row.focus();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: new RegExp(PUBLISHED) });
  await menu.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  await expect(page.getByText('Duplicated: the copy is open')).toBeAttached();
  await expect(desk.headline).toHaveValue(PUBLISHED);
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Working');
  await desk.headline.fill('The same again next year');
  await expect(desk.list.getByRole('option', { name: 'The same again next year' })).toBeVisible();
  await expect(row).toBeVisible();

  await expect
    .poll(async () => (await releasesIn(newsroom)).map(({ headline }) => headline))
    .toContain('The same again next year');
  const after = await releasesIn(newsroom);
  const original = after.find(({ headline }) => headline === PUBLISHED);
  const copy = after.find(({ headline }) => headline === 'The same again next year');
  expect(after).toHaveLength(before.length + 1);
  expect(original).toEqual(before.find(({ headline }) => headline === PUBLISHED));
  expect(copy).toMatchObject({ state: 'working', publication: null, embargo: null, reference: '' });
  expect(copy?.body.map(({ runs }) => runs)).toEqual(original?.body.map(({ runs }) => runs));
});

test('a duplicate of a release under embargo is under it too', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await desk.list.getByRole('option', { name: 'Letters in the station wall' }).focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Duplicate' }).press('Enter');
  await expect(page.getByText('Duplicated: the copy is open')).toBeAttached();
  await expect(page.getByRole('contentinfo', { name: 'Status' })).toContainText('Working');
  await expect(page.getByLabel('Embargo (Europe/London)')).toHaveValue('2099-01-05T00:01');
});

test('a release opens whenever its row is pressed, also before the rest of the program is read', async ({ page }) => {
  const desk = new Desk(page);
  await desk.enter();
  await page.addInitScript(() => {
    const press = (): void => {
      const row = document.querySelector<HTMLElement>('[role="option"]');
      if (row === null) setTimeout(press, 0);
      else setTimeout(() => row.click(), Number(sessionStorage.getItem('moment')));
    };
    press();
  });
  // Moments between the drawing of the row and the reading of the editor, as a quick hand meets them, in milliseconds.
  for (let moment = 0; moment <= 80; moment += 2) {
    await page.evaluate((milliseconds) => sessionStorage.setItem('moment', String(milliseconds)), moment);
    await page.reload();
    await expect(desk.body, `pressed ${String(moment)} ms after it was there`).toBeVisible();
  }
});
