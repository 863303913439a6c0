import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';

/** A pair of minisign's key files, for tests: the same name gives the same pair. */
export const signingKeyFiles = (name: string): { readonly secret: string; readonly public: string } => {
  const seed = createHash('sha256').update(name).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const own = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }));
  const known = own.export({ format: 'der', type: 'spki' }).subarray(-32);
  const number = createHash('sha256').update(`number of ${name}`).digest().subarray(0, 8);
  const algorithm = Buffer.from('Ed', 'latin1');
  const sum = blake2b(Buffer.concat([algorithm, number, seed, known]), { dkLen: 32 });
  const noPassword = Buffer.alloc(48);
  const secret = Buffer.concat([algorithm, Buffer.from('\0\0B2'), noPassword, number, seed, known, sum]);
  const line = (bytes: Uint8Array): string =>
    `untrusted comment: for tests\n${Buffer.from(bytes).toString('base64')}\n`;
  return { secret: line(secret), public: line(Buffer.concat([algorithm, number, known])) };
};
