import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BrowserWindow, type Session, WebContentsView, session } from 'electron';
import { PAYLOAD } from '../../shared/archive/bag';
import { escape } from '../../shared/archive/html';
import { MEDIA_TYPES } from '../../shared/release/media';
import type { Log } from '../log';
import { systemCode } from '../newsroom/save-file';
import { PAGE_SCHEME } from '../page-file';
import { guardSession } from '../security';

/* A page of the bundle as it stands beside the page that would take its place, in a window that cannot run scripts: no
   preload, no scripts, a session that reaches nothing but these two folders. */

/** Where the pages lie: the bundle that stands, and what the last plan would put in its place. */
export type LookPlaces = { readonly folder: string | null; readonly plan: string };

/** The height of what stands above the two pages, in pixels. */
const HEAD = 76;
const STYLE = `body{margin:0;display:grid;grid-template:auto auto/1fr 1fr;font:14px/1.4 system-ui,sans-serif;color:CanvasText;background:Canvas;color-scheme:light dark}
h1{grid-column:1/-1;font-size:1rem;margin:0;padding:.5rem .75rem;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
h2{font-size:.875rem;margin:0;padding:.25rem .75rem}
p{margin:0;padding:1rem .75rem}`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** What a page of the archive may do, whatever it says itself. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** What is shown of the website, by the end of its name. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.woff2', 'font/woff2'],
  ...Object.entries(MEDIA_TYPES).map(([kind, type]) => [`.${kind}`, type] as const),
]);

type Kind = 'added' | 'changed' | 'removed';
/** A page of the website, how it changes, and whether that is only a preview. */
type Looked = { readonly page: string; readonly kind: Kind; readonly preview: boolean };
const SIDES = ['old', 'new'] as const;
const isThere = (side: (typeof SIDES)[number], kind: Kind): boolean => kind !== (side === 'old' ? 'added' : 'removed');

/** What stands above the two pages, and in place of one that is not there. */
export const lookDocument = ({ page, kind, preview }: Looked): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>${preview ? 'Preview: ' : ''}${escape(page)}: old beside new</title><style>${STYLE}</style></head>
<body><h1>${escape(page)}</h1><section><h2>As it stands</h2>${isThere('old', kind) ? '' : '<p>There is no such page yet.</p>'}</section>
<section><h2>${preview ? 'Preview, not for publication: as it would be then' : 'As it will be'}</h2>${isThere('new', kind) ? '' : `<p>The page ${preview ? 'would' : 'will'} be taken away.</p>`}</section></body></html>
`;

const read = async (file: string): Promise<Uint8Array | null> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
};

/** The file below a folder that a path of the website names; null where it would lead out of it. */
const below = (folder: string, page: string): string | null => {
  const file = path.resolve(folder, page);
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null;
};

const answer = (bytes: Uint8Array | string | null, type: string, policy: string): Response =>
  new Response(bytes === null ? '' : typeof bytes === 'string' ? bytes : new Uint8Array(bytes), {
    status: bytes === null ? 404 : 200,
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });

let own: Session | null = null;
let places: LookPlaces = { folder: null, plan: '' };
let shown = '';

const lookSession = (log: Log): Session => {
  if (own !== null) return own;
  own = session.fromPartition('look');
  guardSession(own, log);
  own.protocol.handle(PAGE_SCHEME, async ({ url }) => {
    const { pathname } = new URL(url);
    const [, side, ...parts] = decodeURIComponent(pathname).split('/');
    const page = parts.join('/');
    if (side === 'both') return answer(shown, 'text/html', POLICY);
    const type = TYPES.get(path.extname(page));
    if (type === undefined) return answer(null, 'text/plain', PAGE_POLICY);
    const { folder, plan } = places;
    // What would not change stands in the bundle.
    const where = [...(side === 'new' ? [plan] : []), ...(folder === null ? [] : [path.join(folder, PAYLOAD)])];
    for (const each of where) {
      const file = below(each, page);
      const bytes = file === null ? null : await read(file);
      if (bytes !== null) return answer(bytes, type, PAGE_POLICY);
    }
    return answer(null, type, PAGE_POLICY);
  });
  return own;
};

let window: BrowserWindow | null = null;

/** Shows a page as it stands beside the page as it would be. */
export const showOldAndNew = async (
  looked: Looked,
  given: LookPlaces,
  parent: BrowserWindow,
  log: Log,
): Promise<void> => {
  const { page, kind, preview } = looked;
  places = given;
  shown = lookDocument(looked);
  window?.destroy();
  const webPreferences = {
    session: lookSession(log),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    javascript: false,
    webgl: false,
    spellcheck: false,
  };
  const opened = new BrowserWindow({
    parent,
    width: 1200,
    height: 800,
    title: `${preview ? 'Preview: ' : ''}${page}: old beside new`,
    autoHideMenuBar: true,
    webPreferences,
  });
  window = opened;
  // Two views and no frames: no page of ours may hold another one, and in neither can a link be followed.
  const views = SIDES.map((side) => (isThere(side, kind) ? new WebContentsView({ webPreferences }) : null));
  const place = (): void => {
    const { width, height } = opened.getContentBounds();
    const half = Math.floor(width / 2);
    for (const [index, view] of views.entries())
      view?.setBounds({ x: index * (half + 1), y: HEAD, width: half - 1, height: Math.max(0, height - HEAD) });
  };
  for (const view of views) if (view !== null) opened.contentView.addChildView(view);
  place();
  opened.on('resize', place);
  opened.on('closed', () => {
    for (const view of views) view?.webContents.close();
    if (window === opened) window = null;
  });
  await opened.loadURL(`${PAGE_SCHEME}://look/both`);
  for (const [index, view] of views.entries())
    await view?.webContents.loadURL(`${PAGE_SCHEME}://look/${SIDES[index] ?? 'old'}/${page}`);
};
