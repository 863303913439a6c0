import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { test as base } from '@playwright/test';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import type { Bridge } from '../shared/ipc/contract';
import { withSureAnswers } from './main-process';
import { otherEngine, pageElsewhere, withEmptyWindow } from './other-engine';

declare global {
  /** The page's bridge, for what a spec does inside the page. */
  var standfirst: Bridge;
}

const run = promisify(execFile);
const top = path.resolve(__dirname, '..');
/** Chromium refuses its sandbox to root on Linux; the page's own `sandbox: true` stays on all the same. */
export const AS_ROOT = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** So much of a text that is attached is printed with a story that failed, in characters. */
const SHOWN = 290;

/** A running Standfirst, through closing, killing and opening again: `app` and `page` are always the current ones. */
export class Standfirst {
  #running: { app: ElectronApplication; page: Page } | null = null;
  #said = '';

  constructor(
    readonly dataFolder: string,
    readonly newsroom: string | null,
    /** The folder of the built app. */
    readonly built = top,
  ) {}

  get app(): ElectronApplication {
    if (this.#running === null) throw new Error('Standfirst is not running');
    return this.#running.app;
  }
  get page(): Page {
    if (this.#running === null) throw new Error('Standfirst is not running');
    return this.#running.page;
  }
  /** What the program last wrote to its error stream, and how it ended where it has. */
  get said(): string {
    return this.#said;
  }
  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Opens it and waits until the page has drawn its first screen. */
  async launch(...more: string[]): Promise<Page> {
    const newsroom = this.newsroom === null ? [] : ['--newsroom', this.newsroom];
    const launched = await _electron.launch({
      args: [this.built, ...AS_ROOT, `--user-data-dir=${this.dataFolder}`, ...newsroom, ...more],
      cwd: top,
      colorScheme: null, // as the app and the system have it, not Playwright's own light
    });
    const listen = (text: string) => void (this.#said = (this.#said + text).slice(-SHOWN));
    launched.process().stderr?.on('data', (part: Buffer) => listen(part.toString('utf8')));
    launched.process().once('exit', (code, signal) => listen(`ended: ${String(code)}, ${String(signal)}\n`));
    const app = withSureAnswers(launched);
    const window = await app.firstWindow();
    const elsewhere = otherEngine === undefined ? null : await pageElsewhere(otherEngine, app, window);
    const page = elsewhere?.page ?? window;
    await page.locator('button, input, textarea').first().waitFor();
    this.#running = { app, page };
    app.on('close', () => {
      void elsewhere?.browser.close();
      if (this.#running?.app === app) this.#running = null;
    });
    return page;
  }

  /** Leaves as the writer would, by the window's close button; what is typed is saved first. */
  async quit(): Promise<void> {
    const { app } = this;
    const closed = app.waitForEvent('close');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await closed;
  }

  /** Ends every process of it at once, as a power cut would. */
  async kill(): Promise<void> {
    const { app } = this;
    const closed = app.waitForEvent('close');
    const { pid } = app.process();
    if (pid === undefined) throw new Error('Standfirst has no process');
    // Playwright starts it as the leader of its own group, so a negative number reaches all of it.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    await closed;
  }

  /** Leaves, if it is running, and opens it again on the same data. */
  async relaunch(...more: string[]): Promise<Page> {
    if (this.isRunning) await this.quit();
    return this.launch(...more);
  }

  /** What the system's dialog for folders and files answers from now on; null leaves it. */
  async choose(chosen: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
    }, chosen);
  }
}

type Options = {
  /** Which newsroom it opens on: the sample, or none, as at a first start. */
  startWith: 'sample' | 'nothing';
};
type Fixtures = {
  /** An empty folder of this test's own, gone afterwards. */
  scratch: string;
  /** The folder of this test's own newsroom: a copy of the sample, which is made once, or not there yet. */
  newsroom: string;
  standfirst: Standfirst;
  app: ElectronApplication;
  page: Page;
};

export const test = base.extend<Fixtures & Options, { sampleMade: string; built: string }>({
  startWith: ['sample', { option: true }],

  sampleMade: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its first argument
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-sample-'));
      const newsroom = path.join(folder, 'newsroom');
      await run('node', [path.join(top, '.vite', 'build', 'cli.cjs'), 'sample', '--newsroom', newsroom]);
      await use(newsroom);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],

  built: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      if (otherEngine === undefined) return use(top);
      const folder = await mkdtemp(path.join(tmpdir(), 'standfirst-built-'));
      await use(await withEmptyWindow(folder));
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],

  scratch: async ({ startWith }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), `standfirst-with-${startWith}-`));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },

  newsroom: async ({ scratch, startWith, sampleMade }, use) => {
    const folder = path.join(scratch, 'newsroom');
    if (startWith === 'sample') await cp(sampleMade, folder, { recursive: true });
    await use(folder);
  },

  standfirst: async ({ scratch, startWith, newsroom, built }, use, testInfo) => {
    const data = path.join(scratch, 'data');
    await mkdir(data);
    const standfirst = new Standfirst(data, startWith === 'sample' ? newsroom : null, built);
    await standfirst.launch();
    await use(standfirst);
    const hasFailed = testInfo.status !== testInfo.expectedStatus;
    if (hasFailed) await testInfo.attach('what it said', { body: standfirst.said, contentType: 'text/plain' });
    if (!standfirst.isRunning) return;
    if (hasFailed) {
      const picture = await standfirst.page.screenshot({ timeout: 5_000 }).catch(() => null);
      if (picture !== null) await testInfo.attach('window', { body: picture, contentType: 'image/png' });
    }
    // Each test has its own data: nothing is worth waiting for.
    await standfirst.kill();
  },

  app: async ({ standfirst }, use) => use(standfirst.app),
  page: async ({ standfirst }, use) => use(standfirst.page),
});

export { expect } from '@playwright/test';
