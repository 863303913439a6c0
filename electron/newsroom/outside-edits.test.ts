import { readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import type { Release, VersionHash } from '../../shared/release/model';
import { parseReleaseText } from '../../shared/release/parse';
import { blockText } from '../../shared/release/text';
import { type FileSystem, nodeFileSystem } from './file-system';
import { objectFile, objectsIn } from './history';
import { examine } from './doctor';
import { mend } from './mend';
import type { NewsroomStore } from './model';
import { ID, edited, kindsOf, newDesk, saveText } from './testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

/**
 * A file system that has something done right before its `at`-th call, from 1. A rename is not counted: between the last
 * look at a file and the rename over it there is no call of ours, and no system has a way to do both at once.
 */
const interrupted = (at: number, work: () => Promise<void>): FileSystem & { readonly calls: () => number } => {
  let calls = 0;
  const around =
    <Given extends readonly unknown[], Value>(call: (...given: Given) => Promise<Value>) =>
    async (...given: Given): Promise<Value> => {
      calls += 1;
      if (calls === at) await work();
      return call(...given);
    };
  return {
    ...nodeFileSystem,
    calls: () => calls,
    createExclusive: around(async (path) => {
      const file = await nodeFileSystem.createExclusive(path);
      return { ...file, write: around(file.write), sync: around(file.sync), size: around(file.size) };
    }),
    remove: around(nodeFileSystem.remove),
    makeFolder: around(nodeFileSystem.makeFolder),
    syncFolder: around(nodeFileSystem.syncFolder),
  };
};

const bodyOf = (release: Release): string => release.body.map(blockText).join('\n');
const read = async (path: string): Promise<Release> => {
  const parsed = parseReleaseText(await readFile(path, 'utf8'));
  return valueOf(parsed);
};
/** Every text of the release that the disk has: the file's own, and those of the history. */
const textsOnDisk = async (place: string): Promise<readonly string[]> => {
  const files = [join(place, 'release.json'), ...(await objectsIn(place)).map((hash) => objectFile(place, hash))];
  return Promise.all(files.map(async (file) => bodyOf(await read(file))));
};

/** How another program writes a file: over it, or by a rename into its place. */
const WAYS = {
  'in place': (file: string, text: string) => writeFile(file, text),
  'by a rename': async (file: string, text: string) => {
    await writeFile(`${file}.theirs`, text);
    await rename(`${file}.theirs`, file);
  },
};

describe('a file that another program writes', () => {
  const ACTS: Readonly<Record<string, (store: NewsroomStore, version: VersionHash) => Promise<unknown>>> = {
    'a save': (store, version) => store.saveRelease(edited('Mine.'), version, 'Ada'),
    'a change of state': (store) => store.setState(ID, 'in review', 'Ada'),
    'a draft’s name': (store) => store.nameDraft(ID, 'Draft 1', 'Ada'),
    publishing: (store) => store.publish(ID, 'Ada'),
    'an override': (store) =>
      store.addOverride(ID, {
        check: 'missing-date',
        digest: '',
        by: 'Ada',
        reason: 'So',
        at: '2026-11-22T09:00:00.000Z',
      }),
    'going back to a version': async (store) => {
      const [oldest] = valueOf(await store.versions(ID));
      return store.restore(ID, oldest?.object ?? ('' as VersionHash), 'Ada');
    },
  };
  const cases = Object.keys(ACTS).flatMap((act) => Object.keys(WAYS).map((way) => [act, way] as const));

  test.each(cases)('before any call of %s (%s) loses no word of either side', async (act, way) => {
    for (let at = 1, calls = 1; at <= calls; at += 1) {
      const desk = await newDesk(await temporary());
      desk.time.pass(60);
      await saveText(desk.store, edited('Before.'));
      await desk.store.settled();
      desk.time.pass(60);
      const place = await desk.place();
      const fs = interrupted(at, () =>
        WAYS[way as keyof typeof WAYS](join(place, 'release.json'), canonicalJson(edited('Theirs.'))),
      );
      const store = await desk.reopen({ fs });
      const { version } = valueOf(await store.openRelease(ID));
      await ACTS[act]?.(store, version);
      await store.settled();
      calls = Math.max(calls, fs.calls());
      const texts = await textsOnDisk(place);
      expect(texts, `before call ${at} of ${calls}`).toContain('Before.');
      if (fs.calls() >= at) expect(texts, `before call ${at} of ${calls}`).toContain('Theirs.');
      if (act === 'a save') expect(texts, `before call ${at} of ${calls}`).toContain('Mine.');
    }
  });

  test('at random moments of an afternoon loses no saved word of either side', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.constant('save' as const) },
      { weight: 2, arbitrary: fc.constantFrom('theirs in place', 'theirs by a rename', 'the first text again') },
      { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }) },
      { weight: 1, arbitrary: fc.constantFrom('open' as const, 'leave' as const, 'name' as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const desk = await newDesk(await temporary());
        const file = join(await desk.place(), 'release.json');
        const promised = new Set(['One.']);
        /** What somebody writes over: ours must be kept, and theirs where it is we who write over it. */
        const promise = async (isUs: boolean): Promise<void> => {
          const text = bodyOf(await read(file));
          if (isUs ? text.startsWith('Theirs') : text.startsWith('Mine')) promised.add(text);
        };
        let { store, version } = desk;
        for (const [number, each] of steps.entries()) {
          if (each === 'save') {
            const text = `Mine ${number}.`;
            await promise(true);
            const saved = await store.saveRelease(edited(text), version, 'Ada');
            if (saved.ok) version = saved.value;
            else {
              // What the page was told is kept in the history is there at once; then the page takes the file's text.
              expect(faultOf(saved).code).toBe('conflict');
              expect(await textsOnDisk(await desk.place())).toContain(text);
              version = valueOf(await store.openRelease(ID)).version;
            }
          } else if (typeof each === 'number') desk.time.pass(each);
          else if (each === 'open') version = valueOf(await store.openRelease(ID)).version;
          else if (each === 'name') valueOf(await store.nameDraft(ID, `Draft ${number}`, 'Ada'));
          else if (each === 'leave') {
            await store.settled();
            store = await desk.reopen();
            version = valueOf(await store.openRelease(ID)).version;
          } else {
            const text = each === 'the first text again' ? 'One.' : `Theirs ${number}.`;
            await promise(false);
            await WAYS[each === 'theirs by a rename' ? 'by a rename' : 'in place'](file, canonicalJson(edited(text)));
          }
        }
        await store.settled();
        const texts = await textsOnDisk(await desk.place());
        for (const text of promised) expect(texts).toContain(text);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a page saved', () => {
  test('and another program wrote over within the half minute is a version all the same', async () => {
    const { store, place, time } = await newDesk(await temporary());
    await saveText(store, edited('Mine.'));
    await writeFile(join(await place(), 'release.json'), canonicalJson(edited('Theirs.')));
    time.pass(30);
    await store.settled();
    expect(await textsOnDisk(await place())).toEqual(expect.arrayContaining(['One.', 'Mine.', 'Theirs.']));
  });
  test('over a text from outside leaves that text as a version', async () => {
    const { reopen, place } = await newDesk(await temporary());
    await writeFile(join(await place(), 'release.json'), canonicalJson(edited('Theirs.')));
    const store = await reopen();
    await saveText(store, edited('Mine.'));
    expect(await kindsOf(store)).toEqual(['created', 'found']);
    expect(await textsOnDisk(await place())).toEqual(expect.arrayContaining(['One.', 'Mine.', 'Theirs.']));
  });
});

describe('the plain text beside a release', () => {
  const BY_HAND = 'New paths\n\nOne. And a sentence that somebody wrote in here.\n';
  const asideIn = async (place: string): Promise<readonly string[]> =>
    Object.entries(await filesBelow(place)).flatMap(([path, text]) => (path.startsWith('quarantine/') ? [text] : []));

  test('that somebody wrote in is put aside before it is derived anew, and that is told once', async () => {
    const { store, folder, place } = await newDesk(await temporary());
    const file = join(await place(), 'release.txt');
    await writeFile(file, BY_HAND);
    const later = new Date(Date.now() + 60_000);
    await utimes(file, later, later);
    await saveText(store, edited('Two.'));
    expect(await asideIn(await place())).toEqual([BY_HAND]);
    expect(await readFile(file, 'utf8')).toContain('Two.');
    const { mended } = valueOf(await store.tidyCopies(ID, 'Ada'));
    expect(mended).toMatchObject([{ where: `${relative(folder, await place())}/release.txt` }]);
    expect(valueOf(await store.tidyCopies(ID, 'Ada'))).toMatchObject({ aside: [], mended: [] });
  });
  test('that a save cut short left behind is not somebody’s words', async () => {
    const { store, place } = await newDesk(await temporary());
    await writeFile(join(await place(), 'release.txt'), 'An older text of ours.\n');
    const earlier = new Date(Date.now() - 60_000);
    await utimes(join(await place(), 'release.txt'), earlier, earlier);
    await saveText(store, edited('Two.'));
    expect(await asideIn(await place())).toEqual([]);
  });
  test('is put aside by doctor too', async () => {
    const { folder, place, time } = await newDesk(await temporary());
    await writeFile(join(await place(), 'release.txt'), BY_HAND);
    await mend(folder, { now: time.now, device: 'desk', who: 'Ada' });
    expect(await asideIn(await place())).toEqual([BY_HAND]);
  });
});

describe('a document that an editor on Windows saved with a byte order mark in front', () => {
  test.each([
    ['release.json', 'One.', 'By hand.'],
    ['newsroom.json', 'Hexley Council', 'By hand'],
    ['people.json', '"people": []', '"people": [], "note": "By hand"'],
  ])('is read as it stands, and written without: %s', async (name, before, after) => {
    const desk = await newDesk(await temporary());
    const doctor = { now: desk.time.now, device: 'desk', who: 'Ada' };
    const file = join(name === 'release.json' ? await desk.place() : desk.folder, name);
    const theirs = `\uFEFF${(await readFile(file, 'utf8')).replace(before, after).replaceAll('\n', '\r\n')}`;
    await writeFile(file, theirs);
    const store = await desk.reopen();
    expect(valueOf(await store.read()).unreadable).toEqual([]);
    const codes = (await examine(desk.folder, doctor)).findings.map(({ code }) => code);
    expect(codes).toContain('not-canonical');
    await mend(desk.folder, doctor);
    expect((await examine(desk.folder, doctor)).findings).toEqual([]);
    const text = await readFile(file, 'utf8');
    expect(text).toContain('By hand');
    expect(text).not.toContain('\uFEFF');
  });
});
