import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { ExportScreen } from './pages/export';

const run = promisify(execFile);
const cli = path.resolve(__dirname, '..', '.vite', 'build', 'cli.cjs');

/** Every file below a folder by its path. */
const filesBelow = async (folder: string): Promise<ReadonlyMap<string, Buffer>> => {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());
  const files = new Map<string, Buffer>();
  for (const { parentPath, name } of entries) {
    const file = path.join(parentPath, name);
    files.set(path.relative(folder, file), await readFile(file));
  }
  return files;
};

test.setTimeout(300_000);

test('what goes out is seen before it does: until when, what next, which pages, old beside new', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  const out = path.join(scratch, 'bundle');
  await run('node', [cli, 'export', '--newsroom', newsroom, '--out', out, '--as-of', '2024-06-01T00:00:00Z']);
  const desk = new Desk(standfirst.page);
  const { page } = standfirst;
  await desk.enter();
  await standfirst.choose(out);

  await test.step('the instant, what it lets out next, and what stays out', async () => {
    await desk.button('Export').click();
    const asOf = page.getByRole('region', { name: 'Public as of' });
    await expect(asOf).toContainText(String(new Date().getUTCFullYear()));
    await expect(asOf).toContainText('Goes public next, at 00:01, Monday 5 January 2099: Letters in the station wall');
    await expect(page.getByRole('region', { name: /^Withheld/ })).toContainText('Letters in the station wall');
  });

  await test.step('what cannot be pressed looks so under the pointer, too', async () => {
    const button = desk.button(/^Export \d+ files$/);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    const looks = () =>
      button.evaluate((element) => {
        const { color, backgroundColor, borderTopColor } = getComputedStyle(element);
        return { color, backgroundColor, borderTopColor };
      });
    const apart = await looks();
    await button.hover();
    await expect(button).toHaveCSS('background-color', apart.backgroundColor);
    expect(await looks()).toEqual(apart);
  });

  const changes = page.getByRole('region', { name: /^What will change/ });
  await test.step('the pages that change, by their names', async () => {
    await desk.button('Choose a folder…').click();
    const row = (name: string) => changes.getByRole('row', { name });
    await expect(row('Ten more street wardens')).toContainText('New');
    await expect(row('Ten more street wardens')).toContainText('release page');
    await expect(row('News Archive')).toContainText('Changed');
    await expect(changes.getByText(/^\d+ other files: feeds, search, data$/)).toBeVisible();
  });

  await test.step('one of them as it stands and as it will be, where no script runs', async () => {
    const opened = standfirst.app.waitForEvent('window');
    await changes.getByRole('button', { name: 'Old beside new: News Archive' }).click();
    await opened;
    const views = () =>
      standfirst.app.evaluate(async ({ webContents }) => {
        const all = webContents.getAllWebContents().filter((each) => each.getURL().includes('://look/'));
        return all.map((each) => ({
          url: each.getURL().replace(/^.*:\/\/look\//, ''),
          title: each.getTitle(),
          isLoading: each.isLoading(),
        }));
      });
    await expect
      .poll(async () => (await views()).map(({ url }) => url).sort())
      .toEqual(['both', 'new/index.html', 'old/index.html']);
    await expect.poll(async () => (await views()).some(({ isLoading }) => isLoading)).toBe(false);
    const runs = await standfirst.app.evaluate(async ({ webContents }) => {
      const all = webContents.getAllWebContents().filter((each) => each.getURL().includes('://look/'));
      return all.map((each) => {
        // Electron tells this of a page, and its types do not.
        const { javascript, sandbox, nodeIntegration, preload } = (
          each as unknown as { getLastWebPreferences: () => Record<string, unknown> }
        ).getLastWebPreferences();
        return { javascript, sandbox, nodeIntegration, preload: preload ?? null };
      });
    });
    for (const each of runs)
      expect(each).toEqual({ javascript: false, sandbox: true, nodeIntegration: false, preload: null });
    await standfirst.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.getParentWindow() !== null) window.close();
    });
  });

  await test.step('the bundle, and its report kept with the newsroom', async () => {
    await desk.button(/^Export \d+ files$/).click();
    await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
    await run('node', [cli, 'verify', out]);
    const [name = '', ...others] = await readdir(path.join(newsroom, 'exports'));
    expect(others).toEqual([]);
    await expect(page.getByRole('region', { name: 'Notes' })).toContainText(`exports/${name}`);
    const kept = JSON.parse(await readFile(path.join(newsroom, 'exports', name), 'utf8')) as {
      readonly added: readonly string[];
      readonly withheld: readonly { readonly why: string; readonly until: string | null }[];
    };
    expect(kept.added.some((file) => file.includes('ten-more-street-wardens'))).toBe(true);
    expect(kept.withheld.filter(({ why }) => why === 'embargoed')).toEqual([
      expect.objectContaining({ until: '2099-01-05T00:01:00.000Z' }),
    ]);
    // A report tells where things stand and why, and no words of a release.
    expect(JSON.stringify(kept)).not.toContain('Letters in the station wall');
  });

  await test.step('and nothing is left to change', async () => {
    await desk.button('Back').click();
    await desk.button('Export').click();
    await expect(page.getByText('0 pages change, 0 new, 0 removed.')).toBeVisible();
    await expect(page.getByText('No file changes. To export again only proves the bundle once more.')).toBeVisible();
    await desk.button('Export again').click();
    await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
  });
});

/** Every file that an export leaves behind: the bundle, the reports in the newsroom, what the app knows of the last one. */
const leftBehind = async (scratch: string): Promise<ReadonlyMap<string, Buffer>> => {
  const all = [...(await filesBelow(scratch))];
  const isOf = (name: string): boolean => /^(bundle|newsroom|data\/exports)\//.test(name.replaceAll(path.sep, '/'));
  return new Map(all.filter(([name]) => isOf(name) && !name.startsWith(path.join('data', 'exports', 'plan'))));
};

const LETTERS = 'Letters in the station wall are opened';

test('a later moment is previewed, says so in words, and nothing of it goes anywhere', async ({
  standfirst,
  scratch,
}) => {
  const out = path.join(scratch, 'bundle');
  await mkdir(out);
  const { page } = standfirst;
  const [desk, screen] = [new Desk(page), new ExportScreen(page)];
  await desk.enter();
  await standfirst.choose(out);
  await desk.button('Export').click();
  await desk.button('Choose a folder…').click();
  await desk.button(/^Export \d+ files$/).click();
  await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
  const before = await leftBehind(scratch);
  const kinds = [...before.keys()].map((name) => name.split(path.sep).slice(0, 2).join('/'));
  expect(kinds).toEqual(expect.arrayContaining(['bundle/data', 'newsroom/exports', 'data/exports']));

  await test.step('what goes public next is offered', async () => {
    await screen.preview(`00:01, Monday 5 January 2099: ${LETTERS}`);
    await expect(screen.later).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preview');
    await expect(screen.previewBar).toContainText('It shows 00:01, Monday 5 January 2099');
    await expect(page.locator('[data-announce="polite"]')).toContainText(
      'A preview, not the archive: 00:01, Monday 5 January 2099. Nothing would stop the export',
    );
    await expect(screen.asOf).toHaveAccessibleName('Preview: would be public as of');
    await expect(screen.asOf.getByRole('listitem')).toHaveText([`${LETTERS}At 00:01, Monday 5 January 2099`]);
    await expect(page.getByRole('region', { name: /^Withheld/ })).not.toContainText(LETTERS);
  });

  await test.step('what would change by then, and not every page for its mark', async () => {
    await expect(screen.changes).toHaveAccessibleName(/^What would change by then/);
    await expect(screen.changes.getByRole('row', { name: LETTERS })).toContainText('New');
    await expect(screen.changes.getByRole('row', { name: 'News Archive' })).toContainText('Changed');
    await expect(screen.changes.getByRole('row', { name: 'Ten more street wardens' })).toHaveCount(0);
  });

  await test.step('old beside new, which bears the mark', async () => {
    const opened = standfirst.app.waitForEvent('window');
    await screen.changes.getByRole('button', { name: `Old beside new: ${LETTERS}` }).click();
    expect(await (await opened).title()).toMatch(/^Preview: news\/2099/);
    const place = path.join(scratch, 'data', 'exports', 'plan', 'news', '2099', '01');
    const shown = await readFile(path.join(place, 'letters-in-the-station-wall-are-opened.html'), 'utf8');
    expect(shown).toContain('Preview, not for publication');
    await standfirst.app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.getParentWindow() !== null) window.close();
    });
  });

  await test.step('it cannot be exported', async () => {
    const button = desk.button(/^Export$/);
    await expect(button).toHaveAttribute('aria-disabled', 'true');
    await expect(button).toHaveAccessibleDescription('A preview writes nothing. Go back to now to export.');
    await button.click({ force: true });
    await expect(screen.previewBar).toBeVisible();
  });

  await test.step('and back: all that an export leaves behind is as it was, and stays free of it', async () => {
    await screen.backToNow();
    await expect(screen.later).toBeFocused();
    await expect(screen.asOf).toHaveAccessibleName('Public as of');
    const after = await leftBehind(scratch);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [name, bytes] of after) expect([name, before.get(name)?.equals(bytes)]).toEqual([name, true]);
    await expect(page.getByText('0 pages change, 0 new, 0 removed.')).toBeVisible();
    await desk.button('Export again').click();
    await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
    await run('node', [cli, 'verify', out]);
    for (const [name, bytes] of await filesBelow(out)) expect([name, bytes.includes(LETTERS)]).toEqual([name, false]);
  });
});

test('while a preview is made, its pages are not shown as those of the look before it', async ({ page }) => {
  await new Desk(page).enter();
  const shown = await page.evaluate(async () => {
    const { plan, look } = globalThis.standfirst.export;
    const now = await plan(null);
    const first = now.ok ? now.value.changes.added.find((name) => name.endsWith('.html')) : undefined;
    const preview = plan('2099-01-05T00:01:00.000Z');
    const looked = await look(first ?? '');
    await preview;
    return { first, looked };
  });
  expect(shown.first).toBeDefined();
  expect(shown.looked).toMatchObject({ ok: false, fault: { code: 'not-found' } });
});

test('a preview is of a moment of one’s own, too, by the clocks of the newsroom', async ({ standfirst }) => {
  const { page } = standfirst;
  const [desk, screen] = [new Desk(page), new ExportScreen(page)];
  await desk.enter();
  await desk.button('Export').click();
  await screen.later.click();
  await screen.dialog.getByLabel('Moment').selectOption('Another date and time');
  const own = screen.dialog.getByLabel('Date and time (Europe/London)');
  await screen.show();
  await expect(screen.dialog.getByRole('alert')).toHaveText('Say at which date and time.');
  await expect(own).toBeFocused();
  await own.fill('2024-06-01T09:00');
  await screen.show();
  await expect(screen.dialog.getByRole('alert')).toHaveText('This moment has come. Choose a later one.');
  await own.fill('2097-10-27T01:30');
  await screen.show();
  await expect(screen.dialog.getByRole('alert')).toContainText('The clocks go back over this time: it comes twice.');
  await screen.dialog.getByRole('button', { name: '01:30 after they have gone back (GMT)' }).click();
  await expect(own).toBeFocused();
  await screen.show();
  await expect(screen.previewBar).toContainText('It shows 01:30, Sunday 27 October 2097');
  await expect(screen.asOf).toContainText('Nothing does.');
  await expect(screen.asOf).toContainText(`After that, at 00:01, Monday 5 January 2099: ${LETTERS}`);

  // Esc leaves it where it is, and what is looked at again is the same moment.
  await screen.later.click();
  await page.keyboard.press('Escape');
  await expect(screen.dialog).toBeHidden();
  await expect(screen.later).toBeFocused();
  await expect(screen.previewBar).toContainText('It shows 01:30, Sunday 27 October 2097');
});

test('a preview tells what would stop the export then, to be settled before', async ({ standfirst }) => {
  const { page } = standfirst;
  const [desk, screen] = [new Desk(page), new ExportScreen(page)];
  await desk.enter();
  await desk.open('Volunteers wanted to visit people in custody');
  await page.getByLabel('Embargo (Europe/London)').fill('2098-03-03T07:00');
  await desk.saved();
  await desk.button('Publish…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish all the same' }).click();
  await expect(page.getByText(/The text is frozen/)).toBeVisible();
  await desk.button('Export').click();
  const checks = page.getByRole('region', { name: /^Checks/ });
  await expect(checks).toContainText('Nothing stops the export');

  await screen.preview('Volunteers wanted to visit people in custody');
  await expect(checks).toContainText('1 would stop the export then');
  await expect(checks).toContainText(/A stranger with a clipboard.*needs approval and has none/);
  await checks.getByRole('button', { name: 'Override…' }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Approved on the telephone, the paper follows');
  await page.getByRole('dialog').getByRole('button', { name: 'Let it pass' }).click();
  await expect(checks).toContainText('Nothing would stop the export then');
  await expect(screen.previewBar).toContainText('It shows 07:00, Monday 3 March 2098');
});

test('two machines far apart make the same bundle, byte for byte, and the same zip', async ({ newsroom, scratch }) => {
  // The files of the other newsroom come in another order, as another disk may give them.
  const other = path.join(scratch, 'other');
  for (const name of [...(await filesBelow(newsroom)).keys()].sort().reverse()) {
    await mkdir(path.dirname(path.join(other, name)), { recursive: true });
    await copyFile(path.join(newsroom, name), path.join(other, name));
  }
  const made: { readonly files: ReadonlyMap<string, Buffer>; readonly zip: Buffer }[] = [];
  for (const [from, env] of [
    [newsroom, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
    [other, { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }],
    [other, { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
  ] as const) {
    const out = path.join(scratch, `bundle-${made.length}`);
    const zip = path.join(scratch, `bundle-${made.length}.zip`);
    const args = ['export', '--newsroom', from, '--out', out, '--zip', zip, '--as-of', '2026-11-20T09:00:00Z'];
    await run('node', [cli, ...args, '--handover'], { env: { ...process.env, ...env } });
    made.push({ files: await filesBelow(out), zip: await readFile(zip) });
  }
  const [first, ...others] = made;
  expect(first?.files.size).toBeGreaterThan(50);
  for (const each of others) {
    expect([...each.files.keys()].sort()).toEqual([...(first?.files.keys() ?? [])].sort());
    for (const [name, bytes] of each.files) expect([name, first?.files.get(name)?.equals(bytes)]).toEqual([name, true]);
    expect(first?.zip.equals(each.zip)).toBe(true);
  }
});

/** Copies a published release of a newsroom so many times, each with an id and an address of its own. */
const multiply = async (newsroom: string, times: number): Promise<void> => {
  const files = await filesBelow(newsroom);
  const found = [...files].flatMap(([name, bytes]) => {
    const text = bytes.toString('utf8');
    const address = /"address": "(news\/[^"]+)\.html"/.exec(text)?.[1];
    const isIt = name.endsWith('release.json') && text.includes('"state": "published"') && !text.includes('"image"');
    return isIt && address !== undefined ? [{ folder: path.dirname(name), text, address }] : [];
  });
  const [first] = found;
  if (first === undefined) throw new Error('no release of the sample is published');
  const id = /"id": "(r-[0-9a-z]+)"/.exec(first.text)?.[1] ?? '';
  const version = /"version": "([0-9a-f]{64})"/.exec(first.text)?.[1] ?? '';
  const frozen = files.get(path.join(first.folder, 'history', 'objects', `${version}.json`))?.toString('utf8') ?? '';
  for (let number = 1; number <= times; number += 1) {
    const [ownId, ownAddress] = [`r-copy${String(number).padStart(8, '0')}`, `${first.address}-${number}`];
    const object = frozen.replaceAll(id, ownId);
    const hash = createHash('sha256').update(object).digest('hex');
    const folder = path.join(newsroom, path.dirname(first.folder), path.basename(first.folder).replace(id, ownId));
    await mkdir(path.join(folder, 'history', 'objects'), { recursive: true });
    await writeFile(path.join(folder, 'history', 'objects', `${hash}.json`), object);
    const own = first.text.replaceAll(id, ownId).replaceAll(version, hash).replaceAll(first.address, ownAddress);
    await writeFile(path.join(folder, 'release.json'), own);
  }
};

test('an archive of many releases is made by two threads, and is the one that the command line makes', async ({
  standfirst,
  newsroom,
  scratch,
}) => {
  await multiply(newsroom, 520);
  const out = path.join(scratch, 'bundle');
  const desk = new Desk(standfirst.page);
  const { page } = standfirst;
  await desk.enter();
  await standfirst.choose(out);
  await desk.button('Export').click();
  await desk.button('Choose a folder…').click();
  await desk.button(/^Export [\d,]+ files$/).click();
  await test.step('stopped while it is being written, it leaves nothing, and begins again when it is asked to', async () => {
    const doing = page.getByRole('region', { name: 'Writing the bundle' });
    await expect(doing).toContainText(/^Writing the bundle[\d,]+ of (about )?[\d,]+ (releases|files)/);
    await desk.button('Cancel the export').click();
    await expect(page.getByText('The export was stopped. The last bundle is as it was.')).toBeVisible();
    await expect(doing).toBeHidden();
    expect((await readdir(scratch)).filter((name) => name.startsWith('bundle'))).toEqual([]);
    await desk.button(/^Export [\d,]+ files$/).click();
  });
  await expect(page.getByText('The bundle is written and proved whole')).toBeVisible();
  await run('node', [cli, 'verify', out]);
  const info = await readFile(path.join(out, 'bag-info.txt'), 'utf8');
  const asOf = /as of (.*)/.exec(info)?.[1] ?? '';
  const other = path.join(scratch, 'other');
  await run('node', [cli, 'export', '--newsroom', newsroom, '--out', other, '--as-of', asOf]);
  const [one, two] = [await filesBelow(out), await filesBelow(other)];
  expect([...one.keys()].filter((name) => name.startsWith('data/news/')).length).toBeGreaterThan(1_000);
  expect([...two.keys()].sort()).toEqual([...one.keys()].sort());
  for (const [name, bytes] of two) expect([name, one.get(name)?.equals(bytes)]).toEqual([name, true]);
});
