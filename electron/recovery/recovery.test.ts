import { mkdir, readdir, rename, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import type { Release, VersionHash } from '../../shared/release/model';
import { newsroomSettings, p, release, releaseId } from '../../shared/testing/builders';
import { fault } from '../../shared/fault';
import { guardStore } from '../lock/guard';
import { openLog } from '../log';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { versionHash } from '../newsroom/history';
import { createNewsroom, openNewsroom } from '../newsroom/store';
import { atEveryCall, faultOf, filesBelow, temporaryFolders, troubledFileSystem, valueOf } from '../newsroom/testing';
import { makeRecovery } from './recovery';
import { placeFor } from './slots';

const temporary = temporaryFolders();
const ID = releaseId('r-recover01');
const SETTINGS = newsroomSettings();
const start = release({
  id: ID,
  headline: 'New paths',
  dateline: { place: '', date: '2026-11-24' },
  body: [p('As saved.')],
});
const edited = (text: string): Release => ({ ...start, body: [p(text)] });
const AT = '2026-11-22T14:05:41.000Z';

/** A newsroom with one release, and the slots of the computer it is written on. */
const begin = async () => {
  const top = await temporary();
  const folder = join(top, 'newsroom');
  const now = () => new Date(AT);
  const made = valueOf(await createNewsroom(folder, SETTINGS, { device: 'desk', now }));
  const { version } = valueOf(await made.addRelease(start, 'created', 'Ada'));
  const log = openLog(join(top, 'logs'), { echo: false });
  const slots = join(top, 'recovery');
  return {
    top,
    folder,
    version,
    /** The program as started anew: nothing is left of it but what is on the disk. */
    app: async (fs: FileSystem = nodeFileSystem, slotFs: FileSystem = nodeFileSystem) => ({
      store: valueOf(await openNewsroom(folder, { device: 'desk', now, fs })),
      recovery: makeRecovery({ folder: slots, log, now, fs: slotFs }),
    }),
    kept: () => filesBelow(slots),
    place: () => placeFor(slots, folder),
    releaseFile: async () => {
      const year = join(folder, 'releases', '2026');
      return join(year, (await readdir(year))[0] ?? '', 'release.json');
    },
  };
};
type Desk = Awaited<ReturnType<typeof begin>>;
/** A disk on which nothing can be written. */
const full = () => troubledFileSystem(1, 'killed');
const textOf = ({ release: { body } }: { readonly release: Release }) => body;

/** Words were typed and the program was killed before the newsroom had them. */
const killed = async (desk: Desk, text: string) => {
  const { store, recovery } = await desk.app(full());
  const failed = faultOf(await recovery.save(store, edited(text), desk.version, 'Ada'));
  expect(failed).toMatchObject({ code: 'disk', kept: true });
};
/** Another program saves over the release. */
const savedElsewhere = async (desk: Desk, text: string) => {
  const { store } = await desk.app();
  return valueOf(await store.saveRelease(edited(text), desk.version, 'Ben'));
};

describe('saving', () => {
  test('leaves nothing behind on this computer once the newsroom has the words', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app();
    expect(valueOf(await recovery.save(store, edited('Typed.'), desk.version, 'Ada'))).toBe(
      versionHash(edited('Typed.')),
    );
    await recovery.settled();
    expect(await desk.kept()).toEqual({});
  });

  test('says that the folder is gone where it went away while the release was open', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app();
    const file = await desk.releaseFile();
    await rename(dirname(file), join(desk.top, 'release away'));
    expect(faultOf(await recovery.save(store, edited('Typed.'), desk.version, 'Ada'))).toMatchObject({
      code: 'disk',
      message: 'The release’s folder in the newsroom is no longer there. Bring it back, or save a copy elsewhere.',
      kept: true,
    });
    await rename(desk.folder, `${desk.folder} away`);
    expect(faultOf(await recovery.save(store, edited('Typed.'), desk.version, 'Ada')).message).toMatch(
      /^The newsroom’s folder is no longer there\./,
    );
    await rename(`${desk.folder} away`, desk.folder);
    await rename(join(desk.top, 'release away'), dirname(file));
    valueOf(await recovery.save(store, edited('Typed.'), desk.version, 'Ada'));
    await recovery.settled();
    expect(await desk.kept()).toEqual({});
  });

  test('says that nothing is kept where this computer cannot be written either', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app(full(), full());
    expect(faultOf(await recovery.save(store, edited('Typed.'), desk.version, 'Ada'))).toMatchObject({
      code: 'disk',
      kept: false,
    });
    expect(faultOf(await recovery.keep(store, edited('Typed.'), desk.version)).code).toBe('disk');
  });

  test('takes away words that were kept and taken back, and they do not come again', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app();
    valueOf(await recovery.keep(store, edited('A second thought.'), desk.version));
    expect(valueOf(await recovery.save(store, start, desk.version, 'Ada'))).toBe(desk.version);
    await recovery.settled();
    expect(await desk.kept()).toEqual({});
  });

  test.each(['killed', 'EIO', 'short write'] as const)(
    'gone wrong anywhere (%s), it leaves no older words that look as if they were another’s',
    async (trouble) => {
      for (const older of [1, 2])
        await atEveryCall(trouble, async (fs, at) => {
          const desk = await begin();
          const before = await desk.app();
          for (let number = 1; number <= older; number += 1)
            valueOf(await before.recovery.keep(before.store, edited(`Older ${number}.`), desk.version));
          const { store, recovery } = await desk.app(fs, fs);
          const answer = await recovery.save(store, edited('Typed.'), desk.version, 'Ada');
          await recovery.settled();
          const again = await desk.app();
          const opened = valueOf(await again.recovery.open(again.store, ID, 'Ada'));
          const said = `${older} kept before, ${trouble} at call ${at}`;
          expect([null, 'continued'], said).toContain(opened.recovery?.outcome ?? null);
          const [typed, last] = [[p('Typed.')], [p(`Older ${older}.`)]];
          const isSafe = answer.ok || answer.fault.kept === true;
          expect(isSafe ? [typed] : [typed, last], said).toContainEqual(textOf(opened));
        });
    },
  );

  test('does not delete words that were typed while it was under way', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app();
    const saving = recovery.save(store, edited('Typed.'), desk.version, 'Ada');
    valueOf(await recovery.keep(store, edited('Typed. And more.'), desk.version));
    valueOf(await saving);
    await recovery.settled();
    const again = await desk.app();
    const opened = valueOf(await again.recovery.open(again.store, ID, 'Ada'));
    expect(textOf(opened)).toEqual([p('Typed. And more.')]);
    expect(opened.recovery?.outcome).toBe('continued');
  });
});

describe('opening a release', () => {
  test('says nothing of recovery where nothing was kept', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app();
    expect(valueOf(await recovery.open(store, ID, 'Ada'))).toEqual({
      release: start,
      version: desk.version,
      recovery: null,
    });
  });

  test('gives the words that continue the saved text, saved and a version of the history', async () => {
    const desk = await begin();
    await killed(desk, 'As saved, and typed.');
    const { store, recovery } = await desk.app();
    const opened = valueOf(await recovery.open(store, ID, 'Ada'));
    const version = versionHash(edited('As saved, and typed.'));
    expect(opened).toEqual({
      release: edited('As saved, and typed.'),
      version,
      recovery: { outcome: 'continued', at: AT, version, damaged: 0 },
    });
    expect(valueOf(await store.openRelease(ID))).toEqual({ release: edited('As saved, and typed.'), version });
    const lines = valueOf(await store.versions(ID));
    expect(lines.map(({ kind, name, object }) => ({ kind, name, object }))).toEqual([
      { kind: 'created', name: '', object: desk.version },
      { kind: 'restored', name: 'Recovered', object: version },
    ]);
    expect(await desk.kept()).toEqual({});
    expect(valueOf(await recovery.open(store, ID, 'Ada')).recovery).toBeNull();
  });

  test('gives words that cannot be saved yet all the same, and keeps them', async () => {
    const desk = await begin();
    await killed(desk, 'As saved, and typed.');
    const broken = await desk.app(full());
    const opened = valueOf(await broken.recovery.open(broken.store, ID, 'Ada'));
    expect(opened).toMatchObject({
      release: edited('As saved, and typed.'),
      version: desk.version,
      recovery: { outcome: 'unsaved', at: AT },
    });
    expect(Object.keys(await desk.kept())).toHaveLength(1);
    const { store, recovery } = await desk.app();
    valueOf(await recovery.save(store, opened.release, opened.version, 'Ada'));
    await recovery.settled();
    expect(await desk.kept()).toEqual({});
  });

  test('loses neither text where both went on: both are in the history, the saved one opens', async () => {
    const desk = await begin();
    await killed(desk, 'Typed here.');
    const theirs = await savedElsewhere(desk, 'Written there.');
    const { store, recovery } = await desk.app();
    const opened = valueOf(await recovery.open(store, ID, 'Ada'));
    const ours = versionHash(edited('Typed here.'));
    expect(opened).toEqual({
      release: edited('Written there.'),
      version: theirs,
      recovery: { outcome: 'diverged', at: AT, version: ours, damaged: 0 },
    });
    for (const object of [ours, theirs]) valueOf(await store.version(ID, object));
    expect(await desk.kept()).toEqual({});
  });

  test('is refused where diverged words could not be put into the history; they stay kept', async () => {
    const desk = await begin();
    await killed(desk, 'Typed here.');
    await savedElsewhere(desk, 'Written there.');
    const before = await desk.kept();
    const broken = await desk.app(full());
    expect(faultOf(await broken.recovery.open(broken.store, ID, 'Ada')).message).toContain('kept on this computer');
    expect(await desk.kept()).toEqual(before);
    const { store, recovery } = await desk.app();
    expect(valueOf(await recovery.open(store, ID, 'Ada')).recovery?.outcome).toBe('diverged');
  });

  test('knows words again that landed although nobody was told', async () => {
    const desk = await begin();
    await killed(desk, 'First.');
    await savedElsewhere(desk, 'First.');
    const { store, recovery } = await desk.app();
    expect(valueOf(await recovery.open(store, ID, 'Ada'))).toMatchObject({ release: edited('First.'), recovery: null });
    expect(await desk.kept()).toEqual({});
  });

  test('takes words as going on from a text of the same session that landed although nobody was told', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app(full());
    await recovery.save(store, edited('First.'), desk.version, 'Ada');
    await recovery.save(store, edited('First. Second.'), desk.version, 'Ada');
    await savedElsewhere(desk, 'First.');
    const again = await desk.app();
    expect(valueOf(await again.recovery.open(again.store, ID, 'Ada'))).toMatchObject({
      release: edited('First. Second.'),
      recovery: { outcome: 'continued' },
    });
  });

  test('never puts kept words into a published text: they are a version to compare', async () => {
    const desk = await begin();
    await killed(desk, 'Too late.');
    const other = await desk.app();
    for (const to of ['in review', 'agreed'] as const) valueOf(await other.store.setState(ID, to, 'Ben'));
    const published = valueOf(await other.store.publish(ID, 'Ben'));
    const { store, recovery } = await desk.app();
    const opened = valueOf(await recovery.open(store, ID, 'Ada'));
    expect(opened).toMatchObject({ ...published, recovery: { outcome: 'diverged' } });
    const kept = valueOf(await store.version(ID, opened.recovery?.version ?? ('' as VersionHash)));
    expect(kept.body).toEqual([p('Too late.')]);
    expect(kept.state).toBe('published');
  });

  test.each(['As saved.', 'Theirs.'])(
    'says that words wait where nothing is saved from here, whatever stands there (%s)',
    async (theirs) => {
      const desk = await begin();
      await killed(desk, 'Kept here.');
      if (theirs !== 'As saved.') await savedElsewhere(desk, theirs);
      const { store, recovery } = await desk.app();
      let isReader = true;
      const denied = fault('denied', 'Ben has this newsroom open.');
      const guarded = guardStore(store, () => Promise.resolve(isReader ? denied : null));
      const opened = valueOf(await recovery.open(guarded, ID, 'Ada'));
      expect(textOf(opened)).toEqual([p(theirs)]);
      expect(opened.recovery).toMatchObject({ outcome: 'waiting', at: AT, version: null });
      expect(valueOf(await recovery.stranded.read(guarded, ID)).body).toEqual([p('Kept here.')]);
      isReader = false;
      const again = valueOf(await recovery.open(guarded, ID, 'Ada'));
      expect(again.recovery?.outcome).toBe(theirs === 'As saved.' ? 'continued' : 'diverged');
    },
  );

  test('tells of a damaged slot and gives the words of the other one', async () => {
    const desk = await begin();
    const { store, recovery } = await desk.app(full());
    await recovery.save(store, edited('One.'), desk.version, 'Ada');
    await recovery.save(store, edited('One. Two.'), desk.version, 'Ada');
    await writeFile(join(desk.place(), `${ID}.b.json`), '{"half":');
    const again = await desk.app();
    const opened = valueOf(await again.recovery.open(again.store, ID, 'Ada'));
    expect(textOf(opened)).toEqual([p('One.')]);
    expect(opened.recovery).toMatchObject({ outcome: 'continued', damaged: 1 });
  });

  test('leaves words that could not be read to whoever can: nothing is written over them, and no save deletes them', async () => {
    const desk = await begin();
    await killed(desk, 'Typed before the crash.');
    const [slot = ''] = await readdir(desk.place());
    const file = join(desk.place(), slot);
    const { store, recovery } = await desk.app();
    // As another program does that has the file for itself: it is there and gives nothing.
    await rename(file, `${desk.place()} held`);
    await mkdir(file);
    const opened = valueOf(await recovery.open(store, ID, 'Ada'));
    expect(opened.recovery).toMatchObject({ outcome: 'none', damaged: 1 });
    await rmdir(file);
    await rename(`${desk.place()} held`, file);
    let { version } = opened;
    for (const text of ['One.', 'Two.', 'Three.'])
      version = valueOf(await recovery.save(store, edited(text), version, 'Ada'));
    await recovery.settled();
    const left = Object.values(await desk.kept());
    expect(left).toHaveLength(1);
    expect(left[0]).toContain('Typed before the crash.');
  });

  test('gives words of a newsroom that was moved while they could not be saved', async () => {
    const desk = await begin();
    await killed(desk, 'As saved, and typed.');
    const moved = join(desk.top, 'moved');
    await rename(desk.folder, moved);
    const store = valueOf(await openNewsroom(moved, { device: 'desk' }));
    const recovery = makeRecovery({
      folder: join(desk.top, 'recovery'),
      log: openLog(join(desk.top, 'logs'), { echo: false }),
      now: () => new Date(AT),
      fs: nodeFileSystem,
    });
    expect(textOf(valueOf(await recovery.open(store, ID, 'Ada')))).toEqual([p('As saved, and typed.')]);
    expect(await desk.kept()).toEqual({});
  });

  test('compares with the file as another program wrote it', async () => {
    const desk = await begin();
    await killed(desk, 'Typed here.');
    await writeFile(await desk.releaseFile(), canonicalJson(edited('By hand.')));
    const { store, recovery } = await desk.app();
    expect(valueOf(await recovery.open(store, ID, 'Ada'))).toMatchObject({
      release: edited('By hand.'),
      recovery: { outcome: 'diverged' },
    });
  });
});

test('everything kept of a release can be removed', async () => {
  const desk = await begin();
  await killed(desk, 'Typed here.');
  const { recovery } = await desk.app();
  expect(await recovery.removeSlots(desk.folder, ID)).toEqual({ ok: true, value: null });
  expect(await desk.kept()).toEqual({});
});
