import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ExportReport } from '../../shared/archive/model';
import { release, p, releaseId } from '../../shared/testing/builders';
import { keepReport } from '../export/keep-report';
import { marksOf } from '../removal/marks';
import { nodeFileSystem } from './file-system';
import { mend } from './mend';
import { openNewsroom } from './store';
import { mendUnreadable } from './tidy';
import { ID, edited, newDesk, saveText } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

/* A newsroom may come by mail or lie on a shared drive, and links travel in archives: one may lead to anything that the
   person who opens it has. */

const temporary = temporaryFolders();

const HELD = releaseId('r-harbour1');

/** A newsroom with a release that was published, and beside it a folder of somebody's own. */
const begin = async () => {
  const top = await temporary();
  const desk = await newDesk(top);
  const text = release({
    id: HELD,
    headline: 'Harbour',
    dateline: { place: 'Hexley', date: '2026-11-22' },
    body: [p('One.')],
  });
  valueOf(await desk.store.addRelease(text, 'created', 'Ada'));
  for (const state of ['in review', 'agreed'] as const) valueOf(await desk.store.setState(HELD, state, 'Ada'));
  valueOf(await desk.store.publish(HELD, 'Ada'));
  await desk.store.settled();
  const own = join(top, 'own');
  await mkdir(join(own, 'letters'), { recursive: true });
  await writeFile(join(own, 'will.txt'), 'everything');
  await writeFile(join(own, 'letters', 'first.txt'), 'Dear');
  const names = await readdir(join(desk.folder, 'releases', '2026'));
  const place = join(desk.folder, 'releases', '2026', names.find((name) => name.endsWith(`--${HELD}`)) ?? '');
  return { ...desk, top, own, held: place, before: await filesBelow(own) };
};
type Begun = Awaited<ReturnType<typeof begin>>;

const REPORT: ExportReport = {
  asOf: '2026-11-22T10:00:00.000Z',
  preview: false,
  written: true,
  folder: null,
  files: [],
  changes: { added: [], changed: [], removed: [], same: 0 },
  pages: [],
  withheld: [],
  findings: [],
  notes: [],
};

/** The note that has whoever opens the newsroom go on with a removal. */
const plantRemoval = async ({ folder }: Begun): Promise<void> => {
  const note = {
    format: 1,
    id: HELD,
    by: 'Ben',
    at: '2026-11-22T10:00:00.000Z',
    reason: 'A court order',
    last: 'a'.repeat(64),
    marks: marksOf(new Set()),
  };
  await mkdir(join(folder, 'removals'));
  await writeFile(join(folder, 'removals', `${HELD}.json`), JSON.stringify(note));
};

describe('a link in a newsroom that leads out of it', () => {
  for (const inside of ['history', 'history/objects', 'history/log'])
    test(`is not followed by what is erased, where ${inside} is one`, async () => {
      const begun = await begin();
      await rm(join(begun.held, inside), { recursive: true });
      await symlink(begun.own, join(begun.held, inside));
      await plantRemoval(begun);
      const store = await begun.reopen();
      const removed = await store.remove(HELD, null);
      expect(await filesBelow(begun.own)).toEqual(begun.before);
      expect(faultOf(removed).message).toContain('link');
    });
  test('is not followed by what is erased, where the trash is one', async () => {
    const begun = await begin();
    const theirs = join(begun.own, '2026-11-22-harbour--r-harbour1');
    await mkdir(theirs);
    await writeFile(join(theirs, 'release.json'), 'their words');
    const before = await filesBelow(begun.own);
    await symlink(begun.own, join(begun.folder, 'trash'));
    await plantRemoval(begun);
    const store = await begun.reopen();
    const removed = await store.remove(HELD, null);
    expect(await filesBelow(begun.own)).toEqual(before);
    expect(faultOf(removed).message).toContain('link');
  });
  test('is not written through', async () => {
    const begun = await begin();
    const place = await begun.place();
    await rm(join(place, 'history'), { recursive: true });
    await symlink(begun.own, join(place, 'history'));
    const store = await begun.reopen();
    const open = valueOf(await store.openRelease(ID));
    const saved = await store.saveRelease(edited('Two.'), open.version, 'Ada');
    expect(await filesBelow(begun.own)).toEqual(begun.before);
    expect(faultOf(saved).message).toContain('link');
  });
  test('is not written through as a release is mended, nor by the report of an export', async () => {
    const begun = await begin();
    const place = await begun.place();
    await symlink(begun.own, join(begun.folder, 'exports'));
    await symlink(begun.own, join(place, 'quarantine'));
    await writeFile(join(place, 'release.json'), 'damaged');
    const newsroom = valueOf(await begun.store.read());
    const options = { now: begun.time.now, device: 'desk', who: 'Ada', fs: nodeFileSystem };
    await expect(mendUnreadable(newsroom, options)).rejects.toThrow('link');
    await expect(mend(begun.folder, options)).rejects.toThrow('link');
    await expect(keepReport(begun.folder, REPORT)).rejects.toThrow('link');
    expect(await filesBelow(begun.own)).toEqual(begun.before);
  });
  test('may lead to another place of the same newsroom, and so may the way to it', async () => {
    const begun = await begin();
    const place = await begun.place();
    await rename(join(place, 'history'), join(place, 'past'));
    await symlink('past', join(place, 'history'));
    await symlink(begun.folder, join(begun.top, 'way'));
    const store = await begun.reopen();
    await saveText(store, edited('Two.'));
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p('Two.')]);
  });
});

/** Whatever of the newsroom's folder could be read by whoever sent it. */
const everything = async ({ folder }: Begun): Promise<string> => JSON.stringify(await filesBelow(folder));

describe('a link in the place of a file of a newsroom', () => {
  const secret = 'PRIVATE KEY';
  const plant = async (begun: Begun, place: string): Promise<void> => {
    await writeFile(join(begun.own, 'key'), secret);
    await rm(place, { force: true });
    await symlink(join(begun.own, 'key'), place);
  };
  test('has nothing brought into the newsroom by a save, where it is the log', async () => {
    const begun = await begin();
    await plant(begun, await begun.log());
    const store = await begun.reopen();
    const open = valueOf(await store.openRelease(ID));
    const saved = await store.saveRelease(edited('Two.'), open.version, 'Ada');
    expect(await everything(begun)).not.toContain(secret);
    expect(faultOf(saved).message).toContain('link');
  });
  test('has nothing put aside in the newsroom, where it is a release', async () => {
    const begun = await begin();
    await plant(begun, join(begun.held, 'release.json'));
    await writeFile(join(await begun.place(), 'release.json'), 'damaged');
    const store = await begun.reopen();
    const newsroom = valueOf(await store.read());
    const mended = await mendUnreadable(newsroom, {
      now: begun.time.now,
      device: 'desk',
      who: 'Ada',
      fs: nodeFileSystem,
    });
    expect(await everything(begun)).not.toContain(secret);
    expect(newsroom.unreadable.map(({ message }) => message).join()).toContain('link');
    expect(mended.map(({ where }) => where)).toEqual([expect.stringContaining(ID)]);
  });
  for (const name of ['newsroom.json', 'people.json'])
    test(`has nothing put aside in the newsroom, where it is ${name}`, async () => {
      const begun = await begin();
      await plant(begun, join(begun.folder, name));
      const opened = await openNewsroom(begun.folder, begun.options);
      expect(await everything(begun)).not.toContain(secret);
      expect(faultOf(opened).message).toContain('link');
    });
  test('is no style of the archive: the bundle is public', async () => {
    const begun = await begin();
    await mkdir(join(begun.folder, 'look'));
    await plant(begun, join(begun.folder, 'look', 'style.css'));
    expect(faultOf(await begun.store.contents()).message).toContain('link');
  });
});
