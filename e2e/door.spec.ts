import path from 'node:path';
import { CALLS } from '../shared/ipc/contract';
import { expect, test } from './fixtures';
import { askedOfSystem, watchSystem } from './pages/system';

/* The one door to the main process, tried by calls that must not pass, and links that lead outside. */

test.use({ startWith: 'nothing' });

const pageAddress = 'app://standfirst/index.html';

test('the bridge has the functions of the contract and nothing more', async ({ page }) => {
  const shape = await page.evaluate(() =>
    Object.entries(globalThis.standfirst).flatMap(([room, functions]) =>
      typeof functions === 'function' ? [room] : Object.keys(functions).map((name) => `${room}.${name}`),
    ),
  );
  const ofContract = Object.keys(CALLS).map((name) =>
    name.replace(':', '.').replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
  );
  expect(shape.toSorted()).toEqual([...ofContract, 'on'].toSorted());
});

test('calls with arguments that no schema knows are refused, and say nothing', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { releases, app, newsroom, people, on } = globalThis.standfirst as unknown as Record<
      string,
      Record<string, (...args: unknown[]) => Promise<unknown>>
    > & { on: (name: string, listener: () => void) => void };
    const message = (error: unknown) => (error instanceof Error ? error.message : 'thrown');
    const attempt = (act: (() => Promise<unknown>) | undefined) =>
      act === undefined ? 'absent' : act().then(() => 'let in', message);
    let event = 'let in';
    try {
      on('electron:anything', () => undefined);
    } catch (error) {
      event = message(error);
    }
    return {
      path: await attempt(() => releases?.['open']?.('../../../etc/passwd') ?? Promise.resolve()),
      object: await attempt(() => releases?.['open']?.({ toString: 'r-0123456789ab' }) ?? Promise.resolve()),
      release: await attempt(() => releases?.['save']?.({ format: 1 }, 'f'.repeat(64)) ?? Promise.resolve()),
      extra: await attempt(() => app?.['setTheme']?.('dark', 'and more') ?? Promise.resolve()),
      theme: await attempt(() => app?.['setTheme']?.('__proto__') ?? Promise.resolve()),
      index: await attempt(() => newsroom?.['openRecent']?.(-1) ?? Promise.resolve()),
      long: await attempt(() => app?.['setWho']?.('x'.repeat(201)) ?? Promise.resolve()),
      person: await attempt(() => people?.['save']?.({ id: 'p-../../x', name: 'x' }) ?? Promise.resolve()),
      event,
    };
  });
  const { event, ...calls } = answers;
  expect(event).toBe('There is no such event.');
  for (const [what, answer] of Object.entries(calls)) {
    expect(answer, what).toMatch(/^Error invoking remote method '[a-z:-]+': Error: refused$/);
  }
});

test('calls from another page are refused, even from another window of the app', async ({ app, page }) => {
  const preload = path.resolve(__dirname, '..', '.vite', 'build', 'preload.cjs');
  const callFrom = (address: string) =>
    app.evaluate(
      async ({ BrowserWindow }, { preload: file, url }) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload: file, sandbox: true } });
        try {
          await window.loadURL(url);
          return (await window.webContents.executeJavaScript(
            'window.standfirst.newsroom.read().then(() => "let in", (error) => error.message)',
          )) as string;
        } finally {
          window.destroy();
        }
      },
      { preload, url: address },
    );
  const refused = "Error invoking remote method 'newsroom:read': Error: refused";
  expect(await callFrom('data:text/html,<p>attack</p>')).toBe(refused);
  expect(await callFrom('about:blank')).toBe(refused);
  expect(await callFrom(pageAddress)).toBe(refused);
  // A frame inside our own page gets no bridge at all.
  const inFrame = await page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return 'standfirst' in (frame.contentWindow ?? {});
  });
  expect(inFrame).toBe(false);
});

test('our own window showing another page is refused too', async ({ app }) => {
  const answer = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    await contents?.loadURL('data:text/html,<p>attack</p>');
    return (await contents?.executeJavaScript(
      'window.standfirst.app.start().then(() => "let in", (error) => error.message)',
    )) as string;
  });
  expect(answer).toBe("Error invoking remote method 'app:start': Error: refused");
});

test('links that are not web, mail or telephone are refused without a question', async ({ app, page }) => {
  await watchSystem(app, 0);
  for (const address of [
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://attack.example/x',
    'data:text/html,x',
    'https://council.example@attack.example/',
    'not a link',
  ]) {
    const answer = await page.evaluate((to) => globalThis.standfirst.app.openLink(to), address);
    expect(answer, address).toMatchObject({ ok: false, fault: { code: 'refused' } });
  }
  expect(await askedOfSystem(app)).toEqual({ messages: [], opened: [] });
});

test('a web link is opened only after its whole address was shown and agreed to', async ({ app, page }) => {
  const address = `https://council.example/news?from=${'a'.repeat(300)}#end`;
  const open = () => page.evaluate((to) => globalThis.standfirst.app.openLink(to), address);
  await watchSystem(app, 1);
  expect(await open()).toMatchObject({ ok: false, fault: { code: 'cancelled' } });
  const declined = await askedOfSystem(app);
  expect(declined.messages).toHaveLength(1);
  expect(declined.messages[0]).toContain(address);
  expect(declined.opened).toEqual([]);

  await watchSystem(app, 0);
  expect(await open()).toEqual({ ok: true, value: null });
  expect((await askedOfSystem(app)).opened).toEqual([address]);
});
