import path from 'node:path';
import { MEDIA_ADDRESS } from '../shared/ipc/media-address';
import { isMediaName } from '../shared/release/media';
import type { MediaName, ReleaseId } from '../shared/release/model';
import { releaseIdSchema } from '../shared/release/parse';

export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'standfirst';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;
/** Where a frame has the web copy that is looked at: an origin of its own. */
export const WEB_COPY_ORIGIN = `${PAGE_SCHEME}://web-copy`;
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/index.html`;

/** The only kinds of file the page is made of. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Where a part of the page lies and what it is. */
export type PageFile = { readonly file: string; readonly type: string };

/**
 * Finds the file behind an address of the page, or null where there is none to give: another host, a path that is
 * not plain, a kind of file the page has no use for. Each part of the path is decoded once and must then be an ordinary
 * file name, so neither `..` nor a slash nor a drive letter gets through in any spelling.
 */
export function pageFile(address: string, folder: string): PageFile | null {
  const parts = partsOf(address);
  if (parts === null) return null;
  const type = TYPES[path.posix.extname(parts.at(-1) ?? '')];
  return type === undefined ? null : { file: path.join(folder, ...parts), type };
}

/** The parts of an address's path, each an ordinary file's name; null where it is not an address of the page. */
function partsOf(address: string): readonly string[] | null {
  let pathname: string;
  try {
    const url = new URL(address);
    if (url.protocol !== `${PAGE_SCHEME}:` || url.host !== PAGE_HOST) return null;
    if (url.username !== '' || url.password !== '') return null;
    pathname = decodeURIComponent(url.pathname);
  } catch {
    return null; // not an address at all, or its percent signs are damaged
  }
  const parts = pathname.slice(1).split('/');
  return parts.every((part) => /^[\w-][\w.-]*$/.test(part)) ? parts : null;
}

/** The picture behind an address, `/media/<release>/<file>`; null where it is none. Ids and names alone, never a path. */
export function mediaAt(address: string): { readonly release: ReleaseId; readonly file: MediaName } | null {
  const [folder, release, file, ...more] = partsOf(address) ?? [];
  if (folder !== MEDIA_ADDRESS || file === undefined || more.length > 0 || !isMediaName(file)) return null;
  const id = releaseIdSchema.safeParse(release);
  return id.success ? { release: id.data, file } : null;
}

/** What the page may load: its own files and nothing else; text becomes markup only through the editor's own paste. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  `frame-src ${WEB_COPY_ORIGIN}`,
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lexical standfirst-worker 'allow-duplicates'",
].join('; ');
