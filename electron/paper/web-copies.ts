import { randomBytes } from 'node:crypto';
import path from 'node:path';
import type { ProtocolResponse } from 'electron';
import type { WebCopy } from '../../shared/archive/web-copy';
import type { Fault } from '../../shared/fault';
import type { MediaName } from '../../shared/release/model';
import { isMediaName, mediaType } from '../../shared/release/media';
import type { Result } from '../../shared/result';
import { WEB_COPY_ORIGIN } from '../page-file';

/* The web copy is looked at in a frame of the page, from an origin of its own: whatever stands in it, nothing runs there,
   nothing is fetched but these few files, and no link leads anywhere. */

type Kept = WebCopy & { readonly picture: (file: MediaName) => Promise<Result<Uint8Array, Fault>> };

/** Pages that are being looked at, by their addresses. */
export type WebCopies = {
  /** Keeps a page to be looked at, and says under which address. */
  readonly show: (copy: Kept) => string;
  /** The only addresses that a frame may stand at. */
  readonly isShown: (address: string) => boolean;
  /** What a frame is given for an address. */
  readonly answer: (address: string) => Promise<ProtocolResponse>;
};

/** So many are kept: one a window that has them open, and some more. */
const MOST = 8;

/** Says of a page what it may do, whatever it says itself. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors app://standfirst',
  // Its own origin stays, so that it has its style and fonts; scripts, forms and windows it has not.
  'sandbox allow-same-origin',
].join('; ');

/** Makes a place for pages that are looked at. */
export const makeWebCopies = (): WebCopies => {
  const kept = new Map<string, Kept>();
  const pageOf = (token: string, { address }: Kept): string => `${WEB_COPY_ORIGIN}/${token}/${address}`;
  return {
    show: (copy) => {
      const token = randomBytes(16).toString('hex');
      kept.set(token, copy);
      const [oldest] = kept.keys();
      if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
      return pageOf(token, copy);
    },
    isShown: (address) => [...kept].some(([token, copy]) => pageOf(token, copy) === address),
    answer: async (address) => {
      const [, token = '', ...parts] = decodeURIComponent(new URL(address).pathname).split('/');
      const copy = kept.get(token);
      const name = parts.join('/');
      if (copy === undefined) return respond(null, 'text/plain');
      if (name === copy.address) return respond(copy.html, 'text/html');
      if (name === 'archive.css') return respond(copy.css, 'text/css');
      // Read when first used: no start waits for the archive's fonts.
      const { archiveFonts } = await import('../export/fonts');
      const font = archiveFonts().find((each) => each.path === name && name.endsWith('.woff2'));
      if (font !== undefined) return respond(font.read(), 'font/woff2');
      const file = path.posix.basename(name);
      if (name !== `media/${file}` || !isMediaName(file)) return respond(null, 'text/plain');
      const picture = await copy.picture(file);
      return respond(picture.ok ? picture.value : null, mediaType(file));
    },
  };
};

const respond = (body: string | Uint8Array | null, type: string): ProtocolResponse => ({
  statusCode: body === null ? 404 : 200,
  data: Buffer.from(body ?? ''),
  headers: {
    'Content-Type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  },
});
