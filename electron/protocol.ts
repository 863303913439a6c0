import { readFile } from 'node:fs/promises';
import { type ProtocolResponse, type Session, protocol } from 'electron';
import type { Fault } from '../shared/fault';
import { mediaType } from '../shared/release/media';
import type { MediaName, ReleaseId } from '../shared/release/model';
import type { Result } from '../shared/result';
import type { Log } from './log';
import { PAGE_POLICY, PAGE_SCHEME, WEB_COPY_ORIGIN, mediaAt, pageFile } from './page-file';

/**
 * Must run before the app is ready. The scheme does not get round the content security policy, nor reach other origins.
 * What V8 made of the page's scripts is kept for the next start, as for any page: their names change with what is in them.
 */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

type Served = {
  /** Where the page's own files lie. */
  readonly folder: string;
  /** A picture of a release of the open newsroom. */
  readonly media: (release: ReleaseId, file: MediaName) => Promise<Result<Uint8Array, Fault>>;
  /** What the frame of a web copy is given for an address of its origin. */
  readonly webCopy: (address: string) => Promise<ProtocolResponse>;
  readonly log: Log;
};

/**
 * Serves the page's own files to the given session, and pictures of the newsroom that is open; nothing else. The later
 * `protocol.handle` would first load all that Node has for fetching from networks, a tenth of the time of a start
 * (docs/decisions/0018).
 */
export function servePage(session: Session, served: Served): void {
  session.protocol.registerBufferProtocol(PAGE_SCHEME, ({ method, url }, answer) => {
    const made = method === 'GET' ? answerTo(url, served) : Promise.resolve(NOT_FOUND);
    made.then(answer, (error: unknown) => {
      served.log.fault('page file', error);
      answer(NOT_FOUND);
    });
  });
}

const answerTo = async (address: string, { folder, media, webCopy }: Served): Promise<ProtocolResponse> => {
  if (address.startsWith(`${WEB_COPY_ORIGIN}/`)) return webCopy(address);
  const picture = mediaAt(address);
  if (picture !== null) {
    const read = await media(picture.release, picture.file);
    return read.ok ? { data: Buffer.from(read.value), headers: headers(mediaType(picture.file)) } : NOT_FOUND;
  }
  const found = pageFile(address, folder);
  // Read by name rather than through file://, which the release's fuses close.
  return found === null ? NOT_FOUND : { data: await readFile(found.file), headers: headers(found.type) };
};

const headers = (type: string): Record<string, string> => ({
  'Content-Type': type,
  'Content-Security-Policy': PAGE_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-DNS-Prefetch-Control': 'off',
  'Cache-Control': 'no-cache',
});

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0), headers: headers('text/plain') };
