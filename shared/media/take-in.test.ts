import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_MEDIA } from '../release/media';
import {
  SECRETS,
  cameraJpeg,
  jpegPixels,
  jpegSegment,
  png,
  talkativeGif,
  talkativePng,
  talkativeWebp,
  webpChunk,
} from '../testing/pictures';
import { ascii, bytesOf, joined, viewOf } from './bytes';
import { orientationBlock, orientationIn } from './orientation';
import { pngChunk } from './png';
import { type TakenIn, takeInMedia } from './take-in';

const taken = (bytes: Uint8Array): TakenIn => {
  const read = takeInMedia(bytes);
  if (!read.ok) throw new Error(read.fault.message);
  return read.value;
};
const refusal = (bytes: Uint8Array): string => {
  const read = takeInMedia(bytes);
  return read.ok ? 'taken' : read.fault.message;
};
const text = (bytes: Uint8Array): string => [...bytes].map((byte) => String.fromCharCode(byte)).join('');

/** What no picture says. */
const WORDS = bytesOf('Told by nobody');

const KINDS = [
  ['jpg', cameraJpeg(640, 480)],
  ['png', talkativePng(20, 10)],
  ['gif', talkativeGif(12, 9)],
  ['webp', talkativeWebp(300, 200)],
] as const;

describe('a picture that is taken in', () => {
  test.each([
    ['jpg', cameraJpeg(640, 480), 640, 480],
    ['png', talkativePng(20, 10), 20, 10],
    ['gif', talkativeGif(12, 9), 12, 9],
    ['webp', talkativeWebp(300, 200), 300, 200],
  ])('is known by its bytes: %s, and its size', (kind, bytes, width, height) => {
    expect(taken(bytes)).toMatchObject({ kind, width, height });
  });

  test.each(KINDS)('says nothing besides the picture: %s', (_, bytes) => {
    expect(SECRETS.every((secret) => text(bytes).includes(secret))).toBe(true);
    const left = text(taken(bytes).bytes);
    for (const secret of SECRETS) expect(left).not.toContain(secret);
  });

  test('says nothing by a marker of JPEG that is reserved', () => {
    const start = cameraJpeg(640, 480);
    const hidden = joined([start.slice(0, 2), jpegSegment(0xf0, WORDS), start.slice(2)]);
    expect(text(hidden)).toContain('Told by nobody');
    expect(taken(hidden)).toEqual(taken(start));
  });

  test.each([
    [
      'of a GIF’s control',
      talkativeGif(12, 9),
      13 + 6,
      Uint8Array.of(0x21, 0xf9, 4, 0, 0, 0, 0, WORDS.length, ...WORDS, 0),
    ],
    [
      'of a GIF’s loop',
      talkativeGif(12, 9),
      13 + 6,
      joined([
        Uint8Array.of(0x21, 0xff, 11),
        bytesOf('NETSCAPE2.0'),
        Uint8Array.of(3, 1, 0, 0, WORDS.length, ...WORDS, 0),
      ]),
    ],
    [
      'of a GIF’s loop of another form',
      talkativeGif(12, 9),
      13 + 6,
      joined([Uint8Array.of(0x21, 0xff, 11), bytesOf('NETSCAPE2.0'), Uint8Array.of(WORDS.length, ...WORDS, 0)]),
    ],
    ['of a PNG’s gamma', png(20, 10), 8 + 25, pngChunk('gAMA', joined([new Uint8Array(4), WORDS]))],
    ['of a PNG’s end', png(20, 10).slice(0, -12), png(20, 10).length - 12, pngChunk('IEND', WORDS)],
    [
      'of Adobe’s segment in a JPEG',
      cameraJpeg(640, 480),
      2,
      jpegSegment(0xee, joined([bytesOf('Adobe'), new Uint8Array(7), WORDS])),
    ],
    [
      'of JFIF in a JPEG',
      cameraJpeg(640, 480),
      2,
      jpegSegment(0xe0, joined([bytesOf('JFIF\0'), new Uint8Array(9), WORDS])),
    ],
    ['of a WebP’s movement', talkativeWebp(30, 20), 12 + 18, webpChunk('ANIM', joined([new Uint8Array(6), WORDS]))],
    [
      'of a WebP’s frame',
      talkativeWebp(30, 20),
      12 + 18,
      webpChunk('ANMF', joined([new Uint8Array(16), webpChunk('NOTE', WORDS), webpChunk('VP8L', bytesOf('pixels'))])),
    ],
  ] as const)('says nothing in a part %s that is longer than its form', (_, bytes, at, part) => {
    const whole = joined([bytes.slice(0, at), part, bytes.slice(at)]);
    const webp = bytes.subarray(0, 4).every((byte, index) => byte === bytesOf('RIFF')[index]);
    if (webp) viewOf(whole).setUint32(4, whole.length - 8, true);
    expect(text(whole)).toContain('Told by nobody');
    const read = takeInMedia(whole);
    expect(read.ok ? text(read.value.bytes) : '').not.toContain('Told by nobody');
  });

  test.each(KINDS)('taken in again is the same: %s', (_, bytes) => {
    const once = taken(bytes);
    expect(taken(once.bytes)).toEqual(once);
  });

  test.each(KINDS)('cut short anywhere is refused, or whole without what stood behind it: %s', (_, bytes) => {
    const whole = text(taken(bytes).bytes);
    for (let length = 0; length < bytes.length; length += 1) {
      const read = takeInMedia(bytes.subarray(0, length));
      if (read.ok) expect(text(read.value.bytes)).toBe(whole);
    }
  });

  test('keeps its pixels and its colours byte for byte', () => {
    expect(text(taken(cameraJpeg(640, 480)).bytes)).toContain(text(jpegPixels(640, 480)));
    expect(text(taken(cameraJpeg(640, 480)).bytes)).toContain('ICC_PROFILE');
    const bare = png(20, 10, [pngChunk('pHYs', new Uint8Array(9))]);
    expect(taken(talkativePng(20, 10)).bytes).toEqual(bare);
    expect(text(taken(talkativeGif(12, 9)).bytes)).toContain('NETSCAPE2.0');
    expect(text(taken(talkativeWebp(30, 20)).bytes)).toContain('ICCP');
  });

  test.each([
    [1, 640, 480],
    [3, 640, 480],
    [6, 480, 640],
    [8, 480, 640],
  ])('of orientation %i is shown the right way up, %i by %i', (orientation, width, height) => {
    const turned = taken(cameraJpeg(640, 480, orientation));
    expect(turned).toMatchObject({ width, height });
    const at = text(turned.bytes).indexOf('Exif\0\0');
    expect(at === -1 ? 1 : orientationIn(turned.bytes.subarray(at + 6))).toBe(orientation);
  });

  test('of WebP keeps its orientation too, and no flag tells of what is gone', () => {
    const plain = taken(talkativeWebp(300, 200)).bytes;
    expect((plain[20] ?? 0) & 0x0c).toBe(0);
    const turned = taken(talkativeWebp(300, 200, 6));
    expect(turned).toMatchObject({ width: 200, height: 300 });
    expect((turned.bytes[20] ?? 0) & 0x0c).toBe(0x08);
  });

  test.each([
    [
      'an SVG',
      bytesOf('<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="x"></svg>'),
      /^This is an SVG drawing, which can carry scripts/,
    ],
    ['a HEIC', joined([Uint8Array.of(0, 0, 0, 24), bytesOf('ftypheic0000heic')]), /^This is a HEIC picture/],
    ['an AVIF', joined([Uint8Array.of(0, 0, 0, 24), bytesOf('ftypavif0000avif')]), /^This is an AVIF picture/],
    ['a TIFF', joined([orientationBlock(1)]), /^This is a TIFF picture/],
    ['a text called photo.jpg', bytesOf('Minutes of the meeting'), /^This is not a picture/],
    ['nothing', new Uint8Array(), /^This is not a picture/],
    ['a web page', bytesOf('<html><svg></svg></html>'), /^This is not a picture/],
    // Comments that may end at any of many places: read in every way there is, the app would never answer again.
    ['comments without end', bytesOf('<!-- -->'.repeat(60)), /^This is not a picture/],
    [
      'a PNG with a wrong check sum',
      png(4, 4).map((byte, at) => (at === 29 ? byte ^ 1 : byte)),
      /^The picture is damaged/,
    ],
  ])('is refused with what to do: %s', (_, bytes, says) => {
    expect(refusal(bytes)).toMatch(says);
  });

  test('is refused where it is too large, in bytes or in pixels', () => {
    expect(refusal(new Uint8Array(MAX_MEDIA + 1))).toBe(
      'The picture has 20 MB, and at most 20 MB are taken. Save it smaller: 2,400 pixels are wide enough for any page.',
    );
    expect(refusal(cameraJpeg(20_000, 20_000))).toMatch(/^The picture has 20,000 by 20,000 pixels/);
  });

  test('whatever the bytes, an answer comes', () => {
    const beginnings = KINDS.map(([, bytes]) => bytes.subarray(0, 40));
    fc.assert(
      fc.property(
        fc.constantFrom(new Uint8Array(), ...beginnings),
        fc.uint8Array({ maxLength: 300 }),
        (start, rest) => {
          void takeInMedia(joined([start, rest]));
        },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...KINDS.map(([, bytes]) => bytes)), fc.nat(), fc.nat(255), (bytes, at, by) => {
        const changed = bytes.slice();
        changed[at % bytes.length] = by;
        const read = takeInMedia(changed);
        if (read.ok) expect(ascii(read.value.bytes.subarray(0, 2))).not.toBe('<s');
      }),
    );
  });
});
