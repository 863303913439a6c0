import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLog } from '../log';
import { firstSettings, rememberNewsroom } from './model';
import { readSettings } from './read';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-settings-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  writeFileSync(path.join(folder, 'settings.json'), text);
  return readSettings(path.join(folder, 'settings.json'), openLog(path.join(folder, 'logs'), { echo: false }));
};
const aside = () => readdirSync(folder).filter((name) => name.startsWith('settings.json.unreadable-'));

describe('the settings file', () => {
  test('is read when it is whole', () => {
    const settings = { ...firstSettings('0123456789abcdef'), who: 'Ana Pryce' };
    expect(read(JSON.stringify(settings))).toEqual(settings);
    expect(aside()).toEqual([]);
  });

  test.each(['{"who": "Ana', '', '{}', '[]', '{"format": 2}', JSON.stringify({ ...firstSettings('x') })])(
    'is moved aside, whole, when it reads %s',
    (text) => {
      expect(read(text)).toBeNull();
      const kept = aside();
      expect(kept).toHaveLength(1);
      expect(readFileSync(path.join(folder, kept[0] ?? ''), 'utf8')).toBe(text);
    },
  );

  test('gives nothing when there is none', () => {
    const log = openLog(path.join(folder, 'logs'), { echo: false });
    expect(readSettings(path.join(folder, 'none.json'), log)).toBeNull();
  });
});

describe('newsrooms opened before', () => {
  const entry = (name: string, exportFolder: string | null = null) => ({
    organisation: name,
    folder: `/${name}`,
    exportFolder,
  });
  test('stand newest first, once each, and keep the folder of their bundle', () => {
    const recent = [entry('a'), entry('b', '/site')];
    expect(rememberNewsroom(recent, { organisation: 'B, renamed', folder: '/b' })).toEqual([
      { organisation: 'B, renamed', folder: '/b', exportFolder: '/site' },
      entry('a'),
    ]);
  });
  test('are ten at most', () => {
    const many = Array.from({ length: 10 }, (_, at) => entry(`n${at}`));
    const after = rememberNewsroom(many, { organisation: 'new', folder: '/new' });
    expect(after).toHaveLength(10);
    expect(after[0]?.folder).toBe('/new');
    expect(after.at(-1)?.folder).toBe('/n8');
  });
});
