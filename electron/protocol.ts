import { readFile } from 'node:fs/promises';
import { type Session, protocol } from 'electron';
import type { Log } from './log';
import { PAGE_POLICY, PAGE_SCHEME, pageFile } from './page-file';

/** Must run before the app is ready. The scheme does not get round the content security policy, nor reach other origins. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the page's own files from `folder` to the given session, and nothing else. */
export function servePage(session: Session, folder: string, log: Log): void {
  session.protocol.handle(PAGE_SCHEME, async (request) => {
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
