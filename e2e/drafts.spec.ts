import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { p } from '../shared/testing/builders';
import type { Block, Release } from '../shared/release/model';
import { blockText } from '../shared/release/text';
import { expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

/* Two drafts of one text: a paragraph of a running quotation moved and edited, one deleted, another speaker, another
   alternative text, another embargo. Each is shown as what it is, and decided by keys alone. */

const RELEASE = 'Two night shelters open in Wyrdale';
const LEAD = 'Two night shelters open in Wyrdale on Friday, one of them for families.';
const NOBODY = 'Nerys Glŷn said: “Nobody should have to sleep in a doorway in this county.';
const BEDS = '“The first shelter has thirty beds, and the second has twelve rooms with a door each.';
const OPEN = '“Both of them are open from dusk until morning, and nobody is asked for a reason.';
const BUILT = '“We built them with the people who will sleep there.';
const SOUP = 'Tom Hale, who runs the kitchen, said: “There is soup at every hour of the night.”';

type Texts = Pick<Release, 'body' | 'embargo'>;
/** The two texts, with a picture that lies in the newsroom. */
const texts = (picture: Block): readonly [Texts, Texts] => {
  const of = (lines: readonly string[], alternative: string, instant: string): Texts => ({
    body: [...lines.map((line) => p(line)), { ...picture, alternative } as Block],
    embargo: { instant, zone: 'Europe/London' },
  });
  return [
    of([LEAD, NOBODY, BEDS, OPEN, `${BUILT}”`, SOUP], 'A bus at night', '2027-01-08T09:00:00.000Z'),
    of(
      [LEAD, NOBODY, BUILT.replace('sleep', 'stay'), `${OPEN}”`, SOUP.replace('Tom Hale', 'Ana Price')],
      'A red night bus under a lamp',
      '2027-01-08T12:00:00.000Z',
    ),
  ];
};

/** Writes both drafts through the page's own bridge, each named; what is open afterwards is the second. */
const writeDrafts = async (page: Page): Promise<void> => {
  const picture = await page.evaluate(async () => {
    const { standfirst } = globalThis;
    const read = await standfirst.newsroom.read();
    if (!read.ok) throw new Error(read.fault.message);
    for (const { id } of read.value.releases) {
      const opened = await standfirst.releases.open(id);
      const found = opened.ok ? opened.value.release.body.find(({ type }) => type === 'image') : undefined;
      if (found !== undefined) return { from: id, block: found };
    }
    throw new Error('the sample has no picture');
  });
  const [first, second] = texts(picture.block);
  await page.evaluate(
    async ({ headline, from, drafts }) => {
      const { standfirst } = globalThis;
      const sure = <Value>(answer: { ok: true; value: Value } | { ok: false; fault: { message: string } }): Value => {
        if (!answer.ok) throw new Error(answer.fault.message);
        return answer.value;
      };
      let { release, version } = sure(await standfirst.releases.create());
      for (const block of drafts[0]?.body ?? [])
        if (block.type === 'image') sure(await standfirst.media.adopt(release.id, block.file, from));
      for (const [nth, draft] of drafts.entries()) {
        release = { ...release, ...draft, headline };
        version = sure(await standfirst.releases.save(release, version));
        sure(await standfirst.releases.nameDraft(release.id, `Draft ${nth + 1}`));
      }
    },
    { headline: RELEASE, from: picture.from, drafts: [first, second] },
  );
};

/** The working text as it is on the disk: its blocks as words, and what is said of the picture. */
const saved = async (newsroom: string): Promise<readonly string[]> => {
  const year = path.join(newsroom, 'releases', String(new Date().getFullYear()));
  for (const folder of await readdir(year)) {
    const { headline, body } = JSON.parse(await readFile(path.join(year, folder, 'release.json'), 'utf8')) as Release;
    if (headline === RELEASE)
      return body.map((block) => (block.type === 'image' ? `image: ${block.alternative}` : blockText(block)));
  }
  return [];
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test('two drafts are reviewed by keys alone, each change as what it is', async ({ standfirst, newsroom }) => {
  test.setTimeout(300_000); // starts twice, and looks at four screens
  await writeDrafts(standfirst.page);
  const page = await standfirst.relaunch();
  const { app } = standfirst;
  const compare = new Compare(page);
  const desk = new Desk(page);
  await desk.enter();
  await desk.open(RELEASE);
  await chooseMenu(app, 'compare');
  await expect(page.getByLabel('Before', { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+2');

  const titles = [
    'Paragraph removed, with a quote',
    'Moved, one word changed, running quotation: closing mark moved on',
    'Running quotation: closing mark moved here',
    'Two words changed',
    'Alternative text changed',
    'Embargo changed',
  ];
  await expect(compare.changes.locator('b')).toHaveText(titles);
  await expect(compare.change('Alternative text')).toContainText('A bus at night → A red night bus under a lamp');

  const spoken = [
    'paragraph removed, with a quote',
    'moved paragraph, one word changed, running quotation: closing mark moved on, from paragraph 5 to 3',
    'running quotation: closing mark moved here',
    'two words changed',
    'alternative text changed',
    'embargo changed',
  ];
  for (const [nth, words] of spoken.entries()) {
    await page.keyboard.press('F8');
    await expect(compare.spoken).toHaveText(`Change ${nth + 1} of 6: ${words}`);
  }

  // What a screen reader has of the lines: what changed in words, and what came and went as insertions and deletions.
  const heard = await compare.sheet.ariaSnapshot();
  for (const words of [
    'text: Moved up, paragraph 5 to 3',
    'deletion: sleep',
    'insertion: stay',
    `cell "Running quotation: closing mark moved here"`,
    'cell "Paragraph removed, with a quote"',
    'deletion: Tom Hale',
    'insertion: Ana Price',
    'cell "Alternative text changed"',
  ])
    expect.soft(heard, words).toContain(words);

  await expect(compare.quotes.getByRole('row').filter({ hasText: 'Words changed' })).toContainText('Nerys Glŷn');
  const other = compare.quotes.getByRole('row').filter({ hasText: 'Speaker changed' });
  await expect(other).toContainText('Ana Price');
  await expect(other).toContainText('before: Tom Hale');
  await other.getByRole('button', { name: 'Speaker changed' }).press('Enter');
  await expect(compare.spoken).toHaveText('Change 4 of 6: two words changed');

  for (const theme of ['dark', 'light'] as const) {
    await chooseMenu(app, `theme-${theme}`);
    await page.waitForFunction((now) => matchMedia(`(prefers-color-scheme: ${now})`).matches, theme);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).analyze();
    expect
      .soft(
        violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`),
        theme,
      )
      .toEqual([]);
    const pictures = process.env['PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `drafts-${theme}.png`) });
  }

  // Three are taken over, one of them is taken back.
  await page.keyboard.press('F6');
  for (const [nth, words] of [
    [0, /^Paragraph removed.*: taken over\./],
    [3, /^Two words changed: taken over\./],
    [4, /^Alternative text changed: taken over\./],
  ] as const) {
    while (!(await compare.spoken.textContent())?.startsWith(`Change ${nth + 1} of 6`)) {
      const before = (await compare.spoken.textContent()) ?? '';
      await page.keyboard.press('F8');
      await expect(compare.spoken).not.toHaveText(before);
    }
    await page.keyboard.press('t');
    await expect(compare.spoken).toHaveText(words);
  }
  await expect(compare.decisions).toContainText('3 taken over, 3 to decide');
  await expect.poll(() => saved(newsroom)).toContain('image: A bus at night');
  await page.keyboard.press('Control+z');
  await expect(compare.decisions).toContainText('2 taken over, 4 to decide');
  const now = [
    LEAD,
    NOBODY,
    BUILT.replace('sleep', 'stay'),
    BEDS,
    `${OPEN}”`,
    SOUP,
    'image: A red night bus under a lamp',
  ];
  await expect.poll(() => saved(newsroom)).toEqual(now);
  await chooseMenu(app, 'back');
  await expect(desk.body).toContainText('Tom Hale, who runs the kitchen');
});
