import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './fixtures';

/* Each attack is tried for real on the built app, from where an attacker would stand: script in the page. Playwright
   runs ours there, past the policy; what it then tries is bound by the policy all the same. */

test.use({ startWith: 'nothing' });

const pageAddress = 'app://standfirst/index.html';

/** Keeps, in the main process, what the walls refused. Our listeners run after the app's own. */
const watchRefusals = (app: ElectronApplication) =>
  app.evaluate(({ webContents, session }) => {
    const refused: string[] = [];
    (globalThis as { refused?: string[] }).refused = refused;
    const [contents] = webContents.getAllWebContents();
    contents?.on('will-frame-navigate', (event) => {
      if (event.defaultPrevented) refused.push(`navigation ${event.url}`);
    });
    session.defaultSession.on('will-download', (event, item) => {
      refused.push(`download ${event.defaultPrevented ? 'refused' : 'begun'} ${item.getURL().split(':')[0] ?? ''}`);
    });
  });
const refusals = (app: ElectronApplication) => app.evaluate(() => (globalThis as { refused?: string[] }).refused ?? []);

test('the page is sandboxed, isolated and has nothing of Node', async ({ app, page }) => {
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const reached = await page.evaluate(() =>
    ['require', 'process', 'Buffer', 'module', 'global', 'electron', 'ipcRenderer', '__dirname'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(reached).toEqual([]);
  // Dictionaries would be fetched.
  const spells = await app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled());
  expect(spells).toBe(false);
});

for (const address of ['https://attack.example/', 'app://standfirst/other.html', 'app://elsewhere/index.html']) {
  test(`going to ${address} is refused`, async ({ app, page }) => {
    await watchRefusals(app);
    await page.evaluate((to) => void location.assign(to), address);
    await expect.poll(() => refusals(app)).toEqual([`navigation ${address}`]);
    expect(page.url()).toBe(pageAddress);
  });
}

for (const address of ['file:///etc/passwd', 'data:text/html,<p>attack</p>', 'javascript:document.title="attacked"']) {
  test(`going to ${address} leads nowhere`, async ({ page }) => {
    await page.evaluate((to) => void location.assign(to), address);
    // A refusal of Chromium's own makes no event: a second, harmless step must find the page unmoved.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(page.url()).toBe(pageAddress);
    expect(await page.title()).not.toBe('attacked');
  });
}

test('a link and a form that lead elsewhere are refused', async ({ app, page }) => {
  await watchRefusals(app);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://attack.example/link';
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => refusals(app)).toEqual(['navigation https://attack.example/link']);
  const violated = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
        const form = document.createElement('form');
        form.action = 'https://attack.example/form';
        document.body.append(form);
        form.submit();
      }),
  );
  expect(violated).toBe('form-action');
});

test('new windows and embedded pages do not come to be', async ({ app, page }) => {
  const opened = await page.evaluate(() => window.open('https://attack.example/') === null);
  expect(opened).toBe(true);
  await page.evaluate(async () => {
    const link = document.createElement('a');
    link.href = 'https://attack.example/';
    link.target = '_blank';
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'https://attack.example/');
    document.body.append(link, webview);
    link.click();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  const there = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  expect(there).toEqual([pageAddress]);
});

test('the page has its own files and no others', async ({ app }) => {
  const status = (address: string) =>
    app.evaluate(async ({ net }, url) => {
      const { status: code, headers } = await net.fetch(url);
      return {
        code,
        policy: headers.get('content-security-policy') ?? '',
        sniff: headers.get('x-content-type-options'),
      };
    }, address);
  const own = await status(pageAddress);
  expect(own.code).toBe(200);
  expect(own.sniff).toBe('nosniff');
  expect(own.policy).toContain("default-src 'none'");
  expect(own.policy).not.toMatch(/unsafe|\*|https?:/);
  for (const spelling of [
    '/../../package.json',
    '/../../build/main.js',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2f..%2fbuild%2fpreload.js',
    '/%252e%252e%252fpackage.json',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/index.html%00',
    '/C:%5cwindows%5cwin.js',
    '/',
  ]) {
    expect((await status(`app://standfirst${spelling}`)).code, spelling).toBe(404);
  }
  expect((await status('app://elsewhere/index.html')).code).toBe(404);
});

test('foreign script, style, frames and fetches are stopped by the policy', async ({ page }) => {
  const violations = await page.evaluate(async () => {
    const seen = new Set<string>();
    document.addEventListener('securitypolicyviolation', (event) => seen.add(event.effectiveDirective));
    const add = (tag: string, set: (element: HTMLElement) => void) => {
      const element = document.createElement(tag);
      set(element);
      document.body.append(element);
    };
    add('style', (style) => (style.textContent = 'body { color: red }'));
    add('p', (p) => p.setAttribute('style', 'color: red'));
    add('iframe', (frame) => frame.setAttribute('src', 'https://attack.example/'));
    add('audio', (audio) => audio.setAttribute('src', 'https://attack.example/a.ogg'));
    await new FontFace('attack', 'url(https://attack.example/a.woff2)').load().catch(() => undefined);
    add('img', (image) => image.setAttribute('src', 'https://attack.example/spy.png'));
    add('base', (link) => link.setAttribute('href', 'https://attack.example/'));
    await fetch('https://attack.example/').catch(() => undefined);
    await fetch('app://standfirst/index.html').catch(() => undefined);
    const deadline = performance.now() + 5_000;
    while (seen.size < 8 && performance.now() < deadline) await new Promise((next) => setTimeout(next, 20));
    return [...seen].sort();
  });
  expect(violations).toEqual([
    'base-uri',
    'connect-src',
    'font-src',
    'frame-src',
    'img-src',
    'media-src',
    'style-src-attr',
    'style-src-elem',
  ]);
  expect(await page.title()).not.toBe('attacked');
});

test('text does not become script', async ({ page }) => {
  const outcome = await page.evaluate(async () => {
    // While Playwright's own call runs, eval is let through for it: leave that call first.
    await new Promise((later) => setTimeout(later));
    const attempt = (act: () => unknown) => {
      try {
        act();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const script = document.createElement('script');
    return {
      eval: attempt(() => (0, eval)('1 + 1')),
      function: attempt(() => Reflect.construct(Function, ['return 1'])),
      markup: attempt(() => (document.createElement('p').innerHTML = '<img src=x onerror=alert(1)>')),
      handler: attempt(() => document.body.setAttribute('onclick', 'document.title = "attacked"')),
      source: attempt(() => (script.src = 'https://attack.example/a.js')),
      text: attempt(() => (script.text = 'document.title = "attacked"')),
      policy: attempt(() =>
        (
          globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }
        ).trustedTypes.createPolicy('attack', {}),
      ),
    };
  });
  expect(outcome).toEqual({
    eval: 'EvalError',
    function: 'EvalError',
    markup: 'TypeError',
    handler: 'TypeError',
    source: 'TypeError',
    text: 'TypeError',
    policy: 'TypeError',
  });
});

test('no permission is given', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const name = (error: unknown) => (error instanceof Error ? error.name : 'refused');
    return {
      notifications: await Notification.requestPermission(),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (error) => resolve(error.code === error.PERMISSION_DENIED ? 'denied' : 'failed'),
        );
      }),
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', name),
      microphone: await navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', name),
      screen: await navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given', name),
      clipboard: await navigator.clipboard.readText().then(() => 'given', name),
    };
  });
  expect(answers.notifications).toBe('denied');
  expect(answers.place).toBe('denied');
  for (const media of [answers.camera, answers.microphone, answers.screen, answers.clipboard]) {
    expect(media).not.toBe('given');
  }
});

test('nothing reaches the network, whoever asks', async ({ app, page }) => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.end('got through');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await page.evaluate(async (to) => {
      await fetch(to, { mode: 'no-cors' }).catch(() => undefined);
      navigator.sendBeacon(to, 'words');
      const image = new Image();
      const ended = new Promise((resolve) => image.addEventListener('error', resolve));
      image.src = `${to}image`;
      await ended;
    }, address);
    // Even from a page without a policy, the session refuses.
    const loaded = await app.evaluate(async ({ BrowserWindow }, to) => {
      const window = new BrowserWindow({ show: false });
      const outcome = await window.loadURL(to).then(
        () => 'loaded',
        (error: unknown) => (error instanceof Error ? error.message.split(' ')[0] : 'failed'),
      );
      window.destroy();
      return outcome;
    }, address);
    expect(loaded).toBe('ERR_BLOCKED_BY_CLIENT');
    expect(asked).toBe(0);
  } finally {
    server.close();
  }
});

test('a call between browsers sends no packet', async ({ page }) => {
  const heard = createSocket('udp4');
  let packets = 0;
  heard.on('message', () => (packets += 1));
  await new Promise<void>((resolve) => heard.bind(0, '127.0.0.1', resolve));
  try {
    await page.evaluate(async (port) => {
      const call = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] });
      call.createDataChannel('words');
      const gathered = new Promise((resolve) => {
        call.addEventListener('icegatheringstatechange', () => {
          if (call.iceGatheringState === 'complete') resolve('complete');
        });
      });
      await call.setLocalDescription();
      await gathered;
      call.close();
    }, heard.address().port);
    expect(packets).toBe(0);
  } finally {
    heard.close();
  }
});

test('a download is refused', async ({ app, page }) => {
  await watchRefusals(app);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.download = 'attack.txt';
    link.href = URL.createObjectURL(new Blob(['words']));
    document.body.append(link);
    link.click();
  });
  await expect.poll(() => refusals(app)).toEqual(['download refused blob']);
});
