import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLog } from '../log';
import type { Settings } from './model';
import { openSettings } from './store';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const log = () => openLog(path.join(folder, 'logs'), { echo: false });
/** electron-store runs in Electron alone: here the file is written by Node. */
const write = async (to: string, settings: Settings): Promise<void> =>
  writeFile(path.join(to, 'settings.json'), JSON.stringify(settings));
const opened = () => openSettings(folder, log(), write);
const file = () => path.join(folder, 'settings.json');
const onDisk = () => JSON.parse(readFileSync(file(), 'utf8')) as Record<string, unknown>;

test('a first start writes settings, and the next one has the same', async () => {
  const first = opened();
  await first.settled();
  expect(onDisk()).toEqual(first.get());
  expect(opened().get()).toEqual(first.get());
});

test('nothing is written where nothing changed', async () => {
  await opened().settled();
  writeFileSync(file(), `  ${readFileSync(file(), 'utf8')}`);
  const before = readFileSync(file(), 'utf8');
  await opened().settled();
  expect(readFileSync(file(), 'utf8')).toBe(before);
});

test('changes hold at once, and the last of many is what stands on the disk', async () => {
  const settings = opened();
  for (const who of ['Ana', 'Ana P', 'Ana Pryce']) settings.change({ who });
  expect(settings.get().who).toBe('Ana Pryce');
  await settings.settled();
  expect(onDisk()).toEqual(settings.get());
  settings.change({ theme: 'dark' });
  await settings.settled();
  expect(onDisk()).toMatchObject({ who: 'Ana Pryce', theme: 'dark' });
});

test('a change that cannot be written still holds, is logged, and the next one is tried', async () => {
  const settings = opened();
  await settings.settled();
  rmSync(file());
  mkdirSync(path.join(file(), 'in the way'), { recursive: true });
  settings.change({ who: 'Ana' });
  await settings.settled();
  expect(settings.get().who).toBe('Ana');
  expect(readFileSync(path.join(folder, 'logs', 'standfirst.log'), 'utf8')).toContain('settings not written');
  rmSync(file(), { recursive: true });
  settings.change({ theme: 'dark' });
  await settings.settled();
  expect(onDisk()).toMatchObject({ who: 'Ana', theme: 'dark' });
});
