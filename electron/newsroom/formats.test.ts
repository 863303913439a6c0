import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../shared/canonical';
import { sha256Hex } from '../../shared/digest';
import { type Fault, fault } from '../../shared/fault';
import { releaseAsText } from '../../shared/newsroom/plain-text';
import { parseNewsroomSettings, parsePeople } from '../../shared/newsroom/parse';
import { statusOf } from '../../shared/quotes/approval';
import { rangeText } from '../../shared/release/text';
import { NEWSROOM_FORMAT } from '../../shared/newsroom/model';
import { RELEASE_FORMAT, type ReleaseId } from '../../shared/release/model';
import { parseReleaseText } from '../../shared/release/parse';
import { type Result, failed, ok } from '../../shared/result';
import { SAMPLE_SETTINGS } from '../../shared/sample/office';
import { writtenForm } from '../../shared/unknown';
import { makeBackup } from '../backup/make-backup';
import { runCli } from '../cli/testing';
import { makeEntering } from '../entering';
import { exportBundle } from '../export/export-bundle';
import { verifyBundle } from '../export/verify-bundle';
import { makeAccess } from '../lock/access';
import { openLog } from '../log';
import { firstSettings } from '../settings/model';
import { bringUp } from './bring-up';
import { examine } from './doctor';
import { type FileSystem, nodeFileSystem } from './file-system';
import { newReleaseFolder } from './folders';
import { FIRST_PREVIOUS } from './history-log';
import { createNewsroom, openNewsroom } from './store';
import { TROUBLES, filesBelow, inNextTurn, temporaryFolders, troubledFileSystem, valueOf } from './testing';

/* Documents as earlier Standfirsts wrote them, whole. A file in these folders is never edited: that is what lies on disks. */

const temporary = temporaryFolders();
const SHARED = join(import.meta.dirname, '../../shared');
const old = (path: string): Promise<string> => readFile(join(SHARED, path), 'utf8');
const PUBLISHED = 'r-oldform01' as ReleaseId;
const WORKING = 'r-oldform02' as ReleaseId;
const AS_OF = '2026-03-10T09:00:00.000Z';
const now = () => new Date(AS_OF);

/** A release's folder as an earlier Standfirst left it. */
const placeOld = async (newsroom: string, text: string, object: string, kind: string): Promise<string> => {
  const release = valueOf(parseReleaseText(text));
  const place = join(newsroom, newReleaseFolder(release.id, release.headline, '2026-03-01'));
  await mkdir(join(place, 'history', 'objects'), { recursive: true });
  await mkdir(join(place, 'history', 'log'));
  const hash = sha256Hex(object);
  const line = { seq: 1, time: '2026-03-03T16:00:00.000Z', who: 'Idris Vaughan', kind, name: '', object: hash };
  await writeFile(join(place, 'release.json'), text);
  await writeFile(join(place, 'release.txt'), releaseAsText(release));
  await writeFile(join(place, 'history', 'objects', `${hash}.json`), object);
  const log = `${JSON.stringify({ ...line, previous: FIRST_PREVIOUS })}\n`;
  await writeFile(join(place, 'history', 'log', 'desk.jsonl'), log);
  return place;
};

/** The formats before today's. */
const OLD = [1, 2] as const;
type Old = (typeof OLD)[number];

const oldNewsroom = async (format: Old = 1) => {
  const top = await temporary();
  const newsroom = join(top, 'newsroom');
  await mkdir(newsroom);
  await writeFile(join(newsroom, 'newsroom.json'), await old(`newsroom/formats/newsroom-${format}.json`));
  await writeFile(join(newsroom, 'people.json'), await old('newsroom/formats/people-1.json'));
  const published = await placeOld(
    newsroom,
    await old(`release/formats/release-${format}.json`),
    await old(`release/formats/release-${format}-frozen.json`),
    'published',
  );
  const text = await old(`release/formats/release-${format}-working.json`);
  const working = await placeOld(newsroom, text, text, 'created');
  return { top, newsroom, data: join(top, 'data'), published, working };
};

/** Enters a newsroom as the app does. */
const enter = async (
  { newsroom, data }: { readonly newsroom: string; readonly data: string },
  backupFirst: () => Promise<Result<unknown, Fault>>,
  fs: FileSystem = nodeFileSystem,
) => {
  await mkdir(data, { recursive: true });
  const log = openLog(join(data, 'logs'), { echo: false });
  const access = makeAccess({ who: () => 'Ada', log, fs: nodeFileSystem, onChange: () => {}, every: () => () => {} });
  const settings = { get: () => firstSettings('0123456789abcdef'), change: () => {}, settled: async () => {} };
  const acts = makeEntering({ access, settings, log, fs, after: inNextTurn, data, backupFirst });
  const store = await acts.enter(valueOf(await openNewsroom(newsroom, { device: 'desk', data, now })));
  return { access, acts, store };
};
const formatOf = async (file: string): Promise<unknown> =>
  (JSON.parse(await readFile(file, 'utf8')) as { readonly format: unknown }).format;

describe.each(OLD)('documents of format %i', (format) => {
  test.each(['', '-frozen', '-working'])('release%s is a whole release of today', async (name) => {
    const text = await old(`release/formats/release-${format}${name}.json`);
    const release = valueOf(parseReleaseText(text));
    expect(release).toMatchObject({
      format: RELEASE_FORMAT,
      contacts: { length: 2 },
      notes: { length: 1 },
      overrides: { length: 1 },
    });
    // Written, it is read as the same; and nothing but the number, and in format 1 the publication, is another.
    expect(valueOf(parseReleaseText(writtenForm(release)))).toEqual(release);
    const before = JSON.parse(text) as Record<string, unknown>;
    const known = structuredClone(release) as unknown as Record<string, unknown>;
    expect({ ...known, format, ...(format === 1 ? { publication: before['publication'] } : {}) }).toEqual(before);
  });

  test('approvals hold as they did', async () => {
    const { body, quotes } = valueOf(parseReleaseText(await old(`release/formats/release-${format}.json`)));
    const people = valueOf(parsePeople(await old('newsroom/formats/people-1.json'))).people;
    const statuses = quotes.map((stored) =>
      statusOf({
        stored,
        words: stored.ranges.map((range) => rangeText(body, range)).join('\n'),
        people,
        approvals: 'persons',
      }),
    );
    expect(statuses).toEqual(['approved', 'approved']);
  });

  test('settings and people are read', async () => {
    expect(valueOf(parseNewsroomSettings(await old(`newsroom/formats/newsroom-${format}.json`)))).toMatchObject({
      format: NEWSROOM_FORMAT,
      organisation: 'Hexley Council',
    });
    expect(valueOf(parsePeople(await old('newsroom/formats/people-1.json'))).people).toHaveLength(1);
  });
});

describe.each(OLD)('a newsroom of format %i', (format) => {
  test('is whole to the doctor before anything is written', async () => {
    const { newsroom } = await oldNewsroom(format);
    expect((await examine(newsroom, { now })).findings).toEqual([]);
  });

  test('is backed up, opened, edited and exported, and its history stays byte for byte', async () => {
    const place = await oldNewsroom(format);
    const { newsroom, top, working, published } = place;
    const before = await filesBelow(newsroom);
    const to = join(top, 'backups');
    const { access, store } = await enter(place, () => makeBackup({ newsroom, to, why: 'before-change', now }));
    expect(access.current()).toEqual({ kind: 'write' });
    expect(await formatOf(join(newsroom, 'newsroom.json'))).toBe(NEWSROOM_FORMAT);
    expect(Object.keys(await filesBelow(to))).toHaveLength(1);
    // Releases wait for their next save.
    expect(await formatOf(join(working, 'release.json'))).toBe(format);
    const { release, version } = valueOf(await store.openRelease(WORKING));
    valueOf(await store.saveRelease({ ...release, standfirst: 'From 4 May.' }, version, 'Ada'));
    expect(await formatOf(join(working, 'release.json'))).toBe(RELEASE_FORMAT);
    expect(await formatOf(join(published, 'release.json'))).toBe(format);
    const [first] = valueOf(await store.versions(WORKING));
    const older = valueOf(await store.version(WORKING, first?.object ?? version));
    expect(older).toMatchObject({ format: RELEASE_FORMAT, standfirst: 'Buses will cross it too.' });

    const out = join(top, 'bundle');
    const contents = valueOf(await store.contents());
    expect(contents).toMatchObject({ published: { length: 1 }, unreadable: [] });
    const request = { newsroom, contents, out, asOf: AS_OF, preview: false, plan: false, now: now().getTime() };
    const report = valueOf(await exportBundle(request));
    expect(report).toMatchObject({ findings: [], written: true });
    expect(report.files).toContain('data/news/2026/03/hexley-footbridge-to-be-rebuilt.html');
    expect(await verifyBundle(out)).toMatchObject({ altered: [], missing: [], extra: [] });

    valueOf(await store.restore(WORKING, first?.object ?? version, 'Ada'));
    // That of format 2 has a correction under way.
    if (format === 2) valueOf(await store.cancelChange(PUBLISHED, 'Ada'));
    valueOf(await store.beginChange(PUBLISHED, { kind: 'corrected', note: 'The year was wrong.' }, 'Ada'));
    await store.settled();
    await access.leave();
    expect((await examine(newsroom, { now })).findings).toEqual([]);
    const after = await filesBelow(newsroom);
    for (const [path, text] of Object.entries(before))
      if (path.includes('history/objects/')) expect(after[path]).toBe(text);
      else if (path.includes('history/log/')) expect(after[path]?.startsWith(text)).toBe(true);
  });

  test('is handed over with the very texts that were frozen', async () => {
    const { newsroom, top, published } = await oldNewsroom(format);
    const [out, after] = [join(top, 'bundle'), join(top, 'after')];
    expect(await runCli(['export', '--newsroom', newsroom, '--out', out, '--handover'])).toMatchObject({ code: 0 });
    valueOf(await createNewsroom(after, SAMPLE_SETTINGS, { device: 'desk' }));
    expect(await runCli(['import', out, '--newsroom', after, '--handover'])).toMatchObject({ code: 0, err: '' });
    const frozen = await old(`release/formats/release-${format}-frozen.json`);
    const object = `history/objects/${sha256Hex(frozen)}.json`;
    const files = await filesBelow(after);
    const [path = ''] = Object.keys(files).filter((each) => each.endsWith(object));
    expect(files[path]).toBe((await filesBelow(published))[object]);
    expect((await examine(after, { now })).findings).toEqual([]);
  });

  test('whose backup fails is read and not written, until it is made or done without', async () => {
    const place = await oldNewsroom(format);
    const { newsroom } = place;
    const before = await filesBelow(newsroom);
    let isFull = true;
    const backup = async () => (isFull ? failed(fault('disk', 'The disk is full.')) : ok(null));
    const { access, acts, store } = await enter(place, backup);
    const hindered = { kind: 'read', holder: null, lost: false };
    expect(access.current()).toEqual({ ...hindered, hindrance: { kind: 'no-backup', message: 'The disk is full.' } });
    const { release, version } = valueOf(await store.openRelease(WORKING));
    const save = () => store.saveRelease({ ...release, standfirst: 'X' }, version, 'Ada');
    expect(await save()).toMatchObject({ ok: false, fault: { code: 'denied' } });
    expect(await acts.mend(valueOf(await store.read()), store)).toEqual([]);
    expect((await acts.bringUp(false)).kind).toBe('read');
    const { 'newsroom.lock': lock, ...rest } = await filesBelow(newsroom);
    expect(lock).toBeDefined();
    expect(rest).toEqual(before);
    isFull = false;
    expect(await acts.bringUp(false)).toEqual({ kind: 'write' });
    expect(await save()).toMatchObject({ ok: true });
    await access.leave();
  });

  test('is opened without a backup where a person says so', async () => {
    const place = await oldNewsroom(format);
    const { access, acts } = await enter(place, async () => failed(fault('disk', 'The disk is full.')));
    expect(await acts.bringUp(true)).toEqual({ kind: 'write' });
    expect(await formatOf(join(place.newsroom, 'newsroom.json'))).toBe(NEWSROOM_FORMAT);
    await access.leave();
  });

  test.each(TROUBLES)('is of the old form or of the new, whichever call meets %s', async (trouble) => {
    const place = await oldNewsroom(format);
    const file = join(place.newsroom, 'newsroom.json');
    const before = await readFile(file, 'utf8');
    const after = canonicalJson({ ...(JSON.parse(before) as object), format: NEWSROOM_FORMAT });
    for (let at = 1; ; at += 1) {
      await writeFile(file, before);
      const failing = troubledFileSystem(at, trouble);
      const done = await bringUp(place.newsroom, async () => ok(null), failing);
      const now = await readFile(file, 'utf8');
      expect([before, after]).toContain(now);
      if (done.ok) expect(now).toBe(after);
      else expect(done.fault).toMatchObject({ code: 'disk', where: expect.stringContaining(place.newsroom) as string });
      expect(valueOf(parseNewsroomSettings(now)).organisation).toBe('Hexley Council');
      if (done.ok && failing.calls() < at) break;
    }
  });
});
