import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { canonicalJson } from '../shared/canonical';
import { quoteDigest } from '../shared/quotes/approval';
import type { Approval, Release } from '../shared/release/model';
import { storedQuote } from '../shared/testing/builders';
import { type Standfirst, expect, test } from './fixtures';
import { Compare } from './pages/compare';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { askedOfSystem, watchSystem } from './pages/system';
import { releaseFolder } from './release-folder';
import { written } from './written';

/* Words are typed while the newsroom cannot be written: its folder is gone, or something stands in a file's place. (Taking rights
   away would not stop the tests where they run as root.) None of them is lost. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const BEFORE = 'what is cut first if the grant falls';
const TYPED = ', and by how much';

const saved = async (newsroom: string): Promise<string> =>
  readFile(path.join(await releaseFolder(newsroom, HEADLINE), 'release.json'), 'utf8');
/** All that is kept on this computer, as one text. */
const kept = ({ dataFolder }: Standfirst): Promise<string> => written(path.join(dataFolder, 'recovery'));
const begin = async (standfirst: Standfirst): Promise<Desk> => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  return desk;
};
const reopen = async (standfirst: Standfirst): Promise<Desk> => {
  const desk = new Desk(await standfirst.launch());
  await desk.list.getByRole('option', { name: HEADLINE }).click();
  return desk;
};
const type = async (desk: Desk, after: string, words: string): Promise<void> => {
  await desk.caretAfter(after);
  await desk.page.keyboard.type(words);
};
const bar = (desk: Desk) => desk.page.getByRole('alert').filter({ hasText: 'Not saved since' });
/** Types while the newsroom's folder is away, and ends everything at once; then the folder is back. */
const typeAndKill = async (standfirst: Standfirst, newsroom: string): Promise<void> => {
  const desk = await begin(standfirst);
  await rename(newsroom, `${newsroom} away`);
  await type(desk, BEFORE, TYPED);
  await expect.poll(() => kept(standfirst)).toContain(TYPED);
  await standfirst.kill();
  await rename(`${newsroom} away`, newsroom);
  expect(await saved(newsroom)).not.toContain(TYPED);
};

test('words typed while the folder is gone are kept within a second, and saved by themselves when it is back', async ({
  standfirst,
  newsroom,
}) => {
  const desk = await begin(standfirst);
  await rename(newsroom, `${newsroom} away`);
  await type(desk, BEFORE, ', and');
  await expect(bar(desk)).toContainText('The newsroom’s folder is no longer there.');
  await expect(bar(desk)).toContainText('Your words are kept on this computer');
  await expect(desk.page.locator('[data-save="failed"]')).toContainText('Not saved since');
  await look(standfirst, 'not-saved');
  // Typing goes on; what is typed between two tries is kept too.
  await desk.page.keyboard.type(' by how much');
  await expect.poll(() => kept(standfirst)).toContain(TYPED);
  await expect(bar(desk)).toBeVisible();
  // What would leave the page stays on it, and that is to be seen.
  const stays = desk.page.getByRole('alert').filter({ hasText: 'Not saved yet: the page stays open' });
  await desk.button('Settings').click();
  await expect(stays).toBeVisible();
  await expect(desk.body).toBeVisible();

  await rename(`${newsroom} away`, newsroom);
  await desk.saved();
  await expect(bar(desk)).toBeHidden();
  await expect(stays).toBeHidden();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
  await expect.poll(() => kept(standfirst)).toBe('');
});

test('a save that fails offers a copy elsewhere, and another try', async ({ standfirst, newsroom, scratch }) => {
  const desk = await begin(standfirst);
  const file = path.join(await releaseFolder(newsroom, HEADLINE), 'release.json');
  await rename(file, `${newsroom}.aside`);
  await mkdir(path.join(file, 'in the way'), { recursive: true });
  await type(desk, BEFORE, TYPED);
  await expect(bar(desk)).toContainText('save a copy elsewhere');

  const chosen = path.join(scratch, 'my copy.json');
  await standfirst.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, chosen);
  await desk.button('Save a copy…').click();
  await expect(desk.page.locator('[data-announce="polite"]')).toContainText('A copy was saved');
  const copy = JSON.parse(await readFile(chosen, 'utf8')) as Release;
  expect(copy.headline).toBe(HEADLINE);
  expect(JSON.stringify(copy.body)).toContain(BEFORE + TYPED);
  expect(await readFile(path.join(scratch, 'my copy.txt'), 'utf8')).toContain(BEFORE + TYPED);
  await expect(bar(desk)).toBeVisible();

  await desk.button('Try again').click();
  await expect(bar(desk)).toBeVisible();
  await rm(file, { recursive: true });
  await rename(`${newsroom}.aside`, file);
  await desk.button('Try again').click();
  await desk.saved();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
});

test('a file that is damaged under the open page is put aside by the next save, and that is said', async ({
  standfirst,
  newsroom,
}) => {
  const desk = await begin(standfirst);
  const folder = await releaseFolder(newsroom, HEADLINE);
  const damage = '{"format":';
  await writeFile(path.join(folder, 'release.json'), damage);
  await type(desk, BEFORE, TYPED);
  const told = desk.page.getByRole('status').filter({ hasText: '1 file was put right' });
  await expect(told).toContainText('It was damaged while it was open.');
  await expect(told).toHaveClass('bar warn');
  await expect(desk.page.locator('[data-announce="polite"]')).toContainText('1 file was put right');
  await desk.saved();
  await expect(bar(desk)).toBeHidden();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
  const [aside = ''] = await readdir(path.join(folder, 'quarantine'));
  expect(await readFile(path.join(folder, 'quarantine', aside), 'utf8')).toBe(damage);
});

test('words that only this computer had are there after a kill, saved, and a version', async ({
  standfirst,
  newsroom,
}) => {
  await typeAndKill(standfirst, newsroom);
  const desk = await reopen(standfirst);
  await expect(desk.body).toContainText(BEFORE + TYPED);
  await expect(desk.page.getByRole('status').filter({ hasText: /Words from .* were recovered/ })).toBeVisible();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
  expect(await kept(standfirst)).toBe('');
  await desk.page
    .getByRole('status')
    .filter({ hasText: 'were recovered' })
    .getByRole('button', { name: 'Put away' })
    .click();
  await desk.button('Compare…').click();
  const compare = new Compare(desk.page);
  await compare.choose('After', 'Recovered');
  await expect(compare.sheet).toContainText(TYPED);
});

test('words are there after a kill also when the newsroom still cannot be written', async ({
  standfirst,
  newsroom,
}) => {
  await typeAndKill(standfirst, newsroom);
  const log = path.join(await releaseFolder(newsroom, HEADLINE), 'history', 'log');
  await rename(log, `${newsroom}.log`);
  await writeFile(log, 'in the way');
  const desk = await reopen(standfirst);
  await expect(desk.body).toContainText(BEFORE + TYPED);
  expect(await kept(standfirst)).toContain(TYPED);
  await rm(log);
  await rename(`${newsroom}.log`, log);
  await expect.poll(() => saved(newsroom)).toContain(TYPED);
  await desk.saved();
  await expect.poll(() => kept(standfirst)).toBe('');
});

test('the page is asked to save as the machine goes to sleep, and all is saved before it shuts down', async ({
  standfirst,
  newsroom,
}) => {
  const desk = await begin(standfirst);
  await type(desk, BEFORE, ', and');
  const asked = await standfirst.app.evaluate(({ BrowserWindow, powerMonitor }) => {
    const [window] = BrowserWindow.getAllWindows();
    const sent: string[] = [];
    if (window === undefined) return sent;
    const send = window.webContents.send.bind(window.webContents);
    window.webContents.send = (channel, ...rest) => {
      sent.push(channel);
      send(channel, ...(rest as unknown[]));
    };
    (powerMonitor as NodeJS.EventEmitter).emit('suspend');
    window.webContents.send = send;
    return sent;
  });
  expect(asked).toEqual(['app:flush']);
  await desk.saved();

  await desk.page.keyboard.type(' by how much');
  const closed = new Promise<void>((resolve) => {
    standfirst.app.once('close', () => {
      resolve();
    });
  });
  const waits = await standfirst.app.evaluate(({ powerMonitor }) => {
    let isHeldUp = false;
    (powerMonitor as NodeJS.EventEmitter).emit('shutdown', { preventDefault: () => (isHeldUp = true) });
    return isHeldUp;
  });
  expect(waits).toBe(true);
  await closed;
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
});

test('closing while words are not saved is asked about, and they come back', async ({ standfirst, newsroom }) => {
  const desk = await begin(standfirst);
  await rename(newsroom, `${newsroom} away`);
  await type(desk, BEFORE, TYPED);
  await expect(bar(desk)).toBeVisible();
  await watchSystem(standfirst.app, 2);
  await standfirst.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect
    .poll(async () => (await askedOfSystem(standfirst.app)).messages)
    .toEqual([
      expect.stringMatching(/^Your last words are not saved in the newsroom\. They are kept on this computer/),
    ]);
  await expect(desk.body).toContainText(TYPED);

  await watchSystem(standfirst.app, 1);
  await standfirst.quit();
  await rename(`${newsroom} away`, newsroom);
  const again = await reopen(standfirst);
  await expect(again.body).toContainText(BEFORE + TYPED);
});

test.describe('where the saved text went on as well', () => {
  /** Another program, another machine on a synced folder: the text in the newsroom is another one. */
  const changeElsewhere = async (newsroom: string, more: Partial<Release> = {}): Promise<void> => {
    const file = path.join(await releaseFolder(newsroom, HEADLINE), 'release.json');
    const release = JSON.parse(await readFile(file, 'utf8')) as Release;
    await writeFile(file, canonicalJson({ ...release, standfirst: 'Changed on another machine.', ...more }));
  };

  for (const [keep, has, hasNot] of [
    ['Keep recovered', TYPED, 'Changed on another machine.'],
    ['Keep saved', 'Changed on another machine.', TYPED],
  ] as const)
    test(`both texts stand side by side, and the writer chooses: ${keep}`, async ({ standfirst, newsroom }) => {
      await typeAndKill(standfirst, newsroom);
      await changeElsewhere(newsroom);
      const desk = await reopen(standfirst);
      const compare = new Compare(desk.page);
      await expect(desk.page.getByRole('status').filter({ hasText: 'The saved text was changed' })).toBeVisible();
      await expect(desk.button('Keep recovered')).toBeFocused();
      await expect(compare.sheet).toContainText('Changed on another machine.');
      await expect(compare.sheet).toContainText(TYPED);
      if (keep === 'Keep saved') await look(standfirst, 'recovered-beside-saved');
      expect(await saved(newsroom)).not.toContain(TYPED);

      await desk.button(keep).click();
      await expect(desk.body).toBeVisible();
      await expect.poll(() => saved(newsroom)).toContain(has);
      expect(await saved(newsroom)).not.toContain(hasNot);
      // The other one is in the history.
      const objects = path.join(await releaseFolder(newsroom, HEADLINE), 'history', 'objects');
      const texts = await Promise.all(
        (await readdir(objects)).map((name) => readFile(path.join(objects, name), 'utf8')),
      );
      expect(texts.some((text) => text.includes(hasNot))).toBe(true);
    });

  test('an embargo set and an approval recorded there meanwhile stay, whichever text is kept', async ({
    standfirst,
    newsroom,
  }) => {
    const embargo = { instant: '2031-05-01T05:00:00.000Z', zone: 'Europe/London' };
    const approval: Approval = {
      digest: quoteDigest('We start.', 'Ruth Attwater', ''),
      words: 'We start.',
      speaker: 'Ruth Attwater',
      role: '',
      approvedBy: 'Ruth Attwater',
      how: 'phone',
      at: '2026-11-30T09:00:00.000Z',
      recordedBy: 'Idris Vaughan',
    };
    await typeAndKill(standfirst, newsroom);
    await changeElsewhere(newsroom, { embargo, quotes: [storedQuote('q-elsewhere01', [], { approvals: [approval] })] });
    const desk = await reopen(standfirst);
    await desk.button('Keep recovered').click();
    await expect(desk.body).toBeVisible();
    await expect.poll(() => saved(newsroom)).toContain(TYPED);
    const kept = JSON.parse(await saved(newsroom)) as Release;
    expect(kept.embargo).toEqual(embargo);
    expect(kept.quotes.flatMap(({ approvals }) => approvals)).toEqual([approval]);
  });

  test('the open editor stops at a text that changed under it, and shows both', async ({ standfirst, newsroom }) => {
    const desk = await begin(standfirst);
    await changeElsewhere(newsroom);
    await type(desk, BEFORE, TYPED);
    await expect(bar(desk)).toContainText('changed outside this window');
    await desk.button('See both side by side').click();
    await expect(new Compare(desk.page).sheet).toContainText(TYPED);
    await desk.button('Keep recovered').click();
    await expect(desk.body).toContainText(BEFORE + TYPED);
    await desk.saved();
    expect(await saved(newsroom)).toContain(TYPED);
    await expect.poll(() => kept(standfirst)).toBe('');
  });
});

test('a damaged slot is passed over for the other one, and said', async ({ standfirst, newsroom }) => {
  const desk = await begin(standfirst);
  await rename(newsroom, `${newsroom} away`);
  await type(desk, BEFORE, ', and');
  await expect.poll(() => kept(standfirst)).toContain(`${BEFORE}, and`);
  await desk.page.keyboard.type(' by how much');
  await expect.poll(() => kept(standfirst)).toContain(TYPED);
  await standfirst.kill();
  await rename(`${newsroom} away`, newsroom);
  const folder = path.join(standfirst.dataFolder, 'recovery');
  const slots = (await readdir(folder, { recursive: true }))
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.join(folder, name));
  expect(slots).toHaveLength(2);
  const seq = async (slot: string) => (JSON.parse(await readFile(slot, 'utf8')) as { seq: number }).seq;
  const [one = '', two = ''] = slots;
  const newer = (await seq(one)) > (await seq(two)) ? one : two;
  await writeFile(newer, (await readFile(newer, 'utf8')).slice(0, 200));

  const again = await reopen(standfirst);
  await expect(again.body).toContainText(`${BEFORE}, and`);
  await expect(again.page.getByText('One of the two copies kept here was damaged.')).toBeVisible();
});

test('a release that cannot be read is brought back from its history when the newsroom opens, and that is said', async ({
  standfirst,
  newsroom,
}) => {
  await begin(standfirst);
  const folder = await releaseFolder(newsroom, HEADLINE);
  await standfirst.quit();
  const temporary = path.join(folder, '.release.json.0123456789ab.tmp');
  await writeFile(path.join(folder, 'release.json'), '{"format":1,"headl');
  await writeFile(temporary, 'half');
  const long = new Date(Date.now() - 120_000);
  await utimes(temporary, long, long);

  const desk = await reopen(standfirst);
  await expect(desk.body).toContainText(BEFORE);
  await expect(
    desk.page.getByRole('status').filter({ hasText: '1 release could not be read and was brought back' }),
  ).toContainText('quarantine/release.json.');
  await expect.poll(() => readdir(folder)).not.toContain(path.basename(temporary));
  const aside = path.join(folder, 'quarantine');
  const texts = await Promise.all((await readdir(aside)).map((name) => readFile(path.join(aside, name), 'utf8')));
  expect(texts.sort()).toEqual(['half', '{"format":1,"headl']);
});

test('words of a release whose folder is gone for good are brought back as a release', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const desk = await begin(standfirst);
  await rename(await releaseFolder(newsroom, HEADLINE), path.join(scratch, 'taken away'));
  await type(desk, BEFORE, TYPED);
  await expect.poll(() => kept(standfirst)).toContain(TYPED);
  await standfirst.kill();

  const again = new Desk(await standfirst.launch());
  const told = again.page.getByRole('status').filter({ hasText: 'Words of a release that is not here any more' });
  await expect(told).toContainText(HEADLINE);
  await told.getByRole('button', { name: 'Bring it back' }).click();
  await expect(again.body).toContainText(BEFORE + TYPED);
  await expect(told).toBeHidden();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
  await expect.poll(() => kept(standfirst)).toBe('');
});
