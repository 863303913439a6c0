import { type Session, type WebContents, app } from 'electron';
import type { Log } from './log';
import { PAGE_ADDRESS } from './page-file';

/* What no page of ours needs is refused here for every page there is, whoever opened it: going elsewhere, new windows,
   embedded pages, permissions, downloads, and the network itself. Nothing leaves the machine unless it is exported. */

const isPage = (address: string): boolean => address.replace(/#.*$/s, '') === PAGE_ADDRESS;

/** `mayFrame` says which addresses a frame may be at; no page goes to one. Must run before the first page is made. */
export function guardPages(log: Log, mayFrame: (address: string) => boolean): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents, log, mayFrame));
}

function guardPage(contents: WebContents, log: Log, mayFrame: (address: string) => boolean): void {
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame ? isPage(event.url) : mayFrame(event.url)) return;
    event.preventDefault();
    log.info('refused', { what: 'navigation' });
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    log.info('refused', { what: 'redirect' });
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.info('refused', { what: 'webview' });
  });
  // A call between browsers would go round the session's refusal: no packets but through a proxy, and there is none.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => {
    log.info('refused', { what: 'window' });
    return { action: 'deny' };
  });
}

/** Closes a session to permissions, downloads and every address that is not the page's own. */
export function guardSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => {
    log.info('refused', { what: 'permission', permission });
    decide(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // Its dictionaries would have to be downloaded.
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.info('refused', { what: 'download' });
  });
  const elsewhere = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);
  session.webRequest.onBeforeRequest({ urls: elsewhere }, (_request, decide) => decide({ cancel: true }));
}
