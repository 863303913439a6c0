import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { faultOf, temporaryFolders, valueOf } from '../newsroom/testing';
import { checkSignature, readSigningKey, readVerifyingKey, signatureOf } from './minisign';
import { signingKeyFiles } from './testing';

const temporary = temporaryFolders();
const BYTES = Buffer.from('every byte counts');

/** From minisign's own documentation: a public key, and its signature of the four bytes “test”. */
const KNOWN_KEY = 'RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3';
const KNOWN = `untrusted comment: signature from minisign secret key
RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=
trusted comment: timestamp:1556193335\tfile:test
y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==
`;

describe('a signature in minisign’s form', () => {
  test('that minisign made is found true, and of another file false', () => {
    const key = valueOf(readVerifyingKey(KNOWN_KEY));
    expect(valueOf(checkSignature(Buffer.from('test'), KNOWN, key))).toBe('timestamp:1556193335\tfile:test');
    expect(faultOf(checkSignature(Buffer.from('Test'), KNOWN, key)).message).toContain('not that of this');
  });

  test('of ours holds for these bytes, this comment and this key alone', () => {
    const files = signingKeyFiles('one');
    const key = valueOf(readSigningKey(files.secret));
    const check = valueOf(readVerifyingKey(files.public));
    const text = signatureOf(BYTES, key, 'as of 2026');
    expect(signatureOf(BYTES, key, 'as of 2026')).toBe(text);
    expect(valueOf(checkSignature(BYTES, text, check))).toBe('as of 2026');
    expect(checkSignature(BYTES, text.replace('as of 2026', 'as of 2027'), check).ok).toBe(false);
    expect(checkSignature(Buffer.from('every byte'), text, check).ok).toBe(false);
    const other = valueOf(readVerifyingKey(signingKeyFiles('two').public));
    expect(faultOf(checkSignature(BYTES, text, other)).message).toContain('another key');
    expect(faultOf(checkSignature(BYTES, 'words', check)).message).toContain('not in minisign’s form');
  });
});

describe('a secret key', () => {
  const files = signingKeyFiles('one');
  const altered = (at: number, to: number): string => {
    const bytes = Buffer.from(files.secret.split('\n')[1] ?? '', 'base64');
    bytes[at] = to;
    return `untrusted comment: x\n${bytes.toString('base64')}\n`;
  };
  test('with a password is refused, with the way to take it off', () => {
    expect(faultOf(readSigningKey(altered(2, 'S'.charCodeAt(0)))).message).toContain('has a password');
  });
  test('that is damaged, or none, is refused', () => {
    expect(faultOf(readSigningKey(altered(100, 7))).message).toContain('damaged');
    for (const text of ['', 'words', files.public]) expect(faultOf(readSigningKey(text)).code).toBe('invalid');
    expect(faultOf(readVerifyingKey(files.secret)).code).toBe('invalid');
  });
});

/** A key's file with some of its bytes changed. */
const changed = (text: string, change: (bytes: Buffer) => void): string => {
  const [first = '', line = ''] = text.split('\n');
  const bytes = Buffer.from(line, 'base64');
  change(bytes);
  return `${first}\n${bytes.toString('base64')}\n`;
};

describe('a secret key', () => {
  const { secret } = signingKeyFiles('one');
  test('of minisign without a password has no sum, and is read', () => {
    const bare = changed(secret, (bytes) => void bytes.fill(0, 126));
    expect(valueOf(readSigningKey(bare))).toEqual(valueOf(readSigningKey(secret)));
  });
  test.each([
    ['its seed', 62],
    ['its public half', 100],
  ])('is damaged where %s is not what it was, with a sum or without', (_, at) => {
    const damaged = changed(secret, (bytes) => void (bytes[at] = (bytes[at] ?? 0) ^ 1));
    expect(faultOf(readSigningKey(damaged)).message).toContain('damaged');
    expect(faultOf(readSigningKey(changed(damaged, (bytes) => void bytes.fill(0, 126)))).message).toContain('damaged');
  });
});

test('minisign itself makes a key that signs here, and finds the signature true', async (context) => {
  const run = promisify(execFile);
  const hasIt = await run('minisign', ['-v']).then(
    () => true,
    () => false,
  );
  if (!hasIt) context.skip('minisign is not installed');
  const folder = await temporary();
  const [secret, known, file] = ['k.key', 'k.pub', 'manifest'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  await run('minisign', ['-G', '-W', '-p', known, '-s', secret]);
  await writeFile(file, BYTES);
  const key = valueOf(readSigningKey(await readFile(secret, 'utf8')));
  await writeFile(`${file}.minisig`, signatureOf(BYTES, key, 'as of 2026'));
  const { stdout } = await run('minisign', ['-V', '-p', known, '-m', file]);
  expect(stdout).toContain('Trusted comment: as of 2026');
  expect(valueOf(checkSignature(BYTES, await readFile(`${file}.minisig`, 'utf8'), valueOf(readVerifyingKey(await readFile(known, 'utf8')))))).toBe('as of 2026'); // prettier-ignore
  await writeFile(file, 'every byte count5');
  await expect(run('minisign', ['-V', '-p', known, '-m', file])).rejects.toThrow();
});
