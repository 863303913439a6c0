import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPromise } from 'yauzl';
import { describe, expect, test } from 'vitest';
import type { RemovalState } from '../../shared/removal/model';
import type { Release } from '../../shared/release/model';
import { release, p, releaseId } from '../../shared/testing/builders';
import { BACKUP_FORMAT } from '../../shared/backup/model';
import { makeBackups } from '../backup/backups';
import { asComment, zipped } from '../backup/zip-out';
import { examine } from '../newsroom/doctor';
import { type FileSystem, nodeFileSystem } from '../newsroom/file-system';
import { ID, newDesk } from '../newsroom/testing-desk';
import { openNewsroom } from '../newsroom/store';
import { faultOf, filesBelow, temporaryFolders, troubledFileSystem, type Trouble, valueOf } from '../newsroom/testing';
import { openChains } from '../newsroom/chain';
import { makeRecovery } from '../recovery/recovery';
import { makeRemovals } from './removals';

const temporary = temporaryFolders();

const SECRET = 'The harbour master sold seven rusted cranes to a cousin of the mayor for one pound each';
const OLDER = 'An earlier draft named the cousin and said which bridge he meant to build from them';
const HEADLINE = 'Harbour sold for a song';
const DRAFT = 'Draft with the harbour master’s own account of the cranes and the mayor';
const UNSAVED = 'Words typed in the last second before the release was taken away from everybody';
const SHARED = 'The council meets on the first Monday of the month in the old corn exchange at six';
/** Words of which nothing may be left. */
const WORDS = [
  'rusted cranes',
  'which bridge he meant',
  'own account of the cranes',
  'last second before',
  'Harbour sold',
  'harbour-sold',
];

/** A newsroom with a published release that has a past, another that shares a sentence, a backup, and kept words. */
const begin = async (fs: FileSystem = nodeFileSystem) => {
  const place = await temporary();
  const desk = await newDesk(place);
  const { folder: newsroom, data } = desk;
  const id = releaseId('r-harbour1');
  const text = (body: string): Release =>
    release({ id, headline: HEADLINE, dateline: { place: 'Hexley', date: '2026-11-22' }, body: [p(body), p(SHARED)] });
  const first = valueOf(await desk.store.addRelease(text(`${OLDER}.`), 'created', 'Ada'));
  const other = valueOf(await desk.store.openRelease(ID));
  valueOf(await desk.store.saveRelease({ ...other.release, body: [p(`${SHARED}.`)] }, other.version, 'Ada'));
  valueOf(await desk.store.saveRelease(text(`${SECRET}.`), first.version, 'Ada'));
  valueOf(await desk.store.nameDraft(id, DRAFT, 'Ada'));
  for (const state of ['in review', 'agreed'] as const) valueOf(await desk.store.setState(id, state, 'Ada'));
  valueOf(await desk.store.publish(id, 'Ada'));
  await desk.store.settled();
  const open = async (disk: FileSystem = fs) => {
    const states: RemovalState[] = [];
    const log = { info: () => {}, fault: () => {}, file: '' };
    const recovery = makeRecovery({ folder: join(data, 'recovery'), log, now: desk.time.now, fs: disk });
    const backups = makeBackups({
      data,
      log,
      now: desk.time.now,
      after: desk.time.after,
      fs: disk,
      mayWrite: () => true,
      onState: () => {},
    });
    const removals = makeRemovals({
      data,
      recovery,
      backups,
      log,
      fs: disk,
      onState: (state) => void states.push(state),
    });
    const store = valueOf(await openNewsroom(newsroom, { ...desk.options, fs: disk, onRows: () => {} }));
    return { recovery, backups, removals, store, states };
  };
  const opened = await open();
  valueOf(await opened.store.read());
  await opened.store.settled();
  return { ...desk, ...opened, place, newsroom, data, id, text, open };
};
type Begun = Awaited<ReturnType<typeof begin>>;

/** Every place below the test's folder where one of these words stands, zip files entry by entry. */
const placesWith = async (place: string, words: readonly string[]): Promise<readonly string[]> => {
  const found: string[] = [];
  const has = (text: string): boolean => words.some((each) => text.toLowerCase().includes(each.toLowerCase()));
  for (const [path, text] of Object.entries(await filesBelow(place))) {
    const isZip = text.startsWith('PK');
    const bytes = Buffer.from(text, 'latin1').toString('utf8');
    if (has(path) || (!isZip && (has(bytes) || has(Buffer.from(text, 'latin1').toString('utf16le'))))) found.push(path);
    if (!isZip) continue;
    const zip = await openPromise(join(place, path), { autoClose: false });
    for await (const entry of zip.eachEntry()) {
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      if (has(entry.fileName) || has(Buffer.concat(parts).toString('utf8'))) found.push(`${path}!${entry.fileName}`);
    }
    zip.close();
  }
  return found;
};
/** A whole backup of a format that is not known yet. */
const laterBackup = async (): Promise<Buffer> => {
  const facts = { format: BACKUP_FORMAT + 1, at: '2026-11-22T14:00:00.000Z' };
  const parts: Uint8Array[] = [];
  const bytes = zipped(async (add) => {
    await add('manifest.json', Buffer.from(JSON.stringify(facts)));
    return asComment(facts);
  });
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
};
const ASKED = { by: 'Ben', reason: 'A court order of 3 November' };
const folderOf = async ({ newsroom, id }: Pick<Begun, 'newsroom' | 'id'>): Promise<string> => {
  const names = await readdir(join(newsroom, 'releases', '2026'));
  return join(newsroom, 'releases', '2026', names.find((name) => name.endsWith(`--${id}`)) ?? '');
};
/** The address is public and keeps its words. */
const besides = async (begun: Begun): Promise<readonly string[]> =>
  (await placesWith(begun.place, WORDS)).filter(
    (path) => !/release\.json$|history\/objects\/[0-9a-f]{64}\.json$|newsroom\/exports\/[^/]+$/.test(path),
  );

describe('a release that is removed', () => {
  test('is erased everywhere within reach: text, history, notes, slots, rows, copies and backups', async () => {
    const begun = await begin();
    const { store, recovery, removals, backups, newsroom, data, id, text, place } = begun;
    // A slot that never reached the newsroom, a damaged one, media, quarantine, conflict copies, a second folder.
    const { version } = valueOf(await store.openRelease(id));
    valueOf(await recovery.keep(store, text(UNSAVED), version));
    const folder = await folderOf(begun);
    const [slots] = await readdir(join(data, 'recovery'));
    await writeFile(join(data, 'recovery', slots ?? '', `${id}.b.json.damaged-0123456789ab`), SECRET);
    await mkdir(join(folder, 'media'));
    await mkdir(join(folder, 'quarantine'));
    await writeFile(join(folder, 'media', 'cranes.txt'), SECRET);
    await writeFile(join(folder, 'quarantine', 'release.json.0123456789ab'), SECRET);
    await writeFile(join(folder, 'release (Ada’s conflicted copy).json'), SECRET);
    await writeFile(join(folder, 'history', 'log', 'notes.txt'), SECRET);
    await cp(folder, join(newsroom, 'trash', '2026-11-22-harbour-sold-again--r-harbour1'), { recursive: true });
    await cp(folder, `${folder} (1)`, { recursive: true });
    // What the last export noted, and the pages of the last plan.
    await mkdir(join(data, 'exports', 'plan', 'news'), { recursive: true });
    await writeFile(
      join(data, 'exports', 'noted.txt'),
      `file\tdata/news/2026/11/harbour-sold-for-a-song.html\n${SECRET}`,
    );
    await writeFile(join(data, 'exports', 'plan', 'news', 'harbour-sold.html'), SECRET);
    // The report of an export names the files of the release by its address, which stays.
    await mkdir(join(newsroom, 'exports'));
    const added = ['data/news/2026/11/harbour-sold-for-a-song.html', 'data/news/2026/11/harbour-sold-for-a-song.json'];
    await writeFile(join(newsroom, 'exports', '2026-11-22T10-00-00.000Z.json'), JSON.stringify({ added }));
    // A field that this Standfirst does not know, and what each computer saw of the newsroom.
    const file = join(folder, 'release.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('{\n', `{\n  "aside": "${UNSAVED}",\n`));
    valueOf(await store.read());
    await store.settled();
    valueOf(await backups.now(store));
    await store.checkHistory();
    expect(await placesWith(place, ['rusted cranes'])).not.toEqual([]);

    const { open, report } = valueOf(await removals.remove(store, id, ASKED));
    expect(report).toMatchObject({ found: [], unread: [], backups: 1, lost: [], kept: [] });
    expect(report.searched).toBeGreaterThan(10);
    expect(await besides(begun)).toEqual([]);
    expect(
      await placesWith(
        place,
        WORDS.filter((each) => !/harbour.sold/i.test(each)),
      ),
    ).toEqual([]);
    expect(open.release).toMatchObject({
      id,
      state: 'removed',
      headline: '',
      body: [],
      publication: {
        by: 'Ada',
        address: 'news/2026/11/harbour-sold-for-a-song.html',
        after: [{ kind: 'removed', ...ASKED }],
      },
    });
    expect(await folderOf(begun)).toMatch(/2026-11-22-removed--r-harbour1$/);
    expect(Object.keys(await filesBelow(await folderOf(begun))).sort()).toEqual([
      'history/log/desk.jsonl',
      expect.stringMatching(/^history\/objects\/[0-9a-f]{64}\.json$/),
      'release.json',
      'release.txt',
    ]);
    expect(await readdir(newsroom)).not.toContain('removals');
  });

  test('leaves a newsroom that is whole, with a history that nobody has tampered with', async () => {
    const begun = await begin();
    const { store, removals, newsroom, id, options, data } = begun;
    await store.checkHistory();
    valueOf(await removals.remove(store, id, ASKED));
    const chains = await openChains({ data, newsroom, now: options.now, fs: nodeFileSystem });
    expect((await examine(newsroom, { now: options.now, chains })).findings).toEqual([]);
    expect(valueOf(await store.checkHistory())).toEqual([]);
    const lines = valueOf(await store.versions(id));
    expect(lines.at(-1)).toMatchObject({ kind: 'removed', who: 'Ben', note: ASKED.reason });
    expect(lines.every(({ name, note, kind }) => kind === 'removed' || (name === '' && note === undefined))).toBe(true);
    const contents = valueOf(await store.contents());
    expect(contents.unreadable).toEqual([]);
    expect(contents.published.map(({ current }) => current.state)).toEqual(['removed']);
  });

  test('shows it where the history of another release claims to be erased', async () => {
    const { store, newsroom, log, options, data } = await begin();
    await store.checkHistory();
    const file = await log();
    const [line = '', ...rest] = (await readFile(file, 'utf8')).split('\n');
    const original = createHash('sha256').update(line).digest('hex');
    const forged = JSON.stringify({ ...(JSON.parse(line) as object), who: 'Somebody else', original });
    await writeFile(file, [forged, ...rest].join('\n'));
    expect(valueOf(await store.checkHistory())).toMatchObject([{ kind: 'rewritten', line: 1 }]);
    const chains = await openChains({ data, newsroom, now: options.now, fs: nodeFileSystem });
    const codes = (await examine(newsroom, { now: options.now, chains })).findings.map(({ code }) => code);
    expect(codes).toContain('history-changed');
  });

  test('stays erased when words of it arrive late', async () => {
    const begun = await begin();
    const { store, recovery, removals, id, text, place } = begun;
    const { version } = valueOf(await store.openRelease(id));
    const removing = removals.remove(store, id, ASKED);
    const late = recovery.save(store, text(UNSAVED), version, 'Ada');
    valueOf(await removing);
    expect((await late).ok).toBe(false);
    expect(faultOf(await recovery.save(store, text(UNSAVED), version, 'Ada')).code).toBe('refused');
    expect(faultOf(await recovery.keep(store, text(UNSAVED), version)).code).toBe('refused');
    expect(faultOf(await store.saveRelease(text(UNSAVED), version, 'Ada')).code).toBe('refused');
    expect(faultOf(await store.keepText(text(UNSAVED), { kind: 'manual', who: 'Ada' })).code).toBe('refused');
    expect(faultOf(await store.nameDraft(id, DRAFT, 'Ada')).code).toBe('refused');
    const override = { check: 'quote', digest: '', by: 'Ada', reason: SECRET, at: '2026-11-22T09:00:00.000Z' };
    expect(faultOf(await store.addOverride(id, override)).code).toBe('refused');
    await recovery.settled();
    await store.settled();
    expect(await placesWith(place, ['last second before', 'own account', 'rusted cranes'])).toEqual([]);
  });

  test('is refused before publication, without a reason or a name, and where the reason repeats its words', async () => {
    const { store, removals, id, place } = await begin();
    const before = await filesBelow(place);
    for (const [release, asked] of [
      [ID, ASKED],
      [id, { by: 'Ben', reason: ' ' }],
      [id, { by: '', reason: 'A court order' }],
      [id, { by: 'Ben', reason: 'It says that he sold seven rusted cranes to somebody' }],
    ] as const)
      expect(faultOf(await removals.remove(store, release, asked)).code).toBe('refused');
    expect(await filesBelow(place)).toEqual(before);
  });

  test.each([
    ['as text', (text: string) => Buffer.from(text)],
    ['as UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
    [
      'as escaped JSON',
      (text: string) => Buffer.from(`"${text.replace(/[a-z]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)}"`),
    ],
    ['as HTML', (text: string) => Buffer.from(`<p>${text.replaceAll(' ', '&nbsp;')}</p>`)],
    ['in capitals', (text: string) => Buffer.from(text.toUpperCase())],
  ])('is found again where a copy stands %s', async (_how, write) => {
    const { store, removals, id, newsroom } = await begin();
    const copy = join(newsroom, 'copy.txt');
    await writeFile(copy, write(SECRET));
    const { report } = valueOf(await removals.remove(store, id, ASKED));
    expect(report.found.map(({ where }) => where)).toEqual([copy]);
  });

  test('is not found where another release says the same', async () => {
    const { store, removals, id, newsroom } = await begin();
    await writeFile(join(newsroom, 'minutes.txt'), SHARED);
    expect(valueOf(await removals.remove(store, id, ASKED)).report.found).toEqual([]);
  });

  test('goes from a backup in which another file is damaged, and that file alone is lost', async () => {
    const begun = await begin();
    const { store, removals, backups, id, newsroom, place } = begun;
    await writeFile(join(newsroom, 'arms.png'), 'the arms of Hexley');
    const { backup } = valueOf(await backups.now(store));
    const file = join(await backups.folderOf(newsroom), backup.name);
    const bytes = (await readFile(file)).toString('latin1').replace('the arms', 'the Arms');
    await writeFile(file, Buffer.from(bytes, 'latin1'));
    const { report } = valueOf(await removals.remove(store, id, ASKED));
    const lost = [{ backup: backup.name, path: 'arms.png' }];
    expect(report).toMatchObject({ found: [], unread: [], backups: 1, lost, kept: [] });
    expect(await besides(begun)).toEqual([]);
    const restored = join(place, 'restored');
    expect(valueOf(await backups.restore(file, restored))).toMatchObject({ leftOut: 1 });
    expect(await readFile(join(restored, 'newsroom.json'))).toEqual(await readFile(join(newsroom, 'newsroom.json')));
  });

  test.each([
    ['damaged', async (bytes: Buffer) => bytes.subarray(0, 500)],
    ['later', laterBackup],
  ] as const)('leaves a backup that is %s, and names it, also at each start', async (why, change) => {
    const { store, removals, backups, id, newsroom, open } = await begin();
    const { backup } = valueOf(await backups.now(store));
    const file = join(await backups.folderOf(newsroom), backup.name);
    const bytes = await change(await readFile(file));
    await writeFile(file, bytes);
    const kept = [{ name: backup.name, why }];
    const { report } = valueOf(await removals.remove(store, id, ASKED));
    expect(report).toMatchObject({ unread: [], backups: 0, lost: [], kept });
    const next = await open();
    await next.removals.finish(next.store, valueOf(await next.store.read()));
    await next.removals.settled();
    expect(next.states).toContainEqual({ kind: 'tidied', trouble: { lost: [], kept } });
    expect(await readFile(file)).toEqual(bytes);
  });

  test('is in a backup made before as what is left of it, and a newsroom restored from that is whole', async () => {
    const { store, removals, backups, id, newsroom, place, options } = await begin();
    const { backup } = valueOf(await backups.now(store));
    valueOf(await removals.remove(store, id, ASKED));
    const restored = join(place, 'restored');
    valueOf(await backups.restore(join(await backups.folderOf(newsroom), backup.name), restored));
    expect((await examine(restored, { now: options.now })).findings).toEqual([]);
    const again = valueOf(await openNewsroom(restored, { device: 'desk' }));
    expect(valueOf(await again.openRelease(id)).release.state).toBe('removed');
  });
});

describe('whichever call to the disk fails', () => {
  // Each begins at another call, so that together they meet every second one.
  test.each<readonly [Trouble, number]>([
    ['killed', 1],
    ['EIO', 3],
    ['short write', 5],
  ])(
    'with %s, a removal can be gone on with, and then nothing is left',
    async (trouble, begins) => {
      const begun = await begin();
      const { place, backups, store, recovery, id, text } = begun;
      const { version } = valueOf(await store.openRelease(id));
      valueOf(await recovery.keep(store, text(UNSAVED), version));
      valueOf(await backups.now(store));
      await mkdir(join(await folderOf(begun), 'media'));
      await writeFile(join(await folderOf(begun), 'media', 'cranes.txt'), SECRET);
      const saved = await temporary();
      await cp(place, saved, { recursive: true });
      for (let at = begins; ; at += 6) {
        await rm(place, { recursive: true });
        await cp(saved, place, { recursive: true });
        const fs = troubledFileSystem(at, trouble);
        const session = await begun.open(fs);
        const removed = await session.removals.remove(session.store, id, ASKED);
        await session.store.settled();
        // The next start, on a disk that works: what was begun is gone on with, what was not is asked for again.
        const next = await begun.open(nodeFileSystem);
        const newsroom = valueOf(await next.store.read());
        await next.removals.finish(next.store, newsroom);
        await next.removals.settled();
        const now = valueOf(await next.store.openRelease(id));
        if (now.release.state !== 'removed') valueOf(await next.removals.remove(next.store, id, ASKED));
        expect(await besides(begun), `call ${at}`).toEqual([]);
        expect(
          (await examine(begun.newsroom, { now: begun.options.now })).findings.filter(
            ({ code }) => code !== 'stale-temporary',
          ),
          `call ${at}`,
        ).toEqual([]);
        expect(valueOf(await next.store.unfinishedRemovals())).toEqual([]);
        if (removed.ok && fs.calls() < at) break;
      }
    },
    120_000,
  );
});
