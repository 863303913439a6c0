import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readImportFile } from './import-file';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'standfirst-import-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const read = (name: string, contents: string | Uint8Array) => {
  writeFileSync(path.join(folder, name), contents);
  return readImportFile(path.join(folder, name));
};
const code = (result: Awaited<ReturnType<typeof readImportFile>>) => (result.ok ? 'ok' : result.fault.code);

describe('a file chosen for import', () => {
  test('is text or a web page, by its name', async () => {
    expect(await read('Release.TXT', 'Tŷ newydd')).toEqual({
      ok: true,
      value: { fileName: 'Release.TXT', kind: 'text', text: 'Tŷ newydd' },
    });
    expect(await read('a.htm', '<p>x</p>')).toMatchObject({ ok: true, value: { kind: 'html' } });
    expect(await read('a.html', '<p>x</p>')).toMatchObject({ ok: true, value: { kind: 'html' } });
    expect(code(await read('a.docx', 'PK'))).toBe('refused');
  });
  test('loses a byte order mark and nothing else', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a, 0x42]);
    expect(await read('a.txt', bytes)).toMatchObject({ ok: true, value: { text: 'A\r\nB' } });
  });
  test('is refused when it is not UTF-8, rather than read with wrong letters', async () => {
    expect(code(await read('latin.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9])))).toBe('invalid');
    expect(code(await read('utf16.txt', new Uint8Array([0xff, 0xfe, 0x41, 0x00])))).toBe('invalid');
  });
  test('is refused above 20 MB without being read', async () => {
    await read('large.txt', '');
    truncateSync(path.join(folder, 'large.txt'), 20_000_001);
    expect(code(await readImportFile(path.join(folder, 'large.txt')))).toBe('refused');
  });
  test('that is gone is a fault of the disk', async () => {
    expect(code(await readImportFile(path.join(folder, 'gone.txt')))).not.toBe('ok');
  });
});
