import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { diagnostics } from './diagnostics';
import { openLog, withoutPaths } from './log';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-diagnostics-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('diagnostics', () => {
  test('tell versions, counts and the log, and neither paths nor what an error quotes', () => {
    const log = openLog(folder, { echo: false });
    log.info('newsroom opened', { releases: 9 });
    log.info('settings moved aside', { aside: '/home/ana.pryce/Press office/settings.json.unreadable' });
    log.fault('call failed', new SyntaxError('Unexpected token "The Commissioner resigns"'), { call: 'releases:save' });
    const enoent = Object.assign(new Error("ENOENT: no such file, open '/home/ana.pryce/n/release.json'"), {
      code: 'ENOENT',
    });
    log.fault('call failed', enoent);
    const text = diagnostics({
      runtime: { standfirst: '0.1.0', electron: '45.4.1' },
      windows: 2,
      counts: { releases: 9 },
      log: log.file,
    });
    expect(text).toContain('standfirst: 0.1.0');
    expect(text).toContain('windows: 2');
    expect(text).toContain('"what":"newsroom opened","releases":9');
    expect(text).toContain('"call":"releases:save"');
    expect(text).toContain('"code":"ENOENT"');
    expect(text).not.toContain('ana.pryce');
    expect(text).not.toContain('Press office');
    expect(text).not.toContain('Commissioner');
    expect(text).not.toContain(folder);
  });

  test('are told without a log too', () => {
    const text = diagnostics({ runtime: {}, windows: 1, counts: {}, log: path.join(folder, 'none.log') });
    expect(text).toContain('windows: 1');
  });
});

describe('a path', () => {
  test.each([
    ['"aside":"/home/ana/Press office/x.json"', '"aside":"…"'],
    ['"aside":"C:\\\\Users\\\\Ana\\\\x.json","n":1', '"aside":"…","n":1'],
    ['"aside":"\\\\\\\\server\\\\Ana\\\\x.json"', '"aside":"…"'],
    ['"what":"window closed"', '"what":"window closed"'],
    ['"time":"2026-11-28T19:58:36.062Z"', '"time":"2026-11-28T19:58:36.062Z"'],
  ])('in %s is taken out', (text, told) => {
    expect(withoutPaths(text)).toBe(told);
  });
  test('of a source file keeps the file’s name and line', () => {
    expect(withoutPaths('at save (/home/ana/app/.vite/build/main.cjs:120:7)')).not.toContain('ana');
    expect(withoutPaths('at save (/home/ana/app/.vite/build/main.cjs:120:7)')).toContain('main.cjs:120');
  });
});
