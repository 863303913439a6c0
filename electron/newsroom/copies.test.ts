import { cp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import type { ConflictCopy } from '../../shared/newsroom/model';
import { releaseId } from '../../shared/testing/builders';
import { draftName } from './copy-acts';
import { examine } from './doctor';
import { nodeFileSystem as fs } from './file-system';
import { objectsIn, versionHash } from './history';
import { mend } from './mend';
import { filesBelow, temporaryFolders, troubledFileSystem, valueOf } from './testing';
import { FIRST, ID, edited, kindsOf, newDesk, saveText } from './testing-desk';

const temporary = temporaryFolders();
const DROPBOX = 'release (Ada’s conflicted copy 2026-11-22).json';
const THEIRS = edited('Written on another machine.');

/** A newsroom with a file put beside the release's own, as a sync program does. */
const withFile = async (name: string, text: string) => {
  const desk = await newDesk(await temporary());
  const file = join(await desk.place(), name);
  await writeFile(file, text);
  return { ...desk, file, look: async () => valueOf(await desk.store.tidyCopies(null, 'Ada')) };
};
const aside = async (folder: string): Promise<readonly string[]> => {
  const texts = (await filesBelow(folder)) as Readonly<Record<string, string>>;
  return Object.entries(texts).flatMap(([path, text]) => (path.includes('quarantine/') ? [text] : []));
};
const only = (copies: readonly ConflictCopy[]): ConflictCopy => {
  const [copy, second] = copies;
  if (copy === undefined || second !== undefined) throw new Error(`${copies.length} copies`);
  return copy;
};

describe('a conflict copy of a release', () => {
  test.each([
    DROPBOX,
    'release (Copie en conflit de Ada 2026-11-22).json',
    'release-DESK-7.json',
    'release 2.json',
    'release.sync-conflict-20261122-101112-ABCDEFG.json',
    'release (1).json',
    'release (conflicted copy 2026-11-22 101112).json',
  ])('is a version at once, and waits for a person: %s', async (name) => {
    const { store, file, look } = await withFile(name, canonicalJson(THEIRS));
    const { copies, aside: moved } = await look();
    const copy = only(copies);
    expect(copy).toMatchObject({ text: { id: ID, object: versionHash(THEIRS) } });
    expect(moved).toEqual([]);
    expect(await kindsOf(store)).toEqual(['created', 'found']);
    expect(valueOf(await store.version(ID, versionHash(THEIRS)))).toEqual(THEIRS);
    expect(await readFile(file, 'utf8')).toBe(canonicalJson(THEIRS));
    // Looked at again, it is the same copy and no further version.
    expect(only((await look()).copies)).toEqual(copy);
    expect(await kindsOf(store)).toEqual(['created', 'found']);
  });

  test('in other letters than UTF-8 is no version with signs in the place of words', async () => {
    const { store, file, look } = await withFile(DROPBOX, '');
    const theirs = Buffer.from(canonicalJson(edited('Caf\u00e9 in Wyr')), 'latin1');
    await writeFile(file, theirs);
    expect(only((await look()).copies)).toMatchObject({
      text: null,
      unreadable: expect.stringContaining('UTF-8') as string,
    });
    expect(await kindsOf(store)).toEqual(['created']);
    expect((await readFile(file)).equals(theirs)).toBe(true);
  });

  test('is kept as a draft, and lies in quarantine then', async () => {
    const { store, place, look, folder } = await withFile(DROPBOX, canonicalJson(THEIRS));
    const { key } = only((await look()).copies);
    const line = valueOf(await store.keepCopy(ID, key, 'Ada'));
    expect(line).toMatchObject({ kind: 'draft', name: 'Conflict copy of 22 November, Dropbox', who: 'Ada' });
    expect(await readdir(await place())).not.toContain(DROPBOX);
    expect(await aside(folder)).toEqual([canonicalJson(THEIRS)]);
    expect(valueOf(await store.openRelease(ID)).release).toEqual(FIRST);
    expect(await look()).toEqual({ copies: [], aside: [], mended: [] });
    expect((await examine(folder)).findings).toEqual([]);
    expect(await store.keepCopy(ID, key, 'Ada')).toMatchObject({ ok: false, fault: { code: 'not-found' } });
  });

  test('with the same text is moved aside, and that is said', async () => {
    const { store, look, folder } = await withFile('release 2.json', canonicalJson(FIRST));
    const found = await look();
    expect(found.copies).toEqual([]);
    expect(found.aside).toMatchObject([
      {
        message: expect.stringMatching(
          /^It had the same text as release\.json\. It was moved to quarantine\//,
        ) as string,
      },
    ]);
    expect(await aside(folder)).toEqual([canonicalJson(FIRST)]);
    expect(await kindsOf(store)).toEqual(['created']);
  });

  test.each([
    ['that is cut short', '{"format":2,"head', /not whole JSON/],
    ['of another release', canonicalJson({ ...THEIRS, id: releaseId('r-other001') }), /another release, r-other001/],
  ])('%s is left and named', async (_what, text, why) => {
    const { look, file, store } = await withFile(DROPBOX, text);
    const { copies, aside: moved } = await look();
    expect(only(copies)).toMatchObject({ text: null, unreadable: expect.stringMatching(why) as string });
    expect(moved).toEqual([]);
    expect(await readFile(file, 'utf8')).toBe(text);
    expect(await kindsOf(store)).toEqual(['created']);
  });

  test('whose release is gone is in the history all the same', async () => {
    const { look, place, folder } = await withFile(DROPBOX, canonicalJson(THEIRS));
    await rm(join(await place(), 'release.json'));
    expect(only((await look()).copies).text?.object).toBe(versionHash(THEIRS));
    expect(await objectsIn(await place())).toContain(versionHash(THEIRS));
    expect((await examine(folder)).findings.map(({ code }) => code)).toContain('conflict-copy');
  });

  test.each(['ENOSPC', 'killed'] as const)('is never lost, whichever call fails with %s', async (trouble) => {
    for (let at = 1; ; at += 1) {
      const { folder, look, reopen } = await withFile(DROPBOX, canonicalJson(THEIRS));
      const { key } = only((await look()).copies);
      const failing = troubledFileSystem(at, trouble);
      const kept = await (await reopen({ fs: failing })).keepCopy(ID, key, 'Ada');
      const texts = Object.values(await filesBelow(folder));
      expect(texts).toContain(Buffer.from(canonicalJson(THEIRS)).toString('latin1'));
      expect(valueOf(await (await reopen()).version(ID, versionHash(THEIRS)))).toEqual(THEIRS);
      if (kept.ok && failing.calls() < at) break;
    }
  });
});

describe('copies of other files', () => {
  test('people: the same are moved aside, others wait for a person', async () => {
    const { folder, store, look } = await withFile('release (1).json', canonicalJson(FIRST));
    const people = await readFile(join(folder, 'people.json'), 'utf8');
    await writeFile(join(folder, 'people 2.json'), people);
    await writeFile(join(folder, 'newsroom-DESK-7.json'), '{}');
    const { copies, aside: moved } = await look();
    expect(moved.map(({ where }) => where)).toContain('people 2.json');
    const copy = only(copies);
    expect(copy).toMatchObject({ where: 'newsroom-DESK-7.json', original: 'newsroom.json', text: null });
    valueOf(await store.putCopyAside(copy.key));
    expect(await look()).toEqual({ copies: [], aside: [], mended: [] });
    expect(await aside(folder)).toContain('{}');
  });

  test('a log: lines that the log has are moved aside, others too, and that is said', async () => {
    const { folder, store, log, look } = await withFile('release (1).json', canonicalJson(FIRST));
    await look();
    const first = await readFile(await log(), 'utf8');
    await saveText(store, edited('Two.'));
    await store.settled();
    const copy = (await log()).replace('.jsonl', ' (1).jsonl');
    await writeFile(copy, first);
    expect((await store.versions(ID)).ok && (await kindsOf(store))).toEqual(['created', 'autosave']);
    expect((await look()).aside[0]?.message).toMatch(/^All its lines stand in desk\.jsonl\./);

    await writeFile(copy, `${first}{"another":"line"}\n`);
    expect((await look()).aside[0]?.message).toMatch(/^It has a line that desk\.jsonl does not have: the folder was/);
    expect(await kindsOf(store)).toEqual(['created', 'autosave']);
    expect((await aside(folder)).some((text) => text.endsWith('{"another":"line"}\n'))).toBe(true);
  });

  test('a log of another device is none, whatever its name', async () => {
    const { log, reopen, store } = await newDesk(await temporary());
    const other = await reopen({ device: 'desk-2' });
    await saveText(other, edited('Two.'));
    await other.settled();
    expect(valueOf(await store.tidyCopies(null, 'Ada'))).toEqual({ copies: [], aside: [], mended: [] });
    expect(await readdir(join(await log(), '..'))).toEqual(['desk-2.jsonl', 'desk.jsonl']);
  });

  test('a text of the history: the same is moved aside, and one that is missing is put in its place', async () => {
    const { folder, place, version, look } = await withFile('release (1).json', canonicalJson(FIRST));
    await look();
    const object = join(await place(), 'history', 'objects', `${version}.json`);
    await writeFile(object.replace('.json', ' 2.json'), canonicalJson(FIRST));
    expect((await look()).aside[0]?.message).toMatch(/^It was the same text\. It was moved to quarantine\//);
    await rename(object, object.replace('.json', ' (1).json'));
    expect((await look()).aside[0]?.message).toMatch(/stands in its place again/);
    expect(await readFile(object, 'utf8')).toBe(canonicalJson(FIRST));
    expect((await examine(folder)).findings).toEqual([]);
  });
});

describe('the doctor', () => {
  test('lists every copy, and only moves what holds nothing new', async () => {
    const { folder, file, place } = await withFile(DROPBOX, canonicalJson(THEIRS));
    await writeFile(join(await place(), 'release 2.json'), canonicalJson(FIRST));
    const now = () => new Date('2026-11-22T12:00:00.000Z');
    const codes = async () => (await examine(folder, { now })).findings.map(({ code }) => code);
    expect(await codes()).toEqual(['conflict-copy', 'conflict-copy']);
    const mended = await mend(folder, { now, device: 'desk', who: 'Ada', fs });
    expect(mended.map(({ where }) => where)).toEqual([expect.stringMatching(/release 2\.json$/) as string]);
    expect(await codes()).toEqual(['conflict-copy']);
    expect(await readFile(file, 'utf8')).toBe(canonicalJson(THEIRS));
  });

  test('names a release’s folder that was copied whole, and both stay', async () => {
    const { folder, place, store } = await newDesk(await temporary());
    const copy = `${await place()} 2`;
    await cp(await place(), copy, { recursive: true });
    const before = await filesBelow(folder);
    expect(valueOf(await store.openRelease(ID)).release).toEqual(FIRST);
    expect(valueOf(await store.read()).releases).toHaveLength(1);
    expect((await examine(folder)).findings).toMatchObject([
      { code: 'folder-name', message: expect.stringMatching(/It looks like a copy of .*--r-test0001/) as string },
      { code: 'unsafe-name' },
    ]);
    expect(await filesBelow(folder)).toEqual(before);
  });
});

describe('the name of the draft', () => {
  const name = { program: 'iCloud', from: '', day: null };
  test('has the day in the newsroom’s zone where the copy’s name has none', () => {
    expect(draftName({ name, at: '2026-06-30T23:30:00.000Z' }, 'Europe/London')).toBe(
      'Conflict copy of 1 July, iCloud',
    );
  });
  test('does without a program that is not known, and without a day that is none', () => {
    expect(
      draftName({ name: { ...name, program: '', day: '2026-99-99' }, at: '2026-11-22T10:00:00.000Z' }, 'UTC'),
    ).toBe('Conflict copy of 22 November');
  });
});
