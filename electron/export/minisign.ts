import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import { type Fault, fault } from '../../shared/fault';
import { type Result, failed, ok } from '../../shared/result';

/*
 * Signatures in minisign's form (https://jedisct1.github.io/minisign): Ed25519 over the BLAKE2b-512 of a file, and a
 * second one over that and a comment, so that the comment can be trusted too. Keys are minisign's own files, without a
 * password: a script has nobody to ask.
 */

/** An Ed25519 key and the number by which minisign knows it. */
export type SigningKey = { readonly number: Uint8Array; readonly seed: Uint8Array; readonly public: Uint8Array };
export type VerifyingKey = { readonly number: Uint8Array; readonly public: Uint8Array };

const [KEY_BYTES, PUBLIC_BYTES] = [158, 42];
/** What DER puts before an Ed25519 seed (PKCS #8) and before a public key (SPKI): RFC 8410. */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

const wrong = (message: string): Result<never, Fault> => failed(fault('invalid', message));

/** The bytes on the line of base 64 in a key's file, or in the key alone. */
const bytesIn = (text: string): Buffer => Buffer.from(text.trim().split('\n').at(-1)?.trim() ?? '', 'base64');

/** The public half of a seed. */
const publicHalf = (seed: Uint8Array): Buffer =>
  createPublicKey(createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' }))
    .export({ format: 'der', type: 'spki' })
    .subarray(-32);

/** The key of a seed of 32 bytes, with the number of 8 bytes by which it is known. */
export const newSigningKey = (number: Uint8Array, seed: Uint8Array): SigningKey => ({
  number,
  seed,
  public: publicHalf(seed),
});

/** The public key on the one line that minisign and `verify --key` read. */
export const verifyingLine = ({ number, public: known }: Pick<SigningKey, 'number' | 'public'>): string =>
  Buffer.concat([Buffer.from('Ed', 'latin1'), number, known]).toString('base64');

/** Reads a secret key's file. Fault: `invalid`, also where it has a password. */
export const readSigningKey = (text: string): Result<SigningKey, Fault> => {
  const bytes = bytesIn(text);
  if (bytes.length !== KEY_BYTES || bytes.toString('latin1', 0, 2) !== 'Ed' || bytes.toString('latin1', 4, 6) !== 'B2')
    return wrong('This is no secret key of minisign.');
  if (bytes[2] !== 0 || bytes[3] !== 0)
    return wrong('The key has a password. Take it off with “minisign -C -W”, or make one without: “minisign -G -W”.');
  const [number, secret, sum] = [bytes.subarray(54, 62), bytes.subarray(62, 126), bytes.subarray(126)];
  const [seed, known] = [secret.subarray(0, 32), secret.subarray(32)];
  const expected = blake2b(Buffer.concat([bytes.subarray(0, 2), number, secret]), { dkLen: 32 });
  // Minisign leaves the sum of a key without a password empty. That its two halves belong together says as much.
  const hasNoSum = sum.every((byte) => byte === 0);
  if ((!hasNoSum && !sum.equals(expected)) || !publicHalf(seed).equals(known))
    return wrong('The key is damaged: its parts do not belong together.');
  return ok({ number, seed, public: known });
};

/** Reads a public key, as a file or as its line alone. Fault: `invalid`. */
export const readVerifyingKey = (text: string): Result<VerifyingKey, Fault> => {
  const bytes = bytesIn(text);
  return bytes.length === PUBLIC_BYTES && bytes.toString('latin1', 0, 2) === 'Ed'
    ? ok({ number: bytes.subarray(2, 10), public: bytes.subarray(10) })
    : wrong('This is no public key of minisign.');
};

/** Signs a file's bytes. `comment` is one line; who checks the signature can trust it. The same input gives the same text. */
export const signatureOf = (bytes: Uint8Array, key: SigningKey, comment: string): string => {
  const secret = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, key.seed]), format: 'der', type: 'pkcs8' });
  const signature = sign(null, blake2b(bytes, { dkLen: 64 }), secret);
  const whole = sign(null, Buffer.concat([signature, Buffer.from(comment, 'utf8')]), secret);
  const line = Buffer.concat([Buffer.from('ED', 'latin1'), key.number, signature]).toString('base64');
  return [
    'untrusted comment: signature of a Standfirst bundle',
    line,
    `trusted comment: ${comment}`,
    whole.toString('base64'),
    '',
  ].join('\n');
};

/** Checks a signature over a file's bytes; gives its trusted comment. Fault: `invalid`, with what is wrong. */
export const checkSignature = (bytes: Uint8Array, text: string, key: VerifyingKey): Result<string, Fault> => {
  const [, line = '', comment = '', last = ''] = text.split('\n').map((each) => each.replace(/\r$/, ''));
  const [first, whole] = [Buffer.from(line, 'base64'), Buffer.from(last, 'base64')];
  const said = /^trusted comment: (.*)$/.exec(comment)?.[1];
  if (first.length !== 74 || whole.length !== 64 || said === undefined || first.toString('latin1', 0, 2) !== 'ED')
    return wrong('The signature is not in minisign’s form.');
  if (!first.subarray(2, 10).equals(key.number)) return wrong('The signature was made with another key.');
  const known = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, key.public]), format: 'der', type: 'spki' });
  const signature = first.subarray(10);
  const isTrue =
    verify(null, blake2b(bytes, { dkLen: 64 }), known, signature) &&
    verify(null, Buffer.concat([signature, Buffer.from(said, 'utf8')]), known, whole);
  return isTrue ? ok(said) : wrong('The signature is not that of this manifest.');
};
