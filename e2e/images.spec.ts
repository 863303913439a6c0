import { execFile } from 'node:child_process';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { SECRETS, cameraJpeg, png, talkativePng } from '../shared/testing/pictures';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* Images: pasted, dropped and chosen, described, kept once and without what they say besides, and published. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';

/** All files in the media folder of the release that is written in, by path. */
const mediaIn = async (newsroom: string): Promise<readonly string[]> => {
  const names = await readdir(path.join(newsroom, 'releases'), { recursive: true });
  return names
    .filter((name) => path.basename(path.dirname(name)) === 'media' && name.includes('commissioners-budget-survey'))
    .map((name) => path.join(newsroom, 'releases', name));
};

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
const doctor = async (newsroom: string): Promise<string> => {
  const done = await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'doctor', '--newsroom', newsroom], {
    cwd: top,
  }).catch((error: unknown) => error);
  return (done as { stdout: string }).stdout;
};

type Kind = 'paste' | 'drop';
/** Hands files to the body as the system does: by the clipboard, or dropped on it. */
const give = (page: Page, kind: Kind, bytes: Uint8Array, html = ''): Promise<void> =>
  page.getByRole('textbox', { name: 'Body' }).evaluate(
    (body, { kind: how, data, text }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], 'IMG_2041.png', { type: 'image/png' }));
      if (text !== '') transfer.setData('text/html', text);
      const { left, top } = body.getBoundingClientRect();
      body.dispatchEvent(
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
          : new DragEvent('drop', {
              dataTransfer: transfer,
              clientX: left + 40,
              clientY: top + 8,
              bubbles: true,
              cancelable: true,
            }),
      );
    },
    { kind, data: [...bytes], text: html },
  );

const describeImage = async (page: Page, words: string, credit = ''): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Describe the image' });
  await dialog.getByLabel('What it shows').fill(words);
  if (credit !== '') await dialog.getByLabel('Credit').fill(credit);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
};

test('an image is pasted, described, captioned, undone, and kept without what a camera wrote in it', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await desk.page.keyboard.press('Control+Home');
  await give(desk.page, 'paste', talkativePng(320, 200), '<img src="https://elsewhere.example/a.png">');
  const dialog = desk.page.getByRole('dialog', { name: 'Describe the image' });
  await expect(dialog.getByLabel('What it shows')).toBeFocused();
  // A file's name is no description.
  await dialog.getByLabel('What it shows').fill('IMG_2041.png');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('This is the name of a file. Write what is to be seen.');
  await expect(dialog.getByLabel('What it shows')).toBeFocused();
  await look(standfirst, 'image-dialog');
  await describeImage(desk.page, 'A sheet of survey questions', 'Ceri Hughes');
  const figure = desk.body.locator('figure');
  const picture = figure.getByRole('img', { name: 'A sheet of survey questions' });
  await expect(picture).toBeVisible();
  expect(await picture.evaluate((image: HTMLImageElement) => [image.complete, image.naturalWidth])).toEqual([
    true,
    320,
  ]);
  await expect(figure.getByText('Described: A sheet of survey questions · Ceri Hughes')).toBeVisible();
  // The caret waits in the caption.
  await desk.page.keyboard.type('The survey has twelve questions.');
  await desk.saved();

  const [file = ''] = await mediaIn(newsroom);
  const kept = await readFile(file);
  for (const secret of SECRETS) expect(kept.includes(secret)).toBe(false);
  const release = await readFile(path.join(path.dirname(file), '..', 'release.json'), 'utf8');
  expect((JSON.parse(release) as { body: readonly unknown[] }).body).toContainEqual({
    type: 'image',
    file: path.basename(file),
    width: 320,
    height: 200,
    alternative: 'A sheet of survey questions',
    credit: 'Ceri Hughes',
    runs: [{ text: 'The survey has twelve questions.' }],
  });

  for (let steps = 0; steps < 8 && (await figure.count()) > 0; steps += 1) await desk.page.keyboard.press('Control+z');
  await expect(figure).toHaveCount(0);
  await desk.page.keyboard.press('Control+Shift+z');
  await expect(figure).toHaveCount(1);
  // The same picture again is the same file.
  await give(desk.page, 'paste', talkativePng(320, 200));
  await describeImage(desk.page, 'The same sheet');
  await desk.saved();
  expect(await mediaIn(newsroom)).toHaveLength(1);

  // Whoever is to agree the text sees its images too.
  await desk.button('Remarks…').click();
  const shown = desk.page.locator('.rv-page').getByRole('img', { name: 'The same sheet' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(320);
});

test('images are dropped and chosen; what is none is refused with its reason', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await give(desk.page, 'drop', png(64, 48));
  await describeImage(desk.page, 'A grey square');
  const files = { photo: path.join(scratch, 'photo.jpeg'), drawing: path.join(scratch, 'drawing.png') };
  await writeFile(files.photo, png(80, 60));
  await standfirst.choose(files.photo);
  await desk.button('Insert an image…').click();
  const dialog = desk.page.getByRole('dialog', { name: 'Describe the image' });
  await dialog.getByLabel('Decorative: the text says all that it shows').check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(desk.body.locator('figure')).toHaveCount(2);
  await expect(desk.body.getByText('Decorative')).toBeVisible();
  await writeFile(files.drawing, '<svg xmlns="http://www.w3.org/2000/svg"></svg>');
  await standfirst.choose(files.drawing);
  await chooseMenu(standfirst.app, 'insert-image');
  const refusal = desk.page.getByRole('dialog', { name: 'The picture was not inserted' });
  await expect(refusal).toContainText('This is an SVG drawing, which can carry scripts');
  await refusal.getByRole('button', { name: 'Close' }).click();
  await expect(desk.body.locator('figure')).toHaveCount(2);
  await desk.saved();
  // By its bytes, not by its name.
  expect((await mediaIn(newsroom)).map((file) => path.extname(file))).toEqual(['.png', '.png']);
});

test('an image whose file is gone is shown as lost, and the doctor names it', async ({ standfirst, newsroom }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await give(desk.page, 'paste', cameraJpeg(640, 480, 6));
  await describeImage(desk.page, 'The town hall');
  await desk.saved();
  await standfirst.quit();
  const [file = ''] = await mediaIn(newsroom);
  await rm(file);
  await standfirst.launch();
  const again = new Desk(standfirst.page);
  await again.open(HEADLINE);
  await expect(
    again.body.getByText('The picture’s file is not in the newsroom, or is not the one that was kept.'),
  ).toBeVisible();
  expect(await doctor(newsroom)).toContain(`/media/${path.basename(file)}: A picture of the text is not there.`);
});

test('an image that is cut out of the body and pasted into the notes comes with all that is said of it', async ({
  standfirst,
  newsroom,
}) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await desk.body.click();
  await desk.page.keyboard.press('Control+Home');
  await give(desk.page, 'paste', png(320, 200));
  await describeImage(desk.page, 'A sheet of survey questions', 'Ceri Hughes');
  await desk.page.keyboard.type('Twelve questions.');
  await desk.body.locator('figure img').click();
  await desk.page.keyboard.press('ControlOrMeta+x');
  await expect(desk.body.locator('figure')).toHaveCount(0);
  const notes = desk.page.getByRole('textbox', { name: 'Notes to editors' });
  await notes.click();
  await desk.page.keyboard.press('ControlOrMeta+End');
  await desk.page.keyboard.press('ControlOrMeta+v');
  await expect(notes.getByText('Described: A sheet of survey questions · Ceri Hughes')).toBeVisible();
  await desk.saved();
  const release = JSON.parse(
    await readFile(path.join(await releaseFolder(newsroom, HEADLINE), 'release.json'), 'utf8'),
  ) as { notes: readonly { type: string; alternative?: string; credit?: string; runs: unknown }[] };
  expect(release.notes.find(({ type }) => type === 'image')).toMatchObject({
    alternative: 'A sheet of survey questions',
    credit: 'Ceri Hughes',
    runs: [{ text: 'Twelve questions.' }],
  });
});
