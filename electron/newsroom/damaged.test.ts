import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { nodeFileSystem } from './file-system';
import { openLog } from '../log';
import { makeRecovery } from '../recovery/recovery';
import { examine } from './doctor';
import type { NewsroomStore } from './model';
import { FIRST, ID, edited, newDesk, saveText } from './testing-desk';
import { atEveryCall, faultOf, filesBelow, temporaryFolders, valueOf } from './testing';

const temporary = temporaryFolders();

/** A release that is open, saved once, and how to damage its file. */
const begin = async () => {
  const desk = await newDesk(await temporary());
  desk.time.pass(60);
  const version = await saveText(desk.store, edited('Two.'));
  await desk.store.settled();
  const file = join(await desk.place(), 'release.json');
  return { ...desk, version, file };
};
type Desk = Awaited<ReturnType<typeof begin>>;

/** What is under way ends, the moment after which a damaged file is looked at again having passed. */
const afterTheLook = async <Value>({ time }: Pick<Desk, 'time'>, work: Promise<Value>): Promise<Value> => {
  let isDone = false;
  const done = work.finally(() => (isDone = true));
  const before = time.waits();
  await expect.poll(() => isDone || time.waits() > before, { interval: 2 }).toBe(true);
  time.pass(0.5);
  return done;
};
const textOf = async (store: NewsroomStore) => valueOf(await store.openRelease(ID)).release.body;

const WAYS: Readonly<Record<string, string>> = {
  'cut off in the middle': '{"format":3,"id":"r-te',
  'made of nothing but NUL': '\u0000'.repeat(512),
  'not a release': '{"hello":1}',
  'that of another release': canonicalJson({ ...FIRST, id: 'r-other0001' }),
};

describe('a file that is damaged while its release is open', () => {
  test.each(Object.entries(WAYS))('%s: the next save finds it, keeps it and writes the text', async (_, damage) => {
    const desk = await begin();
    await writeFile(desk.file, damage);
    const saved = await afterTheLook(desk, desk.store.saveRelease(edited('Three.'), desk.version, 'Ada'));
    const version = valueOf(saved);
    expect(await textOf(await desk.reopen())).toEqual(edited('Three.').body);
    const aside = Object.entries(await filesBelow(desk.folder)).filter(([path]) => path.includes('/quarantine/'));
    expect(aside.map(([, text]) => text)).toEqual([damage]);
    const { mended: told } = valueOf(await desk.store.tidyCopies(null, 'Ada'));
    expect(told).toHaveLength(1);
    expect(told[0]?.where).toMatch(/^releases\/2026\/.*\/release\.json$/);
    expect(told[0]?.message).toContain(`the damaged file is in quarantine/`);
    expect((await examine(desk.folder, { now: desk.time.now })).findings).toEqual([]);
    // And the page goes on as if nothing had been.
    valueOf(await desk.store.saveRelease(edited('Four.'), version, 'Ada'));
  });

  test('keeps what was published, as it was, although the page sends only words', async () => {
    const desk = await begin();
    const { release } = valueOf(await desk.store.publish(ID, 'Ada'));
    const change = valueOf(await desk.store.beginChange(ID, { kind: 'corrected', note: 'Two, or three.' }, 'Ada'));
    await writeFile(desk.file, WAYS['cut off in the middle'] ?? '');
    const save = desk.store.saveRelease({ ...change.release, body: edited('Three.').body }, change.version, 'Ada');
    valueOf(await afterTheLook(desk, save));
    const after = valueOf(await (await desk.reopen()).openRelease(ID)).release;
    expect(after.state).toBe('published');
    expect(after.publication?.version).toBe(release.publication?.version);
    expect(after.body).toEqual(edited('Three.').body);
  });

  test('only for a moment, because another program writes it: both texts are kept, and nothing goes to quarantine', async () => {
    const desk = await begin();
    const theirs = canonicalJson(edited('Theirs.'));
    await writeFile(desk.file, theirs.slice(0, 100));
    const before = desk.time.waits();
    const saving = desk.store.saveRelease(edited('Three.'), desk.version, 'Ada');
    await expect.poll(() => desk.time.waits()).toBeGreaterThan(before);
    await writeFile(desk.file, theirs);
    desk.time.pass(0.5);
    expect(faultOf(await saving).code).toBe('conflict');
    expect(await readFile(desk.file, 'utf8')).toBe(theirs);
    expect(Object.keys(await filesBelow(desk.folder)).filter((path) => path.includes('quarantine'))).toEqual([]);
  });

  test('is mended by whatever is written to the release next', async () => {
    const desk = await begin();
    await writeFile(desk.file, WAYS['not a release'] ?? '');
    const moved = valueOf(await afterTheLook(desk, desk.store.setState(ID, 'in review', 'Ada')));
    expect(moved.release).toMatchObject({ state: 'in review', body: edited('Two.').body });
  });

  test.each(['killed'] as const)(
    'is never lost, nor the good text, whichever call goes wrong (%s)',
    async (trouble) => {
      const made = await begin();
      const damage = WAYS['cut off in the middle'] ?? '';
      await atEveryCall(trouble, async (fs, at) => {
        const desk = await made.copy(await temporary());
        const file = join(await desk.place(), 'release.json');
        const store = await desk.reopen({ fs });
        const { version } = valueOf(await store.openRelease(ID));
        await writeFile(file, damage);
        const saved = await afterTheLook(desk, store.saveRelease(edited('Three.'), version, 'Ada'));
        const said = `${trouble} at call ${at}`;
        const now = await readFile(file, 'utf8');
        expect([damage, canonicalJson(edited('Two.')), canonicalJson(edited('Three.'))], said).toContain(now);
        if (saved.ok) expect(now, said).toBe(canonicalJson(edited('Three.')));
        expect(Object.values(await filesBelow(desk.folder)), said).toContain(damage);
        // Trouble over, the page's next try succeeds.
        const again = await desk.reopen();
        const opened = await again.openRelease(ID);
        if (opened.ok) valueOf(await again.saveRelease(edited('Three.'), opened.value.version, 'Ada'));
        else expect(opened.fault.code, said).toBe('unreadable');
      });
    },
  );
});

describe('a file that is damaged while its newsroom is open', () => {
  test('opens as its history has it, when nothing else is known of it', async () => {
    const desk = await begin();
    const store = await desk.reopen();
    const log = openLog(join(desk.data, 'logs'), { echo: false });
    const recovery = makeRecovery({
      folder: join(desk.data, 'recovery'),
      log,
      now: desk.time.now,
      fs: nodeFileSystem,
    });
    await writeFile(desk.file, WAYS['cut off in the middle'] ?? '');
    const opened = valueOf(await afterTheLook(desk, recovery.open(store, ID, 'Ada')));
    expect(opened.release.body).toEqual(edited('Two.').body);
    expect(valueOf(await store.tidyCopies(null, 'Ada')).mended).toHaveLength(1);
    expect(valueOf(await store.versions(ID)).at(-1)?.kind).toBe('restored');
  });

  test('is left as it is where no whole text of it is known', async () => {
    const desk = await begin();
    const store = await desk.reopen();
    for (const path of Object.keys(await filesBelow(await desk.place())))
      if (path.startsWith('history/')) await writeFile(join(await desk.place(), path), 'gone');
    await writeFile(desk.file, WAYS['cut off in the middle'] ?? '');
    const before = await filesBelow(desk.folder);
    expect(faultOf(await afterTheLook(desk, store.mendRelease(ID, 'Ada'))).code).toBe('unreadable');
    expect(await filesBelow(desk.folder)).toEqual(before);
  });
});
