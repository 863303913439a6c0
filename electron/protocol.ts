import { readFile } from 'node:fs/promises';
import { type Session, protocol } from 'electron';
import type { Fault } from '../shared/fault';
import { mediaType } from '../shared/release/media';
import type { MediaName, ReleaseId } from '../shared/release/model';
import type { Result } from '../shared/result';
import type { Log } from './log';
import { PAGE_POLICY, PAGE_SCHEME, WEB_COPY_ORIGIN, mediaAt, pageFile } from './page-file';

/** Must run before the app is ready. The scheme does not get round the content security policy, nor reach other origins. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

type Served = {
  /** Where the page's own files lie. */
  readonly folder: string;
  /** A picture of a release of the open newsroom. */
  readonly media: (release: ReleaseId, file: MediaName) => Promise<Result<Uint8Array, Fault>>;
  /** What the frame of a web copy is given for an address of its origin. */
  readonly webCopy: (address: string) => Promise<Response>;
  readonly log: Log;
};

/** Serves the page's own files to the given session, and pictures of the newsroom that is open; nothing else. */
export function servePage(session: Session, { folder, media, webCopy, log }: Served): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    if (request.method === 'GET' && request.url.startsWith(`${WEB_COPY_ORIGIN}/`)) return webCopy(request.url);
    const picture = request.method === 'GET' ? mediaAt(request.url) : null;
    if (picture !== null) {
      const read = await media(picture.release, picture.file);
      return read.ok
        ? new Response(Buffer.from(read.value), { headers: headers(mediaType(picture.file)) })
        : notFound();
    }
    const found = request.method === 'GET' ? pageFile(request.url, folder) : null;
    if (found === null) return notFound();
    try {
      // Read by name rather than through file://, which the release's fuses close.
      return new Response(await readFile(found.file), { headers: headers(found.type) });
    } catch (error) {
      log.fault('page file', error);
      return notFound();
    }
  });
}

const headers = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-cache',
});

const notFound = (): Response => new Response('', { status: 404, headers: headers('text/plain') });
