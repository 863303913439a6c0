import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { faultOf, filesBelow, temporaryFolders, valueOf } from '../newsroom/testing';
import { checkSignature, readVerifyingKey, signatureOf } from './minisign';
import { type Keychain, signingKeys } from './signing-keys';

const temporary = temporaryFolders();
const turned = (bytes: Uint8Array, by: number): Buffer => Buffer.from(bytes.map((byte) => byte ^ by));
/** A keychain of its own computer: another one cannot read what it encrypted. */
const keychain = (by: number): Keychain => ({
  isThere: () => true,
  encrypt: (text) => turned(Buffer.from(text, 'utf8'), by),
  decrypt: (bytes) => turned(bytes, by).toString('utf8'),
});

describe('a newsroom’s signing key', () => {
  test('is made once, kept encrypted, and signs what its public half finds true', async () => {
    const data = await temporary();
    const keys = signingKeys({ data, keychain: keychain(0x5a) });
    expect(valueOf(await keys.read('/a/newsroom'))).toBeNull();
    const known = valueOf(await keys.make('/a/newsroom'));
    expect(valueOf(await keys.make('/a/newsroom'))).toBe(known);
    expect(valueOf(await keys.make('/another/newsroom'))).not.toBe(known);
    const key = valueOf(await signingKeys({ data, keychain: keychain(0x5a) }).read('/a/newsroom'));
    if (key === null) throw new Error('the key is not there');
    const signature = signatureOf(Buffer.from('bytes'), key, 'as of 2026');
    expect(valueOf(checkSignature(Buffer.from('bytes'), signature, valueOf(readVerifyingKey(known))))).toBe(
      'as of 2026',
    );
    const seed = Buffer.from(key.seed).toString('base64');
    for (const name of Object.keys(await filesBelow(data)))
      expect(await readFile(join(data, name), 'latin1')).not.toContain(seed);
  });

  test('that another computer’s keychain made is not read, nor written over', async () => {
    const data = await temporary();
    valueOf(await signingKeys({ data, keychain: keychain(0x5a) }).make('/a/newsroom'));
    const before = await filesBelow(data);
    const other = signingKeys({ data, keychain: keychain(0x33) });
    expect(faultOf(await other.read('/a/newsroom'))).toMatchObject({ code: 'unreadable' });
    expect(faultOf(await other.make('/a/newsroom'))).toMatchObject({ code: 'unreadable' });
    expect(await filesBelow(data)).toEqual(before);
  });

  test('is not made without a keychain', async () => {
    const data = await temporary();
    const none = { ...keychain(1), isThere: () => false };
    expect(faultOf(await signingKeys({ data, keychain: none }).make('/a/newsroom')).message).toContain('no keychain');
    expect(await filesBelow(data)).toEqual({});
  });
});
