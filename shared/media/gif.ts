import { type Cleaned, ascii, joined, viewOf } from './bytes';

/*
 * GIF (89a): a screen, then pictures and extensions made of sub-blocks. Kept are pictures, how each is shown, and how often
 * a moving one comes round; comments, XMP, plain text and whatever stands behind the end go.
 */

const [EXTENSION, PICTURE, END, CONTROL, APPLICATION] = [0x21, 0x2c, 0x3b, 0xf9, 0xff] as const;
const LOOPS: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);

/** The bytes of a colour table, from the flags of its screen or picture. */
const tableSize = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** Where a row of sub-blocks ends, behind the empty one; null where it does not. */
const endOfBlocks = (bytes: Uint8Array, from: number): number | null => {
  let at = from;
  for (let size = bytes[at]; size !== undefined; size = bytes[at]) {
    at += 1 + size;
    if (size === 0) return at;
  }
  return null;
};

/**
 * What is kept of an extension: how a picture is shown, how often they come round. Either is of a few bytes, and further
 * sub-blocks, which no program reads, go. Null where nothing is kept.
 */
const keptExtension = (bytes: Uint8Array, at: number): Uint8Array | null => {
  const isControl = bytes[at + 1] === CONTROL && bytes[at + 2] === 4;
  const isLoop =
    bytes[at + 1] === APPLICATION &&
    bytes[at + 2] === 11 &&
    LOOPS.has(ascii(bytes.subarray(at + 3, at + 14))) &&
    bytes[at + 14] === 3;
  const end = isControl ? at + 7 : isLoop ? at + 18 : null;
  return end === null ? null : joined([bytes.slice(at, end), Uint8Array.of(0)]);
};

/** Reads a GIF and takes out what says more than the picture does; null where it is damaged or cut short. */
export const cleanGif = (bytes: Uint8Array): Cleaned | null => {
  if (bytes.length < 14) return null;
  const view = viewOf(bytes);
  const [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let at = 13 + tableSize(bytes[10] ?? 0);
  const parts: Uint8Array[] = [bytes.slice(0, at)];
  let hasPicture = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === END)
      return width === 0 || height === 0 || !hasPicture
        ? null
        : { width, height, orientation: 1, bytes: joined([...parts, bytes.slice(at, at + 1)]) };
    const isPicture = kind === PICTURE;
    if (!isPicture && kind !== EXTENSION) return null;
    // A picture: ten bytes, its colour table, the size of its codes. An extension: its label.
    const body = isPicture ? at + 10 + tableSize(bytes[at + 9] ?? 0) + 1 : at + 2;
    const end = endOfBlocks(bytes, body);
    if (end === null) return null;
    const kept = isPicture ? bytes.slice(at, end) : keptExtension(bytes, at);
    if (kept !== null) parts.push(kept);
    hasPicture ||= isPicture;
    at = end;
  }
  return null;
};
