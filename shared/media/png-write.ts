import { joined, viewOf } from './bytes';
import { PNG_SIGNATURE, pngChunk } from './png';

/** A picture drawn by code: at most sixteen colours, and which of them each point has. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, from 0 to 255. */
  readonly colours: readonly (readonly [number, number, number])[];
  readonly at: (x: number, y: number) => number;
};

const big32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value);
  return bytes;
};

/**
 * A drawing as PNG. Its data is not compressed: the same drawing gives the same bytes on any machine, whatever its
 * compressor. `extra`: chunks that stand before the pixels.
 */
export const writePng = ({ width, height, colours, at }: Drawing, extra: readonly Uint8Array[] = []): Uint8Array => {
  const line = 1 + Math.ceil(width / 2);
  const rows = new Uint8Array(line * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const place = y * line + 1 + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (at(x, y) << (x % 2 === 0 ? 4 : 0));
    }
  return joined([
    Uint8Array.from(PNG_SIGNATURE),
    // Four bits a point, each the number of a colour.
    pngChunk('IHDR', joined([big32(width), big32(height), Uint8Array.of(4, 3, 0, 0, 0)])),
    pngChunk('PLTE', Uint8Array.from(colours.flat())),
    ...extra,
    pngChunk('IDAT', joined([Uint8Array.of(0x78, 0x01), stored(rows), big32(adler(rows))])),
    pngChunk('IEND', new Uint8Array()),
  ]);
};

const MOST_STORED = 65_535;

/** Data as DEFLATE carries what it does not compress. */
const stored = (data: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < data.length; at += MOST_STORED) {
    const block = data.subarray(at, at + MOST_STORED);
    const isLast = at + MOST_STORED >= data.length ? 1 : 0;
    const length = Uint8Array.of(block.length & 0xff, block.length >>> 8);
    parts.push(
      Uint8Array.of(isLast),
      length,
      length.map((byte) => ~byte & 0xff),
      block,
    );
  }
  return joined(parts);
};

/** The check sum that ends a stream of DEFLATE (RFC 1950). */
const adler = (data: Uint8Array): number => {
  let [one, other] = [1, 0];
  for (const byte of data) {
    one = (one + byte) % 65_521;
    other = (other + one) % 65_521;
  }
  return other * 65_536 + one;
};
