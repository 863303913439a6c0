import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../newsroom/doctor';
import { temporaryFolders, valueOf } from '../newsroom/testing';
import { makeBackup } from './make-backup';
import { restoreBackup } from './restore';
import { backedUp, changeSomething, newsroomIn } from './testing';

const temporary = temporaryFolders();
const NOW = () => new Date('2026-11-22T14:00:00.000Z');

describe('a backup', () => {
  test('restored to a new folder, is the newsroom byte for byte, and whole', async () => {
    const place = await temporary();
    const newsroom = await newsroomIn(place);
    const to = join(place, 'backups');
    const made = valueOf(await makeBackup({ newsroom, to, why: 'asked', now: NOW }));
    expect(made).toMatchObject({ isNew: true, backup: { name: 'backup-20261122T140000000Z.zip' } });
    const folder = join(place, 'deep', 'restored');
    valueOf(await restoreBackup({ file: join(to, made.backup.name), folder, data: null, now: NOW }));
    expect(await backedUp(folder)).toEqual(await backedUp(newsroom));
    // What lies in the newsroom besides is backed up too, and the doctor names it here as there.
    expect(await examine(folder, { now: NOW })).toEqual(await examine(newsroom, { now: NOW }));
    const codes = (await examine(folder, { now: NOW })).findings.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['unsafe-name']));
  });

  test('is not made again while nothing has changed', async () => {
    const place = await temporary();
    const newsroom = await newsroomIn(place);
    const to = join(place, 'backups');
    await makeBackup({ newsroom, to, why: 'asked', now: NOW });
    const later = () => new Date('2026-11-23T14:00:00.000Z');
    expect(valueOf(await makeBackup({ newsroom, to, why: 'daily', now: later })).isNew).toBe(false);
    await changeSomething(newsroom);
    expect(valueOf(await makeBackup({ newsroom, to, why: 'daily', now: later })).isNew).toBe(true);
    expect(await readdir(to)).toHaveLength(2);
  });
});
