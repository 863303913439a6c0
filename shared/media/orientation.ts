/* Which way up a picture is to be shown, as Exif (a small TIFF) says it: one of eight, of which 5 to 8 lie on their side. */

const ORIENTATION = 0x0112;
const SHORT = 3;

/** The orientation that a block of Exif gives, `II` or `MM` at its beginning; 1 where it says none, or none there is. */
export const orientationIn = (tiff: Uint8Array): number => {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const mark = view.getUint16(0);
  if (mark !== 0x4949 && mark !== 0x4d4d) return 1;
  const little = mark === 0x4949;
  const start = view.getUint32(4, little);
  if (view.getUint16(2, little) !== 42 || start + 2 > tiff.length) return 1;
  const count = view.getUint16(start, little);
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) !== ORIENTATION || view.getUint16(at + 2, little) !== SHORT) continue;
    const value = view.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
};

/** A block of Exif that says the orientation and nothing else: 26 bytes. */
export const orientationBlock = (orientation: number): Uint8Array => {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  view.setUint16(0, 0x4d4d);
  view.setUint16(2, 42);
  view.setUint32(4, 8);
  view.setUint16(8, 1);
  view.setUint16(10, ORIENTATION);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
};

/** Whether a picture of this orientation is shown lying on its side, so that its width is its height. */
export const isOnItsSide = (orientation: number): boolean => orientation >= 5;
