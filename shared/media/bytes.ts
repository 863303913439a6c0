/** What was read of a picture: its size as it lies in the file, and the file without what says more than the picture does. */
export type Cleaned = {
  readonly width: number;
  readonly height: number;
  /** As Exif counts, from 1 to 8. */
  readonly orientation: number;
  readonly bytes: Uint8Array;
};

/** Stretches of bytes as one. */
export const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A view of bytes in which numbers are read; the same memory, not a copy. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Bytes as ASCII, each one a sign. */
export const ascii = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** ASCII as bytes. */
export const bytesOf = (signs: string): Uint8Array => Uint8Array.from(signs, (sign) => sign.charCodeAt(0));

/** Whether these signs stand in the bytes from an offset on. */
export const hasSigns = (bytes: Uint8Array, at: number, signs: string): boolean =>
  bytes.length >= at + signs.length && ascii(bytes.subarray(at, at + signs.length)) === signs;
