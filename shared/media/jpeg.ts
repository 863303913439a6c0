import { type Cleaned, bytesOf, hasSigns, joined, viewOf } from './bytes';
import { orientationBlock, orientationIn } from './orientation';

/*
 * JPEG (ITU T.81): segments, each a marker and, but for a few, a length; after a start of scan the picture's own data up to
 * the next marker. Kept is what the pixels are made of, and what says which colours they are: JFIF without its thumbnail,
 * Adobe's transform, the ICC profile. Exif (with the place, the camera, a thumbnail of what was cut away), XMP, IPTC,
 * comments, further pictures behind the first and all else go. The pixels are not touched.
 */

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee] as const;

/** Frames: their markers carry the size. Within their range stand three that are none. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** What pixels are made of: frames and the tables beside them. Reserved markers (JPG, JPGn, RES) are none of these. */
const isOfPicture = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc8) || (marker >= 0xdb && marker <= 0xdf);

/** Markers without a length. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Where the data of a scan ends: at a marker that is neither a restart nor a byte that only looks like one. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

const segment = (marker: number, payload: Uint8Array): Uint8Array => {
  const head = new Uint8Array(4);
  viewOf(head).setUint16(0, 0xff00 | marker);
  viewOf(head).setUint16(2, payload.length + 2);
  return joined([head, payload]);
};

/** JFIF without the thumbnail that it may carry. */
const bareJfif = (payload: Uint8Array): Uint8Array => {
  const bare = payload.slice(0, 14);
  bare[12] = 0;
  bare[13] = 0;
  return bare;
};

/** What is kept of a segment that is none of the picture's own; null where nothing is. */
const keptOf = (marker: number, payload: Uint8Array): Uint8Array | null => {
  if (marker === APP0) return hasSigns(payload, 0, 'JFIF\0') && payload.length >= 14 ? bareJfif(payload) : null;
  if (marker === APP2) return hasSigns(payload, 0, 'ICC_PROFILE\0') ? payload : null;
  if (marker === APP14) return hasSigns(payload, 0, 'Adobe') ? payload.slice(0, 12) : null;
  return null;
};

/** Reads a JPEG and takes out what says more than the picture does; null where it is damaged or cut short. */
export const cleanJpeg = (bytes: Uint8Array): Cleaned | null => {
  const view = viewOf(bytes);
  const parts: Uint8Array[] = [bytes.slice(0, 2)];
  let [width, height, orientation, hasScan] = [0, 0, 1, false];
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // a byte that fills up
      continue;
    }
    if (marker === EOI) {
      if (width === 0 || height === 0 || !hasScan) return null;
      const exif = orientation === 1 ? [] : [orientationSegment(orientation)];
      const [start, ...others] = parts;
      return {
        width,
        height,
        orientation,
        bytes: joined([start ?? bytes, ...exif, ...others, bytes.slice(at, at + 2)]),
      };
    }
    if (isBare(marker) || marker === SOI) {
      parts.push(bytes.slice(at, at + 2));
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return null;
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length || end < at + 4) return null;
    const payload = bytes.subarray(at + 4, end);
    if (isFrame(marker) && payload.length >= 5) {
      height = view.getUint16(at + 5);
      width = view.getUint16(at + 7);
    }
    if (marker === APP1 && hasSigns(payload, 0, 'Exif\0\0')) orientation = orientationIn(payload.subarray(6));
    if (marker === SOS) {
      const to = endOfScan(bytes, end);
      parts.push(bytes.slice(at, to));
      hasScan = true;
      at = to;
      continue;
    }
    const kept = isOfPicture(marker) ? payload : keptOf(marker, payload);
    if (kept !== null) parts.push(segment(marker, kept));
    at = end;
  }
  return null;
};

const orientationSegment = (orientation: number): Uint8Array =>
  segment(APP1, joined([bytesOf('Exif\0\0'), orientationBlock(orientation)]));
