import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const sha256Of = (data: string | Uint8Array): Uint8Array => sha256(typeof data === 'string' ? utf8ToBytes(data) : data);

/** SHA-256 of a text's UTF-8 bytes, or of bytes, as 64 lower-case hex digits. Synchronous, so that it runs in any room. */
export const sha256Hex = (data: string | Uint8Array): string => bytesToHex(sha256Of(data));

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The same in base 64 (RFC 4648), as a content security policy writes it. */
export const sha256Base64 = (data: string): string => {
  const bytes = sha256Of(data);
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    text += [18, 12, 6, 0].map((shift) => BASE64[(bits >> shift) & 63] ?? '').join('');
  }
  return `${text.slice(0, 43)}=`;
};
