import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { para, r, wordParts } from '../../shared/testing/word';
import { importFile, readImportFile } from './import-file';
import { releaseId } from '../../shared/testing/builders';

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
    expect(code(await read('a.png', 'x'))).toBe('refused');
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

/** A zip file of parts. */
const zipOf = async (parts: ReadonlyMap<string, string>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const bytes: Uint8Array[] = [];
  for await (const part of zip.outputStream) bytes.push(part as Uint8Array);
  return Buffer.concat(bytes);
};

/** The same bytes with another number wherever they say one. */
const saying = (bytes: Buffer, was: number, now: number): Buffer => {
  const [before, after] = [Buffer.alloc(4), Buffer.from(bytes)];
  before.writeUInt32LE(was);
  for (let at = after.indexOf(before); at >= 0; at = after.indexOf(before, at + 1)) after.writeUInt32LE(now, at);
  return after;
};

describe('a Word document chosen for import', () => {
  const DOCUMENT = wordParts(para(r('Fferi yn hwylio o Dŷ Môr')));
  test('is read with its words', async () => {
    const file = path.join(folder, 'From legal.DOCX');
    writeFileSync(file, await zipOf(DOCUMENT));
    const preview = await importFile(file, { id: releaseId('r-import0001'), language: 'cy' });
    expect(preview).toMatchObject({
      ok: true,
      value: { fileName: 'From legal.DOCX', release: { body: [{ runs: [{ text: 'Fferi yn hwylio o Dŷ Môr' }] }] } },
    });
  });
  test('is refused where it is none, not whole, or locked by a password', async () => {
    const whole = await zipOf(DOCUMENT);
    const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]);
    const altered = Buffer.from(whole);
    altered.fill(0xff, 60, 90);
    const others: readonly (string | Uint8Array)[] = ['', 'PK', whole.subarray(0, -40), altered, locked];
    for (const bytes of others) expect(code(await read('a.docx', bytes))).toBe('invalid');
    expect(code(await read('sheet.docx', await zipOf(new Map([['xl/workbook.xml', '<workbook/>']]))))).toBe('invalid');
  });
  test('is refused where more is packed in it than any release has, or than it says', async () => {
    const packed = await zipOf(new Map([...DOCUMENT, ['word/more.xml', ' '.repeat(5_000_000)]]));
    expect(code(await read('a.docx', packed))).toBe('ok');
    expect(code(await read('a.docx', saying(packed, 5_000_000, 2_000_000_000)))).toBe('invalid');
    expect(code(await read('a.docx', saying(packed, 5_000_000, 50)))).toBe('invalid');
  });
  test('of an older kind is refused with a way on', async () => {
    expect(await read('a.doc', 'x')).toMatchObject({
      ok: false,
      fault: { code: 'refused', message: expect.stringContaining('save it as a Word document (.docx)') as string },
    });
  });
});
