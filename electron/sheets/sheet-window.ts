import { BrowserWindow, type Session, type WebContents, session } from 'electron';
import { SHEET_POLICY } from '../../shared/sheets/page';
import type { Log } from '../log';
import { PAGE_SCHEME } from '../page-file';
import { guardSession } from '../security';

/* A sheet is printed from a window of its own that nobody sees: no preload, no scripts, a session that holds nothing and
   reaches nothing but the one page it is given. */

const pages = new Map<string, string>();
let count = 0;
let own: Session | null = null;

const sheetSession = (log: Log): Session => {
  if (own !== null) return own;
  own = session.fromPartition('sheets');
  guardSession(own, log);
  own.protocol.handle(PAGE_SCHEME, ({ url }) => {
    const page = pages.get(url);
    return new Response(page ?? '', {
      status: page === undefined ? 404 : 200,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': SHEET_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
  return own;
};

/** Loads a page made by `sheetPage`, hands it on, and does away with it. */
export const withSheetPage = async <Value>(
  page: string,
  log: Log,
  use: (contents: WebContents) => Promise<Value>,
): Promise<Value> => {
  count += 1;
  const address = `${PAGE_SCHEME}://sheet/${String(count)}`;
  pages.set(address, page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: sheetSession(log),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      images: false,
      webgl: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(address);
    return await use(window.webContents);
  } finally {
    pages.delete(address);
    window.destroy();
  }
};
