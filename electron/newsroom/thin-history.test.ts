import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { p } from '../../shared/testing/builders';
import { examine } from './doctor';
import { objectsIn } from './history';
import { ID, edited, kindsOf, newDesk, saveText } from './testing-desk';
import { faultOf, temporaryFolders, atEveryCall, valueOf } from './testing';

const temporary = temporaryFolders();
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** A release written on at 09:00 (as begun), 09:10, 09:20 and 10:20, each a version. */
const written = async () => {
  const desk = await newDesk(await temporary());
  const versions = [desk.version];
  for (const [minutes, text] of [
    [10, 'Two.'],
    [10, 'Three.'],
    [60, 'Four.'],
  ] as const) {
    desk.time.pass(minutes * MINUTE);
    versions.push(await saveText(desk.store, edited(text)));
  }
  return { ...desk, versions };
};

describe('thinning a history on disk', () => {
  test('lets go what is old, says so in a line, and keeps every line', async () => {
    const { store, time, folder, place, log, versions } = await written();
    const [created, two, three, four] = versions;
    time.pass(2 * 60 * MINUTE);
    const before = await readFile(await log(), 'utf8');
    expect(valueOf(await store.thin())).toEqual({ objects: 1 });
    expect([...(await objectsIn(await place()))].sort()).toEqual([created, three, four].sort());
    const after = await readFile(await log(), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(JSON.parse(after.slice(before.length))).toMatchObject({ kind: 'thinned', seq: 5, objects: [two] });
    expect(await kindsOf(store)).toEqual(['created', 'autosave', 'autosave']);
    expect(faultOf(await store.version(ID, two ?? created ?? ('' as never))).code).toBe('not-found');
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
  test('keeps the working text however old, and adds no line when there is nothing to thin', async () => {
    const { store, time, folder, log } = await written();
    time.pass(60 * DAY);
    expect(valueOf(await store.thin())).toEqual({ objects: 2 });
    const before = await readFile(await log(), 'utf8');
    expect(valueOf(await store.thin())).toEqual({ objects: 0 });
    expect(await readFile(await log(), 'utf8')).toBe(before);
    expect(valueOf(await store.openRelease(ID)).release.body).toEqual([p('Four.')]);
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
  test.each([
    ['a placeholder', (file: string) => rename(file, join(dirname(file), `.${basename(file)}.icloud`))],
    ['an empty file', (file: string) => writeFile(file, '')],
  ])('leaves all alone while the log of another computer is %s: it might name any of them', async (_, away) => {
    const { store, reopen, time, place, versions } = await written();
    const draft = versions[1] ?? versions[0];
    if (draft === undefined) throw new Error('nothing was written');
    const laptop = await reopen({ device: 'laptop' });
    valueOf(await laptop.nameVersion(ID, draft, 'Draft 1', 'Ben'));
    const file = join(await place(), 'history', 'log', 'laptop.jsonl');
    const bytes = await readFile(file);
    await away(file);
    time.pass(60 * DAY);
    expect(valueOf(await store.thin())).toEqual({ objects: 0 });
    await writeFile(file, bytes);
    valueOf(await store.thin());
    expect(valueOf(await store.version(ID, draft)).body).toEqual([p('Two.')]);
  });
  test('is no change of a history that this computer knows', async () => {
    const { store, time, reopen } = await written();
    time.pass(DAY);
    valueOf(await store.thin());
    expect(valueOf(await (await reopen()).checkHistory())).toEqual([]);
  });
  test('leaves alone the versions of another computer', async () => {
    const { time, reopen } = await written();
    time.pass(60 * DAY);
    expect(valueOf(await (await reopen({ device: 'laptop' })).thin())).toEqual({ objects: 0 });
  });
  test('leaves alone a history with a line that cannot be read', async () => {
    const { store, time, log } = await written();
    time.pass(60 * DAY);
    await writeFile(await log(), `${await readFile(await log(), 'utf8')}half a li`);
    expect(valueOf(await store.thin())).toEqual({ objects: 0 });
  });
  test('does not hide that a text is missing which was not thinned out', async () => {
    const { store, time, folder, place, versions } = await written();
    time.pass(2 * 60 * MINUTE);
    valueOf(await store.thin());
    await rm(join(await place(), 'history', 'objects', `${versions[2] ?? ''}.json`));
    expect((await examine(folder, { now: time.now })).findings.map((each) => each.code)).toEqual(['object-missing']);
  });
  test('brings back nothing thinned: a text typed again is a text again', async () => {
    const { store, time, folder } = await written();
    time.pass(2 * 60 * MINUTE);
    valueOf(await store.thin());
    await saveText(store, edited('Two.'));
    expect(await kindsOf(store)).toEqual(['created', 'autosave', 'autosave', 'autosave', 'autosave']);
    expect((await examine(folder, { now: time.now })).findings).toEqual([]);
  });
  test('keeps what stood there before a restoring, or before what a page takes over, as other versions are', async () => {
    for (const act of ['restored', 'kept'] as const) {
      const { store, time, place, version: first } = await newDesk(await temporary());
      time.pass(10 * MINUTE);
      const work = await saveText(store, edited('Three hours of work.'));
      time.pass(MINUTE);
      if (act === 'restored') valueOf(await store.restore(ID, first, 'Ada'));
      else valueOf(await store.keepSaved(ID, 'Ada'));
      time.pass(MINUTE);
      await saveText(store, edited('One. More.'));
      time.pass(2 * 60 * MINUTE);
      valueOf(await store.thin());
      expect(await objectsIn(await place())).toContain(work);
    }
  });
  test('keeps the text of a correction that was given up', async () => {
    const { store, time, place } = await newDesk(await temporary());
    for (const to of ['in review', 'agreed'] as const) valueOf(await store.setState(ID, to, 'Ada'));
    valueOf(await store.publish(ID, 'Ada'));
    const corrected = async (text: string) => {
      const { release, version } = valueOf(await store.beginChange(ID, { kind: 'corrected', note: 'A slip.' }, 'Ada'));
      time.pass(10 * MINUTE);
      return valueOf(await store.saveRelease({ ...release, body: [p(text)] }, version, 'Ada'));
    };
    const work = await corrected('Corrected.');
    time.pass(MINUTE);
    valueOf(await store.cancelChange(ID, 'Ada'));
    await corrected('Other.');
    time.pass(2 * 60 * MINUTE);
    valueOf(await store.thin());
    expect(await objectsIn(await place())).toContain(work);
  });
  test('keeps what another program wrote over', async () => {
    const { store, time, place, reopen } = await newDesk(await temporary());
    time.pass(5 * MINUTE);
    const ours = await saveText(store, edited('Ours.'));
    await store.settled();
    time.pass(5 * MINUTE);
    await writeFile(join(await place(), 'release.json'), canonicalJson(edited('Ben’s.')));
    const later = await reopen();
    time.pass(MINUTE);
    await saveText(later, edited('Ben’s. And on.'));
    await later.settled();
    time.pass(2 * 60 * MINUTE);
    valueOf(await later.thin());
    expect(await objectsIn(await place())).toContain(ours);
  });
  test('keeps what was refused before each text of another program', async () => {
    const { store, time, place, version } = await newDesk(await temporary());
    time.pass(5 * MINUTE);
    const overwrite = async (text: string): Promise<void> =>
      writeFile(join(await place(), 'release.json'), canonicalJson(edited(text)));
    await overwrite('Theirs.');
    const refused = faultOf(await store.saveRelease(edited('Ada’s first.'), version, 'Ada'));
    const opened = valueOf(await store.openRelease(ID));
    time.pass(20 * MINUTE);
    await overwrite('Theirs again.');
    expect(faultOf(await store.saveRelease(edited('Ada’s second.'), opened.version, 'Ada')).code).toBe('conflict');
    time.pass(2 * 60 * MINUTE);
    valueOf(await store.thin());
    expect(await objectsIn(await place())).toContain(refused.detail);
  });
  test('whichever call fails, every text that a line needs is there, and the next time does the rest', async () => {
    for (const trouble of ['ENOSPC', 'EIO', 'killed'] as const) {
      await atEveryCall(trouble, async (fs) => {
        const { reopen, time, folder, place } = await written();
        time.pass(60 * DAY);
        await (await reopen({ fs })).thin();
        const codes = (await examine(folder, { now: time.now })).findings.map((each) => each.code);
        expect(codes.filter((code) => code !== 'stale-temporary')).toEqual([]);
        valueOf(await (await reopen()).thin());
        expect(await objectsIn(await place())).toHaveLength(2);
      });
    }
  });
});
