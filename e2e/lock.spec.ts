import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Standfirst, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { look } from './pages/look';
import { written } from './written';

/* Two Standfirsts with data folders of their own open one newsroom, as on two machines that share a folder. */

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
const HEADLINE = 'Commissioner’s budget survey opens on Monday';
const BEFORE = 'what is cut first if the grant falls';

const lockOf = async (newsroom: string) =>
  JSON.parse(await readFile(path.join(newsroom, 'newsroom.lock'), 'utf8')) as { readonly who: string };

const both = test.extend<{ second: Standfirst }>({
  second: async ({ standfirst, scratch, newsroom }, use) => {
    // The first one is there already.
    expect(standfirst.isRunning).toBe(true);
    const data = path.join(scratch, 'second data');
    await mkdir(data);
    const second = new Standfirst(data, newsroom);
    await use(second);
    if (second.isRunning) await second.kill();
  },
});

both(
  'the second is told who writes, reads, takes over; the first stops, keeps its words and says so',
  async ({ standfirst, second, newsroom }) => {
    const first = new Desk(standfirst.page);
    await first.enter('Anwen Pugh');
    await first.open(HEADLINE);

    const other = new Desk(await second.launch());
    await other.enter('Idris Vaughan');
    await expect(other.page.getByRole('status').filter({ hasText: 'has this newsroom open' })).toBeVisible();
    await other.open(HEADLINE);
    await expect(other.body).toHaveAttribute('contenteditable', 'false');
    await expect(other.headline).toHaveAttribute('readonly', '');
    await expect(other.button('Name this draft…')).toBeHidden();
    await expect(other.page.getByRole('contentinfo', { name: 'Status' })).toContainText('Reading only');
    await expect(other.button('Compare…')).toBeVisible();
    await look(second, 'to-read-only');
    // Exporting reads only, so it is there for a reader too.
    await other.button('Export').click();
    await expect(other.page.getByRole('button', { name: 'Choose a folder…' })).toBeVisible();
    await other.button(/^Back/).click();
    await expect(other.body).toBeVisible();

    await first.caretAfter(BEFORE);
    await first.page.keyboard.type(', and by how much');
    await first.saved();

    // The last moment to write in: the first hears that it reads only now, and has not drawn it yet.
    await first.caretAfter(`${BEFORE}, and by how much`);
    const wroteLast = first.page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          globalThis.standfirst.on('access:changed', () =>
            resolve(document.execCommand('insertText', false, ', says the office')),
          );
        }),
    );

    await other.button('Take over').click();
    await expect(other.body).toHaveAttribute('contenteditable', 'true');
    await expect(other.body).toContainText(`${BEFORE}, and by how much`);
    expect((await lockOf(newsroom)).who).toBe('Idris Vaughan');

    expect(await wroteLast).toBe(true);
    const alert = first.page.getByRole('alert').filter({ hasText: 'Idris Vaughan took this newsroom over' });
    await expect(alert).toBeVisible();
    await expect(first.body).toHaveAttribute('contenteditable', 'false');
    const stands = (await first.body.getByRole('listitem').filter({ hasText: BEFORE }).textContent()) ?? '';
    expect(stands).toContain(', says the office');
    await expect.poll(() => written(path.join(standfirst.dataFolder, 'recovery'))).toContain(stands);
    expect(await written(path.join(newsroom, 'releases'))).not.toContain(', says');

    // The second writes and leaves; the first writes again, and finds both texts.
    await other.caretAfter(`${BEFORE}, and by how much`);
    await other.page.keyboard.type(', asks Idris');
    await other.saved();
    await second.quit();
    await expect(first.button('Write here')).toBeVisible({ timeout: 15_000 });
    await first.button('Write here').click();
    await first.button('Keep recovered').click();
    await expect(first.body).toContainText(', says');
    await first.saved();
    const all = await written(path.join(newsroom, 'releases'));
    expect(all).toContain(', says');
    expect(all).toContain(', asks Idris');
  },
);

test('the lock goes with its window, and one left by a kill binds nobody', async ({ standfirst, newsroom }) => {
  const desk = new Desk(standfirst.page);
  await desk.enter();
  await standfirst.kill();
  expect(await readdir(newsroom)).toContain('newsroom.lock');
  const again = new Desk(await standfirst.launch());
  await again.open(HEADLINE);
  await expect(again.body).toHaveAttribute('contenteditable', 'true');
  expect(await readFile(path.join(standfirst.dataFolder, 'logs', 'standfirst.log'), 'utf8')).toContain(
    'stale lock taken over',
  );
  await standfirst.quit();
  expect(await readdir(newsroom)).not.toContain('newsroom.lock');
});

test('the command line writes in no newsroom that is open, and reads in every one', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  await new Desk(standfirst.page).enter('Anwen Pugh');
  await standfirst.relaunch();
  const text = path.join(scratch, 'one.txt');
  await writeFile(text, 'A headline\n\nA paragraph of the release.\n');
  const cli = (...args: string[]) => run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), ...args]);
  await expect(cli('import', text, '--newsroom', newsroom)).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Anwen Pugh has this newsroom open'),
  });
  expect((await cli('doctor', '--newsroom', newsroom)).stdout).toContain('nothing wrong');
  await standfirst.quit();
  // Something is missing from so short a release: exit code 1, and it is in.
  await expect(cli('import', text, '--newsroom', newsroom)).rejects.toMatchObject({ code: 1 });
  expect(await written(path.join(newsroom, 'releases'))).toContain('A paragraph of the release.');
});
