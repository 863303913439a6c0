import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { AS_ROOT, expect, test } from './fixtures';

/* The packaged app with a release's fuses: what cannot be turned back on from outside. */

const top = path.resolve(__dirname, '..');
const folder = path.join(top, 'out', `Standfirst-${process.platform}-${process.arch}`);
const binary = path.join(folder, 'standfirst');

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('exit', resolve);
  });

test.describe.configure({ mode: 'serial' });
test.use({ startWith: 'nothing' });

test('it is packaged, and refused as a release on the fallback runtime', async () => {
  test.setTimeout(240_000);
  const pack = (...args: string[]) =>
    ended(spawn(process.execPath, [path.join(top, 'scripts', 'package.mjs'), '--folder', ...args], { cwd: top }));
  const runtime = await readFile(path.join(top, 'node_modules', 'electron', 'dist', 'version'), 'utf8');
  const { version } = JSON.parse(
    await readFile(path.join(top, 'node_modules', 'electron', 'package.json'), 'utf8'),
  ) as { version: string };
  if (runtime.trim().replace(/^v/, '') !== version) expect(await pack()).toBe(1);
  expect(await pack('--allow-fallback-runtime')).toBe(0);
  expect(existsSync(binary)).toBe(true);
  expect(await readdir(path.join(folder, 'resources'))).toEqual(
    expect.arrayContaining(['app.asar', 'cli.cjs', 'templates']),
  );
});

test('its fuses are a release’s', async () => {
  const wire = await getCurrentFuseWire(binary);
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  const on = [
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.EnableCookieEncryption,
  ];
  for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
  for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
});

test('it is the command line too, without a display and without Node', async ({ scratch }) => {
  const newsroom = path.join(scratch, 'newsroom');
  const env: NodeJS.ProcessEnv = { ...process.env };
  delete env['DISPLAY'];
  delete env['WAYLAND_DISPLAY'];
  const run = async (...words: string[]) => {
    const child = spawn(binary, [...AS_ROOT, ...words], { env });
    let printed = '';
    child.stdout.on('data', (part: Buffer) => (printed += part.toString()));
    return { code: await ended(child), printed };
  };
  expect(await run('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('standfirst <command>') });
  expect(await run('sample', '--newsroom', newsroom)).toMatchObject({ code: 0 });
  expect(await run('doctor', '--newsroom', newsroom)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('nothing wrong'),
  });
  expect(await run('verify', path.join(scratch, 'nowhere'))).toMatchObject({ code: 2 });
});

/** Starts the packaged app, waits until its log says that it runs, ends it, and gives what it printed. */
const startAndEnd = async (data: string, args: readonly string[], env: Record<string, string>): Promise<string> => {
  await mkdir(data, { recursive: true });
  const child = spawn(binary, [...AS_ROOT, `--user-data-dir=${data}`, ...args], { env: { ...process.env, ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      printed += part.toString();
    });
  const gone = ended(child);
  const logs = path.join(data, 'logs');
  await expect
    .poll(async () => {
      const names = existsSync(logs) ? await readdir(logs) : [];
      return (await Promise.all(names.map((name) => readFile(path.join(logs, name), 'utf8')))).join('');
    })
    .toContain('started');
  child.kill('SIGTERM');
  await gone;
  return printed;
};

test('it cannot be made to run as Node, to load code first, or to be inspected', async ({ scratch }) => {
  const marker = path.join(scratch, 'ran');
  const evil = path.join(scratch, 'evil.cjs');
  await writeFile(evil, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran')`);
  await startAndEnd(path.join(scratch, 'a'), [evil], { ELECTRON_RUN_AS_NODE: '1' });
  await startAndEnd(path.join(scratch, 'b'), [], { NODE_OPTIONS: `--require ${evil}` });
  const printed = await startAndEnd(path.join(scratch, 'c'), ['--inspect=0'], {});
  expect(existsSync(marker)).toBe(false);
  expect(printed).not.toContain('Debugger listening');
});

test('another app laid beside its archive is not loaded', async ({ scratch }) => {
  const resources = path.join(folder, 'resources');
  const marker = path.join(scratch, 'ran');
  const other = path.join(resources, 'app');
  await mkdir(other);
  await writeFile(path.join(other, 'package.json'), '{"main":"main.js"}');
  await writeFile(
    path.join(other, 'main.js'),
    `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran'); process.exit(0);`,
  );
  await rename(path.join(resources, 'app.asar'), path.join(resources, 'app.asar.away'));
  try {
    const child = spawn(binary, [...AS_ROOT, `--user-data-dir=${path.join(scratch, 'd')}`]);
    expect(await ended(child)).not.toBe(0);
    expect(existsSync(marker)).toBe(false);
  } finally {
    await rename(path.join(resources, 'app.asar.away'), path.join(resources, 'app.asar'));
  }
});
