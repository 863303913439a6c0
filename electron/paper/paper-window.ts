import path from 'node:path';
import { BrowserWindow, type Session, type WebContents, app, dialog, session } from 'electron';
import { type Fault, fault } from '../../shared/fault';
import type { PaperPage } from '../../shared/paper/page';
import { type Result, failed, ok } from '../../shared/result';
import type { Log } from '../log';
import { onDisk } from '../newsroom/disk-fault';
import { saveFile } from '../newsroom/save-file';
import { PAGE_SCHEME } from '../page-file';
import { guardSession } from '../security';

/* What goes on paper is printed from a window of its own that nobody sees: no preload, no scripts, a session that holds nothing and
   reaches nothing but the one page it is given. */

const pages = new Map<string, PaperPage>();
let count = 0;
let own: Session | null = null;

const paperSession = (log: Log): Session => {
  if (own !== null) return own;
  own = session.fromPartition('paper');
  guardSession(own, log);
  own.protocol.handle(PAGE_SCHEME, ({ url }) => {
    const page = pages.get(url);
    return new Response(page?.html ?? '', {
      status: page === undefined ? 404 : 200,
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': page?.policy ?? "default-src 'none'",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
  return own;
};

/** Loads a page, hands it on, and does away with it. */
const withPage = async <Value>(
  page: PaperPage,
  log: Log,
  use: (contents: WebContents) => Promise<Value>,
): Promise<Value> => {
  count += 1;
  const address = `${PAGE_SCHEME}://paper/${String(count)}`;
  pages.set(address, page);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: paperSession(log),
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

/** A page as the bytes of a tagged PDF. */
export const asPdf = (page: PaperPage, log: Log): Promise<Uint8Array> =>
  withPage(page, log, (contents) =>
    contents.printToPDF({ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true }),
  );

/** Asks for a printer and prints a page. Faults: `cancelled`, `refused`. */
export const print = (page: PaperPage, log: Log): Promise<Result<null, Fault>> =>
  withPage(
    page,
    log,
    (contents) =>
      new Promise((resolve) => {
        contents.print({ silent: false }, (done, why) => {
          if (done) resolve(ok(null));
          else if (/cancel/i.test(why)) resolve(failed(fault('cancelled', 'Nothing was printed.')));
          else
            resolve(
              failed(
                fault('refused', 'It was not printed. Save it as PDF instead, or choose another printer.', {
                  detail: why,
                }),
              ),
            );
        });
      }),
  );

/** What a file of each form is called. */
const KINDS = {
  pdf: { extension: 'pdf', name: 'PDF' },
  text: { extension: 'txt', name: 'Plain text' },
  html: { extension: 'html', name: 'Web page' },
} as const;
export type FileForm = keyof typeof KINDS;

/** Asks where a file is to be saved; `called` is its name without an extension. Fault: `cancelled`. */
export const askWhere = async (
  window: BrowserWindow,
  { title, called, form }: { readonly title: string; readonly called: string; readonly form: FileForm },
): Promise<Result<string, Fault>> => {
  const { extension, name } = KINDS[form];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    buttonLabel: 'Save',
    defaultPath: path.join(app.getPath('documents'), `${called}.${extension}`),
    filters: [{ name, extensions: [extension] }],
  });
  if (canceled || filePath === '') return failed(fault('cancelled', 'Nothing was saved.'));
  return ok(path.extname(filePath) === '' ? `${filePath}.${extension}` : filePath);
};

/** Writes a file where the writer said, and says where. */
export const writeOut = (file: string, contents: string | Uint8Array): Promise<Result<string, Fault>> =>
  onDisk(file, async () => {
    await saveFile(file, contents);
    return ok(file);
  });
