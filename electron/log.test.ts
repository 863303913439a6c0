import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeError, openLog } from './log';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-log-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const parseError = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
};

describe('the log', () => {
  test('keeps a line for each thing, with its facts', () => {
    const log = openLog(folder, { echo: false });
    log.info('started', { runtime: '33' });
    log.info('opened', { releases: 6 });
    const lines = readFileSync(log.file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ level: 'info', what: 'opened', releases: 6 });
  });

  test('never repeats what a parser fell over', () => {
    const said = JSON.stringify(describeError(parseError('{"body": The secret figure}')));
    expect(said).toContain('SyntaxError');
    expect(said).not.toContain('secret');
  });

  test('keeps the words of broken invariants and of the system', () => {
    expect(describeError(new Error('Broken invariant: ranges overlap')).message).toBe(
      'Broken invariant: ranges overlap',
    );
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    expect(describeError(full)).toMatchObject({ code: 'ENOSPC', message: 'ENOSPC: no space left on device' });
  });

  test('never tells a path: a release’s folder is named by its headline', () => {
    const place = '/home/ana/Press office/releases/2026/2026-11-22-the-commissioner-resigns--r-1/release.json';
    const log = openLog(folder, { echo: false });
    const denied = Object.assign(new Error(`EACCES: permission denied, open '${place}'`), { code: 'EACCES' });
    log.fault('call failed', denied, { call: 'releases:save' });
    log.info('no backup', { code: 'disk', detail: String(denied) });
    log.info('no backup', {
      code: 'disk',
      detail: `Error: EBUSY, rename 'C:\\News\\releases\\2026\\the-commissioner-resigns'`,
    });
    const below = 'files/releases/2026/2026-11-22-the-commissioner-resigns--r-wyrdale01/release.json';
    log.info('no backup', { code: 'disk', detail: `Error: The backup is damaged. ${below} was altered.` });
    const said = readFileSync(log.file, 'utf8');
    expect(said).not.toContain('resigns');
    expect(said).not.toContain('Press office');
    expect(said).toContain('EACCES: permission denied, open');
    expect(said).toContain('EBUSY, rename');
  });

  test('keeps where the program was when it failed', () => {
    const log = openLog(folder, { echo: false });
    log.fault('call failed', new Error('x'));
    expect(readFileSync(log.file, 'utf8')).toContain('log.test.ts:');
  });

  test('never repeats the words that a call of the runtime was given', () => {
    const words = 'The Commissioner resigns\0';
    const given = (): unknown => {
      try {
        return readFileSync(words);
      } catch (error) {
        return error;
      }
    };
    expect(describeError(given())).toMatchObject({ code: 'ERR_INVALID_ARG_VALUE' });
    expect(JSON.stringify(describeError(given()))).not.toContain('resigns');
  });

  test('starts anew at a megabyte and keeps one older file', () => {
    const log = openLog(folder, { echo: false });
    writeFileSync(log.file, 'x'.repeat(1_000_001));
    log.info('more');
    expect(readFileSync(log.file, 'utf8').length).toBeLessThan(200);
    expect(readFileSync(`${log.file}.old`, 'utf8').length).toBe(1_000_001);
  });
});
