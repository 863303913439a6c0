import { cp, mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type ElectronApplication, type Page, chromium } from 'playwright';

/*
 * The page in another Chromium than the runtime's, such as the newer one of the Electron that is shipped: `STANDFIRST_CHROMIUM`
 * names it. The main process is the real one, in its runtime; its window stays empty and lends its bridge to that page.
 */

const top = path.resolve(__dirname, '..');
const ORIGIN = 'http://localhost';
const PAGE = 'page.html';

/** Where the other Chromium is; undefined: the page is the runtime's own. */
export const otherEngine = process.env['STANDFIRST_CHROMIUM'];

/** Makes a copy of the built app whose window is empty, and gives where its page lies beside. */
export const withEmptyWindow = async (folder: string): Promise<string> => {
  const renderer = path.join(folder, '.vite', 'renderer', 'main_window');
  await mkdir(folder, { recursive: true });
  await cp(path.join(top, '.vite'), path.join(folder, '.vite'), { recursive: true });
  await cp(path.join(top, 'package.json'), path.join(folder, 'package.json'));
  await rename(path.join(renderer, 'index.html'), path.join(renderer, PAGE));
  await writeFile(path.join(renderer, 'index.html'), '<!doctype html><title>Standfirst</title><button>Empty</button>');
  return folder;
};

type Call = readonly [room: string, name: string, args: readonly unknown[]];
type Answer = { readonly value: unknown } | { readonly error: string };
type Rooms = Readonly<Record<string, readonly string[]>>;
/** What stands in the two pages for what passes between them. */
type Passage = {
  /** In the window: tells the other page. */
  tellPage: (name: string, value: unknown) => void;
  /** In the other page: asks the window, hears it, and is told by it. */
  askWindow: (call: Call) => Promise<Answer>;
  hearWindow: (name: string) => Promise<void>;
  told: (name: string, value: unknown) => void;
};

/** Opens the page in the other Chromium, with the bridge of the app's empty window. */
export const pageElsewhere = async (
  executablePath: string,
  app: ElectronApplication,
  window: Page,
): Promise<{ readonly page: Page; readonly browser: Browser }> => {
  const browser = await chromium.launch({ executablePath, chromiumSandbox: false, args: ['--lang=en-GB'] });
  const viewport = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const permissions = ['clipboard-read', 'clipboard-write'];
  const page = await (await browser.newContext({ viewport, permissions, locale: 'en-GB' })).newPage();
  await page.route(`${ORIGIN}/**`, async (route) => {
    const address = route.request().url().replace(ORIGIN, 'app://standfirst');
    const { status, headers, body } = await app.evaluate(async ({ BrowserWindow }, url) => {
      const answer = await BrowserWindow.getAllWindows()[0]?.webContents.session.fetch(url);
      const bytes = Buffer.from((await answer?.arrayBuffer()) ?? new ArrayBuffer(0));
      return { status: answer?.status ?? 404, headers: [...(answer?.headers ?? [])], body: bytes.toString('base64') };
    }, address);
    await route.fulfill({ status, headers: Object.fromEntries(headers), body: Buffer.from(body, 'base64') });
  });
  await page.exposeFunction('askWindow', (call: Call) =>
    window.evaluate(async ([room, name, args]): Promise<Answer> => {
      const calls = globalThis.standfirst as unknown as Record<
        string,
        Record<string, (...given: unknown[]) => unknown>
      >;
      try {
        return { value: await calls[room]?.[name]?.(...args) };
      } catch (error) {
        return { error: String(error) };
      }
    }, call),
  );
  await window.exposeFunction('tellPage', (name: string, value: unknown) =>
    page.evaluate(
      ([event, given]) => {
        (globalThis as unknown as Passage).told(event, given);
      },
      [name, value] as const,
    ),
  );
  await page.exposeFunction('hearWindow', (name: string) =>
    window.evaluate((event) => {
      globalThis.standfirst.on(event as 'app:flush', (value) => {
        (globalThis as unknown as Passage).tellPage(event, value);
      });
    }, name),
  );
  const rooms = await window.evaluate((): Rooms =>
    Object.fromEntries(
      Object.entries(globalThis.standfirst).flatMap(([room, calls]) =>
        typeof calls === 'function' ? [] : [[room, Object.keys(calls)]],
      ),
    ),
  );
  await page.addInitScript(standIn, rooms);
  await page.goto(`${ORIGIN}/${PAGE}`);
  return { page, browser };
};

/** Runs in the page before its own scripts: a bridge whose calls and events go by way of the window. */
const standIn = (rooms: Rooms): void => {
  const passage = globalThis as unknown as Passage & { standfirst: unknown };
  const hearers = new Map<string, Set<(value: unknown) => void>>();
  passage.told = (name, value) => {
    for (const hear of hearers.get(name) ?? []) hear(value);
  };
  const call =
    (room: string, name: string) =>
    async (...args: unknown[]): Promise<unknown> => {
      const answer = await passage.askWindow([room, name, args]);
      if ('error' in answer) throw new Error(answer.error);
      return answer.value;
    };
  passage.standfirst = {
    ...Object.fromEntries(
      Object.entries(rooms).map(([room, names]) => [
        room,
        Object.fromEntries(names.map((name) => [name, call(room, name)])),
      ]),
    ),
    on: (name: string, hear: (value: unknown) => void) => {
      const those = hearers.get(name) ?? new Set();
      if (!hearers.has(name)) void passage.hearWindow(name);
      hearers.set(name, those.add(hear));
      return () => void those.delete(hear);
    },
  };
};
