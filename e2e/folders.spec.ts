import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { AS_ROOT, expect, test } from './fixtures';
import { Desk } from './pages/desk';
import { chooseMenu } from './pages/system';

/* What only the system can give: folders and files, chosen in its own dialogs, never named by the page. */

const run = promisify(execFile);

test.use({ startWith: 'nothing' });

const create = (page: Page, organisation: string) =>
  page.evaluate((name) => globalThis.standfirst.newsroom.create({ organisation: name }), organisation);
const start = (page: Page) => page.evaluate(() => globalThis.standfirst.app.start());

test('at a first start no newsroom is open, and calls say so', async ({ page }) => {
  expect(await start(page)).toMatchObject({ who: '', newsroom: null, recent: [], fault: null });
  const answer = await page.evaluate(() => globalThis.standfirst.newsroom.read());
  expect(answer).toMatchObject({ ok: false, fault: { code: 'no-newsroom' } });
});

test('a newsroom made in an empty folder is opened again at the next start', async ({ standfirst, scratch }) => {
  const folder = path.join(scratch, 'press office');
  await mkdir(folder);
  await standfirst.choose(null);
  expect(await create(standfirst.page, 'Office')).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  expect(await readdir(folder)).toEqual([]);

  await standfirst.choose(folder);
  expect(await create(standfirst.page, 'Tŷ Coed Council')).toMatchObject({
    ok: true,
    value: { folder, settings: { organisation: 'Tŷ Coed Council' }, releases: [] },
  });
  const page = await standfirst.relaunch();
  expect(await start(page)).toMatchObject({
    newsroom: { folder },
    recent: [{ organisation: 'Tŷ Coed Council', folder }],
  });
});

test('a folder that a program copies to other machines is warned of, and may be used all the same', async ({
  standfirst,
  scratch,
}) => {
  const folder = path.join(scratch, 'Dropbox', 'press office');
  await mkdir(folder, { recursive: true });
  const answer = (response: number) =>
    standfirst.app.evaluate(({ dialog }, pressed) => {
      const said: string[] = [];
      dialog.showMessageBox = (...args: unknown[]) => {
        const { message = '' } = (args.at(-1) ?? {}) as { message?: string };
        said.push(message);
        // “Choose another folder” asks again, and then nothing is chosen.
        dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
        return Promise.resolve({ response: pressed, checkboxChecked: false });
      };
      Object.assign(globalThis, { said });
    }, response);
  const said = () => standfirst.app.evaluate(() => (globalThis as unknown as { said: string[] }).said);

  await standfirst.choose(folder);
  await answer(0);
  expect(await create(standfirst.page, 'Office')).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  expect(await said()).toEqual(['This folder is copied by Dropbox']);
  expect(await readdir(folder)).toEqual([]);
  await standfirst.choose(folder);
  await answer(1);
  expect(await create(standfirst.page, 'Office')).toMatchObject({ ok: true, value: { folder } });

  // So is one that a backup is restored to: what is restored has drafts and embargoed releases too.
  const restored = path.join(scratch, 'Dropbox', 'restored');
  await mkdir(restored);
  await standfirst.choose(restored);
  await answer(0);
  const restore = () =>
    standfirst.page.evaluate(async () => {
      const { backup } = globalThis.standfirst;
      await backup.now();
      const all = await backup.list();
      return backup.restore(all.ok ? (all.value.backups[0]?.name ?? null) : null);
    });
  expect(await restore()).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  expect(await said()).toEqual(['This folder is copied by Dropbox']);
  expect(await readdir(restored)).toEqual([]);
  await standfirst.choose(restored);
  await answer(1);
  expect(await restore()).toMatchObject({ ok: true, value: { newsroom: { folder: restored } } });
});

test('a folder with something in it is never made a newsroom', async ({ standfirst, scratch }) => {
  const folder = path.join(scratch, 'holiday');
  await mkdir(folder);
  await writeFile(path.join(folder, 'photo.txt'), 'sea');
  await standfirst.choose(folder);
  expect(await create(standfirst.page, 'Office')).toMatchObject({ ok: false, fault: { code: 'not-empty' } });
  expect(await standfirst.page.evaluate(() => globalThis.standfirst.newsroom.sample())).toMatchObject({
    ok: false,
    fault: { code: 'not-empty' },
  });
  expect(await readdir(folder)).toEqual(['photo.txt']);

  const desk = new Desk(standfirst.page);
  await desk.sayName('Anwen Pugh');
  await desk.button(/^Make a newsroom/).click();
  const organisation = standfirst.page.getByLabel('Organisation');
  await organisation.fill('Tŷ Coed Council');
  await desk.button('Choose its folder…').click();
  await expect(standfirst.page.getByRole('alert')).toContainText('The folder is not empty');
  // What was typed is there for the next folder.
  await desk.button(/^Make a newsroom/).click();
  await expect(organisation).toHaveValue('Tŷ Coed Council');
});

test('what is empty in a new newsroom says what will be there, and where to begin', async ({ standfirst, scratch }) => {
  const folder = path.join(scratch, 'new');
  await mkdir(folder);
  await standfirst.choose(folder);
  await create(standfirst.page, 'Tŷ Coed Council');
  const again = new Desk(await standfirst.relaunch());
  await again.sayName('Anwen Pugh');
  await again.button(/^Go on to/).click();
  await again.button(/^Quote register/).click();
  await expect(again.page.getByRole('complementary', { name: 'Speakers' })).toContainText('Nobody is quoted yet.');
  await again.button(/^Back$/).click();
  await again.button(/^People/).click();
  await again.page.getByRole('main').getByRole('button', { name: 'New person' }).click();
  await expect(again.page.getByRole('textbox', { name: 'Name', exact: true })).toBeVisible();
});

test('the sample is made in a chosen folder, and one opened before is opened by its place in the list', async ({
  standfirst,
  scratch,
}) => {
  const [sample, other] = [path.join(scratch, 'sample'), path.join(scratch, 'other')];
  await Promise.all([mkdir(sample), mkdir(other)]);
  await standfirst.choose(sample);
  const made = await standfirst.page.evaluate(() => globalThis.standfirst.newsroom.sample());
  expect(made).toMatchObject({ ok: true, value: { folder: sample, unreadable: [] } });
  await standfirst.choose(other);
  await create(standfirst.page, 'Other');
  expect((await start(standfirst.page)).recent.map(({ folder }) => folder)).toEqual([other, sample]);

  const again = await standfirst.page.evaluate(() => globalThis.standfirst.newsroom.openRecent(1));
  expect(again).toMatchObject({ ok: true, value: { folder: sample } });
  const none = await standfirst.page.evaluate(() => globalThis.standfirst.newsroom.openRecent(7));
  expect(none).toMatchObject({ ok: false, fault: { code: 'not-found' } });
});

test('a newsroom that is no longer there is said to be missing, and the app starts', async ({
  standfirst,
  scratch,
}) => {
  const page = await standfirst.relaunch('--newsroom', path.join(scratch, 'nowhere'));
  expect(await start(page)).toMatchObject({ newsroom: null, fault: { code: 'no-newsroom' } });
});

test('a newsroom that is double-clicked while another is open comes into the first window', async ({
  standfirst,
  scratch,
}) => {
  const [first, second] = [path.join(scratch, 'first'), path.join(scratch, 'second')];
  await Promise.all([mkdir(first), mkdir(second)]);
  for (const folder of [second, first]) {
    await standfirst.choose(folder);
    await create(standfirst.page, path.basename(folder));
  }
  const { app, page, dataFolder } = standfirst;
  const exe = await app.evaluate(({ app: electron }) => electron.getPath('exe'));
  const top = path.resolve(__dirname, '..');
  const args = [top, ...AS_ROOT, `--user-data-dir=${dataFolder}`, path.join('second', 'newsroom.json')];
  // The first window loads its page anew once it has the other newsroom.
  const loaded = page.waitForEvent('load');
  // From another folder: a relative path counts from where the second command was given.
  await run(exe, args, { cwd: scratch, timeout: 30_000 });
  await loaded;
  const answer = await page.evaluate(() => globalThis.standfirst.newsroom.read());
  expect(answer.ok ? answer.value.folder : answer.fault.code).toBe(second);
});

test.describe('from one newsroom to another', () => {
  test.use({ startWith: 'sample' });

  test('what was typed is saved first, and the way back is in the menu', async ({ standfirst, newsroom, scratch }) => {
    const { app, page } = standfirst;
    const desk = new Desk(page);
    await desk.enter();
    await desk.open(/^Rural crime team to double/);
    await desk.headline.fill('Rural crime team to treble');

    // To another by the folder's dialog: one that is none says so, and the page stays.
    await standfirst.choose(scratch);
    await chooseMenu(app, 'open-newsroom');
    await expect(page.getByRole('alert')).toContainText(scratch);
    await expect(desk.headline).toHaveText('Rural crime team to treble');
    await desk.button('Put away').click();

    // By the first screen one can make one, and go on to where one was.
    await chooseMenu(app, 'show-newsrooms');
    await expect(desk.button(/^Go on to Police and Crime Commissioner/)).toBeFocused();
    const other = path.join(scratch, 'other');
    await mkdir(other);
    await standfirst.choose(other);
    await desk.button(/^Make a newsroom/).click();
    await page.getByLabel('Organisation').fill('Harbour Board');
    await desk.button('Choose its folder…').click();
    await expect(page.getByRole('heading', { level: 1, name: 'Harbour Board' })).toBeVisible();

    // Back by the list of recent ones.
    const openRecent = () =>
      app.evaluate(({ Menu }, folder) => {
        const recent = Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items ?? [];
        const item = recent.find(({ sublabel }) => sublabel === folder);
        (item?.click as () => void).call(item);
      }, newsroom);
    // While something is typed that cannot be saved the newsroom stays, and says why.
    await desk.button(/^People/).click();
    await desk.button('New person').first().click();
    await page.getByLabel('Also known as').fill('Mr Hale');
    await openRecent();
    await expect(page.locator('.refusal')).toHaveText('Not saved yet: the other newsroom is not shown');
    await page.getByLabel('Name', { exact: true }).fill('Tomasz Hale');
    const loaded = page.waitForEvent('load');
    await openRecent();
    await loaded;
    await expect(desk.list.getByRole('option', { name: /^Rural crime team to treble/ })).toBeVisible();
  });
});

test.describe('a release chosen for import', () => {
  const importFrom = (page: Page) => page.evaluate(() => globalThis.standfirst.releases.import());

  test.beforeEach(async ({ standfirst, scratch }) => {
    const folder = path.join(scratch, 'press');
    await mkdir(folder);
    await standfirst.choose(folder);
    await create(standfirst.page, 'Office');
  });

  test('is shown first and written when it is accepted', async ({ standfirst, scratch }) => {
    const { page } = standfirst;
    const file = path.join(scratch, 'bridge.txt');
    const lead = 'The bridge at Coed Mawr opened to walkers and riders on Monday, six weeks before it was promised.';
    await writeFile(file, `\uFEFFBridge opens early\r\n\r\n${lead}\r\n`);
    await standfirst.choose(file);
    const preview = await importFrom(page);
    expect(preview).toMatchObject({ ok: true, value: { fileName: 'bridge.txt' } });
    expect(JSON.stringify(preview)).not.toContain(scratch);
    const listed = () => page.evaluate(() => globalThis.standfirst.newsroom.read());
    expect(await listed()).toMatchObject({ ok: true, value: { releases: [] } });

    const accept = () => page.evaluate(() => globalThis.standfirst.releases.importAccept({ keep: [] }));
    const accepted = await accept();
    expect(accepted).toMatchObject({ ok: true, value: { release: { headline: 'Bridge opens early' } } });
    expect(await listed()).toMatchObject({ ok: true, value: { releases: [{ headline: 'Bridge opens early' }] } });
    // Once: the same preview is not written twice.
    expect(await accept()).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  test('is refused when it is not UTF-8 or of another kind', async ({ standfirst, scratch }) => {
    const latin = path.join(scratch, 'latin.txt');
    await writeFile(latin, new Uint8Array([0x43, 0x61, 0x66, 0xe9]));
    await standfirst.choose(latin);
    expect(await importFrom(standfirst.page)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    const program = path.join(scratch, 'release.exe');
    await writeFile(program, 'MZ');
    await standfirst.choose(program);
    expect(await importFrom(standfirst.page)).toMatchObject({ ok: false, fault: { code: 'refused' } });
  });
});

test('a bundle never goes into the newsroom, and publishing asks for a name', async ({ standfirst, scratch }) => {
  const { page } = standfirst;
  const folder = path.join(scratch, 'press');
  await mkdir(path.join(folder), { recursive: true });
  await standfirst.choose(folder);
  await create(page, 'Office');
  const choose = () => page.evaluate(() => globalThis.standfirst.export.chooseFolder());
  for (const inside of [folder, path.join(folder, 'releases'), scratch]) {
    await standfirst.choose(inside);
    expect(await choose(), inside).toMatchObject({ ok: false, fault: { code: 'refused' } });
  }
  const beside = path.join(scratch, 'site');
  await standfirst.choose(beside);
  expect(await choose()).toEqual({ ok: true, value: beside });

  const created = await page.evaluate(() => globalThis.standfirst.releases.create());
  expect(created).toMatchObject({ ok: true, value: { release: { headline: '', language: 'en-GB' } } });
  if (!created.ok) return;
  const publish = () => page.evaluate((id) => globalThis.standfirst.releases.publish(id), created.value.release.id);
  const unnamed = await publish();
  expect(unnamed).toMatchObject({ ok: false, fault: { code: 'refused' } });
  await page.evaluate(() => globalThis.standfirst.app.setWho('Ana Pryce'));
  expect(await publish()).toMatchObject({ ok: false, fault: { code: 'refused' } });
  expect(await publish()).not.toEqual(unnamed);
});

test.describe('the newsroom named on the command line', () => {
  test.use({ startWith: 'sample' });

  test('is open at the start, and what was saved is there after a kill', async ({ standfirst, newsroom }) => {
    const begun = await start(standfirst.page);
    expect(begun.newsroom?.folder).toBe(newsroom);
    const row = begun.newsroom?.releases.find(({ state }) => state === 'working');
    expect(row).toBeDefined();
    if (row === undefined) return;
    const saved = await standfirst.page.evaluate(async (id) => {
      const opened = await globalThis.standfirst.releases.open(id);
      if (!opened.ok) return opened;
      const { release, version } = opened.value;
      return globalThis.standfirst.releases.save({ ...release, headline: 'Saved just before' }, version);
    }, row.id);
    expect(saved).toMatchObject({ ok: true });
    await standfirst.kill();

    const page = await standfirst.launch();
    const again = await page.evaluate((id) => globalThis.standfirst.releases.open(id), row.id);
    expect(again).toMatchObject({
      ok: true,
      value: { release: { headline: 'Saved just before' }, version: saved.ok ? saved.value : '' },
    });
  });

  test('is exported to the folder that was chosen for it, once nothing stops it', async ({ standfirst, scratch }) => {
    const { page, app } = standfirst;
    const plan = () => page.evaluate(() => globalThis.standfirst.export.plan(null));
    const bundle = () => page.evaluate(() => globalThis.standfirst.export.bundle());
    // A plan needs no folder; a bundle does.
    expect(await plan()).toMatchObject({ ok: true, value: { written: false, folder: null } });
    expect(await bundle()).toMatchObject({ ok: false, fault: { code: 'not-found' } });
    const site = path.join(scratch, 'site');
    await mkdir(site);
    await standfirst.choose(site);
    await page.evaluate(() => globalThis.standfirst.export.chooseFolder());

    await page.evaluate(() => globalThis.standfirst.app.setWho('Ana Pryce'));
    const planned = await plan();
    expect(planned).toMatchObject({ ok: true, value: { written: false, folder: site } });
    expect(await readdir(site)).toEqual([]);
    const findings = planned.ok ? planned.value.findings : [];
    for (const { release, code, words } of findings) {
      expect(release).not.toBeNull();
      if (release === null) continue;
      const override = { release, check: code, digest: words?.digest ?? '', reason: 'Read over the telephone.' };
      expect(await page.evaluate((each) => globalThis.standfirst.export.override(each), override)).toMatchObject({
        ok: true,
      });
    }
    const made = await bundle();
    expect(made).toMatchObject({ ok: true, value: { written: true, folder: site } });
    expect(await readdir(path.join(site, 'data'))).toContain('index.html');

    await app.evaluate(({ shell }) => {
      shell.showItemInFolder = (file) => void ((globalThis as { shown?: string }).shown = file);
    });
    expect(await page.evaluate(() => globalThis.standfirst.export.show())).toEqual({ ok: true, value: null });
    const shown = await app.evaluate(() => (globalThis as { shown?: string }).shown);
    expect(shown).toBe(path.join(site, 'data', 'index.html'));
  });
});
