import { type Fault, fault } from '../fault';
import { MAX_MEDIA, type MediaKind } from '../release/media';
import { type Result, failed, ok } from '../result';
import { type Cleaned, ascii, hasSigns } from './bytes';
import { cleanGif } from './gif';
import { cleanJpeg } from './jpeg';
import { isOnItsSide } from './orientation';
import { PNG_SIGNATURE, cleanPng } from './png';
import { cleanWebp } from './webp';

/** A picture as it may be kept. */
export type TakenIn = {
  readonly kind: MediaKind;
  /** As it is seen, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};

/** More pixels than any screen or page wants, and fewer than would fill a computer's memory when shown. */
const MOST_PIXELS = 100_000_000;

const READERS: Readonly<Record<MediaKind, (bytes: Uint8Array) => Cleaned | null>> = {
  jpg: cleanJpeg,
  png: cleanPng,
  gif: cleanGif,
  webp: cleanWebp,
};

/** What kind of picture the bytes are, whatever the file is called; null where it is none that a release may hold. */
const kindOf = (bytes: Uint8Array): MediaKind | null => {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpg';
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return 'png';
  if (hasSigns(bytes, 0, 'GIF87a') || hasSigns(bytes, 0, 'GIF89a')) return 'gif';
  return hasSigns(bytes, 0, 'RIFF') && hasSigns(bytes, 8, 'WEBP') ? 'webp' : null;
};

const PLEASE = 'Save it as JPEG, PNG, GIF or WebP, and use that.';

/** Why bytes that are no picture a release may hold are not taken. */
const whyNot = (bytes: Uint8Array): string => {
  const start = ascii(bytes.subarray(0, 512));
  if (/^(?:\xEF\xBB\xBF)?(?:<\?xml[^>]*>|<!--(?:(?!-->)[\s\S])*-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(start))
    return `This is an SVG drawing, which can carry scripts and links that nobody sees. ${PLEASE}`;
  if (/^....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/s.test(start))
    return `This is a HEIC picture, as some telephones make them, which many browsers do not show. ${PLEASE}`;
  if (/^....ftypavi[fs]/s.test(start)) return `This is an AVIF picture, which older browsers do not show. ${PLEASE}`;
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return `This is a TIFF picture, which browsers do not show. ${PLEASE}`;
  if (start.startsWith('BM')) return `This is a BMP picture, which is too large for a page. ${PLEASE}`;
  if (start.startsWith('%PDF')) return `This is a PDF, not a picture. ${PLEASE}`;
  return `This is not a picture. ${PLEASE}`;
};

const megabytes = (bytes: number): string => (bytes / 1_048_576).toLocaleString('en-GB', { maximumFractionDigits: 1 });

/**
 * Takes in a picture: by its bytes, not by its name. Out: the same pixels without Exif, places, cameras, texts, comments and
 * thumbnails; of all that, which way up it is shown is kept. Fault: `refused`, with a whole sentence and what to do.
 */
export const takeInMedia = (bytes: Uint8Array): Result<TakenIn, Fault> => {
  const refuse = (message: string) => failed(fault('refused', message));
  if (bytes.length > MAX_MEDIA)
    return refuse(
      `The picture has ${megabytes(bytes.length)} MB, and at most ${megabytes(MAX_MEDIA)} MB are taken. Save it smaller: 2,400 pixels are wide enough for any page.`,
    );
  const kind = kindOf(bytes);
  if (kind === null) return refuse(whyNot(bytes));
  const cleaned = READERS[kind](bytes);
  if (cleaned === null)
    return refuse('The picture is damaged or not all there. Open it in another program, and save it again.');
  const { width, height, orientation } = cleaned;
  if (width * height > MOST_PIXELS)
    return refuse(
      `The picture has ${width.toLocaleString('en-GB')} by ${height.toLocaleString('en-GB')} pixels, more than a page can show. Save it smaller.`,
    );
  const [across, down] = isOnItsSide(orientation) ? [height, width] : [width, height];
  return ok({ kind, width: across, height: down, bytes: cleaned.bytes });
};
