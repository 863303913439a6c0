import { describe, expect, test } from 'vitest';
import { bagTags, manifest, readManifest } from './bag';

const ABOUT = { organisation: 'Eastmere', asOf: '2026-11-20T23:30:00.000Z', preview: false };

describe('what the bag says of itself', () => {
  test('is BagIt 1.0, with bytes and files of the payload and the day it is made for', () => {
    expect(bagTags(ABOUT, { files: 3, bytes: 1234 })).toEqual([
      {
        path: 'bag-info.txt',
        contents: `Source-Organization: Eastmere
External-Description: Published news archive as of 2026-11-20T23:30:00.000Z
Bagging-Date: 2026-11-20
Payload-Oxum: 1234.3
Bag-Software-Agent: Standfirst
`,
      },
      { path: 'bagit.txt', contents: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' },
    ]);
  });

  test('is a line a label, whatever the organisation is called', () => {
    const [info] = bagTags(
      { ...ABOUT, organisation: ' East\r\nPayload-Oxum: 1.1\u0000\ud83d ' },
      { files: 1, bytes: 2 },
    );
    expect(info?.contents.split('\n')[0]).toBe('Source-Organization: East Payload-Oxum: 1.1');
    expect(bagTags({ ...ABOUT, organisation: ' ' }, { files: 1, bytes: 2 })[0]?.contents).not.toContain('Source');
  });

  test('is that it is a preview, where it is one', () => {
    expect(bagTags({ ...ABOUT, preview: true }, { files: 1, bytes: 2 })[0]?.contents).toContain('a preview, not for');
  });
});

describe('the manifest', () => {
  const a = 'a'.repeat(64);
  const b = 'b'.repeat(64);

  test('is sorted by path, and read back', () => {
    const hashes = new Map([
      ['data/index.html', a],
      ['data/2026/index.html', b],
    ]);
    expect(manifest(hashes)).toBe(`${b}  data/2026/index.html\n${a}  data/index.html\n`);
    expect(readManifest(manifest(hashes))).toEqual(hashes);
  });

  test.each([
    `${a}  ../x\n`,
    `${a}  a/../../x\n`,
    `${a}  /etc/x\n`,
    `${a} x\n`,
    `${a.slice(1)}  x\n`,
    'words\n',
    `${a}  x\r\n`,
  ])('is not read where a line is another thing: %j', (text) => expect(readManifest(text)).toBeNull());
});
