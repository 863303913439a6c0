import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';
import { releaseFolder } from './release-folder';

/* From one newsroom to another: the words stay in the one in which they were written. */

const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const BEFORE = 'what is cut first if the grant falls';
const TYPED = ', and by how much';

const saved = async (newsroom: string): Promise<string> =>
  readFile(path.join(await releaseFolder(newsroom, HEADLINE), 'release.json'), 'utf8');

test('what is typed while another newsroom opens is saved in the one it was written in', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  // The other one is a copy: it has a release of the same name, on the same version.
  const other = path.join(scratch, 'other');
  await cp(newsroom, other, { recursive: true });
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await desk.open(HEADLINE);
  await standfirst.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = () =>
      new Promise((resolve) => {
        (globalThis as { choose?: () => void }).choose = () => resolve({ canceled: false, filePaths: [folder] });
      });
  }, other);
  await chooseMenu(standfirst.app, 'open-newsroom');
  await expect
    .poll(() => standfirst.app.evaluate(() => (globalThis as { choose?: () => void }).choose !== undefined))
    .toBe(true);
  await desk.caretAfter(BEFORE);
  // Saving by itself waits for a moment that does not come before the other newsroom is there.
  await desk.page.clock.install();
  await desk.page.clock.pauseAt(Date.now() + 60_000);
  await desk.page.keyboard.type(TYPED);
  await standfirst.app.evaluate(() => (globalThis as { choose?: () => void }).choose?.());
  await expect(desk.body).toBeHidden();
  expect(await saved(newsroom)).toContain(BEFORE + TYPED);
  expect(await saved(other)).not.toContain(TYPED);
});
