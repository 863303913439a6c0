import { type Cleaned, ascii, bytesOf, joined, viewOf } from './bytes';
import { orientationBlock, orientationIn } from './orientation';

/*
 * PNG (ISO/IEC 15948, third edition): chunks, each with its length, its name and a check sum. Kept are those that pixels and
 * their colours are made of, and moving pictures; texts, times, Exif, chunks of programs and whatever stands behind the
 * end go. Each kept chunk stays byte for byte.
 */

export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Chunks that are kept, and how long each can be: what is longer says something else. */
const KEPT: ReadonlyMap<string, number> = new Map([
  ['IHDR', 13],
  ['PLTE', 3 * 256],
  ['IDAT', Infinity],
  ['tRNS', 256],
  ['gAMA', 4],
  ['cHRM', 32],
  ['sRGB', 1],
  ['iCCP', Infinity],
  ['cICP', 4],
  ['sBIT', 4],
  ['bKGD', 6],
  ['pHYs', 9],
  ['acTL', 8],
  ['fcTL', 26],
  ['fdAT', Infinity],
]);

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

/** The check sum of a chunk: CRC-32 of its name and its data. */
export const crc32 = (bytes: Uint8Array): number => {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
};

/** A chunk with its length and its check sum. */
export const pngChunk = (name: string, data: Uint8Array): Uint8Array => {
  const named = joined([bytesOf(name), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  viewOf(length).setUint32(0, data.length);
  viewOf(sum).setUint32(0, crc32(named));
  return joined([length, named, sum]);
};

/** Reads a PNG and takes out what says more than the picture does; null where it is damaged or cut short. */
export const cleanPng = (bytes: Uint8Array): Cleaned | null => {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.slice(0, 8)];
  let [width, height, orientation, hasPixels] = [0, 0, 1, false];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    const name = ascii(bytes.subarray(at + 4, at + 8));
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    if (at === 8 && name !== 'IHDR') return null;
    if (name === 'IHDR') {
      if (length !== 13) return null;
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
    }
    if (name === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4));
    if (name === 'IDAT') hasPixels = true;
    if (name === 'IEND') {
      if (width === 0 || height === 0 || !hasPixels) return null;
      const [start, header, ...others] = parts;
      const exif = orientation === 1 ? [] : [pngChunk('eXIf', orientationBlock(orientation))];
      const whole = [start ?? bytes, header ?? bytes, ...exif, ...others, pngChunk('IEND', new Uint8Array())];
      return { width, height, orientation, bytes: joined(whole) };
    }
    if (length <= (KEPT.get(name) ?? -1)) parts.push(bytes.slice(at, end));
    at = end;
  }
  return null;
};
