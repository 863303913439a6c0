import { bytesOf, joined, viewOf } from '../media/bytes';
import { orientationBlock } from '../media/orientation';
import { pngChunk } from '../media/png';
import { writePng } from '../media/png-write';

/* Small pictures of each kind for tests, made by hand from the formats' definitions, with whatever should not be there. */

/** What must not be found in any picture that was taken in. */
export const SECRETS = ['Canon EOS', 'GPSLatitude', 'Ceri Hughes', 'W5M0MpCehiHzreSzNTczkc9d', '8BIM'] as const;
const SECRET = bytesOf(SECRETS.join(' '));

const big16 = (value: number): Uint8Array => Uint8Array.of(value >>> 8, value & 0xff);
const little32 = (value: number): Uint8Array =>
  Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);

/** A segment of a JPEG. */
export const jpegSegment = (marker: number, payload: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, marker), big16(payload.length + 2), payload]);

/** What of a JPEG is the picture itself: tables, frame, scan. Not one that can be decoded; its form is right. */
export const jpegPixels = (width: number, height: number): Uint8Array =>
  joined([
    jpegSegment(0xdb, new Uint8Array(65)),
    jpegSegment(0xc0, joined([Uint8Array.of(8), big16(height), big16(width), Uint8Array.of(1, 1, 0x11, 0)])),
    jpegSegment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    // A stuffed byte and a restart within the scan are no ends of it.
    Uint8Array.of(0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56),
  ]);

/** A JPEG as a camera makes it: Exif with a place, XMP, IPTC, a comment, a thumbnail, a second picture behind the end. */
export const cameraJpeg = (width: number, height: number, orientation = 1): Uint8Array =>
  joined([
    Uint8Array.of(0xff, 0xd8),
    jpegSegment(0xe0, joined([bytesOf('JFIF\0'), Uint8Array.of(1, 2, 1, 0, 72, 0, 72, 1, 1), SECRET.subarray(0, 3)])),
    jpegSegment(0xe1, joined([bytesOf('Exif\0\0'), orientationBlock(orientation), SECRET])),
    jpegSegment(0xe1, joined([bytesOf('http://ns.adobe.com/xap/1.0/\0'), SECRET])),
    jpegSegment(0xed, joined([bytesOf('Photoshop 3.0\0'), SECRET])),
    jpegSegment(0xe2, joined([bytesOf('ICC_PROFILE\0'), Uint8Array.of(1, 1), bytesOf('colours')])),
    jpegSegment(0xe2, joined([bytesOf('MPF\0'), SECRET])),
    jpegSegment(0xfe, SECRET),
    jpegPixels(width, height),
    Uint8Array.of(0xff, 0xd9),
    SECRET,
  ]);

/** A black PNG that every browser shows. `extra` stands before the pixels. */
export const png = (width: number, height: number, extra: readonly Uint8Array[] = []): Uint8Array =>
  writePng({ width, height, colours: [[0, 0, 0]], at: () => 0 }, extra);

/** A PNG with texts, a time and Exif, and more behind its end. */
export const talkativePng = (width: number, height: number): Uint8Array =>
  joined([
    png(width, height, [
      pngChunk('tEXt', joined([bytesOf('Comment\0'), SECRET])),
      pngChunk('iTXt', SECRET),
      pngChunk('tIME', new Uint8Array(7)),
      pngChunk('eXIf', joined([orientationBlock(1), SECRET])),
      pngChunk('prVt', SECRET),
      pngChunk('pHYs', new Uint8Array(9)),
    ]),
    SECRET,
  ]);

/** A moving GIF of two pictures that comes round for ever, with a comment and XMP. */
export const talkativeGif = (width: number, height: number): Uint8Array => {
  const picture = joined([
    Uint8Array.of(0x21, 0xf9, 4, 0, 10, 0, 0, 0),
    Uint8Array.of(0x2c, 0, 0, 0, 0, width & 0xff, width >>> 8, height & 0xff, height >>> 8, 0, 2, 2, 0x4c, 1, 0),
  ]);
  return joined([
    bytesOf('GIF89a'),
    Uint8Array.of(width & 0xff, width >>> 8, height & 0xff, height >>> 8, 0x80, 0, 0, 0, 0, 0, 255, 255, 255),
    joined([Uint8Array.of(0x21, 0xff, 11), bytesOf('NETSCAPE2.0'), Uint8Array.of(3, 1, 0, 0, 0)]),
    joined([Uint8Array.of(0x21, 0xfe, SECRET.length), SECRET, Uint8Array.of(0)]),
    joined([
      Uint8Array.of(0x21, 0xff, 11),
      bytesOf('XMP DataXMP'),
      Uint8Array.of(SECRET.length),
      SECRET,
      Uint8Array.of(0),
    ]),
    picture,
    picture,
    Uint8Array.of(0x3b),
    SECRET,
  ]);
};

/** A chunk of a WebP. */
export const webpChunk = (name: string, data: Uint8Array): Uint8Array =>
  joined([bytesOf(name), little32(data.length), data, new Uint8Array(data.length % 2)]);

/** A WebP of the extended form, with Exif and XMP, and the flags that say so. */
export const talkativeWebp = (width: number, height: number, orientation = 1): Uint8Array => {
  const header = new Uint8Array(10);
  header[0] = 0x08 | 0x04 | 0x20;
  header.set(little32(width - 1).subarray(0, 3), 4);
  header.set(little32(height - 1).subarray(0, 3), 7);
  const pixels = new Uint8Array(11);
  pixels.set([0, 0, 0, 0x9d, 0x01, 0x2a]);
  viewOf(pixels).setUint16(6, width, true);
  viewOf(pixels).setUint16(8, height, true);
  const chunks = [
    webpChunk('VP8X', header),
    webpChunk('ICCP', bytesOf('colours')),
    webpChunk('VP8 ', pixels),
    webpChunk('EXIF', joined([orientationBlock(orientation), SECRET])),
    webpChunk('XMP ', SECRET),
    webpChunk('NOTE', SECRET),
  ];
  const body = joined([bytesOf('WEBP'), ...chunks]);
  return joined([bytesOf('RIFF'), little32(body.length), body]);
};
