import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { BACKUP_FORMAT } from '../../shared/backup/model';
import { newDesk } from '../newsroom/testing-desk';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { listBackups } from './list-backups';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore';
import { asComment } from './zip-out';

const temporary = temporaryFolders();
const NOW = () => new Date('2026-11-22T14:00:00.000Z');

type Stored = { readonly path: string; readonly bytes: Buffer };
type Manifest = { contents: { path: string; size: number; sha256: string }[]; files: number; bytes: number };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const FACTS = {
  format: BACKUP_FORMAT,
  at: '2026-11-22T14:00:00.000Z',
  why: 'asked',
  standfirst: '0.1.0',
  organisation: 'Hexley Council',
  releases: 0,
  leftOut: 0,
  stamp: '0'.repeat(64),
};
const GOOD: readonly Stored[] = [
  { path: 'newsroom.json', bytes: Buffer.from('{}') },
  { path: 'people.json', bytes: Buffer.from('{"format":1,"people":[]}') },
];

/** A zip as an attacker, or a bad disk, might have made it. */
const zipOf = async (
  place: string,
  stored: readonly Stored[],
  change: (manifest: Manifest) => Manifest | null = (manifest) => manifest,
  rename: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<string> => {
  const zip = new ZipFile();
  for (const { path, bytes } of stored) zip.addBuffer(bytes, `newsroom/${path}`, { compress: true });
  const contents = stored.map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) }));
  const sum = contents.reduce((all, { size }) => all + size, 0);
  const manifest = change({ contents, files: contents.length, bytes: sum });
  if (manifest !== null) zip.addBuffer(Buffer.from(JSON.stringify({ ...FACTS, ...manifest })), 'manifest.json');
  const { contents: _, ...counts } = manifest ?? { contents, files: 0, bytes: 0 };
  zip.end({ comment: asComment({ ...FACTS, ...counts }), forceZip64Format: false });
  const file = join(place, 'backup-20261122T140000000Z.zip');
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  await pipeline(Readable.from([rename(Buffer.concat(parts))]), createWriteStream(file));
  return file;
};

/** Every place of one text in a zip becomes another of the same length. */
const renamed = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1');

const refused = async (place: string, file: string): Promise<string> => {
  const folder = join(place, 'inner', 'restored');
  await mkdir(join(place, 'inner'));
  const fault = faultOf(await restoreBackup({ file, folder, data: join(place, 'data'), now: NOW }));
  expect(await readdir(place)).not.toContain('data');
  expect(await readdir(join(place, 'inner'))).toEqual([]);
  expect(fault.code).toBe('unreadable');
  return fault.message;
};

describe('a restored backup is refused', () => {
  test('never where it is as it was made', async () => {
    const place = await temporary();
    const folder = join(place, 'restored');
    valueOf(await restoreBackup({ file: await zipOf(place, GOOD), folder, data: null, now: NOW }));
    expect(Object.keys(await filesBelow(folder)).sort()).toEqual(['newsroom.json', 'people.json']);
  });

  test.each([
    ['climbs out', '../../evil', 'outside'],
    ['is absolute', '/etc/passw', 'outside'],
    ['names a drive', 'C:evil.txt', 'outside'],
    ['has a backslash', 'a\\..\\evil', 'outside'],
    ['has an empty part', 'a//evil.tx', 'outside'],
  ])('where a path in its manifest %s', async (_what, path) => {
    const place = await temporary();
    const file = await zipOf(place, GOOD, (manifest) => ({
      ...manifest,
      contents: manifest.contents.map((each, index) => (index === 1 ? { ...each, path } : each)),
    }));
    expect(await refused(place, file)).toContain('outside the newsroom');
  });

  test('where a path in the zip climbs out', async () => {
    const place = await temporary();
    const file = await zipOf(place, GOOD, undefined, renamed('newsroom/people.json', '../../../evil/people'));
    expect(await refused(place, file)).toContain('table of contents');
  });

  test('where an entry stands twice', async () => {
    const place = await temporary();
    const twice = [...GOOD, { path: 'people.jsoM', bytes: Buffer.from('x') }];
    expect(await refused(place, await zipOf(place, twice, undefined, renamed('people.jsoM', 'people.json')))).toContain(
      'twice',
    );
  });

  test('where its manifest names a file twice', async () => {
    const place = await temporary();
    const file = await zipOf(place, GOOD, ({ contents, bytes }) => ({
      contents: [...contents, ...contents.slice(0, 1)],
      files: 3,
      bytes: bytes + 2,
    }));
    expect(await refused(place, file)).toContain('twice');
  });

  test('where an entry is missing, and where one is too many', async () => {
    const place = await temporary();
    const less = (manifest: Manifest): Manifest => ({
      ...manifest,
      contents: manifest.contents.slice(0, 1),
      files: 1,
      bytes: 2,
    });
    expect(await refused(place, await zipOf(place, GOOD, less))).toContain('knows nothing');
    const other = await temporary();
    const more = (manifest: Manifest): Manifest => ({
      contents: [...manifest.contents, { path: 'more.txt', size: 0, sha256: sha256(Buffer.alloc(0)) }],
      files: 3,
      bytes: manifest.bytes,
    });
    expect(await refused(other, await zipOf(other, GOOD, more))).toContain('missing');
  });

  test('where it holds no manifest', async () => {
    const place = await temporary();
    expect(await refused(place, await zipOf(place, GOOD, () => null))).toContain('manifest');
  });

  test('where a file is another one of the same length', async () => {
    const place = await temporary();
    const file = await zipOf(place, GOOD, (manifest) => ({
      ...manifest,
      contents: manifest.contents.map((each) => ({ ...each, sha256: sha256(Buffer.from('other')) })),
    }));
    expect(await refused(place, file)).toContain('altered');
  });

  test('where a file would unpack to more than its manifest says', async () => {
    const place = await temporary();
    const bomb = [...GOOD, { path: 'bomb.txt', bytes: Buffer.alloc(50_000_000) }];
    const small = (manifest: Manifest): Manifest => ({
      ...manifest,
      contents: manifest.contents.map((each) => (each.path === 'bomb.txt' ? { ...each, size: 10 } : each)),
      bytes: manifest.bytes - 50_000_000 + 10,
    });
    expect(await refused(place, await zipOf(place, bomb, small))).toContain('bomb.txt');
    // Also where the zip itself claims that it is small.
    const lying = await temporary();
    const size = Buffer.alloc(4);
    size.writeUInt32LE(50_000_000);
    const claimed = Buffer.alloc(4);
    claimed.writeUInt32LE(10);
    const shrunk = renamed(size.toString('latin1'), claimed.toString('latin1'));
    expect(await refused(lying, await zipOf(lying, bomb, small, shrunk))).toContain('bomb.txt');
  });

  test('where any byte was altered, and where it was cut short anywhere', async () => {
    const place = await temporary();
    const { folder: newsroom } = await newDesk(place);
    const to = join(place, 'backups');
    const made = valueOf(await makeBackup({ newsroom, to, why: 'asked', now: NOW }));
    const whole = await readFile(join(to, made.backup.name));
    const expected = await filesBelow(newsroom);
    const file = join(place, 'altered.zip');
    for (let at = 0; at < whole.length; at += 41) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 0x55;
      await writeFile(file, altered);
      const folder = join(place, `restored-${at}`);
      const restored = await restoreBackup({ file, folder, data: null, now: NOW });
      // A byte that says nothing, as a date in the zip does, may differ: then the newsroom is as it was.
      if (restored.ok) expect(await filesBelow(folder), `byte ${at}`).toEqual(expected);
      else expect(await readdir(place)).not.toContain(`restored-${at}`);
    }
    for (let length = whole.length - 1; length > 0; length -= 173) {
      await writeFile(file, whole.subarray(0, length));
      const folder = join(place, 'cut');
      expect(faultOf(await restoreBackup({ file, folder, data: null, now: NOW })).code).toBe('unreadable');
      expect(await readdir(place)).not.toContain('cut');
    }
  });
});

test('a restored backup goes to no folder with something in it', async () => {
  const place = await temporary();
  const file = await zipOf(place, GOOD);
  const folder = join(place, 'full');
  await mkdir(folder);
  await writeFile(join(folder, 'mine.txt'), 'mine');
  const fault = faultOf(await restoreBackup({ file, folder, data: null, now: NOW }));
  expect(fault).toMatchObject({ code: 'not-empty', where: folder });
  expect(await filesBelow(folder)).toEqual({ 'mine.txt': 'mine' });
});

test('a restored backup goes to no folder in a newsroom, however that is reached', async () => {
  const place = await temporary();
  const file = await zipOf(place, GOOD);
  const { folder: newsroom } = await newDesk(place);
  await symlink(newsroom, join(place, 'way'));
  const before = await filesBelow(newsroom);
  for (const folder of [
    join(newsroom, 'restored'),
    join(newsroom, 'deep', 'restored'),
    join(place, 'way', 'restored'),
  ]) {
    const fault = faultOf(await restoreBackup({ file, folder, data: null, now: NOW }));
    expect(fault).toMatchObject({ code: 'refused', where: folder });
    expect(fault.message).toContain('Choose a folder outside of it');
  }
  expect(await filesBelow(newsroom)).toEqual(before);
  valueOf(await restoreBackup({ file, folder: `${newsroom}-restored`, data: null, now: NOW }));
});

test('a backup that was cut short is listed as not whole, and is not taken for the last one', async () => {
  const place = await temporary();
  const { folder: newsroom } = await newDesk(place);
  const to = join(place, 'backups');
  const made = valueOf(await makeBackup({ newsroom, to, why: 'asked', now: NOW }));
  await truncate(join(to, made.backup.name), made.backup.size - 1);
  expect(await listBackups(to)).toMatchObject([{ name: made.backup.name, facts: null }]);
  const later = () => new Date('2026-11-22T15:00:00.000Z');
  expect(valueOf(await makeBackup({ newsroom, to, why: 'daily', now: later })).isNew).toBe(true);
  expect(await readdir(to)).toHaveLength(2);
});
