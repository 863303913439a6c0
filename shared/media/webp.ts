import { type Cleaned, ascii, bytesOf, hasSigns, joined, viewOf } from './bytes';
import { orientationBlock, orientationIn } from './orientation';

/*
 * WebP (RFC 9649): a RIFF of chunks, each with its name and length, filled up to an even one. Kept are pixels, transparency,
 * movement and the colour profile; Exif, XMP and chunks that nobody knows go, and the flags no longer say that they are there.
 */

/** Chunks that are kept, and how long each can be: what stands behind that says something else. */
const KEPT: ReadonlyMap<string, number> = new Map([
  ['VP8 ', Infinity],
  ['VP8L', Infinity],
  ['VP8X', 10],
  ['ALPH', Infinity],
  ['ANIM', 6],
  ['ANMF', Infinity],
  ['ICCP', Infinity],
]);
/** A picture of a moving one: where and how long it is shown, then chunks of its own. */
const FRAME_HEAD = 16;
const OF_FRAME: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ALPH']);

type Chunk = { readonly name: string; readonly data: Uint8Array };
const [HAS_EXIF, HAS_XMP] = [0x08, 0x04] as const;

type Size = { readonly width: number; readonly height: number };

/** The size that a chunk says, or null. */
const sizeIn = (name: string, data: Uint8Array): Size | null => {
  const view = viewOf(data);
  // Three bytes each, less one; the last three are read with the byte before them, so as not to read past the end.
  if (name === 'VP8X' && data.length >= 10)
    return { width: 1 + (view.getUint32(4, true) & 0xffffff), height: 1 + (view.getUint32(6, true) >>> 8) };
  if (name === 'VP8 ' && data.length >= 10 && data[3] === 0x9d && data[4] === 0x01 && data[5] === 0x2a)
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = view.getUint32(1, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return null;
};

const chunk = (name: string, data: Uint8Array): Uint8Array => {
  const head = new Uint8Array(8);
  head.set(bytesOf(name));
  viewOf(head).setUint32(4, data.length, true);
  return joined([head, data, new Uint8Array(data.length % 2)]);
};

/** The chunks that stand one behind the other; null where the last is cut short. */
const chunksIn = (bytes: Uint8Array): readonly Chunk[] | null => {
  const found: Chunk[] = [];
  for (let at = 0; at + 8 <= bytes.length;) {
    const length = viewOf(bytes).getUint32(at + 4, true);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (data.length < length) return null;
    found.push({ name: ascii(bytes.subarray(at, at + 4)), data });
    at += 8 + length + (length % 2);
  }
  return found;
};

/** A picture of a moving one without chunks that are not its pixels; null where it is cut short. */
const bareFrame = (data: Uint8Array): Uint8Array | null => {
  const own = chunksIn(data.subarray(FRAME_HEAD));
  if (own === null) return null;
  const kept = own.filter(({ name }) => OF_FRAME.has(name)).map((each) => chunk(each.name, each.data));
  return joined([data.subarray(0, FRAME_HEAD), ...kept]);
};

/** Reads a WebP and takes out what says more than the picture does; null where it is damaged or cut short. */
export const cleanWebp = (bytes: Uint8Array): Cleaned | null => {
  const view = viewOf(bytes);
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  if (8 + view.getUint32(4, true) > bytes.length) return null;
  const all = chunksIn(bytes.subarray(12, whole));
  if (all === null) return null;
  const kept: Chunk[] = [];
  let size: Size | null = null;
  let [orientation, hasPixels] = [1, false];
  for (const { name, data } of all) {
    size ??= sizeIn(name, data);
    if (name === 'EXIF') orientation = orientationIn(hasSigns(data, 0, 'Exif\0\0') ? data.subarray(6) : data);
    if (name === 'VP8 ' || name === 'VP8L' || name === 'ANMF') hasPixels = true;
    const bare = name === 'ANMF' ? bareFrame(data) : data.subarray(0, KEPT.get(name) ?? 0);
    if (bare === null) return null;
    if (KEPT.has(name)) kept.push({ name, data: bare });
  }
  if (size === null || !hasPixels || size.width === 0 || size.height === 0) return null;
  // Only the extended form may say an orientation, so a file that said one is of that form.
  const turned = orientation !== 1 && kept.some(({ name }) => name === 'VP8X');
  const chunks = kept.map(({ name, data }) => chunk(name, name === 'VP8X' ? withFlags(data, turned) : data));
  const exif = turned ? [chunk('EXIF', orientationBlock(orientation))] : [];
  const body = joined([bytesOf('WEBP'), ...chunks, ...exif]);
  return { ...size, orientation: turned ? orientation : 1, bytes: chunk('RIFF', body) };
};

const withFlags = (data: Uint8Array, hasExif: boolean): Uint8Array => {
  const changed = data.slice();
  changed[0] = ((changed[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  return changed;
};
